"""Systems that can be compared: floors and ceilings, peers, ours, and summaries somebody already has.

A system is named by a spec: ``random``, ``lead-2``, ``oracle-3``, ``lexrank-2``, ``ours:MODEL:LENGTH:ROUTE``,
``file:PATH``. The number is how many sentences an extract has; without it 2 for a summary, 1 after a title and for a
headline.
"""

from __future__ import annotations

from summarizer.datasets.base import Target
from summarizer.registry import load
from summarizer.systems.base import Job, Output, Story, System, prepare

SYSTEMS = {
    "random": "summarizer.systems.baselines:Random",
    "lead": "summarizer.systems.baselines:Lead",
    "titled": "summarizer.systems.baselines:Titled",
    "oracle": "summarizer.systems.baselines:Oracle",
    "lexrank": "summarizer.systems.peers:LexRank",
    "textrank": "summarizer.systems.peers:TextRank",
    "lsa": "summarizer.systems.peers:Lsa",
    "luhn": "summarizer.systems.peers:Luhn",
    "ours": "summarizer.systems.ours:Ours",
    "file": "summarizer.systems.saved:Saved",
}
"""First word of a spec to the class that runs it, made with the rest of the spec and the target."""

BASELINES = ("random", "lead", "oracle")
"""Always shown: a floor, the baseline every news summarizer has to beat, and what an extract could reach at most."""

PEERS = ("lexrank", "textrank", "lsa", "luhn")

__all__ = ["BASELINES", "PEERS", "SYSTEMS", "Job", "Output", "Story", "System", "make_system", "prepare"]


def make_system(spec: str, target: Target = "summary") -> System:
    """The system that ``spec`` names.

    Raises:
        SummarizerError: the name is unknown or the rest of the spec makes no sense to it.
    """
    word, colon, rest = spec.partition(":")
    if not colon:
        word, _, rest = spec.partition("-")
    made: System = load(SYSTEMS, word, "system")(rest, target)
    return made
