"""Statements given to somebody else."""

from collections.abc import Callable

import pytest

from summarizer.checks import ArticleFacts
from summarizer.checks.attribution import check_attribution
from summarizer.checks.speakers import goes_on, statements
from summarizer.types import Lang

ARTICLE = (
    "TS Đặng Thu Hiền, trưởng nhóm nghiên cứu, nói rạn san hô chưa chắc chịu được đợt nóng dài hơn tám tuần. "
    "Nhóm sẽ công bố số liệu vào cuối năm.\n"
    "Đội canh rạn có mười hai người dân đảo thay nhau tuần tra.\n"
    "Đại biểu Triệu Thị Vân khẳng định người dân không bắt buộc đổi giấy chứng nhận đất. "
    "Bà cũng cho rằng xã cần mở thêm điểm tiếp dân vào ngày nghỉ.\n"
    "Theo Bộ Y tế, cả nước ghi nhận hơn 500 ca mắc mới trong tuần. Hai bệnh viện tuyến cuối đã đầy.\n"
    "Các đội khác ở vùng biển này hoạt động theo mùa.\n"
    "Ông Lê Văn Tấn lái xuồng đưa đoàn ra đảo. Bộ Tài chính cấp vốn cho dự án."
)


@pytest.fixture
def reef(facts_of: Callable[..., ArticleFacts]) -> ArticleFacts:
    return facts_of(ARTICLE)


@pytest.mark.parametrize(
    ("summary", "lang", "said", "true"),
    [
        (
            "Ông Lê Văn Tấn nói rạn san hô chưa chắc chịu được đợt nóng dài hơn tám tuần.",
            "vi",
            "Lê Văn Tấn",
            "Đặng Thu Hiền",
        ),
        (
            "Theo TS Lê Văn Tấn, rạn san hô chưa chắc chịu được đợt nóng dài hơn tám tuần.",
            "vi",
            "Lê Văn Tấn",
            "Đặng Thu Hiền",
        ),
        (
            "Ông Lê Văn Tấn cho rằng xã cần mở thêm điểm tiếp dân vào ngày nghỉ.",  # the article goes on with "Bà"
            "vi",
            "Lê Văn Tấn",
            "Triệu Thị Vân",
        ),
        ("Theo Bộ Tài chính, cả nước ghi nhận hơn 500 ca mắc mới trong tuần.", "vi", "Bộ Tài chính", "Bộ Y tế"),
    ],
)
def test_flips(reef: ArticleFacts, summary: str, lang: Lang, said: str, true: str) -> None:
    (finding,) = check_attribution(reef, summary, lang)
    assert (finding.kind, finding.verdict, finding.text, finding.source_text) == (
        "attribution",
        "contradicted",
        said,
        true,
    )
    assert summary[finding.start : finding.end] == said
    assert finding.source is not None
    assert reef.text[finding.source.start : finding.source.end] == true


@pytest.mark.parametrize(
    ("summary", "lang"),
    [
        ("TS Đặng Thu Hiền nói rạn san hô chưa chắc chịu được đợt nóng dài hơn tám tuần.", "vi"),
        ("Bà Vân cho rằng xã cần mở thêm điểm tiếp dân vào ngày nghỉ.", "vi"),
        ("Theo Bộ Y tế, cả nước có hơn 500 ca mắc mới trong tuần.", "vi"),
        ("Ông Lê Văn Tấn nói thời tiết rất đẹp.", "vi"),  # nothing in the article to compare with
        ("Ông Phạm Văn Hùng nói rạn san hô chưa chắc chịu được đợt nóng dài hơn tám tuần.", "vi"),  # a wrong name
        ("Dang Thu Hien said the reef may not withstand longer heat.", "en"),
        ("Rạn san hô chưa chắc chịu được đợt nóng dài hơn tám tuần.", "vi"),
    ],
)
def test_what_may_be_true(reef: ArticleFacts, summary: str, lang: Lang) -> None:
    assert check_attribution(reef, summary, lang) == ()


@pytest.mark.parametrize(
    ("text", "lang", "names"),
    [
        ("Ông Quang cho biết vụ việc đã xong.", "vi", [{"quang"}]),
        ("Theo Bộ Công an, vụ việc đã xong.", "vi", [{"bo", "cong", "an"}]),
        ("Lương Tam Quang đã khẳng định điều đó.", "vi", [{"luong", "tam", "quang"}]),
        ("Governor Ignacio Valdebenito said it is no treaty.", "en", [{"ignacio", "valdebenito"}]),
        ("According to Mr. Quang, it is over.", "en", [{"quang"}]),
        ("Hải Lâm nói chung là yên.", "vi", []),  # a town
        ("Ông Quang đi Huế.", "vi", []),
    ],
)
def test_speakers(text: str, lang: Lang, names: list[set[str]]) -> None:
    assert [set(s.names) for s in statements(text, lang)] == names


def test_a_sentence_that_goes_on_with_a_pronoun() -> None:
    assert goes_on("Bà cũng cho rằng xã cần thêm người.", "vi")
    assert goes_on("She added that it rained.", "en")
    assert not goes_on("Nói thêm về vụ việc.", "vi")
