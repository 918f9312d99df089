"""What numbers count: units of measure, money and time in both languages, as (dimension, factor)."""

from __future__ import annotations

from summarizer.checks.tokens import Tokens
from summarizer.text.wordlist import words
from summarizer.types import Lang

# dimension, factor to its base unit, then the spellings of each language. Spellings are token keys joined by spaces.
_TABLE: tuple[tuple[str, float, str, str], ...] = (
    ("percent", 1, "%|phần trăm|điểm phần trăm|điểm %", "%|percent|per cent|pct|percentage point|percentage points"),
    ("permille", 1, "‰|phần nghìn|phần ngàn", "‰|per mille|parts per thousand"),
    ("vnd", 1, "đồng|vnd|vnđ|đ|đồng việt nam", "dong|vnd|vietnamese dong|đồng"),
    ("usd", 1, "usd|đô la|đô|đô la mỹ|đô - la|đôla|mỹ kim|$", "usd|dollar|dollars|us dollars|u.s. dollars"),
    ("eur", 1, "euro|eur|€|ơ - rô", "euro|euros|eur"),
    ("jpy", 1, "yên|yen|jpy|yên nhật", "yen|jpy"),
    ("gbp", 1, "bảng|bảng anh|gbp|pound", "pound|pounds|gbp|pounds sterling"),
    ("cny", 1, "nhân dân tệ|tệ|cny", "yuan|renminbi|rmb|cny"),
    ("krw", 1, "won|krw", "won|krw"),
    ("thb", 1, "baht|bạt", "baht"),
    ("m", 1000, "km|kilômét|ki lô mét|ki - lô - mét|cây số|kilomet", "km|kilometer|kilometers|kilometre|kilometres"),
    ("m", 1, "m|mét|met", "m|meter|meters|metre|metres"),
    ("m", 0.01, "cm|centimét|xentimét|phân", "cm|centimeter|centimeters|centimetre|centimetres"),
    ("m", 0.001, "mm|milimét|mi li mét", "mm|millimeter|millimeters|millimetre|millimetres"),
    ("mile", 1, "dặm", "mile|miles"),
    ("nautical", 1, "hải lý", "nautical mile|nautical miles"),
    ("foot", 1, "feet", "foot|feet|ft"),
    ("m2", 10_000, "ha|hecta|héc ta|héc - ta|hécta", "ha|hectare|hectares"),
    ("m2", 1, "m 2|m ²|m²|mét vuông|m vuông", "m 2|m²|sq m|square meter|square meters|square metre|square metres|sqm"),
    (
        "m2",
        1_000_000,
        "km 2|km²|km vuông|kilômét vuông|ki lô mét vuông|cây số vuông",
        "km 2|km²|sq km|square kilometer|square kilometers|square kilometre|square kilometres",
    ),
    ("m3", 1, "m 3|m³|mét khối|khối", "m 3|m³|cubic meter|cubic meters|cubic metre|cubic metres"),
    ("sao", 1, "sào", "sao"),
    ("kg", 1000, "tấn", "tonne|tonnes|ton|tons|metric ton|metric tons|metric tonnes"),
    ("kg", 100, "tạ", "quintal|quintals"),
    ("kg", 1, "kg|ki lô gam|kilogam|ki - lô - gam|cân|ký|kí", "kg|kilogram|kilograms|kilo|kilos"),
    ("kg", 0.001, "g|gam|gram|gr", "g|gram|grams"),
    ("liter", 1, "lít|l", "liter|liters|litre|litres|l"),
    ("liter", 0.001, "ml|mililít", "ml|milliliter|milliliters|millilitre|millilitres"),
    ("year", 100, "thế kỷ|thế kỉ", "century|centuries"),
    ("year", 10, "thập kỷ|thập niên|thập kỉ", "decade|decades"),
    ("year", 1, "năm|tuổi|năm tuổi|năm liền|niên", "year|years|yr|yrs"),
    ("month", 1, "tháng", "month|months"),
    ("week", 1, "tuần", "week|weeks"),
    ("day", 1, "ngày|ngày đêm", "day|days"),
    ("hour", 1, "giờ|tiếng|tiếng đồng hồ|giờ đồng hồ|h", "hour|hours|hr|hrs"),
    ("minute", 1, "phút", "minute|minutes|min|mins"),
    ("second", 1, "giây", "second|seconds|sec|secs"),
    ("degree", 1, "độ c|độ|°c|° c|oc", "°c|° c|degrees celsius|degree celsius|degrees|degrees c|celsius|c"),
    ("degree", 1, "độ richter|độ rích te", "richter|degrees richter|degree richter"),
    (
        "kmh",
        1,
        "km / h|km / giờ|km giờ|km mỗi giờ|km một giờ|kmh",
        "km / h|kph|kmh|kilometers per hour|kilometres per hour|km per hour",
    ),
    ("mw", 1000, "gw|gigawatt", "gw|gigawatts|gigawatt"),
    ("mw", 1, "mw|megawatt|mê ga oát", "mw|megawatts|megawatt"),
    ("mw", 0.001, "kw|kilowatt", "kw|kilowatts|kilowatt"),
    ("kwh", 1, "kwh", "kwh|kilowatt hours|kilowatt - hours"),
    ("gb", 1, "gb|gigabyte", "gb|gigabytes|gigabyte"),
    ("gb", 1000, "tb|terabyte", "tb|terabytes|terabyte"),
    ("times", 1, "lần", "times|fold|time"),
)
_PREFIXES = {
    "$": "usd", "us$": "usd", "usd": "usd", "€": "eur", "eur": "eur", "£": "gbp", "¥": "jpy", "vnd": "vnd",
    "đ": "vnd", "₫": "vnd", "₩": "krw", "rmb": "cny", "cny": "cny", "gbp": "gbp", "jpy": "jpy",
}  # fmt: skip
# A single letter or a common word is a unit only right after figures ("12 m", not "hai m…").
_FIGURES_ONLY = {"m", "g", "l", "h", "c", "đ", "min", "sec", "phân", "cân", "khối", "tệ", "hôm", "niên", "oc", "time"}
# What may stand between a number and its unit: "24 working days", "5 million Vietnamese dong".
_BETWEEN = words("working business consecutive straight full calendar more additional other trading vietnamese long")
_NAMES_TOO = {"yen", "won", "dong", "sao", "baht", "pound"}  # with a capital they are names: Yen Bai
# "đồng" and "năm" begin many other words.
_NOT_UNIT = {
    "đồng": words(
        "nghiệp chí minh đội bào phạm tác hương hồ đẳng thời ý tính loạt hành tháp nát bằng bộ giám diễn khởi"
    ),
    "năm": words("châu căn"),
    "tiếng": words("anh việt pháp trung nhật hàn nga nói súng nổ động kêu thái"),
    "độ": words("tuổi dài cao sâu ẩm"),
    "won": {"the", "a", "an", "by", "his", "her", "their", "in"},
    "tuần": {"lộc", "tra", "hoàn"},
    "tháng": {"lương"},
    "giờ": words("chót vàng việt địa"),  # "giờ Việt Nam", the time there
    "second": set(),
}


