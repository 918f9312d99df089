from summarizer.types import Article, CleanArticle, Coverage, Span, SummaryText


def test_a_piece_removed_inside_a_paragraph_leaves_no_space_before_punctuation() -> None:
    text = "Ông Sửu (ảnh), 67 tuổi, đến sớm. [x] Ông về muộn."
    spans = (Span(0, 7), Span(13, 32), Span(37, len(text)))
    story = CleanArticle(Article("a", text), (spans,))
    assert story.text == "Ông Sửu, 67 tuổi, đến sớm. Ông về muộn."


def test_coverage_of_an_empty_story_is_nothing() -> None:
    assert Coverage(0, 0, 0, 0).share == 0
    assert Coverage(4, 2, 200, 50).share == 0.25


def test_the_headline_stands_above_a_text_that_does_not_begin_with_it() -> None:
    def heading(text: str, headline: str) -> str:
        return SummaryText("vi", text, "extractive", headline=headline).heading

    assert heading("Bão số 9 vào bờ sáng nay.", "Năm người chết  trong bão") == "Năm người chết trong bão"
    assert heading("Bão số 9 vào bờ. Năm người chết.", "BÃO SỐ 9 VÀO BỜ") == ""
    assert heading("Bão số 9 vào bờ", "Bão số 9 vào bờ") == heading("Bão số 9 vào bờ.", "") == ""
