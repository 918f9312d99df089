"""What the library says in English (errors, warnings, findings) in Vietnamese: patterns in, sentences out.

A test makes the library say each of the common ones, so that a change of wording there is noticed here. What is not
in the table stays English.
"""

from __future__ import annotations

import re

_ERRORS = (
    (
        r".* (?:is empty|holds no words|holds no text to summarise|has no rows|is no article: .*)\.",
        "Không có nội dung.",
    ),
    (r".* holds only (?:one word|(\d+) words)\.", "Nội dung quá ngắn, chưa phải một bài báo."),
    (r".* is longer than the limit .*", "Bài quá dài."),
    (r".* (?:over the limit of|the limit is) (\d+ MB).*", r"Tài liệu vượt giới hạn \1."),
    (r"The document holds no story: .*", "Không có bài báo: toàn bộ chỉ là liên kết, chú thích và nút bấm của trang."),
    (r".* has no article in it that could be found\.", "Không tìm thấy bài báo nào ở đây."),
    (r".* has no text in it.*", "Tài liệu không có chữ, có thể là bản quét."),
    (r".* is locked with a password\.", "Tài liệu có mật khẩu."),
    (r".* is (?:a )?damaged.*", "Tài liệu bị hỏng."),
    (r".* (?:is a zip archive|is a binary file, not text|is .*, not an article)\.", "Đây không phải một bài viết."),
    (r".* has no column with the text; the columns are: (.*)\.", r"Không có cột chứa bài viết; các cột: \1."),
    (r".* has bytes that are not valid UTF-8\.", "Dòng này có ký tự không phải UTF-8."),
    (r".* is not valid (JSON|CSV): .*", r"Không phải \1 hợp lệ."),
    (r".* is not a JSON object\.", "Dòng này không phải một đối tượng JSON."),
    (r".* has (\d+) cells but the header has (\d+)\.", r"Dòng có \1 ô trong khi dòng tiêu đề có \2."),
    (r".* has \w+ in '?(\w+)'?, not text\.", r"Cột \1 không chứa văn bản."),
    (r".* leads to (\S+), which is not a public address\.", r"Địa chỉ dẫn vào mạng nội bộ (\1) nên không được tải."),
    (r".* is an address in an unusual form\.", "Địa chỉ viết ở dạng bất thường nên không được tải."),
    (r".* only http and https URLs are read\.", "Chỉ đọc được địa chỉ http:// hoặc https://."),
    (r".* (?:not a valid URL|with a user name are not read|is not a web server's)\.", "Địa chỉ không hợp lệ."),
    (r".* redirects (?:more than \d+ times|to nowhere)\.", "Trang chuyển hướng quá nhiều lần hoặc không tới đâu."),
    (r".* (?:took too long|the server does not answer)\.", "Trang không trả lời kịp."),
    (r".* the host (\S+) is not known\.", r"Không tìm thấy máy chủ \1."),
    (r".* the server refuses connections\.", "Máy chủ của trang từ chối kết nối."),
    (r".* the server answers (\d+).*", r"Trang trả lời lỗi \1."),
    (r".* its certificate is not valid.*", "Chứng chỉ bảo mật của trang không hợp lệ."),
    (r".* was not fetched: the offline mode is on\.", "Máy chủ ở chế độ ngoại tuyến nên không tải trang nào."),
    (r".* is not a text \((\S+)\)\.", r"Địa chỉ này không phải một bài viết (\1)."),
    (r".* cannot be fetched: .*", "Không tải được trang này."),
    (r"The text seems to be in .*|.*not in Vietnamese or English.*", "Bài không phải tiếng Việt hay tiếng Anh."),
    (r"This needs the Python package '(\S+)'.*", r"Máy chủ thiếu gói Python \1 cho việc này."),
    (r"Unknown length .*", "Độ dài không hợp lệ, chỉ có headline, short và medium."),
)
_WARNINGS = (
    (r".* cannot write Vietnamese from this article.*", "Mô hình này không viết được tiếng Việt cho bài này."),
    (r".* writes English only by translating the summary\.", "Mô hình này viết tiếng Anh bằng cách dịch bản tóm tắt."),
    (
        r".* writes Vietnamese only by translating the summary\.",
        "Mô hình này viết tiếng Việt bằng cách dịch bản tóm tắt.",
    ),
    (r".* cannot write English from this article.*", "Mô hình này không viết được tiếng Anh cho bài này."),
    (r"named (\S+) but read as (\S+)", r"Tệp có tên \1 nhưng được đọc như \2."),
    (r"decoded from (\S+)", r"Bài dùng bảng mã \1, đã chuyển sang Unicode."),
    (r"converted from (\S+), .*", r"Bài dùng bảng mã \1, đã chuyển sang Unicode."),
    (r"broken characters were replaced .*", "Một số ký tự hỏng đã được thay thế."),
    (r"the PDF is damaged in places; .*", "Tệp PDF hỏng vài chỗ, có thể thiếu chữ."),
    (r"running heads left out: (.*)", r"Đã bỏ đầu trang lặp lại: \1."),
)
_FINDINGS = (
    (r"The Vietnamese summary says otherwise\.", "Bản tiếng Việt nói khác."),
    (r"The article gives another number\.", "Bài đưa con số khác."),
    (r"The article gives another number of these\.", "Bài đưa con số khác cho thứ này."),
    (r"The article gives this number with another bound .*", "Bài nêu mức khác cho con số này (hơn, gần, khoảng)."),
    (r"The article gives another date\.", "Bài ghi ngày khác."),
    (r"The article gives another time\.", "Bài ghi giờ khác."),
    (r"The article does not give this number\.", "Bài không có con số này."),
    (r"The sentence this translates does not say so\.", "Câu gốc được dịch không nói như vậy."),
    (r"The article does not give this date\.", "Bài không có ngày này."),
    (r"The article does not give this time\.", "Bài không có giờ này."),
    (r"This sentence is not in Vietnamese\.", "Câu này không phải tiếng Việt."),
    (r"This sentence is not in English\.", "Câu này không phải tiếng Anh."),
    (
        r"A word of the first wording does not exist.*",
        "Bản dịch đầu có từ không có thật; từ thay vào có thể chưa đúng.",
    ),
    (r"This word is left in Vietnamese\.", "Từ này chưa được dịch sang tiếng Anh."),
    (r"English has no such word, nor has the article\.", "Tiếng Anh không có từ này, bài gốc cũng không."),
    (r"Vietnamese has no such word, nor has the article\.", "Tiếng Việt không có từ này, bài gốc cũng không."),
    (r"This sentence stands twice\.", "Câu này lặp lại hai lần."),
    (r"The article gives this number of something else.*", "Trong bài, con số này thuộc về điều khác."),
    (r"The article does not name this\.", "Bài không nhắc tới tên này."),
    (r"The article writes another name\.", "Bài viết một tên khác."),
    (r"The article speaks of another kind of place\.", "Bài nói tới một loại địa danh khác."),
    (r"In the article this is a person\.", "Trong bài đây là tên người."),
    (r"The article states this\.", "Bài có khẳng định điều này."),
    (r"The article gives this date of something else\.", "Trong bài, ngày này thuộc về việc khác."),
    (r"The article says this of somebody or something else\.", "Trong bài, điều này nói về người hoặc nơi khác."),
    (r"In the article somebody else says this\.", "Trong bài, người khác nói điều này."),
    (
        r"The sentence this translates denies something, .*",
        "Câu gốc có ý phủ định, bản dịch lại không có; có thể sai nghĩa.",
    ),
    (
        r"The translation denies something, .*",
        "Bản dịch có ý phủ định mà câu gốc không có; có thể sai nghĩa.",
    ),
    (r"The translation is much shorter than its sentence.*", "Bản dịch ngắn hơn câu gốc nhiều; có phần bị mất."),
    (
        r"The sentence this translates has the term (.*) \((.*)\), .*",
        r"Câu gốc có thuật ngữ “\1” (\2), bản dịch không có.",
    ),
    (r"The article denies this\.", "Bài phủ nhận điều này."),
    (r"The quotation breaks off before the speaker does\.", "Câu trích bị cắt giữa chừng."),
    (r"The article does not hold these words\.", "Bài không có những lời này."),
    (r"The article quotes nobody\.", "Bài không trích lời ai."),
    (r"The article's words are different\.", "Lời trong bài khác."),
    (r"The article gives (.*) another title\.", r"Bài ghi chức danh khác cho \1."),
    (r"The article uses another form of address\.", "Bài dùng cách xưng hô khác."),
    (r"The article speaks of nobody this word fits\.", "Bài không có ai hợp với từ này."),
    (r"The same words are repeated over and over\.", "Cùng những từ ấy lặp đi lặp lại."),
    (r"The summary says the same thing twice\.", "Bản tóm tắt nói một điều hai lần."),
    (r"The summary holds no words\.", "Bản tóm tắt không có chữ nào."),
    (r"The summary (?:breaks off in the middle|does not end with its sentence)\.", "Bản tóm tắt dừng giữa câu."),
    (r".* do not pair up\.|A quotation mark has no partner\.", "Dấu ngoặc không đủ cặp."),
    (r"(\S+) \w+, where \w+ means at most (\S+)\.", r"Dài \1, trong khi tối đa là \2."),
    (r"A sentence was too long to be translated\.", "Có câu quá dài nên không dịch được."),
    (r"A sentence was left out, since .*", "Đã bỏ một câu vì có con số, ngày hoặc tên không khớp với bài."),
    (r"(\S+) stands where a number or a date was .*", r"\1 thay cho con số hoặc ngày không khớp với bài."),
    (
        r"The article does not bear out what the model wrote.*",
        "Bản do mô hình viết không khớp với bài, nên đây là các câu của bài.",
    ),
)
_ALL = tuple((re.compile(pattern, re.DOTALL), told) for pattern, told in (*_ERRORS, *_WARNINGS, *_FINDINGS))


def vietnamese(english: str) -> str:
    """The library's sentence in Vietnamese; as it is when the table does not have it."""
    for pattern, told in _ALL:
        found = pattern.fullmatch(english)
        if found:
            return found.expand(told)
    return english


def is_known(english: str) -> bool:
    """Whether the table has this sentence."""
    return any(pattern.fullmatch(english) for pattern, _ in _ALL)
