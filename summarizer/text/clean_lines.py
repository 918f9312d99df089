"""Boilerplate that fills a line of its own and can be told from that line alone.

A rule whose words could also open a sentence of the story asks for a line that does not end as a sentence does.
"""

from __future__ import annotations

import re

from summarizer.text.clean_patterns import UPPER
from summarizer.text.wordlist import words

_REST = r"[^.…:;,]*(?:\.{3}|…)?"  # to the end of a line that is no sentence
_MARKS = r"(?:[>»\u203a▶►•+\-–—|\[(]+ *)*"
_LABEL = r"(?:Video|VIDEO|Clip|CLIP|Watch|WATCH)"
_WATCH = r"(?i:(?:mời )?(?:xem|watch)(?: the)? (?:video|clip)s?)"
_CONTACT = r"(?:[\w.]+@[\w.]+|\d{3,4}[ .]?\d{3}[ .]?\d{3}|hotline|đường dây nóng)\b.*"
_NAME = rf"[{UPPER}][^.]{{0,50}}"

_TABLE = (
    ("video", rf"(?:date:? \d{{4}}-\d\d-\d\d )?{_MARKS}{_WATCH} *[.:\])]*"),
    ("video", rf"{_MARKS}{_WATCH} *:.*[^.]"),
    ("video", rf"{_MARKS}{_LABEL} *[:|] *(?:[{UPPER}“\"](?:(?!(?<!TP)[.!?] ).){{0,150}})?"),
    ("navigation", r"(?i:trang chủ|home) *[>»\u203a/|].*"),
    ("navigation", r"(?i:trang chủ|home|menu|đăng nhập|tìm kiếm|skip to (?:main )?content)"),
    ("navigation", r"(?i:về trang chủ|lên đầu trang|trở lại|quay lại|back to top)\W*"),
    ("navigation", r"(?i:nghe (?:đọc )?bài(?: viết| báo)?|nghe audio|listen to (?:this )?(?:article|story))[\W\d]*"),
    ("navigation", r"\d{1,2}:\d\d */ *\d{1,2}:\d\d"),
    ("navigation", r"A-? A A\+.{0,40}"),
    ("navigation", r"(?i:giọng đọc|cỡ chữ|font size|tốc độ đọc)\b *:?.{0,40}"),
    ("share", r"(?i:bình luận|comments?) *\(\d+\)\W+(?i:gửi|viết|post|add)\b.{0,40}"),
    ("share", r"(?i:(?:bình luận|ý kiến|comments?) *\(?\d*\)?|\d+ (?:bình luận|ý kiến|comments?))"),
    ("share", rf"(?i:follow us(?: on)?|theo dõi chúng tôi(?: trên)?)\b{_REST}"),
    ("share", rf"(?i:(?:chia sẻ|share) (?:bài viết|tin|this|on|lên|qua))\b{_REST}"),
    ("promo", r"\W*(?i:quảng cáo|advertisement|sponsored(?: content)?|nội dung tài trợ|tin tài trợ|ads?)\W*"),
    ("promo", r"(?i:mời (?:quý )?(?:bạn đọc|độc giả|quý vị|khán giả)\b.*\b(?:trên|tại|theo dõi|đón xem))\b.*"),
    ("promo", rf"(?i:đăng k[ýí] (?:nhận|theo dõi|kênh)) {_REST}"),
    ("promo", rf"(?i:.*\b(?:bạn đọc|độc giả|mọi sự giúp đỡ)\b.*\b(?:gửi|liên hệ|tham gia|cộng tác))\b.*{_CONTACT}"),
    ("promo", rf"(?i:tải (?:ngay )?(?:ứng dụng|app)|(?:download|get) (?:our|the) app)\b{_REST}"),
    ("promo", rf"(?i:sign up|subscribe|register)\b.*\b(?i:newsletters?|alerts|channel|updates)\b{_REST}"),
    ("promo", rf"(?i:theo dõi)\b.*\b(?i:google news|youtube|tiktok|zalo|facebook|fanpage)\b{_REST}"),
    ("legal", r"(?:©|®|\([Cc]\) ?\d{4}|Bản quyền|BẢN QUYỀN|Copyright|Giấy phép (?:số|hoạt động|xuất bản)).*"),
    ("legal", r".*\b(?i:all rights reserved|ghi rõ nguồn\b.*\b(?:phát hành|sao chép|đăng|trích)\b).*"),
    ("legal", r"(?i:reproduction in whole|không (?:được )?sao chép|cấm sao chép)\b.*"),
    ("legal", r"(?i:tổng biên tập|cơ quan chủ quản|toà soạn|tòa soạn|hotline|đường dây nóng|liên hệ quảng cáo) *:.*"),
    ("legal", r"(?i:thông cáo báo chí|press release|for immediate release|liên hệ báo chí *:.*|media contact *:.*)"),
    (
        "legal",
        r"\W*(?i:bài viết thể hiện (?:quan điểm|góc nhìn|ý kiến)|tên .{0,20}đã (?:được )?thay đổi)\b.*",
    ),
    ("legal", r"\W*(?i:thông tin|bài viết|nội dung)\b.*\b(?i:chỉ (?:mang tính |để )?(?:chất )?tham khảo)\b.*"),
    ("related", r"(?:>|»|\u203a|&gt;)+.*"),
    (
        "related",
        rf"{_MARKS}(?i:(?:xem|đọc|tham khảo) (?:thêm|tiếp)|(?:bài|tin) liên quan|read more|read also|also read|see also"
        r"|related)(?i: tại đây| bài viết| tin)? *[:\-–|>»] *.*[^.]",
    ),
    ("related", rf"{_MARKS}(?i:(?:xem|đọc) (?:thêm|tiếp) tại (?:đây|[\w.]+\.(?:vn|com)))\W*"),
    ("related", rf"{_MARKS}(?:Xem|Đọc|XEM|ĐỌC) (?:thêm|tiếp|THÊM|TIẾP) +[{UPPER}][^.]*"),
    ("tags", r"(?i:từ kho[áa]|từ khóa|tags?|thẻ|keywords?|topics?|hashtags?) *:.*[^.]"),
    ("tags", r"(?i:chủ đề) *:.*[,|#].*[^.]"),
    ("tags", r"(?:#\S+(?: (?!#)[^\W\d]\S*){0,3}[ ,]*)+"),
    ("source", r"\((?:Theo|Nguồn|Source|Tổng hợp|[Tt] ?/ ?[Hh]|Lược dịch|Biên dịch|Via|TTXVN)\b[^()]{0,50}\)\W*"),
    ("source", rf"(?:Nguồn(?: tin)?|NGUỒN|Source|SOURCE) *: *(?:{_NAME}|\S+\.\w+/?\S*)"),
    ("source", r"\(?(?i:with (?:inputs?|reporting|files) (?:from|by)) [^.]{0,50}"),
    ("byline", rf"(?i:(?:tin|bài|ảnh|clip|video)(?:(?:,| và| -|/)? *(?:tin|bài|ảnh|clip|video))+) *: *{_NAME}"),
    ("byline", r"(?:PV|P\.V\.?|Nhóm (?:PV|P\.V|phóng viên)|Ban biên tập|BTV|CTV|BBT)\b[^.]{0,30}"),
    ("byline", rf"(?i:tác giả|thực hiện|người viết|biên tập|biên dịch) *: *{_NAME}"),
    ("byline", r"(?:(?:Reporting |Written |Edited )?[Bb]y|BY) [A-Z][\w.'’-]+(?:(?: and| &|,)? [A-Z][\w.'’-]+){0,6}"),
)
LINE_RULES = tuple((reason, re.compile(pattern)) for reason, pattern in _TABLE)
_ANY_RULE = re.compile("|".join(f"(?:{pattern})" for _, pattern in _TABLE))  # few lines match one at all

