"""Offices, ranks and degrees in both languages, as roles that can be compared."""

from __future__ import annotations

from summarizer.text.wordlist import words
from summarizer.types import Lang

# What a minister is minister of: Vietnamese, English.
_PORTFOLIOS = (
    ("ngoại giao", "foreign affairs|foreign"),
    ("công an", "public security"),
    ("quốc phòng", "national defence|national defense|defence|defense"),
    ("tài chính", "finance"),
    ("y tế", "health"),
    ("nội vụ", "home affairs|interior"),
    ("tư pháp", "justice"),
    ("công thương", "industry and trade|trade"),
    ("xây dựng", "construction"),
    ("giáo dục và đào tạo|giáo dục", "education and training|education"),
    ("khoa học và công nghệ", "science and technology"),
    ("nông nghiệp và môi trường", "agriculture and environment|agriculture"),
    ("văn hóa , thể thao và du lịch|văn hóa", "culture , sports and tourism|culture"),
)


def _portfolios() -> tuple[tuple[str, str, str, str], ...]:
    rows = []
    for vi, en in _PORTFOLIOS:
        name = f"{en.split('|')[0]} minister"
        here = "|".join(f"bộ trưởng {p}|bộ trưởng bộ {p}" for p in vi.split("|"))
        there = "|".join(f"{p} minister|minister of {p}" for p in en.split("|"))
        if vi == "ngoại giao":
            here, there = here + "|ngoại trưởng", there + "|secretary of state"
        if vi == "tư pháp":
            there += "|attorney general"
        rows.append((name, "office", here, there))
    return tuple(rows)


# Role, family, Vietnamese and English spellings. Only roles of one family exclude each other.
_TABLE: tuple[tuple[str, str, str, str], ...] = (
    ("state president", "office", "chủ tịch nước", "state president"),
    ("president", "office", "tổng thống", "president"),
    ("vice president", "office", "phó chủ tịch nước|phó tổng thống", "vice president|vice-president"),
    ("general secretary", "office", "tổng bí thư", "party general secretary"),
    ("secretary-general", "office", "tổng thư ký", "secretary - general|secretary general|general secretary"),
    (
        "deputy secretary-general",
        "office",
        "phó tổng thư ký",
        "under - secretary - general|deputy secretary - general|under secretary general",
    ),
    ("prime minister", "office", "thủ tướng|thủ tướng chính phủ", "prime minister|premier|chancellor"),
    ("deputy prime minister", "office", "phó thủ tướng", "deputy prime minister"),
    ("minister", "office", "bộ trưởng", "minister"),
    *_portfolios(),
    ("deputy minister", "office", "thứ trưởng", "deputy minister|vice minister|deputy foreign minister"),
    (
        "assembly chair",
        "office",
        "chủ tịch quốc hội",
        "national assembly chairman|national assembly chairwoman|speaker",
    ),
    ("chair", "office", "chủ tịch|chủ nhiệm", "chairman|chairwoman|chair|chairperson"),
    ("vice chair", "office", "phó chủ tịch|phó chủ nhiệm", "vice chairman|vice chairwoman|deputy chairman|vice chair"),
    ("party secretary", "office", "bí thư", "party secretary"),
    ("deputy party secretary", "office", "phó bí thư", "deputy party secretary"),
    ("governor", "office", "thống đốc|tỉnh trưởng", "governor"),
    ("deputy governor", "office", "phó thống đốc", "deputy governor"),
    (
        "director",
        "office",
        "giám đốc|tổng giám đốc|giám đốc điều hành|cục trưởng|vụ trưởng|viện trưởng",
        "director|director - general|director general|executive director|chief executive|ceo|general director",
    ),
    (
        "deputy director",
        "office",
        "phó giám đốc|phó tổng giám đốc|phó cục trưởng|phó vụ trưởng|phó viện trưởng",
        "deputy director|deputy director - general|deputy general director|vice director",
    ),
    ("ambassador", "office", "đại sứ", "ambassador"),
    ("consul", "office", "tổng lãnh sự", "consul general|consul"),
    ("principal", "office", "hiệu trưởng", "principal|headteacher|headmaster|headmistress|rector"),
    ("deputy principal", "office", "phó hiệu trưởng", "deputy principal|vice principal|vice rector"),
    ("coach", "office", "huấn luyện viên|hlv", "coach|head coach"),
    ("judge", "office", "thẩm phán", "judge|justice"),
    ("lawyer", "office", "luật sư|ls", "lawyer"),
    ("prosecutor", "office", "kiểm sát viên", "prosecutor|procurator"),
    ("general", "rank", "đại tướng", "general"),
    ("senior lieutenant general", "rank", "thượng tướng", "senior lieutenant general|colonel general"),
    ("lieutenant general", "rank", "trung tướng", "lieutenant general|lt . gen"),
    ("major general", "rank", "thiếu tướng", "major general|maj . gen"),
    ("senior colonel", "rank", "đại tá", "senior colonel|colonel"),
    ("senior lieutenant colonel", "rank", "thượng tá", "senior lieutenant colonel"),
    ("lieutenant colonel", "rank", "trung tá", "lieutenant colonel"),
    ("major", "rank", "thiếu tá", "major"),
    ("captain", "rank", "đại úy|đại uý", "captain"),
    ("senior lieutenant", "rank", "thượng úy|thượng uý", "senior lieutenant"),
    ("lieutenant", "rank", "trung úy|trung uý|thiếu úy", "lieutenant"),
    ("professor", "degree", "gs|giáo sư|gs . ts|gs ts", "professor|prof"),
    ("associate professor", "degree", "pgs|phó giáo sư|pgs . ts|pgs ts", "associate professor|assoc . prof"),
    ("doctor", "degree", "ts|tiến sĩ|tskh", "dr|doctor"),
    ("master", "degree", "ths|thạc sĩ", "master"),
    ("physician", "degree", "bs|bác sĩ|bs . ckii|bs . cki", "physician"),
)
FAMILIES = {role: family for role, family, _, _ in _TABLE}
Forms = dict[str, list[tuple[tuple[str, ...], str]]]


