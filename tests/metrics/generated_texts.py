"""Deterministic made-up news sentences for tests that need many of them."""

from __future__ import annotations

import random

from summarizer.metrics.base import Case
from summarizer.types import Article, CleanArticle, Lang, Span

TEXT: dict[Lang, str] = {
    "vi": (
        "sáng chiều tỉnh thành phố Hà Nội Đà Nẵng người dân chính quyền hòa bình thủy lợi khoản đầu tư dự án cầu "
        "đường trường học bệnh viện mưa lũ nghiêm trọng 1.500 25/10 tỷ đồng ông Nguyễn Văn Bình bà Trần Thị Hoa "
        "cho biết khẳng định đề nghị Quốc hội Chính phủ UBND xã huyện kế hoạch quý III năm 2026 tăng giảm 3,5% "
        "xuất khẩu gạo cà phê cá tra thủy sản khoa học công nghệ an ninh mạng công ước ký kết phê chuẩn"
    ),
    "en": (
        "The government said on Monday that António Guterres had opened a new bridge near Đà Nẵng , and officials "
        "expect 1,500 workers to finish the second phase by 2026 . Exports rose 3.5% as farmers sold more coffee "
        "while heavy rain and floods damaged schools hospitals roads in three provinces Vietnam's ministry's plan"
    ),
}
WORDS = {lang: text.split() for lang, text in TEXT.items()}


def text(lang: Lang, seed: int, words: int = 40) -> str:
    """A text of about ``words`` words with capitals, commas and full stops."""
    chance = random.Random(f"{lang} {seed}")
    made = []
    for i in range(words):
        word = chance.choice(WORDS[lang])
        word = word.capitalize() if i % 13 == 0 else word
        made.append(word + ("." if i % 13 == 12 else "," if chance.random() < 0.05 else ""))
    return " ".join(made).rstrip(",.") + "."


def rewritten(lang: Lang, seed: int, source: str) -> str:
    """``source`` with some words dropped, doubled or replaced, so that it scores between 0 and 1."""
    chance = random.Random(f"rewritten {lang} {seed}")
    made: list[str] = []
    for word in source.split():
        draw = chance.random()
        if draw < 0.15:
            continue
        made += [chance.choice(WORDS[lang]) if draw < 0.35 else word] + ([word] if draw > 0.97 else [])
    return " ".join(made)


def case(
    summary: str, *references: str, lang: Lang = "vi", article: str = "", name: str = "a", **fields: object
) -> Case:
    """A case whose article is one paragraph in the language of the summary."""
    body = article or "Bài báo."
    clean = CleanArticle(Article(name, body), ((Span(0, len(body)),),), language=lang)
    return Case(name, lang, summary, references, clean, **fields)  # type: ignore[arg-type]


def cases(lang: Lang, count: int = 200, references: int = 2) -> list[Case]:
    """Summaries that share something with their references."""
    made = []
    for seed in range(count):
        refs = [text(lang, 10 * seed + k, 25 + seed % 20) for k in range(references)]
        made.append(case(rewritten(lang, seed, refs[seed % references]), *refs, lang=lang, name=f"{lang}-{seed}"))
    return made
