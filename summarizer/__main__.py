"""``python -m summarizer`` is ``tomtat``."""

from summarizer.cli import main

raise SystemExit(main())
