"""The title as the first sentence of a summary, where it states the news and is no teaser or label."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.selection.features import words
from summarizer.selection.select import stands_alone
from summarizer.text.case import truecased
from summarizer.text.language import sentence_language
from summarizer.text.normalize import collapse
from summarizer.types import Sentence

# What asks instead of telling, with or without a question mark.
_ASKS = re.compile(
    r"\?|\b(?:vì sao|tại sao|do đâu|thế nào|ra sao|điều gì|những gì|nói gì|là gì|làm gì|bao nhiêu|khi nào|ở đâu|là ai"
    r"|(?<!chưa )(?<!không )bao giờ|ai là|nguyên nhân nào)\b|^(?:why|how|what|who|when|where|which)\b",
    re.IGNORECASE,
)
# What names a piece or its kind and says nothing of what happened.
_LABEL = re.compile(
    r"^\W*(?:(?:video|clip|ảnh|photos?|infographics?|podcast|trực tiếp|live|e-?magazine|longform|megastory|quiz)"
    r"\s*[:|\]–-]|toàn văn|full text"
    r"|chùm ảnh|hình ảnh|cận cảnh|chân dung|nhìn lại|điểm tin|bản tin|tin tức|dự báo thời tiết)",
    re.IGNORECASE,
)
_OPEN_ENDS = ("…", "...", ":", ",")
_SAID = 0.7  # share of the title's words in one sentence from which the story says it
_ENDS = (".", "!", "?", '."', '!"', '?"', ".”", "!”", "?”")


def opening_of(title: str, sentences: Sequence[Sentence]) -> str:
    """``title`` as a sentence, "" where it asks, teases or only names what follows, or a sentence says the same.

    Many a story never says what its headline says: its lead did, which stands elsewhere on the page. English headlines
    are telegrams and no sentences.

    Args:
        title: of the article, "" when it has none.
        sentences: of the story, from which a title in capitals learns how its words are written.
    """
    text = truecased(collapse(title), "\n".join(s.text for s in sentences))
    if sentence_language(text) != "vi" or _ASKS.search(text) or _LABEL.search(text) or text.endswith(_OPEN_ENDS):
        return ""
    said = frozenset(words(title))
    if any(len(said.intersection(words(s.text))) > _SAID * len(said) for s in sentences):
        return ""
    sentence = stopped(text)
    # "Ông lão …" points at nobody before it: nothing is before a title
    return sentence if stands_alone(sentence, follows_chosen=True) else ""


def stopped(title: str) -> str:
    """``title`` with a full stop at its end unless one is there; "" stays."""
    return title if title.endswith(_ENDS) or not title else f"{title}."


def opens_with(sentences: Sequence[str], title: str) -> bool:
    """Whether the first of a summary's ``sentences`` is the ``title``, but for capitals and the full stop."""
    said = collapse(title).casefold()
    return bool(said and sentences) and sentences[0].casefold() in (said, f"{said}.")
