"""Write summarizer/checks/english_rare.txt: English of the training data that the dictionary does not have.

python models/list_words.py DATA

A word is listed that stands in small letters at least three times in the English of DATA's parallel and mono files (see
docs/training.md; the abstracts kept for measuring aside) and is in neither pyspellchecker's dictionary nor
english_words.txt: British spellings, compounds, units, words younger than the dictionary.
"""

from __future__ import annotations

import argparse
import re
import textwrap
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from spellchecker import SpellChecker

from summarizer.checks.name_words import english
from summarizer.training.monolingual import english_texts
from summarizer.training.sources import translation_examples

OUT = Path("summarizer/checks/english_rare.txt")
LEAST = 3  # fewer may be slips
_WORD = re.compile(r"\b[a-z]{3,}\b")
_HEAD = """\
# English words that stand in small letters at least three times in the English of the training data, and neither in
# pyspellchecker's dictionary nor in english_words.txt (written by models/list_words.py).
"""


def texts(data: Path) -> Iterator[str]:
    """The English of the pairs and of the English texts, without what is kept for measuring."""
    yield from (example.target for example in translation_examples(data) if example.kind == "translate.vi.en")
    yield from english_texts(data)


def main() -> None:
    """Count and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    counts = Counter(word for text in texts(parser.parse_args().data) for word in _WORD.findall(text))
    known = english() | frozenset(SpellChecker(language="en"))
    listed = sorted(word for word, count in counts.items() if count >= LEAST and word not in known)
    OUT.write_text(_HEAD + textwrap.fill(" ".join(listed), 118) + "\n", encoding="utf-8")
    print(f"{len(listed)} words in {OUT}")


if __name__ == "__main__":
    main()
