"""Text in one language as examples: to be restored from a damaged copy, or to be read in a model's translation."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from tqdm import tqdm

from summarizer.backends.base import Backend, Request
from summarizer.checks.unsaid import unsaid_figures
from summarizer.errors import DataError
from summarizer.text.sentences import sentences
from summarizer.training.prepare import as_story
from summarizer.training.sources import Example, data_file, open_text, plausible_pair, read_articles, tidy
from summarizer.types import LANGS, Lang

DAMAGED, BACK = "damaged", "backtranslated"
LEAST_SCORE = -0.9  # mean log-probability a token under which a back-translation is mostly invented
_WORDS = range(6, 46)
_PER_TEXT = 3  # sentences of a paragraph or article: many texts say more than whole ones
_DROPPED = 0.15  # share of the words that are lost
_REACH = 3  # places a word may move
_LOOP = re.compile(r"(\w{2,})\1\1|\b(\w+ \w+) \2\b")  # a part of a word thrice, two words twice
_CHUNK = 512  # sentences a call of the engine


def english_texts(data: Path) -> Iterator[str]:
    """The lines of ``mono/*.en.txt[.xz]``, and the articles of ``summarization/*.en.jsonl[.xz]``.

    Raises:
        DataError: there is no such file.
    """
    plain, news = sorted(data.glob("mono/*.en.txt*")), sorted(data.glob("summarization/*.en.jsonl*"))
    if not plain and not news:
        raise DataError(f"No mono/*.en.txt[.xz] in {data}.", "See docs/training.md for the files a data folder holds.")
    for path in plain:
        with open_text(path) as lines:
            yield from lines
    for path in news:
        yield from (line for row in read_articles(path) for line in row["article"].splitlines())


def vietnamese_texts(data: Path) -> Iterator[str]:
    """The bodies of the training articles."""
    return (row["article"] for row in read_articles(data_file(data, "summarization/vietnews.train.jsonl")))


def sampled_sentences(texts: Iterable[str], lang: Lang, count: int, seed: int) -> list[str]:
    """``count`` different sentences of 6 to 45 words, out of texts taken at random; fewer where there are no more."""
    rng = random.Random(seed)
    order = list(texts)
    rng.shuffle(order)
    found: dict[str, None] = {}
    for text in order:
        usable = [s for s in (tidy(s.text, lang) for s in sentences(as_story(text))) if len(s.split()) in _WORDS]
        found.update(dict.fromkeys(rng.sample(usable, min(_PER_TEXT, len(usable)))))
        if len(found) >= count:
            break
    return list(islice(found, count))


def damaged(sentence: str, rng: random.Random) -> str:
    """``sentence`` with words lost and neighbours out of order, at least one word left.

    The noise of Lample et al. 2018, "Unsupervised Machine Translation Using Monolingual Corpora Only"
    (arXiv 1711.00043).
    """
    words = sentence.split()
    kept = [w for w in words if rng.random() >= _DROPPED] or words[:1]
    places = [i + rng.uniform(0, _REACH) for i in range(len(kept))]
    return " ".join(kept[i] for i in sorted(range(len(kept)), key=places.__getitem__))


def damaged_examples(data: Path, count: int, seed: int) -> Iterator[Example]:
    """``count`` sentences of each language to be restored, as translations of a language into itself."""
    rng = random.Random(seed)
    texts = {"vi": vietnamese_texts(data), "en": english_texts(data)}
    for lang in LANGS:
        for sentence in sampled_sentences(texts[lang], lang, count, seed):
            yield Example("translate", lang, lang, damaged(sentence, rng), sentence, DAMAGED)


def back_translated(backend: Backend, english: Sequence[str]) -> Iterator[tuple[str, str]]:
    """(vi, en) pairs whose Vietnamese ``backend`` wrote, those left out that it is not sure of.

    After Sennrich et al. 2016, "Improving Neural Machine Translation Models with Monolingual Data" (arXiv 1511.06709).
    """
    fitting = [s for s in english if backend.count_tokens(s) <= backend.budget]
    with tqdm(total=len(fitting), desc="back-translation", unit=" sentences") as bar:
        for start in range(0, len(fitting), _CHUNK):
            part = fitting[start : start + _CHUNK]
            for sentence, (best,) in zip(part, backend.generate([_asked(s) for s in part], beams=1), strict=True):
                vi = tidy(best.text, "vi")
                if best.score >= LEAST_SCORE and plausible_pair(vi, sentence) and not _LOOP.search(vi):
                    yield vi, sentence
            bar.update(len(part))


def _asked(sentence: str) -> Request:
    return Request(sentence, "translate", "en", "vi", max_tokens=128, unsaid=unsaid_figures(sentence, "en"))


def write_back_translations(backend: Backend, data: Path, count: int, seed: int, out: Path) -> None:
    """Translate ``count`` English sentences of ``data`` into Vietnamese and write the pairs, whole or not at all."""
    chosen = sampled_sentences(english_texts(data), "en", count, seed)
    part = out.with_suffix(".part")
    with part.open("w", encoding="utf-8") as lines:
        lines.writelines(f"{vi}\t{en}\n" for vi, en in back_translated(backend, chosen))
    part.replace(out)


def back_translation_examples(path: Path) -> Iterator[Example]:
    """What ``write_back_translations`` wrote, to be translated into the English that people wrote."""
    with path.open(encoding="utf-8") as lines:
        for vi, en in (line.rstrip("\n").split("\t") for line in lines):
            yield Example("translate", "vi", "en", vi, en, BACK)
