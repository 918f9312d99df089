import pytest

from summarizer.selection.quotations import inside_quotations
from summarizer.types import Sentence


def story(*texts: str) -> tuple[Sentence, ...]:
    return tuple(Sentence(i, 0, 1, text, i) for i, text in enumerate(texts))


@pytest.mark.parametrize(
    ("texts", "inside"),
    [
        (("Ông nói:", '"Cầu hỏng từ lâu.', "Không ai sửa cả.", 'Chỉ vậy thôi", ông kể.', "Hết."), {2}),
        (("“Mưa to.", "Nước dâng.", "Chưa rút”, bà nói.", "Trời tạnh."), {1}),
        (('Bà gọi đó là "hy vọng".', "Trời tạnh.", 'Ông gọi đó là "may".'), set()),
        (('"Một.', "Hai.", 'Ba", ông nói.', "Bốn.", '"Năm.', "Sáu.", 'Bảy", bà nói.'), {1, 5}),
        (("Mở”.", "Giữa.", "“Đóng"), set()),  # the first one closes
        (('Dấu lạc".', *["Câu."] * 9, 'Dấu lạc khác".'), set()),  # too far apart to belong together
        (("Không có dấu nào.",), set()),
        ((), set()),
    ],
)
def test_sentences_between_the_marks_are_inside(texts: tuple[str, ...], inside: set[int]) -> None:
    assert inside_quotations(story(*texts)) == inside
