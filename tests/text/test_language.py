from __future__ import annotations

import pytest

from summarizer.errors import LanguageError
from summarizer.text.language import detect, sentence_language
from summarizer.text.normalize import nfc, strip_diacritics

VI = (
    "Sáng nay, xã Tân Hòa khánh thành cây cầu dài 120 m qua rạch Ông Tơ. Người dân hai bên rạch không còn phải đi đò. "
    "Theo kỹ sư Lê Văn Tấn, cầu chịu được xe 13 tấn và có lối riêng cho xe đạp."
)
EN = (
    "The commune of Tân Hòa opened a bridge over the Ông Tơ creek this morning. People on both sides no longer need "
    "the ferry. Engineer Lê Văn Tấn said it can carry trucks of 13 tonnes and has a lane for bicycles."
)
OTHERS = {
    "French": "Le village a inauguré ce matin un pont sur la rivière. Les habitants ne prennent plus le bac.",
    "German": "Das Dorf hat heute eine Brücke über den Fluss eröffnet. Die Bewohner brauchen die Fähre nicht mehr.",
    "Spanish": "El pueblo inauguró esta mañana un puente sobre el río. Los vecinos ya no necesitan la barca.",
    "Italian": "Il paese ha inaugurato questa mattina un ponte sul fiume. Gli abitanti non hanno più bisogno di nulla.",
    "Portuguese": "A vila inaugurou esta manhã uma ponte sobre o rio. Os moradores não precisam mais da balsa.",
    "Dutch": "Het dorp heeft vanmorgen een brug over de rivier geopend. De bewoners hebben de pont niet meer nodig.",
    "Indonesian": "Desa itu meresmikan jembatan di atas sungai pagi ini. Warga tidak lagi harus naik perahu.",
    "Chinese": "今天上午村里的新桥正式通车。两岸居民不再需要乘船过河。",
    "Japanese": "今朝、村の川に新しい橋が開通し、住民は渡し船に乗らなくてもよくなった。",
    "Korean": "오늘 아침 마을의 강을 가로지르는 다리가 개통되어 주민들은 더 이상 배를 타지 않아도 된다.",
    "Thai": "เช้าวันนี้หมู่บ้านเปิดสะพานข้ามแม่น้ำ ชาวบ้านไม่ต้องนั่งเรืออีกต่อไป",
    "Lao": "ເຊົ້ານີ້ ບ້ານໄດ້ເປີດຂົວຂ້າມແມ່ນໍ້າ",
    "Khmer": "ព្រឹកនេះ ភូមិបានសម្ពោធស្ពានឆ្លងទន្លេ",
    "Russian": "Сегодня утром в деревне открыли мост через реку. Жителям больше не нужен паром.",
    "Arabic": "افتتحت القرية صباح اليوم جسرا فوق النهر ولم يعد السكان بحاجة إلى العبارة.",
    "Hindi": "गाँव ने आज सुबह नदी पर एक पुल का उद्घाटन किया।",
    "Greek script": "Σήμερα το χωριό εγκαινίασε μια γέφυρα.",
}


def test_vietnamese_and_english() -> None:
    assert detect(VI) == "vi"
    assert detect(EN) == "en"
    assert detect(VI.upper()) == "vi"
    assert detect(EN.upper()) == "en"


def test_vietnamese_without_diacritics() -> None:
    assert detect(strip_diacritics(VI)) == "vi"
    assert detect(strip_diacritics(VI).lower()) == "vi"


@pytest.mark.parametrize(("name", "text"), OTHERS.items())
def test_another_language_is_named(name: str, text: str) -> None:
    with pytest.raises(LanguageError, match=name):
        detect(nfc(text))
    assert sentence_language(text) == "other"


def test_paragraphs_of_both_make_a_mixed_article() -> None:
    assert detect(f"{VI}\n\n{EN}") == "mixed"
    assert detect(f"{VI}\n{VI}\n{VI}\n\n{EN}\n{VI}") == "vi"  # one English paragraph in five
    assert detect(f"{EN}\n{EN}\nXem thêm: Tin khác") == "en"


def test_quotations_and_names_in_other_languages_change_nothing() -> None:
    assert detect(VI + " Ông gọi nó là “the bridge of hope” và “桥”.") == "vi"
    assert detect(EN + " The creek is called rạch Ông Tơ, the market chợ Ông Tơ, the road đường Trần Hưng Đạo.") == "en"


@pytest.mark.parametrize("text", ["", "123 456", "OK", "Joe Biden", "..."])
def test_no_evidence(text: str) -> None:
    assert sentence_language(text) == "unknown"
    with pytest.raises(LanguageError, match="cannot be told"):
        detect(text)


@pytest.mark.parametrize(
    "text",
    [
        "Xin chào",
        "Vào ngày mai",
        "Nga, Mỹ trao đổi “cứng rắn”",
        "Messi ghi bàn, Argentina thắng 3-1",
        "Thủ tướng Phạm Minh Chính tiếp Tổng thống Hàn Quốc",
        "Apple ra mắt iPhone mới tại Cupertino hôm qua",
        "Thu tuong chinh phu du le khai mac tai Ha Noi",
        "TAND TP.HCM tuyên án 12 năm tù",
    ],
)
def test_short_vietnamese(text: str) -> None:
    assert sentence_language(text) == "vi"


@pytest.mark.parametrize(
    "text",
    [
        "Yes we can",
        "Vietnam signs landmark cybercrime convention",
        "President Lương Cường chaired the ceremony in Hà Nội with Nguyễn Minh Vũ",
        "General Secretary Nguyen Phu Trong visits Laos",
        "Trần Văn Thủy, 61, was fined 20 million đồng",
        "North Korea's secret war tunnel system",
        "Merkel openly backs French presidential candidate Macron",
    ],
)
def test_short_english(text: str) -> None:
    assert sentence_language(text) == "en"
