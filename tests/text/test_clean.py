from __future__ import annotations

from itertools import pairwise

import pytest

from summarizer.errors import InputError, LanguageError
from summarizer.text.clean import clean
from summarizer.text.normalize import collapse
from summarizer.text.reasons import REASONS
from summarizer.text.sentences import sentences
from summarizer.types import Article, CleanArticle

STORY = "Sáng nay, xã Tân Hòa khánh thành cây cầu dài 120 m qua rạch Ông Tơ."
MORE = "Người dân hai bên rạch không còn phải đi đò."


def cleaned(*lines: str, title: str = "") -> CleanArticle:
    return clean(Article("a", "\n\n".join(lines), title=title))


def removed(*lines: str, title: str = "") -> list[tuple[str, str]]:
    return [(piece.reason, piece.text) for piece in cleaned(*lines, title=title).removed]


@pytest.mark.parametrize(
    ("reason", "line"),
    [
        ("timestamp", "Thứ bảy, 25/10/2025, 07:30 (GMT+7)"),
        ("timestamp", "date 2025-03-12T15:46:00+07:00"),
        ("timestamp", "Published: 12 March 2025, 07:45 GMT"),
        ("caption", "Các đại biểu dự bế mạc"),
        ("caption", "Chủ tịch xã phát biểu tại buổi lễ"),
        ("caption", "ổng Thư ký Liên hợp quốc phát biểu tại buổi lễ"),
        ("caption", "Quang cảnh lễ khánh thành"),
        ("caption", "Bà Tư (bìa phải) cùng hàng xóm"),
        ("caption", "Cây cầu nhìn từ trên cao - Ảnh: TRẦN MINH"),
        ("caption", "Ảnh minh họa"),
        ("caption", "A general view of the new bridge"),
        ("credit", "ẢNH: TTXVN"),
        ("credit", "(Ảnh: Đ. X)"),
        ("credit", "Đồ họa: Mai Chi"),
        ("credit", "Photo by Le Hoang Nam"),
        ("video", "XEM VIDEO"),
        ("video", "date 2025-09-25 XEM VIDEO:"),
        ("video", "Video: Khánh thành cầu Ông Tơ"),
        ("video", "Clip: Khánh thành cầu Ông Tơ ở TP. Thủ Đức."),
        ("related", ">> Xem thêm: Cầu treo Tân Hòa đã cũ"),
        ("related", "Xem thêm > > Cầu treo Tân Hòa đã cũ"),
        ("related", "Tin liên quan"),
        ("source", "(Theo TTXVN)"),
        ("source", "(Tổng hợp)"),
        ("source", "Nguồn: nhandan.vn"),
        ("tags", "Từ khóa: cầu, rạch Ông Tơ"),
        ("tags", "#cầu #TânHòa"),
        ("share", "Chia sẻ Facebook Zalo"),
        ("share", "Bình luận (12)"),
        ("promo", "QUẢNG CÁO"),
        ("promo", "Sign up for our daily newsletter"),
        ("legal", "® Ghi rõ nguồn khi phát hành lại thông tin từ trang này."),
        ("legal", "* Tên nhân vật đã được thay đổi"),
        ("navigation", "Trang chủ > Thời sự"),
        ("navigation", "00:00 / 03:12"),
        ("separator", "* * *"),
    ],
)
def test_a_line_of_boilerplate(reason: str, line: str) -> None:
    assert removed(STORY, line, MORE) == [(reason, line)]


@pytest.mark.parametrize(
    "line",
    [
        "Ảnh của bà được treo ở đầu cầu.",
        "Ảnh: đó là thứ ông gọi là nhật ký không chữ.",
        'Dưới bức hình, ông chỉ ghi: "Ảnh: cháu nội chụp".',
        "Video dài ba phút đã được xem hai triệu lượt.",
        "Video: 1,4 triệu lượt xem. Sự thật: không có gì.",
        "Xem thêm một lần nữa, bà mới nhận ra con mình.",
        "Chia sẻ với báo chí, ông cho biết cầu làm mất hai năm.",
        "Tác giả của cây cầu là kỹ sư Lê Văn Tấn.",
        "Nguồn nước dưới cầu đã bớt đục.",
        "Theo ông Tấn, cầu chịu được 13 tấn.",
        "Các đại biểu dự lễ vỗ tay rất lâu.",
        "Quảng cáo che kín hai đầu cầu.",
        "Ngày 5/3, cầu cũ bị sập.",
        "Công nghệ vì con người, số hóa vì hòa bình",  # a heading
        "Tổng thống không tham dự hội nghị cấp cao",
        "- Lúa đông xuân: 5.740 ha, trong đó 1.120 ha mất trắng",
        "Mẹ về theo lối hoa vàng",
        "Bạn đọc Lương Thị Hòa gửi đến tòa soạn một bức thư cảm ơn.",
        "Đăng ký nhận tin của báo, ông cho biết, là việc ông không làm.",
    ],
)
def test_a_true_line_stays(line: str) -> None:
    assert removed(STORY, line, MORE) == []


