"""Words that stand around names, and capitalised words that are none."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.checks.glossary import load_glossary
from summarizer.checks.tokens import bare
from summarizer.text.wordlist import words

# Shape of a Vietnamese syllable without its marks.
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$",
)

# Before a person's name; "m" and "f" where the word tells a man from a woman.
HONORIFICS: dict[str, str] = {
    **dict.fromkeys(words("ông anh chú bác cụ mr sir"), "m"),
    **dict.fromkeys(words("bà chị cô mrs ms miss madam"), "f"),
    **dict.fromkeys(words("em cháu dr prof"), ""),
}
ABBREVIATIONS = words("TS PGS GS ThS Ths BS LS KTS CN KS NSND NSƯT HLV VĐV NCS TSKH DS Th S Mr Mrs Ms Dr Prof")
# Before the name of a place in Vietnamese.
PLACE_WORDS = words("sông núi hồ đảo tỉnh huyện xã phường quận làng thôn chợ cầu hòn bãi vịnh đèo ga kênh suối bản ấp")
# They open sentences, and a name may follow them.
OPENERS = words(
    "tại trong sau từ theo với khi ngày sáng trưa chiều tối đêm hôm năm tháng nhưng còn do vì để đến ở cả các những một hai "
    "ba bốn cùng trước nếu dù tuy ngoài trên dưới giữa bởi nhờ qua mỗi đây đó khoảng gần hơn cho về hiện nay và bên nhiều"
)
# Written in capitals, and names of nothing.
SIGNS = words(
    "USD VND VNĐ EUR GDP CPI FDI ODA CLB TP UBND HĐND TAND VKSND HTX THPT THCS ĐH CĐ PV TW KCN KM QL TL ĐT CSGT PCCC BHYT "
    "BHXH CCCD CEO CFO VIP UV TS VAT SMS PDF TV IT AI HIV AIDS DNA RNA PCR PM AM OK KG"
)
# Vietnamese family names without marks, by the national census the ones that cover nearly everybody.
SURNAMES = words(
    "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly an au bach banh bien ca cai cam cao cat chau "
    "che chu chuong co cong cu cung dam dan dao dau dinh doan dong duy gia giang giap ha han hau hua khong kha khuat khuc "
    "khuong kieu kim ky la lac lai lam lang lieu lo loc long luc lu luong luu ma mac mach mai man mang mau mong ngan nghiem "
    "ngu ngan nham ninh nhan nhu no nong on ong phi pho phu phung phuong quach quan quang sam son ta tang tao thach thai "
    "than thang thanh thi thieu thuong tien tieu to ton tong trieu trinh truong tu tua tuong ung uong van vi vien vinh vuong "
    "xa y yen vang giang thao lau sung ly thi hau moong quang luong kpa ksor rcom siu nay rah h y dieu"
)
CALENDAR = words(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday"
)
# What English words look like that name things and not people; used where a translated name cannot be looked up.
SUFFIXES = (
    "tion", "sion", "ment", "ments", "ity", "ities", "ics", "ology", "ing", "ings", "ship", "ness", "ism", "ist",
    "ists", "ance", "ence", "ture", "tures", "ture", "tural", "ional", "ical", "able", "ible", "ive", "ous", "ary",
    "ory", "eers", "ators", "ments", "tions", "ants", "phy", "graphy", "wide", "ward", "wards", "ward", "men", "women",
    "works", "land", "side", "house", "line", "lines", "way", "ways", "power", "water", "world", "market", "markets",
)  # fmt: skip
_MORE_ENGLISH = words("""
the a an and or of in on at for to from by with as is are was were its their his her this that these those it he she we
they i you who what when where why how not no but if so all both each every some any more most other another new old
first second third next last only also under over after before between during since until while than then there here
about against among around off out up down near per via one two three four five six seven eight nine ten
north south east west northern southern eastern western northeast northwest southeast southwest central upper lower
inner outer middle mid coast coastal delta river lake sea ocean bay gulf island islands mountain mountains valley forest
beach port harbour harbor bridge road street avenue highway route station airport park garden market square tower
building centre center hall house home palace temple pagoda church museum library theatre theater gallery stadium arena
school college university academy institute faculty department office bureau agency authority administration commission
committee council board court tribunal bank fund trust foundation company corporation group holdings inc co ltd jsc plc
industry industries trade commerce economy economic finance financial investment development planning construction
transport transportation energy electricity power oil gas petroleum mining steel cement textile garment fisheries
fishery agriculture agricultural rural urban forestry environment environmental natural resources water climate weather
health medical medicine hospital clinic disease control prevention children women youth students farmers workers labour
labor veterans people public private state national international global world regional provincial municipal local city
town province district ward commune village hamlet county capital security safety police army navy air force defence
defense military guard border customs tax justice legal law laws code decree circular resolution ordinance act bill
treaty convention charter protocol agreement accord pact declaration statement plan project program programme scheme
strategy policy initiative campaign day week month year festival fair exhibition expo forum summit conference congress
meeting session assembly parliament senate cabinet government ministry minister president prime vice deputy chief head
director general manager chairman chairwoman chair secretary ambassador consul governor mayor king queen prince princess
pope professor doctor captain colonel major lieutenant admiral coach player team club league cup championship
championships games olympic olympics tournament match final finals football soccer volleyball basketball tennis swimming
athletics chess marathon gold silver bronze medal award prize record science scientific technology research
innovation digital information communications telecommunications media press news newspaper television radio internet
online cyber data network artificial intelligence computer software high tech smart green blue red white black
heritage culture cultural art arts music film cinema dance opera literature history historical ancient
archaeology archaeological ecology marine tropical coral reef wildlife species conservation biodiversity
critically endangered vulnerable threatened covid covid-19 epidemic pandemic vaccine dengue fever flu
party communist socialist democratic republic republican union front federation association society
confederation organization organisation alliance movement cooperative co-operative coop foundation chamber
annex appendix article chapter section clause part phase stage level class grade type version volume
internal external foreign affairs home interior exterior supreme high low top joint special general
executive senior junior acting permanent standing independent free united allied
emergency rescue relief fire flood storm typhoon earthquake disaster accident
express railway rail metro train bus line ferry ship boat aircraft airlines airline aviation
hotel resort restaurant cafe coffee tea rice shrimp fish pepper rubber dragon fruit tuna
star sun moon sky light hope love peace friendship solidarity cooperation partnership
spring summer autumn winter tet lunar christmas easter new-year
vietnamese mr mrs ms dr sir god bible internet
""")


# Kinds of terms whose English forms are made of ordinary words.
_OWN = ("body", "treaty", "law", "title", "rank", "term")


def syllable(word: str) -> bool:
    """Whether ``word`` could be a Vietnamese syllable."""
    return bool(_SYLLABLE.match(bare(word)))


@lru_cache(maxsize=1)
def english() -> frozenset[str]:
    """Ordinary words that names of bodies, laws and places are made of, the glossary's own among them."""
    forms = (form for term in load_glossary().terms if term.kind in _OWN for form in (term.en, *term.en_other))
    parts = {word for form in forms for word in form.lower().replace("-", " ").split() if word.isalpha()}
    return _MORE_ENGLISH | {word for word in parts if not syllable(word)}  # Ho Chi Minh stays a name
