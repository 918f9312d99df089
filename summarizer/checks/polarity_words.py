"""Negations, what may stand between them and a verb, and the verbs compared across languages."""

from __future__ import annotations

import re

from summarizer.text.wordlist import words
from summarizer.types import Lang

NEGATORS: dict[Lang, frozenset[str]] = {
    "vi": words("không chưa chẳng chả"),
    "en": words("not no never cannot neither t"),  # "t" ends "didn't"
}
AUXILIARIES: dict[Lang, frozenset[str]] = {
    "vi": words("được bị có thể còn hề từng phải là cần nên sẽ đã đang muốn dám cho vẫn thật hoàn toàn hẳn ai gì"),
    "en": words(
        "be been being yet to have has had any the a an will would can could should may might do does did also"
    ),
}
BREAKS: dict[Lang, frozenset[str]] = {
    "vi": words("nhưng mà song") | frozenset('.,;:!?()–“”"'),
    "en": words("but and or because while") | frozenset('.,;:!?()–“”"'),
}
# Words before a negation that make it a condition or a contrast: "nếu không", "chứ không phải".
SUPPOSING: dict[Lang, frozenset[str]] = {
    "vi": words("nếu chứ giá liệu hay mà"),
    "en": words("if unless whether rather"),
}
# Words that demand what they speak of: what must be done may not have been done.
DEMANDS: dict[Lang, frozenset[str]] = {
    "vi": words("phải buộc cần nên đòi yêu đề nghị muốn định"),
    "en": words("must should to would could demand demanded want wanted ordered urged"),
}
# Words that end in a negation and deny nothing: aviation, air defence, in the air.
COMPOUNDS = {
    ("hàng", "không"),
    ("phòng", "không"),
    ("trên", "không"),
    ("hư", "không"),
    ("chân", "không"),
    ("số", "không"),
}
# A negation that denies nothing.
IDIOMS: dict[Lang, frozenset[tuple[str, str]]] = {
    "vi": frozenset(
        {
            ("không", "chỉ"), ("không", "những"), ("không", "gian"), ("không", "khí"), ("không", "quân"),
            ("không", "trăm"), ("không", "ngừng"), ("không", "kém"), ("không", "ít"), ("không", "phận"),
            ("chưa", "đầy"), ("chưa", "đến"), ("chưa", "tới"), ("không", "quá"), ("không", "dưới"), ("chưa", "kể"),
            ("không", "ngờ"), ("không", "may"), ("không", "lưu"), ("không", "vận"), ("không", "chuyên"),
            ("không", "kích"), ("không", "đầu"), ("không", "lực"), ("không", "gì"), ("không", "sao"),
            ("không", "qua"), ("không", "lâu"), ("không", "mấy"), ("chẳng", "hạn"), ("chẳng", "mấy"), ("chẳng", "bao"),
        }
    ),
    "en": frozenset(
        {("not", "only"), ("no", "fewer"), ("no", "less"), ("no", "more"), ("no", "later"), ("no", "longer"),
         ("not", "just"), ("no", "doubt"), ("no", "."), ("not", "least"), ("not", "merely")}
    ),
}  # fmt: skip

