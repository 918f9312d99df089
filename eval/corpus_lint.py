"""Check the corpus: lengths, languages, fields, and that no reference states a number or date its article lacks.

python eval/corpus_lint.py [FOLDER]
"""

from __future__ import annotations

import sys
from pathlib import Path

from summarizer.assets import asset
from summarizer.corpus_lint import lint


def main() -> int:
    """Print every problem; 0 when there is none, 1 otherwise."""
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else asset("corpus")
    problems = lint(root)
    print("\n".join(problems) or f"{root}: nothing to correct")
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main())