@pytest.mark.parametrize(
    ("dateline", "rest"),
    [
        ("Hà Nội, ngày 25/10 (TTXVN) - ", STORY),
        ("(Dân trí) - ", STORY),
        ("HNMO - ", STORY),
        ("VOV.VN - ", STORY),
        ("HANOI, March 12 (Reuters) - ", "The bridge over the creek opened on Monday."),
        ("CA MAU, Vietnam (AP) — ", "The bridge over the creek opened on Monday."),
    ],
)
def test_dateline(dateline: str, rest: str) -> None:
    result = cleaned(dateline + rest)
    assert [piece.reason for piece in result.removed] == ["dateline"]
    assert result.text == rest


@pytest.mark.parametrize(
    "text",
    [
        "UNESCO - tổ chức văn hóa của Liên hợp quốc - vừa ghi danh làng gốm này vào danh sách di sản.",
        "UNESCO - Tổ chức Giáo dục, Khoa học và Văn hóa của Liên hợp quốc - vừa ghi danh làng gốm này.",
        "ASEAN - Nhật Bản thúc đẩy hợp tác xây dựng cầu đường trong năm nay, theo tuyên bố sáng nay.",
        "Lê Văn Tấn (Hà Nội) - người thiết kế cây cầu - vừa được thưởng mười triệu đồng.",
        "Lê Văn Tấn (Hà Nội): Tôi cho rằng cây cầu này sẽ đứng vững thêm năm mươi năm nữa.",
        "Hà Nội - Huế - Sài Gòn là tên một bài hát mà bà con hay hát khi qua cầu.",
        "COVID-19 khiến cây cầu phải dừng thi công gần hai năm liền.",
    ],
)
def test_a_sentence_that_opens_like_a_dateline(text: str) -> None:
    assert removed(text) == []


def test_date_of_the_page_before_the_first_sentence() -> None:
    result = cleaned(" date 2025-10-26 " + STORY, MORE)
    assert [(piece.reason, piece.text) for piece in result.removed] == [("timestamp", "date 2025-10-26 ")]
    assert result.text == f"{STORY}\n{MORE}"


def test_pieces_inside_a_paragraph_leave_its_sentences_whole() -> None:
    text = f"{STORY} Quang cảnh lễ khánh thành. Ảnh: Vũ Sinh/TTXVN {MORE} (Theo TTXVN)"
    result = cleaned(text)
    assert [(piece.reason, piece.text) for piece in result.removed] == [
        ("caption", "Quang cảnh lễ khánh thành. Ảnh: Vũ Sinh/TTXVN"),
        ("source", " (Theo TTXVN)"),
    ]
    assert [sentence.text for sentence in sentences(result)] == [STORY, MORE]


def test_a_pointer_to_a_picture_is_taken_out_of_its_sentence() -> None:
    result = cleaned("Ông Sửu (ảnh), 67 tuổi, là người góp tiền làm cầu.")
    assert [sentence.text for sentence in sentences(result)] == ["Ông Sửu, 67 tuổi, là người góp tiền làm cầu."]


def test_a_story_paragraph_with_a_credit_keeps_its_sentence() -> None:
    line = "Ông Tấn cho biết cầu chịu được xe 13 tấn. Ảnh: VGP"
    assert removed(STORY, line, MORE) == [("credit", "Ảnh: VGP")]
    assert removed("Cây cầu bắc qua rạch đã xong. Ảnh: VGP") == [("credit", "Ảnh: VGP")]  # all there is


def test_caption_and_credit_on_two_lines() -> None:
    lines = ("Người dân chạy thử xe máy qua cầu", "Ảnh: Minh Khôi")
    assert removed(STORY, *lines, MORE) == [("caption", lines[0]), ("credit", lines[1])]