_VI = 2  # column of the Vietnamese spellings


def _index(column: int) -> Forms:
    """The spellings of one language by their first word, the longest first, each with its role."""
    index: Forms = {}
    for row in _TABLE:
        forms = row[column].split("|")
        plural = [f"{form}s" for form in forms] if column != _VI and row[1] == "rank" else []
        for form in [*forms, *plural]:
            index.setdefault(form.split()[0], []).append((tuple(form.split()), row[0]))
    for rows in index.values():
        rows.sort(key=lambda row: -len(row[0]))
    return index


ROLES: dict[Lang, Forms] = {"vi": _index(2), "en": _index(3)}
# Roles that one word may stand for in translation or in short.
_ALIKE: tuple[frozenset[str], ...] = (
    frozenset({"state president", "president", "chair", "assembly chair"}),
    frozenset({"vice president", "vice chair"}),
    frozenset({"general secretary", "secretary-general", "party secretary"}),
    frozenset({"director", "principal", "consul"}),
    frozenset({"senior colonel", "senior lieutenant colonel"}),
    frozenset({"professor", "associate professor"}),
    frozenset({"doctor", "physician", "professor", "associate professor"}),
    frozenset({"senior lieutenant", "lieutenant"}),
)
PRONOUNS: dict[Lang, dict[str, str]] = {
    "vi": {"ông": "m", "anh": "m", "bà": "f", "chị": "f", "cô": "f"},
    "en": {"he": "m", "his": "m", "him": "m", "mr": "m", "she": "f", "her": "f", "mrs": "f", "ms": "f"},
}
# "Deputy provincial chair": the word may stand apart from its office.
DEPUTY_WORDS = {"deputy", "vice"}
DEPUTIES = {
    "chair": "vice chair", "director": "deputy director", "minister": "deputy minister", "president": "vice president",
    "governor": "deputy governor", "principal": "deputy principal", "party secretary": "deputy party secretary",
    "prime minister": "deputy prime minister", "secretary-general": "deputy secretary-general",
}  # fmt: skip
# Words that begin so and speak of nobody in particular.
NOT_PRONOUNS = {
    ("bà", "con"), ("bà", "rịa"), ("bà", "triệu"), ("bà", "trưng"), ("bà", "đen"), ("cô", "tô"), ("cô", "đơn"),
    ("cô", "lập"), ("anh", "em"), ("anh", "hùng"), ("chị", "em"), ("ông", "bà"), ("cô", "đặc"), ("cô", "dâu"),
    ("anh", "quốc"), ("anh", "đào"), ("cô", "giáo"), ("cô", "gái"), ("anh", "ninh"), ("ông", "trời"),
}  # fmt: skip
# Words that may stand between a title and its holder.
LINKS = words(
    "của bộ công an quốc phòng ngoại giao tài chính tỉnh thành phố ubnd of the and for - nước xã phường ủy ban"
)


def same_role(one: str, two: str, *, across: bool) -> bool:
    """Whether two roles may be the same office in other words; translation blurs degrees, copying does not."""
    if one == two or ("minister" in (one, two) and one.rsplit(maxsplit=1)[-1] == two.rsplit(maxsplit=1)[-1]):
        return "prime minister" not in (one, two) or one == two
    if not across and FAMILIES[one] == "degree":
        return False
    return any(one in group and two in group for group in _ALIKE)
