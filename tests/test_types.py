from summarizer.types import Article, CleanArticle, Coverage, Span


def test_a_piece_removed_inside_a_paragraph_leaves_no_space_before_punctuation() -> None:
    text = "Ông Sửu (ảnh), 67 tuổi, đến sớm. [x] Ông về muộn."
    spans = (Span(0, 7), Span(13, 32), Span(37, len(text)))
    story = CleanArticle(Article("a", text), (spans,))
    assert story.text == "Ông Sửu, 67 tuổi, đến sớm. Ông về muộn."


def test_coverage_of_an_empty_story_is_nothing() -> None:
    assert Coverage(0, 0, 0, 0).share == 0
    assert Coverage(4, 2, 200, 50).share == 0.25
