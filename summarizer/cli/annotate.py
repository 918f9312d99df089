"""The page of ``tomtat eval --annotate``: prepare the pairs, serve until they are rated, say what came out."""

from __future__ import annotations

import contextlib
import sys
import webbrowser
from typing import TYPE_CHECKING

from summarizer.cli.common import say
from summarizer.errors import SummarizerError

if TYPE_CHECKING:
    from pathlib import Path

    from summarizer.evaluate import Plan


def annotate(plan: Plan, rater: str, port: int) -> int:
    """Serve the page until Ctrl-C.

    Raises:
        SummarizerError: there are not exactly two systems and one language, or no rater's name.
    """
    from summarizer.annotation import Kit, make_pairs, read_ratings, serve, summary_table
    from summarizer.annotation.server import page_url
    from summarizer.evaluate import prepare_all, run_all

    _check(plan, rater)
    stories = prepare_all(plan.source.load(), plan.options.target)
    runs = run_all(plan, stories, say, baselines=False)
    pairs = make_pairs(stories, (runs[0], runs[1]), plan.options.langs[0], rater, plan.options.seed)
    file = ratings_file(plan, rater)
    kit = Kit(pairs, rater, file)
    server = serve(kit, port)
    url = page_url(server, kit)
    say(f"{len(pairs)} pairs; open {url}\nCtrl-C ends. Ratings go to {file}; a later run goes on where this one ended.")
    webbrowser.open(url)
    with contextlib.suppress(KeyboardInterrupt), server:
        server.serve_forever()
    ratings = read_ratings([file]) if file.exists() else []
    sys.stdout.write(summary_table(ratings) if ratings else "No ratings yet.\n")
    return 0


def ratings_file(plan: Plan, rater: str) -> Path:
    """Where a rater's ratings of two systems in one language are kept."""
    from summarizer.systems.runner import file_name

    return plan.out / f"ratings-{file_name('-'.join([*plan.systems, *plan.options.langs, rater]))}.jsonl"


def _check(plan: Plan, rater: str) -> None:
    if len(plan.systems) != 2:
        raise SummarizerError("--annotate compares two systems.", "Give --system twice.")
    if len(plan.options.langs) != 1:
        raise SummarizerError("--annotate judges one language at a time.", "Give --lang vi or --lang en.")
    if not rater.strip():
        raise SummarizerError("--annotate has to know who is rating.", "Give --rater NAME.")
