"""The project's own models: CTranslate2 weights, a SentencePiece vocabulary and tomtat.json in one folder."""

from __future__ import annotations

import json
import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import sentencepiece

from summarizer.backends.base import Hypothesis, Request, Task
from summarizer.backends.endings import SCALES, USUAL, cut_short, ends_a_number, in_pieces
from summarizer.backends.engine import Decoding, Engine, Job, Output
from summarizer.errors import ModelError
from summarizer.hub.verify import PIECES, VOCABULARY, read_manifest, verify_files
from summarizer.text.normalize import normalize_tone
from summarizer.types import Lang

_REPAIR = "Reinstall with:  pip install --force-reinstall tomtat   (or copy the model folder again)"
_END, _SPACE = "</s>", "▁"
_SPELLINGS = 64  # the likeliest ways of spelling a word in pieces; a longer word has more, and hardly any is ever used
_NUMERAL = re.compile(r" ?[0-9.,]*[0-9]")
_ROUNDS = 2  # in which numbers cut short are written anew
_FEW_SPELLINGS = 8  # of a word that is a piece, which is hardly ever put together of others


class Ct2Backend:
    """A folder with model.bin, config.json, shared_vocabulary.json, spiece.model and tomtat.json.

    tomtat.json names the model (``name``, ``version``), its ``budget`` in source pieces and how many of them it reads
    ``whole``, the task pieces (``prefix``)
    and language pieces (``to``) put before the source, the ``supports`` triples (task, source, target), optionally
    the ``route`` it does best, whether it ``takes_terms``, ``floors`` by "task.source.target", ``decoding`` settings
    by task, the weight ``backward``, and the ``sha256`` of the other files, which are checked before they are loaded.
    """

    def __init__(self, folder: Path, *, device: str = "auto", threads: int = 0) -> None:
        self.folders: tuple[Path, ...] = (folder,)
        manifest = read_manifest(folder, _REPAIR)
        try:
            self._read(manifest)
        except (KeyError, TypeError, ValueError) as error:
            raise ModelError(f"tomtat.json in {folder} is damaged: {error}.", _REPAIR) from error
        verify_files(folder, manifest.get("sha256", {}), _REPAIR)
        try:
            self._pieces = sentencepiece.SentencePieceProcessor(model_file=str(folder / PIECES))
        except (OSError, RuntimeError) as error:
            raise ModelError(f"The vocabulary {folder / PIECES} cannot be read.", _REPAIR) from error
        self._foreign = foreign_to_english(self._pieces)
        size = self._pieces.get_piece_size()
        names = (self._pieces.id_to_piece(i) for i in range(size) if not self._pieces.is_control(i))
        self._no_figures = tuple(name for name in names if ends_a_number(name))
        unknown = self._pieces.unk_id()
        self._figures = frozenset(sign for sign in "0123456789.," if self._pieces.piece_to_id(sign) != unknown)
        self._ends = tuple(pieces for text in USUAL for pieces in self._spelt_after(text))
        self._engine = Engine(folder, device=device, threads=threads, suppress=self._never(folder))

    def _read(self, manifest: dict[str, Any]) -> None:
        self.name: str = f"{manifest['name']} {manifest['version']}"
        self.budget: int = int(manifest["budget"])
        self.whole: int = int(manifest.get("whole", self.budget))
        self.route: str = str(manifest.get("route", "cascade"))
        self.takes_terms: bool = bool(manifest.get("takes_terms", False))
        self._backward: float = float(manifest.get("backward", 0.0))
        self._floors = {key: float(value) for key, value in manifest.get("floors", {}).items()}
        self._spelt = lru_cache(maxsize=4096)(self._spellings)  # mostly the same words, of every request
        self._spelt_after = lru_cache(maxsize=4096)(self._after_a_number)
        self._prefix: dict[str, str] = dict(manifest["prefix"])
        self._to: dict[str, str] = dict(manifest["to"])
        self._supports = {(task, source, target) for task, source, target in manifest["supports"]}
        self._decoding = {task: Decoding.read(values) for task, values in manifest.get("decoding", {}).items()}
        self._markers = [*self._prefix.values(), *self._to.values()]

    def _never(self, folder: Path) -> list[str]:
        """What must not be written: markers, padding, and embedding rows beyond the pieces."""
        try:
            rows: list[str] = json.loads((folder / VOCABULARY).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise ModelError(f"The vocabulary {folder / VOCABULARY} cannot be read.", _REPAIR) from error
        padding: str = self._pieces.id_to_piece(self._pieces.pad_id())
        return [*self._markers, padding, *rows[self._pieces.get_piece_size() :]]

    def supports(self, task: Task, source: Lang, target: Lang) -> bool:
        """Whether the model was trained for this."""
        return (task, source, target) in self._supports

    def floor(self, task: Task, source: Lang, target: Lang) -> float:
        """Mean log-probability a token under which the text is not to be trusted, -inf when none was measured."""
        return self._floors.get(f"{task}.{source}.{target}", -math.inf)

    def count_tokens(self, text: str) -> int:
        """Pieces of ``text``, without task and end pieces."""
        return len(self._encode(text))

    def generate(self, requests: Sequence[Request], *, beams: int = 4, nbest: int = 1) -> list[list[Hypothesis]]:
        """For each request its ``nbest`` hypotheses, best first, in the order of the requests.

        Which of several translations is best, the way back decides too, where the manifest has a ``backward`` weight.

        Raises:
            ModelError: the model was not trained for a request, or its text is over the budget.
        """
        outputs = self._finished(requests, beams, nbest)
        rows = [[Hypothesis(self._decode(output.tokens), output.score) for output in row] for row in outputs]
        return self._read_back(requests, rows) if self._backward else rows

    def _finished(self, requests: Sequence[Request], beams: int, nbest: int) -> list[list[Output]]:
        """Outputs whose numbers are whole: where one is cut short, all are written anew with nothing left to cut it."""
        jobs = [self._job(request) for request in requests]
        outputs = self._engine.run(jobs, beams=beams, nbest=nbest)
        for _ in range(_ROUNDS):
            cut = {
                i: {end for output in row for end in cut_short(output.tokens, request.unfinished)}
                for i, (request, row) in enumerate(zip(requests, outputs, strict=True))
            }
            again = [i for i, ends in cut.items() if ends]
            for i in again:
                jobs[i] = replace(jobs[i], unsaid=(*jobs[i].unsaid, *self._no_more(cut[i])))
            rows = self._engine.run([jobs[i] for i in again], beams=beams, nbest=nbest) if again else []
            for i, row in zip(again, rows, strict=True):
                outputs[i] = row
        return outputs

    def _no_more(self, ends: Iterable[tuple[str, ...]]) -> Iterable[tuple[str, ...]]:
        """The ends of numbers, each before every piece that does not go on with it."""
        return (
            (*end, piece)
            for end in sorted(ends)
            for piece in (*self._no_figures, *(SCALES if not end[-1].isdigit() else ()))
        )

    def _read_back(self, requests: Sequence[Request], rows: list[list[Hypothesis]]) -> list[list[Hypothesis]]:
        """``rows``, translations in the order of their score and, weighed, that of the source as a translation of them.

        After Yee et al. 2019, "Simple and Effective Noisy Channel Modeling for Neural Machine Translation" (arXiv
        1908.05731): from a likely text that says something else the source is not likely.
        """
        open_ones = [i for i, request in enumerate(requests) if len(rows[i]) > 1 and self._is_two_way(request)]
        asked = [[self._back(requests[i], hypothesis) for hypothesis in rows[i]] for i in open_ones]
        ordered = list(rows)
        for i, values in zip(open_ones, self._engine.likelihoods(asked), strict=True):
            worth = [h.score + self._backward * value for h, value in zip(rows[i], values, strict=True)]
            ordered[i] = [rows[i][k] for k in sorted(range(len(worth)), key=lambda k: -worth[k])]
        return ordered

    def _is_two_way(self, request: Request) -> bool:
        return request.task == "translate" and self.supports("translate", request.target, request.source)

    def _back(self, request: Request, hypothesis: Hypothesis) -> tuple[Job, list[str]]:
        source = (self._prefix[request.task], self._to[request.source], *self._encode(hypothesis.text), _END)
        return Job(source), self._encode(request.text)

    def _job(self, request: Request) -> Job:
        if not self.supports(request.task, request.source, request.target):
            raise ModelError(
                f"{self.name} does not {request.task} from {request.source} to {request.target}.",
                "Choose another model; `tomtat models` lists what each one does.",
            )
        pieces = self._encode(request.text)
        if len(pieces) > self.budget:
            raise ModelError(
                f"A request of {len(pieces)} tokens is over the {self.budget} that {self.name} reads.",
                "Give fewer sentences at a time; the pipeline's selector does.",
            )
        return Job(
            source=(self._prefix[request.task], self._to[request.target], *pieces, _END),
            decoding=self._decoding.get(request.task, Decoding()),
            min_tokens=request.min_tokens,
            max_tokens=request.max_tokens,
            banned=self._foreign if request.target == "en" else (),
            unsaid=(
                *(pieces for word in request.unsaid for pieces in self._sequences(word)),
                *((*in_pieces(figures), *pieces) for figures in request.unfinished for pieces in self._ends),
            ),
        )

    def _sequences(self, word: str) -> Iterable[tuple[str, ...]]:
        """The sequences of pieces that are ``word``; what follows a number is looked up by itself: there are many."""
        numeral = _NUMERAL.match(word)
        if numeral is None:
            return self._spelt(word)
        if not self._figures.issuperset(numeral.group().strip()):
            return ()
        return ((*in_pieces(numeral.group()), *pieces) for pieces in self._spelt_after(word[numeral.end() :]))

    def _spellings(self, word: str) -> tuple[tuple[str, ...], ...]:
        """The ways of ``_ways`` whose pieces there all are; in others the word cannot be written, nor forbidden."""
        unknown = self._pieces.unk_id()
        return tuple(way for way in self._ways(word) if unknown not in map(self._pieces.piece_to_id, way))

    def _ways(self, word: str) -> Iterable[tuple[str, ...]]:
        """The ways in which the pieces of a word or sign may follow each other, after a space or an opening mark.

        A number is written digit by digit, after a space where it has one. A sign is kept out with every piece that
        holds it, a phrase as it is mostly spelt.
        """
        if word[0] in "-–" and word[1:].isdecimal():
            return ((*word,),)
        if len(word) == 1 and not word.isalnum():
            return pieces_with(self._pieces, word)
        if not word.isalpha():
            return (tuple(self._encode(word)),)
        many = _FEW_SPELLINGS if len(self._encode(word)) == 1 else _SPELLINGS
        first: list[list[str]] = self._pieces.nbest_encode(word, nbest_size=many, out_type=str)
        after: list[list[str]] = self._pieces.nbest_encode(f"({word}", nbest_size=many, out_type=str)
        marks = ((pieces, at) for pieces in after for at, piece in enumerate(pieces) if piece.endswith("("))
        return dict.fromkeys(map(tuple, (*first, *(pieces[at + 1 :] for pieces, at in marks))))

    def _after_a_number(self, text: str) -> tuple[tuple[str, ...], ...]:
        """What follows a digit as it is mostly spelt, nothing where a piece is missing."""
        pieces = self._encode(f"1{text}")[2:]  # after the space and the digit
        return (tuple(pieces),) if self._pieces.unk_id() not in map(self._pieces.piece_to_id, pieces) else ()

    def _encode(self, text: str) -> list[str]:
        pieces: list[str] = self._pieces.encode(plain(text, self._markers), out_type=str)
        return pieces

    def _decode(self, tokens: Sequence[str]) -> str:
        text: str = self._pieces.decode(list(tokens))
        return text.replace("\ufffd", "").replace("( ", "(").replace(" )", ")").strip()


def foreign_to_english(pieces: Any) -> tuple[str, ...]:
    """Pieces English text of this project never holds: Vietnamese letters (names are written without them), raw bytes.

    Without them a model in doubt cannot leave a Vietnamese word untranslated.
    """
    names = [pieces.id_to_piece(i) for i in range(pieces.get_piece_size())]
    letters = [name for name in names if any(c.isalpha() and not c.isascii() and c not in "éè" for c in name)]
    high_bytes = [name for i, name in enumerate(names) if pieces.is_byte(i) and int(name[3:5], 16) > 127]
    return (*letters, *high_bytes)


@lru_cache(maxsize=64)  # the same few signs, of every request
def pieces_with(pieces: Any, sign: str) -> tuple[tuple[str], ...]:
    """Every piece of a vocabulary that holds ``sign``, as a sequence by itself."""
    names = (pieces.id_to_piece(i) for i in range(pieces.get_piece_size()))
    return tuple((name,) for name in names if sign in name)


def plain(text: str, markers: Sequence[str]) -> str:
    """``text`` in NFC with one tone placement and single spaces.

    Its literal markers ("<tr>" of an HTML page) are broken so that none commands.
    """
    text = " ".join(normalize_tone(unicodedata.normalize("NFC", text)).split())
    for marker in markers:
        text = text.replace(marker, f"{marker[0]} {marker[1:]}")
    return text