def test_the_repeated_title_and_the_section_above_it() -> None:
    lines = ("Thời sự", "Tân Hoà có cầu mới", STORY, MORE)
    assert removed(*lines, title="Tân Hòa có cầu mới") == [("navigation", lines[0]), ("title", lines[1])]


def test_without_a_title_the_first_line_is_the_headline() -> None:
    assert removed("Chủ tịch nước dự lễ khánh thành cầu", STORY, MORE) == []


def test_box_of_links_ends_where_the_story_goes_on() -> None:
    result = removed(STORY, "Tin liên quan", "Cầu cũ sập vì sao?", "Ba cây cầu sắp xây", MORE)
    assert [reason for reason, _ in result] == ["related"] * 3
    tight = clean(Article("a", f"{STORY}\n\nTin liên quan\nCầu cũ sập vì sao?\n\nVì sao cầu mới?\n\n{MORE}"))
    assert "Vì sao cầu mới?" in tight.text


def test_names_below_the_story_are_bylines_and_long_lists_are_not() -> None:
    assert removed(STORY, MORE, "Minh Khôi - Thu Hà") == [("byline", "Minh Khôi - Thu Hà")]
    names = ("Lê Văn Tấn", "Trần Thị Bé", "Ngô Văn Sáu", "Lý Thị Mười")
    assert removed(STORY, "Danh sách người góp tiền:", MORE, *names) == []


def test_a_name_glued_to_the_end_of_the_story() -> None:
    assert removed(STORY, f"HNMO - {MORE} Thu Hà") == [("byline", "Thu Hà")]
    assert removed(STORY, f"{MORE} Thu Hà (Theo AFP)") == [("byline", "Thu Hà (Theo AFP)")]
    assert removed(STORY, f"{MORE} Theo Trí Thức Trẻ") == [("source", "Theo Trí Thức Trẻ")]
    assert removed(f"(Dân trí) - {STORY} PV. Ảnh: VGP")[1:] == [("byline", "PV."), ("credit", "Ảnh: VGP")]
    assert removed(STORY, "Anh hỏi bà ở đâu ra. Việt Nam.") == []
    assert removed(STORY, f"{MORE} Ông mừng.") == []
    assert removed(f"{MORE} Thu Hà", STORY) == []  # only at the very end


def test_offsets_and_pieces_agree_with_the_text() -> None:
    result = cleaned("HNMO - " + STORY, "Các đại biểu dự lễ", MORE + " Ảnh: VGP", "PV")
    text = result.article.text
    assert all(text[piece.start : piece.end] == piece.text for piece in result.removed)
    assert all(piece.reason in REASONS for piece in result.removed)
    kept = [(span.start, span.end) for spans in result.paragraphs for span in spans]
    gone = [(piece.start, piece.end) for piece in result.removed]
    everything = sorted(kept + gone)
    assert all(a[1] <= b[0] for a, b in pairwise(everything))
    left = "".join(text[a:b] for a, b in everything)
    assert collapse(left).replace(" ", "") == collapse(text).replace(" ", "")


def test_a_story_on_one_line_that_begins_like_a_video_is_kept() -> None:
    story = "Xem clip: " + f"{STORY} {MORE} " * 4
    result = cleaned(story)
    assert [piece.reason for piece in result.removed] == ["video"]
    assert len(sentences(result)) == 8


def test_english_article() -> None:
    result = cleaned("The bridge opened on Monday.", "Read more: Old bridges", "It took two years to build.")
    assert result.language == "en"
    assert [piece.reason for piece in result.removed] == ["related"]


@pytest.mark.parametrize("text", ["", "  \n\t\n ", "\ufeff"])
def test_nothing_to_read(text: str) -> None:
    with pytest.raises(InputError, match="no text"):
        clean(Article("a", text))


def test_nothing_left() -> None:
    with pytest.raises(InputError, match="no story"):
        cleaned("XEM VIDEO", "Trang chủ > Thời sự", "Ảnh: TTXVN")


def test_foreign_language_is_told_on_what_is_left() -> None:
    with pytest.raises(LanguageError, match="French"):
        cleaned("Xem thêm: Tin mới", "Le président est arrivé à Paris, où il a été reçu par le maire de la ville.")
