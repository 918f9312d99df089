from __future__ import annotations

from summarizer.text.paragraphs import paragraph_spans


def paragraphs(text: str) -> list[str]:
    return [text[span.start : span.end] for span in paragraph_spans(text)]


def test_a_line_is_a_paragraph() -> None:
    assert paragraphs("Một.\nHai.\r\n\r\n  Ba. \n\n") == ["Một.", "Hai.", "Ba."]
    assert paragraphs(" \n\t\n") == []


def test_wrapped_text_is_put_together() -> None:
    wrapped = (
        "Sáng nay, xã Tân Hòa khánh thành cây cầu dài 120 m\n"
        "qua rạch Ông Tơ, thay cho bến đò có từ năm 1962 và\n"
        "cây cầu khỉ mà học sinh trong vùng vẫn phải đi qua\n"
        "mỗi ngày.\n"
        "\n"
        "Kỹ sư Lê Văn Tấn cho biết cầu chịu được xe 13 tấn,\n"
        "có lối riêng cho xe đạp và người đi bộ, được thắp\n"
        "sáng suốt đêm.\n"
    )
    found = paragraphs(wrapped)
    assert len(found) == 2
    assert found[0].endswith("mỗi ngày.")
    assert found[1].startswith("Kỹ sư")


def test_lists_and_dialogues_are_not_wrapped_text() -> None:
    assert len(paragraphs("- Lúa: 20 ha\n- Ngô: 30 ha\n- Khoai: 4 ha\n- Sắn: 7 ha")) == 4
    lines = "Anh đi đâu đấy, có xa lắm không mà vội thế?\n" * 5
    assert len(paragraphs(lines)) == 5


def test_newspaper_paragraphs_of_one_long_line_each() -> None:
    line = "Người dân hai bên rạch không còn phải đi đò để sang chợ, cũng không phải chờ con nước lên mới đưa lúa về. "
    assert len(paragraphs("\n".join([line * 2] * 4))) == 4
