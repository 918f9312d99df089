"""How well a converted replica agrees with transformers, family by family.

Run as a script it prints the table of docs/models.md:  PYTHONPATH=. python tests/data/tiny/parity.py [FOLDER ...]
"""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

import tiny_families
import tiny_models
import torch

from summarizer.backends.base import Request
from summarizer.backends.ct2_hub import Ct2HubBackend
from summarizer.backends.engine import Job
from summarizer.backends.hf import HfBackend
from summarizer.hub.convert import convert
from summarizer.hub.store import folder_hashes

INPUTS = tiny_models.sentences(100)
MAX_TOKENS = 10
_SCORED = 20


@dataclass(frozen=True, slots=True)
class Parity:
    """Of 100 inputs decoded greedily: how many agree token by token, and the largest log-probability difference."""

    tokens: int
    log_probability: float
    int8: int


def compare(folder: Path) -> Parity:
    """Convert the model in ``folder`` to float32 and int8 and hold both against transformers in float32."""
    hashes = folder_hashes(folder)
    reference = HfBackend(folder, "tiny", device="cpu")
    exact = Ct2HubBackend(convert(folder, hashes, "tiny", None, "float32"), device="cpu", threads=1)
    small = Ct2HubBackend(convert(folder, hashes, "tiny", None, "int8"), device="cpu", threads=1)
    jobs = _jobs(reference)
    if _jobs(exact) != jobs:
        raise AssertionError("the two tokenizers differ")
    written = [row[0][0] for row in reference._decode(jobs, 1, 1)]
    same = sum(a == b for a, b in zip(_written(exact, jobs), written, strict=True))
    int8 = sum(a == b for a, b in zip(_written(small, jobs), written, strict=True))
    return Parity(same, _difference(reference, exact, jobs[:_SCORED], written[:_SCORED]), int8)


def _jobs(backend: HfBackend | Ct2HubBackend) -> list[Job]:
    wire = backend._traits.wires[0]
    return [backend._job(Request(text, wire.task, wire.source, wire.target, 1, MAX_TOKENS)) for text in INPUTS]  # type: ignore[arg-type]


def _engine_jobs(backend: Ct2HubBackend, jobs: list[Job]) -> list[Job]:
    return [replace(job, prefix=job.prefix[1:]) for job in jobs] if backend._zero_start else jobs


def _written(backend: Ct2HubBackend, jobs: list[Job]) -> list[list[str]]:
    return [list(row[0].tokens) for row in backend._engine.run(_engine_jobs(backend, jobs), beams=1)]


def _difference(reference: HfBackend, exact: Ct2HubBackend, jobs: list[Job], written: list[list[str]]) -> float:
    want = [_hf_log_probs(reference, job, tokens) for job, tokens in zip(jobs, written, strict=True)]
    own = _engine_jobs(exact, jobs)
    if reference._model.config.model_type == "t5gemma2":
        # CTranslate2's scorer masks its merged attention wrongly, its decoder does not: compare the search's own means
        means = [row[0].score for row in exact._engine.run(own, beams=1)]
        return max(abs(mean - sum(row) / len(row)) for mean, row in zip(means, want, strict=True))
    results = exact._engine._translator.score_batch(
        [list(job.source) for job in own],
        [[*job.prefix, *tokens] for job, tokens in zip(own, written, strict=True)],
        offset=exact._engine._given(own[0]),
    )
    pairs = zip(results, want, strict=True)
    have = [value for result, row in pairs for value in result.log_probs[: len(row)]]  # an end is always scored
    return max(abs(a - b) for a, b in zip(have, [value for row in want for value in row], strict=True))


def _hf_log_probs(backend: HfBackend, job: Job, tokens: list[str]) -> list[float]:
    source, mask = backend._padded([backend._ids(job.source)])
    target = torch.tensor([backend._ids((*job.prefix, *tokens))])
    with torch.no_grad():
        logits = backend._model(
            input_ids=source, attention_mask=mask, decoder_input_ids=target[:, :-1], use_cache=False
        ).logits.clone()
    if backend._model.config.model_type == "t5gemma2":  # as the search sees them: what may not be written is out
        logits[..., backend._never] = -torch.inf
        logits[:, 0, backend._end] = -torch.inf
    chosen = logits.log_softmax(-1).gather(-1, target[:, 1:, None])[0, :, 0]
    found: list[float] = chosen[len(job.prefix) - 1 :].tolist()
    return found


def main(folders: list[str]) -> None:
    """Print the table: of the replicas, or of the transformers folders given."""
    lines = ["| family | float32: same tokens | largest log-probability difference | int8: same tokens |"]
    lines.append("|---|---|---|---|")
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["TOMTAT_CACHE"] = f"{scratch}/cache"
        for name, folder in [(f, Path(f)) for f in folders] or _replicas(Path(scratch)):
            row = compare(folder)
            lines.append(f"| {name} | {row.tokens} of 100 | {row.log_probability:.5f} | {row.int8} of 100 |")
    sys.stdout.write("\n".join(lines) + "\n")


def _replicas(scratch: Path) -> list[tuple[str, Path]]:
    made = []
    for name, build in tiny_families.FAMILIES.items():
        folder = scratch / build.__name__
        folder.mkdir()
        made.append((name, build(folder)))
    return made


if __name__ == "__main__":
    main(sys.argv[1:])
