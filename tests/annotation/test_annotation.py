from __future__ import annotations

import json
import threading
import urllib.error
import urllib.request

import pytest

from summarizer.annotation import (
    Kit,
    Rating,
    cohen_kappa,
    krippendorff_alpha,
    make_pairs,
    read_ratings,
    serve,
    summary_table,
)
from summarizer.annotation.ratings import sign_test
from summarizer.annotation.server import page_url
from summarizer.datasets.base import Example
from summarizer.errors import DataError
from summarizer.systems import prepare
from summarizer.systems.base import Output
from summarizer.systems.runner import Run
from summarizer.types import Article

STORIES = [
    prepare(
        Example(f"s{i}", Article(f"s{i}", f"Bài số {i} có một câu. Và câu nữa.", f"Tựa {i}"), "vi", {"vi": ("x",)}, {})
    )
    for i in range(8)
]
ONE = Run("ours", tuple(Output(s.id, {"vi": f"Bản A {s.id}"}) for s in STORIES))
TWO = Run("lead-2", tuple(Output(s.id, {"vi": "" if s.id == "s7" else f"Bản B {s.id}"}) for s in STORIES))


def pairs(rater="lan", seed=1):
    return make_pairs(STORIES, (ONE, TWO), "vi", rater, seed)


def test_pairs_are_blind_shuffled_and_the_same_again():
    made = pairs()
    assert made == pairs()
    assert made != pairs(rater="minh")
    assert len({pair.left for pair in made}) == 2
    assert [pair.item for pair in made] != sorted(pair.item for pair in made)
    for pair in made:
        assert {"ours", "lead-2"}.isdisjoint(pair.shown().values())
        assert (pair.left == "ours") == pair.left_text.startswith("Bản A")


def test_an_article_one_system_wrote_nothing_for_is_no_pair():
    assert "s7" not in {pair.item for pair in pairs()}


def test_equal_texts_are_no_pair():
    with pytest.raises(DataError, match="different texts"):
        make_pairs(STORIES, (ONE, ONE), "vi", "lan", 1)


def test_nothing_written_in_a_language_is_told():
    with pytest.raises(DataError, match="ours and lead-2"):
        make_pairs(STORIES, (ONE, TWO), "en", "lan", 1)


@pytest.fixture
def page(tmp_path):
    kit = Kit(pairs(), "lan", tmp_path / "r.jsonl")
    server = serve(kit)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield kit, page_url(server, kit).partition("?")[0]
    server.shutdown()
    server.server_close()
    thread.join()


def ask(url, body=None, **headers):
    request = urllib.request.Request(url, json.dumps(body).encode() if body is not None else None, headers)
    with urllib.request.urlopen(request) as reply:
        return reply.read().decode()


def refused(url, body=None, **headers):
    with pytest.raises(urllib.error.HTTPError) as found:
        ask(url, body, **headers)
    return found.value.code


def answer(item, **fields):
    return {"item": item, "faithfulness": "left", "coverage": "tie", "fluency": "right", "seconds": 3.21, **fields}


def test_a_whole_session(page):
    kit, url = page
    token = {"X-Token": kit.token}
    assert "Trung thực" in ask(url)
    state = json.loads(ask(f"{url}state", **token))
    assert (state["done"], state["all"]) == (0, 7)
    for count in range(7):
        state = json.loads(ask(f"{url}rating", answer(state["pair"]["item"], note="ổn"), **token))
        assert state["done"] == count + 1
    assert state["pair"] is None
    ratings = read_ratings([kit.file])
    assert {r.item for r in ratings} == {p.item for p in kit.pairs}
    for rating, pair in zip(ratings, kit.pairs, strict=True):
        assert (rating.faithfulness, rating.coverage, rating.fluency) == (pair.left, "tie", pair.right)
        assert rating.systems == ("lead-2", "ours")
        assert (rating.rater, rating.note, rating.seconds) == ("lan", "ổn", 3.2)


