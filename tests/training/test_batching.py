import numpy as np

from summarizer.training.batching import example_weights, pad, plan_pass
from summarizer.training.tokens import TokenSet


def tokens(lengths: list[tuple[int, int]]) -> TokenSet:
    source = np.concatenate([[0], np.cumsum([s for s, _ in lengths])])
    target = np.concatenate([[0], np.cumsum([t for _, t in lengths])])
    n = len(lengths)
    kind = np.arange(n, dtype=np.int16) % 2
    flat = [np.ones(int(offsets[-1]), dtype=np.uint16) for offsets in (source, target)]
    return TokenSet(flat[0], source, flat[1], target, kind, kind, ("a", "b"), ("x", "y"))


LENGTHS = [(int(s), int(t)) for s, t in np.random.default_rng(0).integers(3, 60, size=(500, 2))]


def test_a_pass_holds_every_example_as_often_as_it_weighs() -> None:
    data = tokens(LENGTHS)
    plan = plan_pass(data, np.full(500, 2.0), 400, seed=1)
    assert sorted(np.concatenate(plan)) == sorted(list(range(500)) * 2)


def test_batches_stay_under_the_budget_padding_included() -> None:
    data = tokens(LENGTHS)
    for rows in plan_pass(data, np.ones(500), 400, seed=1):
        width = data.source_lengths[rows].max() + data.target_lengths[rows].max()
        assert width * len(rows) <= 400 or len(rows) == 1


def test_the_same_seed_gives_the_same_plan_and_another_one_another() -> None:
    data = tokens(LENGTHS)
    plans = [plan_pass(data, np.full(500, 0.5), 400, seed) for seed in (1, 1, 2)]
    flat = [np.concatenate(p).tolist() for p in plans]
    assert flat[0] == flat[1] != flat[2]


def test_weights_multiply_kind_and_origin() -> None:
    data = tokens(LENGTHS[:4])
    assert example_weights(data, {"a": 2.0}, {"x": 0.5}).tolist() == [1.0, 0.0, 1.0, 0.0]


def test_padding_is_zero_and_a_multiple_of_eight() -> None:
    data = tokens([(3, 9), (10, 2)])
    out = pad(data.source, data.source_offsets, np.array([0, 1]))
    assert out.shape == (2, 16)
    assert out.sum(1).tolist() == [3, 10]
