"""What the two ways of running a hub model share: its directions, its limits, and the tokens of a request."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from summarizer.backends.base import Request, Task
from summarizer.backends.codecs import Codec
from summarizer.backends.engine import Decoding, Job
from summarizer.errors import ModelError
from summarizer.hub.routes import Wire
from summarizer.text.normalize import normalize_tone
from summarizer.types import Lang

_FIRST, _SECOND = {"o": "óòỏõọ", "u": "úùủũụ"}, {"a": "áàảãạ", "e": "éèẻẽẹ", "y": "ýỳỷỹỵ"}
_OLD_STYLE = re.compile(r"(?<![^\W_])([^\W\d_]{0,3}?)([óòỏõọ])([ae])(?![^\W_])|"
                        r"(?<![^\W_])([^\W\d_q]{0,3}?)([úùủũụ])(y)(?![^\W_])", re.IGNORECASE)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Traits:
    """A hub model's own facts; lengths count its tokens, special ones included."""

    name: str
    wires: tuple[Wire, ...]
    end: str
    max_input: int
    max_output: int
    tones: str = ""
    decoding: Decoding = field(default_factory=Decoding)


class Wiring:
    """The model-independent half of a hub backend."""

    def __init__(self, traits: Traits, codec: Codec) -> None:
        self._traits, self._codec = traits, codec
        self._wires = {(w.task, w.source, w.target): w for w in traits.wires}
        self._tones = _TONES[traits.tones]
        self.name = traits.name
        self.budget = traits.max_input - max((self._overhead(w) for w in traits.wires), default=0)
        self.whole = self.budget  # not known of a model this project did not train
        crosses = any(w.task == "summarize" and w.source != w.target for w in traits.wires)
        self.route = "direct" if crosses else "cascade"
        self.takes_terms = False  # nor this

    def supports(self, task: Task, source: Lang, target: Lang) -> bool:
        """Whether the model has this direction."""
        return (task, source, target) in self._wires

    def floor(self, task: Task, source: Lang, target: Lang) -> float:
        """No limit: this project has not measured the model."""
        return -math.inf

    def count_tokens(self, text: str) -> int:
        """Tokens of ``text``, without prefixes and special tokens."""
        return len(self._codec.encode(self._plain(text)))

    def _plain(self, text: str) -> str:
        return self._tones(self._codec.plain(text))

    def _overhead(self, wire: Wire) -> int:
        texts = sum(len(self._codec.encode(text)) for text in (wire.prefix, wire.suffix) if text)
        return texts + len(wire.before) + len(wire.after)

    def _job(self, request: Request) -> Job:
        wire = self._wires.get((request.task, request.source, request.target))
        if wire is None:
            raise ModelError(
                f"{self.name} does not {request.task} from {request.source} to {request.target}.",
                "Choose another model; `tomtat models` lists what each one does.",
            )
        pieces = self._codec.encode(f"{wire.prefix}{self._plain(request.text)}{wire.suffix}")
        source = (*wire.before, *pieces, *wire.after)
        if len(source) > self._traits.max_input:
            raise ModelError(
                f"A request of {len(source)} tokens is over the {self._traits.max_input} that {self.name} reads.",
                "Give fewer sentences at a time; the pipeline's selector does.",
            )
        longest = min(request.max_tokens, self._traits.max_output)
        return Job(source, wire.decoder, self._traits.decoding, min(request.min_tokens, longest), longest)

    def _text(self, tokens: Sequence[str], request: Request) -> str:
        text = self._codec.decode(tokens).strip()
        strip = self._wires[request.task, request.source, request.target].strip
        return text.removeprefix(strip).removeprefix(strip.strip()).strip() if strip else text


def second_vowel_tones(text: str) -> str:
    """``text`` (NFC) with the tone mark of open oa, oe, uy on the second vowel: hóa → hoá, thủy → thuỷ."""
    return _OLD_STYLE.sub(_move, text)


def _move(match: re.Match[str]) -> str:
    onset, first, second = (group for group in match.groups() if group is not None)
    base = "o" if first.lower() in _FIRST["o"] else "u"
    toned = _SECOND[second.lower()][_FIRST[base].index(first.lower())]
    keep: tuple[Callable[[str], str], Callable[[str], str]] = (
        str.upper if first.isupper() else str.lower,
        str.upper if second.isupper() else str.lower,
    )
    return f"{onset}{keep[0](base)}{keep[1](toned)}"


def _same(text: str) -> str:
    return text


_TONES: Mapping[str, Callable[[str], str]] = {"": _same, "old": normalize_tone, "new": second_vowel_tones}
