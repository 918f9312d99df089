"""Write summarizer/checks/kept_terms.txt: terms of the glossary that people's translations into English keep.

python models/list_kept_terms.py DATA

A term is listed if it stands in at least ten Vietnamese sentences of DATA's pairs (see docs/training.md; the abstracts
kept for measuring and the word list aside) and at least nine in ten of their translations hold one of its English
forms. Countries, places and people are not listed: there are too many ways to speak of them.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from tqdm import tqdm

from summarizer.checks.glossary import KEPT_TERMS, Term, load_glossary
from summarizer.checks.terms import holds, is_plain
from summarizer.training.sources import translation_examples

SENTENCES, SHARE = 10, 0.9
UNLIKE_NEWS = {"lexicon", "d2l_vi", "hf_course_docs", "react_docs", "osm_website_ui", "toomva_subs"}
NAMED_FREELY = {"country", "place", "person"}
_HEAD = """\
# Terms of the glossary, by their first Vietnamese form, that at least nine in ten human translations keep in one of the
# forms listed for them (written by models/list_kept_terms.py).
"""


def main() -> None:
    """Count and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    data, glossary = parser.parse_args().data, load_glossary()
    seen: Counter[Term] = Counter()
    kept: Counter[Term] = Counter()
    for pair in tqdm(translation_examples(data), unit=" pairs"):
        if pair.kind != "translate.vi.en" or pair.origin in UNLIKE_NEWS:
            continue
        for mention in glossary.find(pair.source, "vi"):
            if mention.right and mention.term.kind not in NAMED_FREELY and is_plain(mention, pair.source):
                seen[mention.term] += 1
                kept[mention.term] += holds(pair.target, mention.term)
    listed = sorted(t.vi[0] for t, n in seen.items() if n >= SENTENCES and kept[t] >= SHARE * n)
    KEPT_TERMS.write_text(_HEAD + "\n".join(listed) + "\n", encoding="utf-8")
    print(f"{len(listed)} of {len(glossary.terms)} terms in {KEPT_TERMS}")


if __name__ == "__main__":
    main()