RELATED_HEADER = re.compile(
    rf"{_MARKS}(?:(?:xem|đọc) (?:thêm|tiếp)"
    r"|(?:các )?(?:tin|bài|bài viết|tin bài) (?:liên quan|cùng chuyên mục|khác|mới nhất|đọc nhiều|nổi bật)"
    r"|(?:có thể bạn|bạn có thể) (?:quan tâm|thích|cần biết)|đừng bỏ lỡ|đọc nhiều(?: nhất)?|tin mới"
    r"|related(?: articles| stories| news| topics| content)?|read more|see also"
    r"|more (?:on this(?: story)?|stories|news)"
    r"|you (?:may|might) also like|recommended(?: for you)?|most (?:read|popular)|don[’']t miss|trending)\W*",
    re.IGNORECASE,
)

_DATE_HINT = re.compile(
    r"\b\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4}|\b\d{4}-\d\d-\d\d|\b\d{1,2}:\d\d|cập nhật|ngày đăng|published|updated"
    r"|ngày \d{1,2} tháng \d{1,2} năm \d{4}|[a-z]{3,9} \d{1,2}, \d{4}|\d{1,2} [a-z]{3,9} \d{4}"
    r"|^\d+ (?:phút|giờ|ngày|minutes?|hours?|days?) (?:trước|ago)$|^\d+ min(?:ute)? read$"
)
_DATE_WORDS = words(
    "thứ hai ba tư năm sáu bảy chủ nhật ngày tháng giờ phút lúc trước gmt utc am pm sa ch cập đăng xuất bản date",
    "published updated posted last modified on at monday tuesday wednesday thursday friday saturday sunday mon tue",
    "wed thu fri sat sun january february march april may june july august september october november december jan",
    "feb mar apr jun jul aug sep sept oct nov dec st nd rd th et est edt t z h g min minute minutes hours hour",
    "days day ago read",
)
_SHARE_HINT = words("facebook zalo twitter linkedin chia share like thích lưu save copy sao print email luận")
_SHARE_WORDS = _SHARE_HINT | words(
    "sẻ x tặng pinterest telegram messenger whatsapp link bài viết tweet chép liên kết in gửi bình quan tâm",
    "comment follow này this article post story on trên lên qua",
)
MAX_LINE = 60  # words; extractors that lose line breaks give whole stories that begin with "XEM CLIP:"
_LETTERS = re.compile(r"[^\W\d_]+")
_ALPHANUMERIC = re.compile(r"[^\W_]")


def line_reason(line: str) -> str:
    """Why the whole line is boilerplate, "" when it is not; ``line`` has its white space collapsed."""
    if not _ALPHANUMERIC.search(line):
        return "separator"
    if len(line.split()) > MAX_LINE:
        return ""
    if _ANY_RULE.fullmatch(line):
        return next(reason for reason, pattern in LINE_RULES if pattern.fullmatch(line))
    return _reason_by_words(line.lower())


def _reason_by_words(line: str) -> str:
    """Dates and rows of buttons: nothing in them but words of their kind."""
    first = _LETTERS.search(line)
    if first and first[0] not in _DATE_WORDS and first[0] not in _SHARE_WORDS:
        return ""  # as of nearly every line
    tokens = _LETTERS.findall(line)
    if _DATE_WORDS.issuperset(tokens) and _DATE_HINT.search(line):
        return "timestamp"
    return "share" if not _SHARE_HINT.isdisjoint(tokens) and _SHARE_WORDS.issuperset(tokens) else ""
