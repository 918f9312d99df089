"""Word lists and patterns for planting errors; deliberately apart from those the checks read with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.types import Lang

FIGURES = re.compile(r"(?<![\w.,/-])\d+(?:[.,]\d+)*(?![\w/]|-\d|[.,]\d)|(?<=[$€£])\d+(?:[.,]\d+)*")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_MONTH = "|".join(MONTHS)
DATE: dict[Lang, re.Pattern[str]] = {
    "vi": re.compile(
        r"\d{1,2}/\d{1,2}/\d{4}|\d{1,2}/\d{1,2}(?![\d/])|\d{1,2}/\d{4}|tháng \d{1,2}(?!\d)|năm (?:19|20)\d\d|"
        r"(?<![\d.,/])(?:19|20)\d\d(?![\d.,]\d|\d)"
    ),
    "en": re.compile(
        rf"(?:{_MONTH}) \d{{1,2}}(?:, \d{{4}})?(?!\d)|\d{{1,2}} (?:{_MONTH})(?: \d{{4}})?|(?:{_MONTH}) \d{{4}}|"
        rf"(?<=[a-z,] )(?:{_MONTH})(?!\w)|(?<![\d.,/])(?:19|20)\d\d(?!\d|[.,]\d|s)"
    ),
}
_UPPER = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
_WORD = rf"[{_UPPER}][^\W\d_A-Z]+"
# Two to four capitalised words, or one after a form of address; never the first word of a sentence.
NAME: dict[Lang, re.Pattern[str]] = {
    "vi": re.compile(rf"(?<=[a-zà-ỹđ,] )(?:{_WORD} ){{1,3}}{_WORD}(?!\w)|(?<=ông ){_WORD}(?!\w)|(?<=bà ){_WORD}(?!\w)"),
    "en": re.compile(
        rf"(?<=[a-z,] )(?:(?:{_WORD}) ){{1,3}}(?:{_WORD})(?!\w)|(?<=of )(?:{_WORD})(?!\w)|(?<=in )(?:{_WORD})(?!\w)"
    ),
}
NO_NAMES = frozenset(MONTHS) | {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
PEOPLE: dict[Lang, Sequence[str]] = {
    "vi": ("Vũ Hoài Sơn", "Đinh Thị Mai Anh", "Lương Quốc Bảo", "Trịnh Văn Tùng", "Cao Thị Ngọc", "Hồ Đức Thịnh"),
    "en": ("Vu Hoai Son", "Dinh Thi Mai Anh", "Luong Quoc Bao", "Trinh Van Tung", "Peter Lindqvist", "Ho Duc Thinh"),
}
PLACES: dict[Lang, Sequence[str]] = {
    "vi": ("Phú Thọ", "Bạc Liêu", "Hàn Quốc", "Ba Lan", "Cao Bằng", "Thái Bình", "Na Uy", "Tân Phước Khánh"),
    "en": ("Phu Tho", "Bac Lieu", "South Korea", "Poland", "Cao Bang", "Norway", "Tan Phuoc Khanh", "Argentina"),
}
SYLLABLES: dict[Lang, Sequence[str]] = {
    "vi": ("Hùng", "Phúc", "Thắng", "Ngân", "Quý", "Sơn", "Trâm", "Bích", "Khoa", "Vinh", "Đạt", "Nhung"),
    "en": ("Hung", "Phuc", "Thang", "Ngan", "Quy", "Son", "Tram", "Bich", "Khoa", "Vinh", "Dat", "Nhung"),
}
SIZES: dict[Lang, dict[str, Sequence[str]]] = {
    "vi": {"triệu": ("tỷ", "nghìn"), "tỷ": ("triệu",), "nghìn": ("triệu",), "nghìn tỷ": ("tỷ", "triệu")},
    "en": {"million": ("billion", "thousand"), "billion": ("million", "trillion"), "trillion": ("billion",)},
}
BOUNDS: dict[Lang, dict[str, Sequence[str]]] = {
    "vi": {"hơn": ("gần", "dưới"), "gần": ("hơn", "trên"), "ít nhất": ("gần",), "chưa đầy": ("hơn",)},
    "en": {
        "more than": ("nearly", "fewer than"),
        "over": ("nearly",),
        "nearly": ("more than", "over"),
        "almost": ("more than",),
        "at least": ("nearly",),
        "fewer than": ("more than",),
        "less than": ("more than",),
    },
}
_VI_NUMBERS = ("ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_EN_NUMBERS = ("three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBER_WORDS: dict[Lang, dict[str, Sequence[str]]] = {
    "vi": {n: tuple(m for m in _VI_NUMBERS if m not in (n, "năm")) for n in _VI_NUMBERS if n != "năm"},
    "en": {n: tuple(m for m in _EN_NUMBERS if m != n) for n in _EN_NUMBERS},
}
NUMBER_VALUES = {word: value for row in (_VI_NUMBERS, _EN_NUMBERS) for value, word in enumerate(row, start=3)}
TITLES: dict[Lang, dict[str, Sequence[str]]] = {
    "vi": {
        "Chủ tịch nước": ("Thủ tướng", "Tổng Bí thư"),
        "Thủ tướng": ("Chủ tịch nước", "Phó Thủ tướng"),
        "Thứ trưởng": ("Bộ trưởng",),
        "Bộ trưởng": ("Thứ trưởng", "Thủ tướng"),
        "Tổng Thư ký": ("Phó Tổng Thư ký", "Chủ tịch"),
        "Phó Chủ tịch": ("Chủ tịch", "Bí thư"),
        "Chủ tịch": ("Phó Chủ tịch", "Bí thư"),
        "Phó Giám đốc": ("Giám đốc",),
        "Giám đốc": ("Phó Giám đốc", "Hiệu trưởng"),
        "Đại tướng": ("Trung tướng", "Đại tá"),
        "Thiếu tướng": ("Đại tướng", "Đại tá"),
        "Ông": ("Bà",),
        "ông": ("bà",),
        "Bà": ("Ông",),
        "bà": ("ông",),
        "TS": ("GS", "ThS"),
        "ThS": ("TS",),
        "PGS": ("ThS",),
        "bác sĩ": ("luật sư",),
        "thẩm phán": ("luật sư",),
        "luật sư": ("thẩm phán",),
    },
    "en": {
        "President": ("Prime Minister", "Foreign Minister"),
        "Prime Minister": ("President", "Deputy Prime Minister"),
        "Deputy Minister": ("Minister",),
        "Foreign Minister": ("Prime Minister", "Deputy Foreign Minister"),
        "Public Security Minister": ("Foreign Minister",),
        "Secretary-General": ("President", "Under-Secretary-General"),
        "vice chairman": ("chairman",),
        "chairman": ("vice chairman", "director"),
        "deputy director": ("director",),
        "director": ("deputy director", "minister"),
        "Ambassador": ("President",),
        "General": ("Colonel",),
        "Mr": ("Mrs",),
        "Mrs": ("Mr",),
        "spokesperson": ("minister",),
        "judge": ("lawyer",),
        "lawyer": ("judge",),
        "coach": ("captain",),
        "captain": ("coach",),
    },
}
NEGATIONS: dict[Lang, dict[str, Sequence[str]]] = {
    "vi": {
        "chưa": ("đã",),
        "không": ("đã",),
        "đã": ("chưa", "không"),
        "sẽ": ("sẽ không",),
        "vừa": ("chưa",),
        "không được": ("được",),
        "được": ("không được",),
        "có thể": ("không thể",),
    },
    "en": {
        "has": ("has not",),
        "have": ("have not",),
        "will": ("will not",),
        "is": ("is not",),
        "are": ("are not",),
        "was": ("was not",),
        "were": ("were not",),
        "does not": ("does",),
        "did not": ("did",),
        "has not": ("has",),
        "will not": ("will",),
        "is not": ("is",),
        "not": ("",),
        "can": ("cannot",),
        "no": ("a",),
    },
}
_SAYS: dict[Lang, str] = {
    "vi": "phát biểu|cho biết|cho hay|nói|khẳng định|nhấn mạnh|cho rằng|tuyên bố|thông báo|cảnh báo|kêu gọi|khai",
    "en": "said|says|told|announced|stressed|warned|argued|stated|confirmed|denied|denies|added|insisted|urged|advises",
}
# A name of two words or more beside what makes it a speaker.
SPEAKER: dict[Lang, re.Pattern[str]] = {
    "vi": re.compile(
        rf"(?P<name>{_WORD}(?: {_WORD}){{1,3}})(?= (?:đã |cũng |còn )?(?:{_SAYS['vi']})(?!\w))|"
        rf"(?<=[Tt]heo )(?:ông |bà |TS |ThS |bác sĩ )?(?P<named>{_WORD}(?: {_WORD}){{1,3}})"
    ),
    "en": re.compile(
        rf"(?P<name>{_WORD}(?: {_WORD}){{1,3}})(?= (?:also |has )?(?:{_SAYS['en']})(?!\w))|"
        rf"(?<=according to )(?P<named>{_WORD}(?: {_WORD}){{1,3}})"
    ),
}
# Somebody else of the article: a name of three words, or one after a form of address.
PERSON: dict[Lang, re.Pattern[str]] = {
    "vi": re.compile(rf"(?<=[a-zà-ỹđ,] )(?P<name>{_WORD}(?: {_WORD}){{2,3}})(?!\w| {_WORD})"),
    "en": re.compile(rf"(?<=[a-z,] )(?P<name>{_WORD}(?: {_WORD}){{1,2}})(?=,? (?:{_SAYS['en']}|\d|a |the |who ))"),
}
QUOTE = re.compile(r"(?<!\S)(?:“(?P<curly>[^“”\n]{20,300})”|\"(?P<straight>[^\"\n]{20,300})\")")