def _index(column: int) -> dict[str, dict[tuple[str, ...], tuple[str, float]]]:
    index: dict[str, dict[tuple[str, ...], tuple[str, float]]] = {}
    for row in _TABLE:
        for spelling in (row[2], row[3])[column].split("|"):
            words = tuple(spelling.split())
            index.setdefault(words[0], {})[words] = (row[0], float(row[1]))
    return index


_INDEX: dict[Lang, dict[str, dict[tuple[str, ...], tuple[str, float]]]] = {"vi": _index(0), "en": _index(1)}
HARD = frozenset(row[0] for row in _TABLE) - {"times"}
MONEY = frozenset({"vnd", "usd", "eur", "jpy", "gbp", "cny", "krw", "thb"})


def unit_after(tokens: Tokens, at: int, lang: Lang, *, figures: bool) -> tuple[str, float, int] | None:
    """The unit written at token ``at``: dimension, factor to the dimension's base, index after it."""
    read = _unit_at(tokens, at, lang, figures=figures)
    if read is None and at < len(tokens) and tokens[at].key in _BETWEEN:
        return _unit_at(tokens, at + 1, lang, figures=False)
    return read


def _unit_at(tokens: Tokens, at: int, lang: Lang, *, figures: bool) -> tuple[str, float, int] | None:
    if at >= len(tokens):
        return None
    forms = _INDEX[lang].get(tokens[at].key)
    if forms is None:
        return None
    best: tuple[str, float, int] | None = None
    longest = 0
    for form, (dimension, factor) in forms.items():
        size = len(form)
        if size > longest and tuple([t.key for t in tokens[at : at + size]]) == form:
            best, longest = (dimension, factor, at + size), size
    if best is None or (longest == 1 and not _stands(tokens, at, figures=figures)):
        return None
    return best


def currency_before(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """The currency sign or code right before token ``at``, and the index it starts at: "US$", "VND"."""
    if at == 0:
        return None
    key = tokens[at - 1].key
    joined = key == "$" and at > 1 and tokens[at - 2].end == tokens[at - 1].start
    if joined and tokens[at - 2].text in {"US", "S", "A", "HK"}:
        return ("usd" if tokens[at - 2].key == "us" else tokens[at - 2].key + "$"), at - 2
    return (_PREFIXES[key], at - 1) if key in _PREFIXES else None


def _stands(tokens: Tokens, at: int, *, figures: bool) -> bool:
    token = tokens[at]
    if token.key in _FIGURES_ONLY and (not figures or (len(token.key) == 1 and token.key != "đ" and token.capital)):
        return False
    if token.key == "second" and tokens[at - 1].key != "-":  # "38 second-grade pupils"
        return False
    if token.capital and token.key in _NAMES_TOO:
        return False
    following = tokens[at + 1].key if at + 1 < len(tokens) else ""
    return following not in _NOT_UNIT.get(token.key, ())
