"""The web page, as Hugging Face Spaces and ``python app.py`` start it; ``tomtat demo`` is the same with options."""

from __future__ import annotations

import sys

from summarizer.cli import main

if __name__ == "__main__":
    sys.exit(main(["demo", *sys.argv[1:]]))