def test_a_session_goes_on_where_it_ended(page):
    kit, url = page
    first = kit.state()["pair"]["item"]
    ask(f"{url}rating", answer(first), **{"X-Token": kit.token})
    again = Kit(kit.pairs, "lan", kit.file)
    assert again.state()["done"] == 1
    assert again.state()["pair"]["item"] != first
    assert Kit(kit.pairs, "minh", kit.file).state()["done"] == 0


def test_others_are_kept_out(page):
    kit, url = page
    item = kit.pairs[0].item
    token = {"X-Token": kit.token}
    assert refused(f"{url}state") == 404
    assert refused(f"{url}rating", answer(item)) == 403
    assert refused(f"{url}rating", answer(item), **{"X-Token": "guess"}) == 403
    assert refused(url, Host="evil.example:80") == 403
    assert refused(f"{url}rating", answer(item), Host="evil.example:80", **token) == 403
    assert refused(f"{url}../etc/passwd", **token) == 404
    assert not kit.file.exists()


def test_wrong_answers_are_refused(page):
    kit, url = page
    item, token = kit.pairs[0].item, {"X-Token": kit.token}
    assert refused(f"{url}rating", answer("nobody"), **token) == 400
    assert refused(f"{url}rating", answer(item, fluency="ours"), **token) == 400
    assert refused(f"{url}rating", ["not", "an", "object"], **token) == 400
    assert refused(f"{url}rating", answer(item, note="x" * 70_000), **token) == 413
    assert not kit.file.exists()


def test_the_server_is_reachable_from_this_machine_only(page):
    assert page[1].startswith("http://127.0.0.1:")


def test_cohen_kappa_of_a_textbook_table():
    labels = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    assert cohen_kappa(labels) == pytest.approx(0.4)
    assert cohen_kappa([("a", "a"), ("b", "b")]) == 1
    assert cohen_kappa([]) != cohen_kappa([])


def test_krippendorff_alpha_of_the_published_example():
    # Krippendorff 2011, section C: four observers, twelve units, missing values, nominal labels.
    rows = {
        "A": [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
        "B": [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
        "C": [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
        "D": [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
    }
    units = [[str(row[i]) for row in rows.values() if row[i] is not None] for i in range(12)]
    assert krippendorff_alpha(units) == pytest.approx(0.743, abs=5e-4)


def test_alpha_needs_something_to_compare():
    assert krippendorff_alpha([["a"], ["b"]]) != krippendorff_alpha([["a"], ["b"]])
    assert krippendorff_alpha([["a", "a"], ["b", "b"]]) == 1


def test_sign_test():
    assert sign_test(9, 1) == pytest.approx(0.021484375)
    assert sign_test(5, 5) == 1
    assert sign_test(0, 0) == 1


def rating(item, rater, winner):
    return Rating(item, "vi", rater, ("lead-2", "ours"), "ours", winner, winner, "tie")


def test_the_table_counts_and_compares_raters():
    rated = [rating(f"s{i}", rater, "ours" if i < 6 else "tie") for i in range(8) for rater in ("lan", "minh")]
    table = summary_table([*rated, rating("s9", "lan", "lead-2")])
    assert "17 ratings of 9 pairs by 2 raters: lan, minh" in table
    assert "| faithfulness | 1 | 4 | 12 | p = 0.003 | 1.00 | 1.00 |" in table
    assert "| fluency | 0 | 17 | 0 | p = 1.000 | – | – |" in table


def test_no_ratings_are_told():
    with pytest.raises(DataError, match="no ratings yet"):
        summary_table([])


def test_a_file_that_is_no_rating_is_named(tmp_path):
    path = tmp_path / "x.jsonl"
    path.write_text('{"item": "a"}\n', encoding="utf-8")
    with pytest.raises(DataError, match=r"x\.jsonl, row 1"):
        read_ratings([path])


def test_ratings_of_different_comparisons_are_not_mixed(tmp_path):
    path = tmp_path / "x.jsonl"
    other = Rating("s1", "vi", "lan", ("lead-2", "luhn-2"), "luhn-2", "tie", "tie", "tie")
    path.write_text(rating("s0", "lan", "ours").line() + other.line(), encoding="utf-8")
    with pytest.raises(DataError, match="different pairs of systems"):
        read_ratings([path])
