from summarizer.text.changes import changed


def test_places_change_and_the_rest_stays() -> None:
    assert changed("một hai ba", [(4, 7, "two"), (0, 3, "one")]) == "one two ba"
    assert changed("một hai ba", []) == "một hai ba"


def test_of_places_that_overlap_the_first_changes() -> None:
    assert changed("một hai ba", [(4, 10, "x"), (0, 7, "one two")]) == "one two ba"
