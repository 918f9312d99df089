from __future__ import annotations

import unicodedata
import zlib

import pytest

from summarizer.errors import InputError
from summarizer.text.encodings import decode
from summarizer.text.legacy import _TCVN3, _VNI, from_tcvn3, from_vni, guess_legacy

MOTTO = "Cộng hòa xã hội chủ nghĩa Việt Nam. Độc lập - Tự do - Hạnh phúc."
MOTTO_TCVN3 = "Céng hßa x· héi chñ nghÜa ViÖt Nam. §éc lËp - Tù do - H¹nh phóc."
MOTTO_VNI = "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam. Ñoäc laäp - Töï do - Haïnh phuùc."
PARAGRAPHS = (
    "Chiều 12/6, đoàn khảo sát rời bến Gò Găng lúc 15h30, mang theo 240 kg thiết bị đo mặn và bốn bao gạo.",
    "Ông Ngữ kể: “Nước lên nhanh quá, tôi chỉ kịp ôm cuốn sổ đỏ với tấm ảnh cưới”. Bà vợ ông thì cười.",
    "Quỹ khuyến học của xã đã trao 57 suất học bổng, mỗi suất 1.500.000 đồng, cho học sinh nghèo ở ấp Đuôi Chuột.",
    "Ở chợ nổi, ghe thuyền tấp nập từ lúc mờ sáng; người mua kẻ bán í ới gọi nhau, mùi bún riêu thoảng trên mặt nước.",
    "Kỹ sư Ỷ Lan Hương vẫn giữ thói quen ghi chép tỉ mỉ: nhiệt độ, độ ẩm, hướng gió, kể cả tiếng ếch kêu ngoài ruộng.",
)
ENGLISH = (
    "The café's owner — a naïve man, she said — sold “fresh” crème brûlée for £4.50 on the Champs-Élysées until 2019.",
    "Prices rose 3% in Hồ Chí Minh City, the ministry said. “We expect more,” Mr. Đặng told reporters.",
)
FRENCH = (
    "Le président est arrivé à Hà Nội où il a été reçu. Né en 1958, il a déjà visité la région à l'été, côté forêt."
)


def tcvn3(text: str) -> bytes:
    """Encode; a capital with a tone goes into the capital font as its small letter."""
    table = {letter: code for code, letter in _TCVN3.items()}
    signs = str.maketrans("“”…–", '"".-')
    return "".join(table.get(c, table.get(c.lower(), c)) for c in text.translate(signs)).encode("latin-1")


def vni(text: str) -> bytes:
    table = {letter: code for code, letter in _VNI.items()}
    table |= {letter.upper(): code.upper() for letter, code in table.items()}
    signs = str.maketrans("“”…–", '"".-')
    return "".join(table.get(c, c) for c in text.translate(signs)).encode("latin-1")


def windows_1258(text: str) -> bytes:
    """Encode as a Vietnamese Windows does: a marked vowel, then the tone as a combining character."""
    out = ""
    for c in text:
        parts = unicodedata.normalize("NFD", c)
        tone = [p for p in parts if p in "\u0300\u0301\u0303\u0309\u0323"]
        base = unicodedata.normalize("NFC", "".join(p for p in parts if p not in tone))
        out += base + "".join(tone)
    return out.encode("cp1258")


def plain_signs(text: str) -> str:
    return text.translate(str.maketrans("“”…–", '"".-'))