# Name, Vietnamese, English: verbs of news that say the same in both.
_TABLE: tuple[tuple[str, str, str], ...] = (
    ("ratify", r"phê chuẩn", r"ratif(?:y|ied|ies|ying)"),
    ("sign", r"ký(?! (?:sinh|hiệu|túc|ức))", r"sign(?:ed|s|ing)?(?= (?:the|a|an|on|in|up|it|at|for|by))"),
    ("approve", r"thông qua|chấp thuận|phê duyệt", r"approv(?:e|ed|es|ing)|adopt(?:ed|s|ing)?|pass(?:ed|es)"),
    ("recognise", r"công nhận", r"recogni[sz](?:e|ed|es|ing)"),
    ("confirm", r"xác nhận", r"confirm(?:ed|s|ing)?"),
    ("deny", r"phủ nhận|bác bỏ", r"den(?:y|ied|ies|ying)|reject(?:ed|s)?|dismiss(?:ed|es)?"),
    ("agree", r"đồng ý|nhất trí|tán thành", r"agree(?:d|s|ing)?"),
    ("support", r"ủng hộ", r"support(?:ed|s|ing)?"),
    ("oppose", r"phản đối", r"oppos(?:e|ed|es|ing)"),
    ("recommend", r"khuyến cáo|khuyên", r"recommend(?:ed|s|ing)?|advis(?:e|ed|es|ing)"),
    ("attend", r"tham dự|dự họp|có mặt", r"attend(?:ed|s|ing)?"),
    ("join", r"gia nhập|tham gia", r"join(?:ed|s|ing)?|took part|take part|taking part"),
    ("publish", r"công bố", r"publish(?:ed|es|ing)?|announc(?:e|ed|es|ing)|disclos(?:e|ed|es|ing)|releas(?:e|ed|es)"),
    ("arrest", r"bắt giữ|bị bắt|bắt tạm giam", r"arrest(?:ed|s|ing)?"),
    ("plead", r"nhận tội|thừa nhận|khai nhận", r"admit(?:ted|s)?|confess(?:ed|es)?|plead(?:ed)? guilty"),
    ("appeal", r"kháng cáo", r"appeal(?:ed|s|ing)?"),
    ("die", r"tử vong|thiệt mạng|qua đời", r"die[ds]?|killed"),
    ("injure", r"bị thương", r"injured|hurt"),
    ("damage", r"thiệt hại|hư hỏng|hư hại", r"damaged?"),
    ("close", r"đóng cửa", r"clos(?:e|ed|es|ing)"),
    ("postpone", r"hoãn|lùi lại", r"postpon(?:e|ed|es)|delay(?:ed|s)?|deferred"),
    ("cancel", r"hủy|huỷ", r"cancel(?:led|ed|s)?|scrap(?:ped)?"),
    ("attract", r"hút(?= sét)|thu hút", r"attract(?:ed|s|ing)?"),
    ("affect", r"ảnh hưởng", r"affect(?:ed|s|ing)?"),
    ("win", r"giành chiến thắng|chiến thắng|đánh bại", r"win(?:s|ning)?|won(?:s|ning)?|beat(?:en|s)?|defeat(?:ed|s)?"),
    ("lose", r"thất bại|để thua|thua", r"lose(?:s|ing)?|lost(?:s|ing)?"),
    ("pay", r"trả tiền|chi trả|nộp phạt", r"pay(?:s|ing)?|paid"),
    ("ban", r"cấm", r"ban(?:ned|s|ning)?|prohibit(?:ed|s)?"),
    ("allow", r"cho phép", r"allow(?:ed|s|ing)?|permit(?:ted|s)?"),
    ("find", r"tìm thấy|phát hiện", r"found|detected"),
    ("explain", r"giải thích|lý giải", r"explain(?:ed|s)?"),
    ("decide", r"quyết định", r"decid(?:e|ed|es|ing)"),
    ("prove", r"chứng minh|khẳng định", r"prov(?:e|ed|en|es)"),
    ("guarantee", r"bảo đảm|đảm bảo", r"guarantee(?:d|s)?|ensur(?:e|ed|es)"),
    ("apply", r"áp dụng", r"appl(?:y|ied|ies)"),
    ("install", r"cài đặt|lắp đặt", r"install(?:ed|s|ing)?"),
    ("build", r"xây dựng|xây", r"build(?:s|ing)?|built"),
    ("complete", r"hoàn thành|hoàn tất", r"complet(?:e|ed|es|ing)|finish(?:ed|es)?"),
    ("rise", r"tăng(?! cường)", r"ris(?:e|es|en|ing)|ros(?:e|es|en|ing)|increas(?:e|ed|es|ing)"),
    ("fall", r"giảm", r"fall(?:s|en|ing)?|fell(?:s|en|ing)?|decreas(?:e|ed|es)|declin(?:e|ed|es)|drop(?:ped|s)?"),
    ("vaccinate", r"tiêm chủng|tiêm vaccine|tiêm vắc", r"vaccinat(?:e|ed|es|ing)"),
    ("quit", r"từ chức", r"resign(?:ed|s)?|quit|step(?:ped)? down"),
    ("compensate", r"bồi thường", r"compensat(?:e|ed|es)"),
    ("apologise", r"xin lỗi", r"apologi[sz](?:e|ed|es)"),
    ("replace", r"thay thế", r"replac(?:e|ed|es|ing)"),
    ("pledge", r"cam kết", r"pledg(?:e|ed|es)|commit(?:ted|s)?"),
    ("identify", r"xác định", r"identif(?:y|ied|ies)|determin(?:e|ed|es)"),
    ("evacuate", r"sơ tán|di dời", r"evacuat(?:e|ed|es)|relocat(?:e|ed|es)|move out"),
    ("restore", r"khôi phục|phục hồi", r"restor(?:e|ed|es)|recover(?:ed|s)?"),
    ("merge", r"sáp nhập", r"merg(?:e|ed|es)"),
    (
        "take effect",
        r"có hiệu lực",
        r"enter(?:s|ed)? into force|comes? into force|came into force|takes? effect|took effect",
    ),
)  # fmt: skip
VERBS: dict[Lang, dict[str, re.Pattern[str]]] = {
    "vi": {name: re.compile(rf"(?<!\w)(?:{vi})(?!\w)", re.IGNORECASE) for name, vi, _ in _TABLE},
    "en": {name: re.compile(rf"(?<!\w)(?:{en})(?!\w)", re.IGNORECASE) for name, _, en in _TABLE},
}


