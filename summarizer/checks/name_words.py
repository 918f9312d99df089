"""Words that stand around names, and capitalised words that are none."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from summarizer.checks.glossary import load_glossary
from summarizer.checks.tokens import bare
from summarizer.text.wordlist import read_words, words

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
ABBREVIATIONS = words("TS PGS GS ThS Ths BS LS KTS NSND NSƯT HLV VĐV NCS TSKH DS Mr Mrs Ms Dr Prof")
# Before the name of a place in Vietnamese.
PLACE_WORDS = words("sông núi hồ đảo tỉnh huyện xã phường quận làng thôn chợ cầu hòn bãi vịnh đèo ga kênh suối bản ấp")
# They open sentences, and a name may follow them.
OPENERS = words(
    "tại trong sau từ theo với khi ngày sáng trưa chiều tối đêm hôm năm tháng nhưng còn do vì để đến ở cả các "
    "những một hai "
    "ba bốn cùng trước nếu dù tuy ngoài trên dưới giữa bởi nhờ qua mỗi đây đó khoảng gần hơn cho về hiện nay và "
    "bên nhiều"
)
# Written in capitals, and names of nothing.
SIGNS = words(
    "CM PM MP MLA MPs USD VND VNĐ EUR GDP CPI FDI ODA CLB TP UBND HĐND TAND VKSND HTX THPT THCS ĐH CĐ PV TW KCN "
    "KM QL TL ĐT CSGT "
    "PCCC BHYT "
    "No Co Ltd Inc Jr Sr St BHXH CCCD CEO CFO VIP UV TS VAT SMS PDF TV IT GWh MWh kWh MW GW Mbps Gbps Tbps GB TB "
    "Hz kV AI HIV AIDS DNA RNA PCR PM AM OK KG"
)
# Vietnamese family names without marks, by the national census the ones that cover nearly everybody.
SURNAMES = words(
    "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly an au bach banh bien ca cai cam cao "
    "cat chau "
    "che chu chuong co cong cu cung dam dan dao dau dinh doan dong duy gia giang giap ha han hau hua khong kha "
    "khuat khuc "
    "khuong kieu kim ky la lac lai lam lang lieu lo loc long luc lu luong luu ma mac mach mai man mang mau mong "
    "ngan nghiem "
    "ngu ngan nham ninh nhan nhu no nong on ong phi pho phu phung phuong quach quan quang sam son ta tang tao "
    "thach thai "
    "than thang thanh thi thieu thuong tien tieu to ton tong trieu trinh truong tu tua tuong ung uong van vi vien "
    "vinh vuong "
    "xa y yen vang giang thao lau sung ly thi hau moong quang luong kpa ksor rcom siu nay rah h y dieu"
)
CALENDAR = words(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday"
)
# Not in running text often enough, but in names all the time.
_MORE_ENGLISH = words(
    "inc ltd jsc plc corp dept univ intl covid olympiad olympic olympics archaeology archaeological hamlet "
    "emulation orthopedics orthopaedics traumatology copyright studio bachelor emperor kiln ceramics pottery opera "
    "gecko durian seaweed shrimp tuna futsal volleyball badminton marathon goalkeeper striker swimmer scholarship "
    "undersea expressway metro metros hydropower hydrology meteorology ticketing taxi airlines airline hotel "
    "resort cafe "
    "coffee tea brewery beverage jackpot idol gala carnival biennale expo mc mcs dj vip monsoon typhoon dengue measles"
)
# Heads of the names of Vietnamese bodies; what follows in small letters is common words.
HEADS = words(
    "bộ sở cục vụ ban viện hội quỹ công tập trường đại học cao vườn cầu phó tổng đảng tòa toà nhà báo đài trung "
    "ủy uỷ liên "
    "hiệp tết lễ giải ngân phòng khoa đội đoàn chi trạm trại bệnh cảng ga sân khu làng chùa đền đình nghị luật "
    "thông kế "
    "chương dự hợp chính quân lực lữ sư tiểu kho mặt hãng tạp nhóm nxb tháp rạp chợ quán đường phố ngõ cụm thứ "
    "chủ giám bí "
    "câu clb vòng hạng bảng cúp siêu kỳ khối"
)
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
    common = read_words(Path(__file__).with_name("english_words.txt"))
    places = (t.en for t in load_glossary().terms if t.kind in ("country", "place", "person") and " " not in t.en)
    own = {word for word in parts - {p.lower() for p in places} if not syllable(word)}  # Ho Chi Minh, Hanoi: names
    return common | _MORE_ENGLISH | own
