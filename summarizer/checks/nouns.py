"""What a number counts, under one name for both languages: "72 quốc gia" and "72 countries"."""

from __future__ import annotations

from summarizer.checks.tokens import Tokens
from summarizer.text.wordlist import words
from summarizer.types import Lang

_WINDOW = 3  # words that may stand between an English number and its noun
# Vietnamese, English: only nouns that mean the same thing in news wherever they stand.
_NOUNS: tuple[tuple[str, str], ...] = (
    ("nước|quốc gia|nền kinh tế|nước thành viên", "country|countries|nation|nations|state|states|signatories"),
    ("người|người dân|nhân viên|công dân", "people|person|persons|citizens|residents"),
    ("đại biểu|đại diện", "delegate|delegates|representatives|participants|deputies"),
    ("điều|điều khoản", "article|articles"),
    ("chương", "chapter|chapters"),
    ("tỉnh|tỉnh thành", "province|provinces"),
    ("xã", "commune|communes"),
    ("huyện|quận", "district|districts"),
    ("phường", "ward|wards"),
    ("thành phố", "city|cities"),
    ("hộ|gia đình|hộ dân", "household|households|families"),
    ("học sinh|sinh viên", "student|students|pupils"),
    ("công nhân|lao động|người lao động", "worker|workers|labourers|laborers"),
    ("nông dân", "farmer|farmers"),
    ("trẻ em|trẻ|em nhỏ", "child|children|kids"),
    ("nạn nhân", "victim|victims"),
    ("bị cáo", "defendant|defendants"),
    ("bị can|nghi phạm|đối tượng", "suspect|suspects"),
    ("bệnh nhân|ca bệnh|ca mắc|ca", "patient|patients|case|cases"),
    ("doanh nghiệp|công ty", "company|companies|firm|firms|business|businesses|enterprises"),
    ("tổ chức", "organization|organizations|organisation|organisations"),
    ("cơ quan", "agency|agencies"),
    ("bộ|bộ ngành", "ministry|ministries"),
    ("trường|trường học", "school|schools"),
    ("bệnh viện", "hospital|hospitals"),
    ("nhà|ngôi nhà|căn nhà|căn hộ", "house|houses|home|homes|apartments"),
    ("xe|ô tô|phương tiện", "car|cars|vehicle|vehicles"),
    ("tàu|tàu thuyền|thuyền", "ship|ships|boat|boats|vessel|vessels"),
    ("chuyến bay", "flight|flights"),
    ("máy bay", "aircraft|plane|planes"),
    ("dự án", "project|projects"),
    ("hợp đồng", "contract|contracts"),
    ("thỏa thuận|hiệp định", "agreement|agreements|deal|deals"),
    ("sự kiện", "event|events"),
    ("phiên họp|phiên", "session|sessions"),
    ("cuộc họp", "meeting|meetings"),
    ("bàn thắng|bàn", "goal|goals"),
    ("điểm", "point|points"),
    ("trận|trận đấu", "match|matches|game|games"),
    ("huy chương", "medal|medals"),
    ("loài", "species"),
    ("hang|hang động", "cave|caves"),
    ("vụ|vụ án", "case|cases"),
    ("lượt|lượt khách|du khách|khách", "visitor|visitors|tourists|arrivals"),
    ("thành viên|hội viên", "member|members"),
    ("phiếu", "vote|votes|ballots"),
    ("ghế", "seat|seats"),
    ("trạm", "station|stations"),
    ("tuyến", "route|routes|line|lines"),
    ("cầu|cây cầu", "bridge|bridges"),
    ("trang", "page|pages"),
    ("cuốn|cuốn sách|quyển", "book|books"),
    ("bộ phim|phim", "film|films|movies"),
)


# Nouns that may stand for one another: 72 delegates are 72 people.
_KIN = (
    words("people delegate student worker farmer child victim defendant suspect patient visitor member"),
    words("house household"),
    words("company organization agency ministry"),
    words("event session meeting"),
    words("case patient victim"),
    words("country member"),
    words("car ship aircraft flight"),
    words("goal point"),
    words("agreement contract project"),
)


def akin(one: str, two: str) -> bool:
    """Whether two things counted may be the same; "" may be anything."""
    return one == two or not one or not two or any(one in group and two in group for group in _KIN)


def _index(column: int) -> dict[tuple[str, ...], str]:
    return {tuple(noun.split()): row[1].split("|")[0] for row in _NOUNS for noun in row[column].split("|")}


_INDEX: dict[Lang, dict[tuple[str, ...], str]] = {"vi": _index(0), "en": _index(1)}
_FIRST = {lang: frozenset(noun[0] for noun in index) for lang, index in _INDEX.items()}


def counted(tokens: Tokens, at: int, lang: Lang) -> str:
    """The noun that token ``at``, right after a number, begins, by its English name; "" when it is none of ours.

    A Vietnamese noun stands right after its number; before an English one there is room for adjectives.
    """
    last = at if lang == "vi" else at + _WINDOW
    for place in range(at, min(last + 1, len(tokens))):
        if not tokens[place].word and tokens[place].key != "-":
            return ""
        for size in (2, 1) if tokens[place].key in _FIRST[lang] else ():
            name = _INDEX[lang].get(tuple([t.key for t in tokens[place : place + size]]))
            if name:
                return name
    return ""