@pytest.mark.parametrize("text", [*PARAGRAPHS, *ENGLISH, FRENCH, MOTTO, "", "Hà Nội", "plain ascii", "Né, thé, à, ô"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_utf8_is_left_as_it_is(text: str, form: str) -> None:
    decoded = decode(unicodedata.normalize(form, text).encode())  # type: ignore[arg-type]
    assert (decoded.text, decoded.encoding, decoded.warnings) == (text, "utf-8", ())


@pytest.mark.parametrize("text", [*PARAGRAPHS, *ENGLISH])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.encoding == encoding
    assert not decoded.warnings


def test_big_endian_mark() -> None:
    assert decode(b"\xfe\xff" + PARAGRAPHS[0].encode("utf-16-be")).text == PARAGRAPHS[0]


@pytest.mark.parametrize("text", [*PARAGRAPHS, *ENGLISH])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("text", PARAGRAPHS)
def test_windows_1258(text: str) -> None:
    decoded = decode(windows_1258(text))
    assert decoded.text == text
    assert decoded.encoding == "windows-1258"
    assert "windows-1258" in decoded.warnings[0]


def test_tables_against_known_spellings() -> None:
    assert from_tcvn3(MOTTO_TCVN3) == MOTTO
    assert from_vni(MOTTO_VNI) == MOTTO
    assert from_vni("TRÖÔØNG ÑAÏI HOÏC, Myõ Tho, ngöôøi Ê-ñeâ") == "TRƯỜNG ĐẠI HỌC, Mỹ Tho, người Ê-đê"
    assert from_tcvn3("TR¦êNG, NéI") == "TRƯỜNG, NỘI"  # capitals: the small letter in the capital font


@pytest.mark.parametrize("text", [*PARAGRAPHS, MOTTO])
@pytest.mark.parametrize(("encode", "name"), [(tcvn3, "TCVN3"), (vni, "VNI")])
def test_legacy_bytes(text: str, encode, name: str) -> None:  # type: ignore[no-untyped-def]
    decoded = decode(encode(text))
    assert decoded.encoding == name
    assert decoded.warnings == (f"decoded from {name}",)
    expected = plain_signs(text)
    assert decoded.text == (expected.replace("Ỷ", "ỷ") if name == "TCVN3" else expected)  # inside a sentence: lost


@pytest.mark.parametrize("text", [*PARAGRAPHS, MOTTO])
@pytest.mark.parametrize(("encode", "name"), [(tcvn3, "TCVN3"), (vni, "VNI")])
def test_legacy_read_as_latin_1_and_saved_as_utf8(text: str, encode, name: str) -> None:  # type: ignore[no-untyped-def]
    decoded = decode(encode(text).decode("latin-1").encode("utf-8"))
    assert decoded.encoding == "utf-8"
    assert name in decoded.warnings[0]
    assert decoded.text.lower() == plain_signs(text).lower()


def test_all_paragraphs_together_come_back() -> None:
    text = plain_signs("\n".join(PARAGRAPHS)).replace("Ỷ", "ỷ")
    assert decode(tcvn3(text)).text == decode(vni(text)).text == text


def test_mixed_text_is_not_taken_for_legacy() -> None:
    for text in (*ENGLISH, FRENCH, *PARAGRAPHS, "\n".join((*ENGLISH, *PARAGRAPHS, FRENCH))):
        assert guess_legacy(text) == (text, "")


def test_western_windows_text() -> None:
    decoded = decode("“It’s naïve,” he said – and left the café. It was late, and the road was long.".encode("cp1252"))
    assert decoded.text.startswith("“It’s naïve,” he said –")
    assert decoded.warnings == ("decoded from windows-1252",)


def test_a_few_broken_bytes_are_replaced_with_a_warning() -> None:
    data = PARAGRAPHS[1].encode()
    cut = data.index("quá".encode()) + 3  # inside á
    decoded = decode(data[:cut] + b"\xff" + data[cut:])
    assert "\ufffd" in decoded.text
    assert f"byte {cut - 1}" in decoded.warnings[0]
    assert decoded.text.startswith("Ông Ngữ kể: “Nước lên nhanh")


def test_a_text_cut_inside_its_last_character() -> None:
    decoded = decode(PARAGRAPHS[0].encode() + "ế".encode()[:2])
    assert decoded.text == PARAGRAPHS[0] + "\ufffd"
    assert "1 byte sequence is not UTF-8" in decoded.warnings[0]


def test_garbage_names_the_first_bad_byte() -> None:
    data = b"abc " + bytes(range(0x80, 0x100)) * 3
    with pytest.raises(InputError, match="byte 4"):
        decode(data)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "PNG"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "JPEG"),
        (b"PK\x03\x04" + bytes(50), "ZIP"),
        (b"%PDF-1.7\n", "PDF"),
        (zlib.compress(b"a" * 5000)[:4] + b"\0\0\1\2 text", "NUL"),
        (b"text\0text and more text", "NUL"),
        (b"\x01\x02\x03\x04 \x05\x06", "control"),
    ],
)
def test_binary_is_refused(data: bytes, kind: str) -> None:
    with pytest.raises(InputError, match=kind):
        decode(data)


def test_a_text_may_begin_like_a_signature() -> None:
    assert decode(b"ID3 is a tag. GIF89a is a format.").encoding == "utf-8"


def test_broken_utf16() -> None:
    with pytest.raises(InputError, match="utf-16"):
        decode(b"\xff\xfea\0b")
