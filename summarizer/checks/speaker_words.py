"""How news says who said something, in both languages."""

from __future__ import annotations

from summarizer.text.wordlist import words
from summarizer.types import Lang

Phrase = tuple[str, ...]


def _phrases(text: str) -> dict[str, list[Phrase]]:
    """Phrases by their first word, the longest first."""
    index: dict[str, list[Phrase]] = {}
    for phrase in sorted((tuple(p.split()) for p in text.split("|")), key=len, reverse=True):
        index.setdefault(phrase[0], []).append(phrase)
    return index


# Verbs that follow their speaker.
SAYING: dict[Lang, dict[str, list[Phrase]]] = {
    "vi": _phrases(
        "cho biết|cho hay|nói|nói rằng|khẳng định|nhấn mạnh|cho rằng|tuyên bố|thông báo|cảnh báo|nhận định|đánh giá|"
        "chia sẻ|thừa nhận|phủ nhận|xác nhận|bác bỏ|giải thích|lưu ý|khuyến cáo|phát biểu|bày tỏ|kêu gọi|đề nghị|"
        "trả lời|khai|viết|kể|dự báo|cam kết|lý giải|phân tích|chỉ ra|bình luận|tiết lộ|hứa"
    ),
    "en": _phrases(
        "said|says|say|told|tells|announced|announces|stressed|stresses|emphasised|emphasized|warned|warns|argued|"
        "argues|stated|states|confirmed|confirms|denied|denies|added|adds|explained|explains|noted|notes|insisted|"
        "insists|claimed|claims|urged|urges|pledged|testified|admitted|admits|called|calls|advises|advised"
    ),
}
# Words that stand before their speaker.
ACCORDING: dict[Lang, dict[str, list[Phrase]]] = {
    "vi": _phrases("theo|theo lời|theo thông tin từ|theo ông|theo bà"),
    "en": _phrases("according to|said|says"),
}
# Words that may stand between a speaker and the verb.
ADVERBS: dict[Lang, frozenset[str]] = {
    "vi": words("đã cũng còn vẫn lại thì từng sáng chiều tối nay hôm qua ngày mạnh mẽ thẳng thắn"),
    "en": words("also has had have later further then again yesterday today on tuesday monday"),
}
# Titles and forms of address that may stand between "theo" and its speaker.
BEFORE: dict[Lang, frozenset[str]] = {
    "vi": words(
        "ông bà anh chị cô ts ths gs pgs bs hlv luật sư bác sĩ đại tá thượng tá trung tá thiếu tá tướng trung đại "
        "thiếu thượng bộ trưởng thứ chủ tịch phó giám đốc tổng bí thư . ,"
    ),
    "en": words(". mr mrs ms dr prof professor general colonel minister president deputy director the"),
}
