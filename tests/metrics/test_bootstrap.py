from __future__ import annotations

import numpy as np
import pytest

from summarizer.metrics.base import mean_column, ratio_column
from summarizer.metrics.bootstrap import draw, interval, paired, resample


def test_the_mean_of_a_normal_sample_gets_its_textbook_interval():
    sample = np.random.default_rng(0).normal(0.4, 0.1, 400)
    column = mean_column("m", list(sample))
    low, high = interval(resample([column], 4000)[0])
    half = 1.96 * sample.std() / 20
    assert low == pytest.approx(sample.mean() - half, abs=0.002)
    assert high == pytest.approx(sample.mean() + half, abs=0.002)


def test_the_same_seed_gives_the_same_interval_and_another_does_not():
    column = mean_column("m", [0.1, 0.5, 0.9, 0.4, 0.2])
    one, again, other = (interval(resample([column], 300, seed)[0]) for seed in (1, 1, 2))
    assert one == again != other


def test_counts_in_each_resample_add_up_to_the_number_of_cases():
    chunks = list(draw(7, 150, 3))
    assert sum(len(chunk) for chunk in chunks) == 150
    assert all((chunk.sum(axis=1) == 7).all() for chunk in chunks)


def test_a_ratio_is_resampled_as_a_ratio_of_sums():
    column = ratio_column("r", [(1, 1), (0, 9)])
    assert column.value() == pytest.approx(0.1)
    assert set(np.round(resample([column], 500)[0], 3)) == {0.0, 0.1, 1.0}


def test_cases_left_out_do_not_count():
    column = mean_column("m", [0.5, None, 0.7])
    assert column.value() == pytest.approx(0.6)
    assert column.applies.tolist() == [True, False, True]
    assert np.isnan(column.per_case()[1])


def test_nothing_to_measure_is_not_a_number():
    column = mean_column("m", [None, None])
    assert np.isnan(column.value())
    assert all(np.isnan(bound) for bound in interval(resample([column], 100)[0]))
    assert np.isnan(paired(column, column).p)


def test_a_constant_gain_is_significant_and_no_gain_is_not():
    chance = np.random.default_rng(1)
    base = chance.uniform(0.2, 0.6, 60)
    better = mean_column("m", list(base + chance.normal(0.05, 0.02, 60)))
    same = mean_column("m", list(base + chance.normal(0.0, 0.05, 60)))
    plain = mean_column("m", list(base))
    gain, none = paired(better, plain), paired(same, plain)
    assert gain.significant
    assert gain.low > 0.03
    assert gain.delta == pytest.approx(0.05, abs=0.01)
    assert not none.significant
    assert none.low < 0 < none.high


def test_pairing_finds_what_two_intervals_hide():
    chance = np.random.default_rng(2)
    base = chance.uniform(0, 1, 40)
    one, other = mean_column("m", list(base + 0.02)), mean_column("m", list(base))
    ones, others = (interval(resample([column])[0]) for column in (one, other))
    assert ones[0] < others[1]
    assert paired(one, other).p < 0.01


def test_a_system_does_not_differ_from_itself():
    column = mean_column("m", [0.1, 0.4, 0.3])
    found = paired(column, column)
    assert (found.delta, found.low, found.high, found.p) == (0, 0, 0, 1)


def test_columns_over_different_cases_are_refused():
    with pytest.raises(ValueError, match="different numbers"):
        resample([mean_column("a", [1.0]), mean_column("b", [1.0, 2.0])])
