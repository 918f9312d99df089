"""CTranslate2 behind one call that keeps the order of requests and never cuts one."""

from __future__ import annotations

import json
import math
import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

import ctranslate2

from summarizer.errors import ModelError

_GPU_BATCH_TOKENS = 16384
_CPU_BATCH_TOKENS, _CPU_BATCH = 4096, 16  # of a batch of equal lengths; more costs memory and gains next to nothing
_EXACT = ("int8", "int8_float32")  # types whose matrix products are sums of integers: the same in any batch
_REPAIR = "Check it with:  tomtat models verify"


@dataclass(frozen=True, slots=True)
class Decoding:
    """How a beam is scored; the defaults add nothing to the model's own probabilities.

    ``length_penalty`` is the exponent of the length a hypothesis' log-probability is divided by (1 = the mean),
    ``coverage_penalty`` the beta of Wu et al. 2016 (arXiv 1609.08144), ``repetition_penalty`` that of Keskar et al.
    2019 (arXiv 1909.05858).
    """

    length_penalty: float = 1.0
    coverage_penalty: float = 0.0
    repetition_penalty: float = 1.0
    no_repeat_ngram_size: int = 0

    @classmethod
    def read(cls, values: dict[str, Any]) -> Decoding:
        """From a table of a manifest or catalog.

        Raises:
            ModelError: a key is not one of the fields.
        """
        unknown = set(values) - {f.name for f in fields(cls)}
        if unknown:
            raise ModelError(
                f"Unknown decoding setting {', '.join(sorted(unknown))}.",
                f"Known: {', '.join(f.name for f in fields(cls))}.",
            )
        return cls(**values)


@dataclass(frozen=True, slots=True)
class Job:
    """One input for the engine: source pieces with every special token, and the forced first target pieces."""

    source: tuple[str, ...]
    prefix: tuple[str, ...] = ()
    decoding: Decoding = field(default_factory=Decoding)
    min_tokens: int = 1
    max_tokens: int = 128
    banned: tuple[str, ...] = ()  # pieces this output must not hold
    unsaid: tuple[tuple[str, ...], ...] = ()  # nor these pieces one after another


@dataclass(frozen=True, slots=True)
class Output:
    """Target pieces without prefix and end token, and the mean log-probability of pieces and end token."""

    tokens: tuple[str, ...]
    score: float


def resolve_device(device: str) -> str:
    """The name of the device to use, "cpu" or "cuda"; "auto" takes a GPU when CTranslate2 sees one.

    Raises:
        ModelError: "cuda" is asked for and there is none, or the name is another.
    """
    if device not in ("auto", "cpu", "cuda"):
        raise ModelError(f"Unknown device {device!r}.", "Known: auto, cpu, cuda.")
    found = ctranslate2.get_cuda_device_count() if device != "cpu" else 0
    if device == "cuda" and not found:
        raise ModelError("No CUDA device is visible to CTranslate2.", "Use --device cpu, or check nvidia-smi.")
    return "cuda" if found else "cpu"


def usable_cores() -> int:
    """Cores this process may run on."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _special_tokens(folder: Path) -> tuple[str, str | None]:
    """The end token, and the token the decoder starts with (None: the first of every job's prefix)."""
    try:
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        return str(config["eos_token"]), config["decoder_start_token"]
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"{folder / 'config.json'} is missing or damaged.", _REPAIR) from error


@lru_cache(maxsize=8)  # the thousands of pieces banned for a language, which most requests name
def _one_by_one(pieces: tuple[str, ...]) -> tuple[tuple[str], ...]:
    """Each piece as a sequence of its own, which is how CTranslate2 takes it."""
    return tuple((piece,) for piece in pieces)