BEGINNING = 3  # letters of a word by which it is told whether one of the verbs may begin there
_BEGINNING = re.compile(rf"[^\W\d_]{{1,{BEGINNING}}}")


def _initials(column: int) -> dict[str, tuple[str, ...]]:
    """For each beginning of a word the verbs with a form that begins so: three letters, or a shorter word as it is."""
    found: dict[str, tuple[str, ...]] = {}
    for row in _TABLE:
        forms = re.sub(r"\([^()]*\)", "", row[column]).split("|")
        for beginning in sorted({_BEGINNING.findall(form)[0] for form in forms}):
            found[beginning] = (*found.get(beginning, ()), row[0])
    return found


INITIALS: dict[Lang, dict[str, tuple[str, ...]]] = {"vi": _initials(1), "en": _initials(2)}
# A sentence that holds one of these denies something, whatever verb it denies it with.
DENIALS = re.compile(
    r"(?<!\w)(?:không|chưa|chẳng|phủ nhận|bác bỏ|từ chối|sai sự thật|là sai|tin đồn|not|no|never|n't|cannot|"
    r"den(?:y|ied|ies)|"
    r"reject(?:ed|s)?|false|rumou?rs?|refus(?:ed|es|e)|without|neither)(?!\w)|n['’]t(?!\w)",
    re.IGNORECASE,
)
# Besides those, what takes back a statement it stands beside: "nhưng bất thành", "yếu kém về năng lực".
UNDONE = re.compile(
    DENIALS.pattern
    + r"|(?<!\w)(?:bất|yếu|thiếu|vô|phi|hụt|lỡ|trượt|thất bại|suýt|ngừng|dừng|hết|mất|bỏ|khó|cấm|hủy|huỷ|"
    r"hoãn|chấm dứt|lack\w*|fail\w*|miss\w*|without|stop\w*|hardly|barely|ban\w*|avoid\w*|un\w{4,})(?!\w)",
    re.IGNORECASE,
)
# What a denial in the other language's wording may rest on besides a negation: lacks, refusals, bans, ends.
DENIES = re.compile(
    DENIALS.pattern
    + r"|(?<!\w)(?:bác|thiếu|mất|cấm|trừ|miễn|ngừng|dừng|hết|ngoài|tránh|thôi|hủy|huỷ|hoãn|khó|vắng|trắng|"
    r"khỏi|bỏ|bất|yếu|vô|phi|trượt|thua|kém|hiếm|vẫn|mới|"
    r"(?<!địa )chỉ(?! (?:số|đạo|huy|thị|trích|định|tiêu|dẫn|ra))|"
    r"none|nobody|nothing|nor|lack\w*|miss\w*|ban\w*|exempt\w*|fail\w*|un\w+|"
    r"avoid\w*|stop\w*|halt\w*|only|few|little|hardly|barely|yet|still|free|except|instead|out of|against|absence|"
    r"difficult\w*|dis\w+|im(?:proper|poss)\w*|in(?:appropr|dispens|correct|valid|suffic|complet|abil|elig)\w*|il(?:legal|licit)\w*|ir\w+)(?!\w)",
    re.IGNORECASE,
)
