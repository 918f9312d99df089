"""How a summary is made: frozen, self-checking settings with one dial for length."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.errors import SummarizerError
from summarizer.registry import near_names
from summarizer.types import LANGS, Lang, Length

DEFAULT_MODEL = "tomtat"


@dataclass(frozen=True, slots=True)
class LengthRule:
    """What a length setting promises; ``units`` counts syllables in Vietnamese and words in English."""

    sentences: int  # at most
    units: dict[Lang, int]  # at most
    min_tokens: int  # a generated summary is at least this long
    max_tokens: int


LENGTHS: dict[Length, LengthRule] = {
    "headline": LengthRule(1, {"vi": 20, "en": 20}, 4, 40),
    "short": LengthRule(3, {"vi": 70, "en": 50}, 12, 128),
    "medium": LengthRule(6, {"vi": 150, "en": 110}, 40, 256),
}


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that changes a summary's text; part of what a batch record is keyed by.

    Raises:
        SummarizerError: a value is not one of those allowed; the message lists them.
    """

    model: str = DEFAULT_MODEL
    to: tuple[Lang, ...] = LANGS
    length: Length = "short"
    route: str = "auto"  # auto: the model's own choice; direct: one model writes each language; cascade: translate
    beams: int = 4
    nbest: int = 4  # hypotheses the checks choose from

    def __post_init__(self) -> None:
        if self.length not in LENGTHS:
            raise SummarizerError(f"Unknown length {self.length!r}.", near_names(self.length, LENGTHS))
        if not self.to or any(lang not in LANGS for lang in self.to):
            raise SummarizerError(f"Cannot summarise into {', '.join(self.to) or 'nothing'}.", "Use vi, en or vi,en.")
        if self.route not in ("auto", "direct", "cascade"):
            raise SummarizerError(f"Unknown route {self.route!r}.", "Use auto, direct or cascade.")
        if not 1 <= self.nbest <= self.beams:
            raise SummarizerError(f"nbest is {self.nbest} with {self.beams} beams.", "Use 1 <= nbest <= beams.")

    @property
    def rule(self) -> LengthRule:
        """The promise of the length setting."""
        return LENGTHS[self.length]