def companies(lengths: Sequence[int], most: int) -> Iterator[tuple[list[int], int]]:
    """Places to decode in one call, and how many of them at once; 0: CTranslate2 may batch all by length.

    Those of equal lengths go together, ``most`` at a time and within ``_CPU_BATCH_TOKENS``; all others are decoded one
    at a time, in a single call, since a call that bans thousands of pieces costs some milliseconds by itself.
    """
    if not most:
        yield list(range(len(lengths))), 0
        return
    places: defaultdict[int, list[int]] = defaultdict(list)
    for place, length in enumerate(lengths):
        places[length].append(place)
    alone: list[int] = []
    for length, equal in places.items():
        size = min(most, _CPU_BATCH_TOKENS // max(length, 1))
        if size > 1 and len(equal) > 1:
            yield equal, size
        else:
            alone += equal
    if alone:
        yield alone, 1


class Engine:
    """A converted model with its translator.

    On the CPU requests share a batch only when their sources are equally long, their prefixes and settings equal, and
    the weights int8. Then nothing is padded, every matrix product of the attention has the shape it has alone, and
    the other layers add integers: tokens and scores are the same bit for bit, which the tests hold. A padded batch
    would make one request's text depend on its neighbours (its attention rounds differently, and int8 layers amplify
    that: scores moved by up to 0.02, measured), and so would any batch in float32, whose matrix products round with
    the number of rows; there, every request is decoded by itself.

    ``threads`` workers of one core each suit a small model; with ``together`` all cores work on the same batch, which
    a large model wants. On a GPU requests are batched by length, and scores can differ in the last digits with the
    company a request keeps.
    """

    def __init__(
        self,
        folder: Path,
        *,
        device: str = "auto",
        threads: int = 0,
        suppress: Sequence[str] = (),
        together: bool = False,
    ) -> None:
        self._end, start = _special_tokens(folder)
        self._hidden = 1 if start is None else 0  # prefix tokens CTranslate2 takes for the start and does not return
        self.device = resolve_device(device)
        cores = threads or usable_cores()
        self._workers = 1 if together or self.device == "cuda" else cores
        self._suppress = _one_by_one(tuple(suppress))
        try:
            self._translator = ctranslate2.Translator(
                str(folder),
                device=self.device,
                inter_threads=self._workers,
                intra_threads=cores if together else 1,
            )
        except (RuntimeError, ValueError, OSError) as error:
            raise ModelError(
                f"CTranslate2 cannot load {folder}: {str(error).splitlines()[0]}",
                _REPAIR,
            ) from error

    def run(self, jobs: Sequence[Job], *, beams: int = 4, nbest: int = 1) -> list[list[Output]]:
        """For each job its ``nbest`` outputs, best first, in the order of ``jobs``."""
        groups: defaultdict[tuple[Any, ...], list[int]] = defaultdict(list)
        for index, job in enumerate(jobs):
            groups[job.decoding, job.min_tokens, job.max_tokens, job.prefix, job.banned, job.unsaid].append(index)
        waiting: dict[int, Any] = {}
        for members in groups.values():
            most = self._most(jobs[members[0]].decoding, len(jobs))
            for places, size in companies([len(jobs[index].source) for index in members], most):
                part = [members[place] for place in places]
                started = self._start([jobs[index] for index in part], size, max(beams, nbest), nbest)
                waiting.update(zip(part, started, strict=True))
        return [self._outputs(waiting[index].result(), job) for index, job in enumerate(jobs)]

    def likelihoods(self, asked: Sequence[Sequence[tuple[Job, Sequence[str]]]]) -> list[list[float]]:
        """For each group of (job, output pieces) the mean log-probability of each output, its end included.

        A group is scored in one batch and apart from the other groups, so that its values depend on nothing else.
        """
        waiting = [
            self._translator.score_batch(
                [list(job.source) for job, _ in group],
                [[*job.prefix[: self._hidden], *pieces] for job, pieces in group],
                max_input_length=0,
                asynchronous=True,
            )
            for group in asked
        ]
        found = [[result.result().log_probs for result in group] for group in waiting]
        return [[sum(values) / max(len(values), 1) for values in group] for group in found]

    def _most(self, decoding: Decoding, jobs: int) -> int:
        """Of equal length in a batch on the CPU, few enough for every worker to get its share; 0 on a GPU.

        CTranslate2 mixes up the coverage of a batch once a request in it has ended.
        """
        if self.device == "cuda":
            return 0
        exact = self._translator.compute_type in _EXACT and not decoding.coverage_penalty
        return min(_CPU_BATCH, math.ceil(jobs / self._workers)) if exact else 1

    def _start(self, jobs: list[Job], size: int, beams: int, nbest: int) -> list[Any]:
        """Begin decoding jobs that share all but their sources, ``size`` at once (0: by tokens, padded).

        CTranslate2 counts returned prefix tokens among the lengths.
        """
        decoding, given = jobs[0].decoding, self._given(jobs[0])
        results: list[Any] = self._translator.translate_batch(
            [list(job.source) for job in jobs],
            target_prefix=[list(job.prefix) for job in jobs] if any(job.prefix for job in jobs) else None,
            max_batch_size=size or _GPU_BATCH_TOKENS,
            batch_type="examples" if size else "tokens",
            asynchronous=True,
            beam_size=beams,
            num_hypotheses=nbest,
            length_penalty=decoding.length_penalty,
            coverage_penalty=decoding.coverage_penalty,
            repetition_penalty=decoding.repetition_penalty,
            no_repeat_ngram_size=decoding.no_repeat_ngram_size,
            disable_unk=True,
            suppress_sequences=[*self._suppress, *_one_by_one(jobs[0].banned), *jobs[0].unsaid] or None,
            max_input_length=0,
            min_decoding_length=max(jobs[0].min_tokens, 1) + given,
            max_decoding_length=jobs[0].max_tokens + given,
            return_scores=True,
            return_end_token=True,
        )
        return results

    def _given(self, job: Job) -> int:
        """How many prefix tokens come back at the front of each hypothesis."""
        return max(len(job.prefix) - self._hidden, 0)

    def _outputs(self, result: Any, job: Job) -> list[Output]:
        given, power = self._given(job), job.decoding.length_penalty
        if job.decoding.coverage_penalty or job.decoding.repetition_penalty != 1.0:
            scores = self._likelihoods(result.hypotheses, job)
        else:  # CTranslate2 divides the sum over the free tokens by (all tokens)^length_penalty
            pairs = zip(result.scores, map(len, result.hypotheses), strict=True)
            scores = [score * length**power / max(length - given, 1) for score, length in pairs]
        return [
            Output(tuple(token for token in tokens[given:] if token != self._end), score)
            for tokens, score in zip(result.hypotheses, scores, strict=True)
        ]

    def _likelihoods(self, hypotheses: list[list[str]], job: Job) -> list[float]:
        """Mean log-probabilities without the penalties the search used."""
        hidden = list(job.prefix[: self._hidden])
        targets = [hidden + [token for token in tokens if token != self._end] for tokens in hypotheses]
        results = self._translator.score_batch(
            [list(job.source)] * len(targets), targets, offset=self._given(job), max_input_length=0
        )
        means = []
        for result, tokens in zip(results, hypotheses, strict=True):
            ended = tokens[-1:] == [self._end]  # an end is scored whether it was written or not
            chosen = result.log_probs if ended else result.log_probs[:-1]
            means.append(sum(chosen) / max(len(chosen), 1))
        return means
