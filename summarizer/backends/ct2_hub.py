"""A hub model converted by ``summarizer.hub.convert``: CTranslate2 and its own tokenizer, no torch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from summarizer.backends.base import Hypothesis, Request
from summarizer.backends.codecs import Codec, FastCodec, MarianCodec
from summarizer.backends.engine import Decoding, Engine
from summarizer.backends.wired import Traits, Wiring
from summarizer.errors import ModelError
from summarizer.hub.routes import Wire
from summarizer.hub.verify import read_manifest, verify_sizes

_REPAIR = "Convert it again with:  tomtat models remove NAME --converted && tomtat models convert NAME"


class Ct2HubBackend(Wiring):
    """A converted hub model in ``folder``; its work is shared by ``threads`` cores, one batch at a time."""

    def __init__(self, folder: Path, *, device: str = "auto", threads: int = 0) -> None:
        manifest = read_manifest(folder, _REPAIR)
        verify_sizes(folder, manifest.get("sizes", {}), _REPAIR)
        try:
            traits = Traits(
                name=manifest["name"],
                wires=tuple(Wire.from_dict(values) for values in manifest["wires"]),
                end=manifest["end"],
                max_input=manifest["max_input"],
                max_output=manifest["max_output"],
                tones=manifest["tones"],
                decoding=Decoding.read(manifest["decoding"]),
            )
            marian, never = manifest["family"] == "marian", manifest["never"]
            codec: Codec = MarianCodec(folder) if marian else FastCodec(folder / "tokenizer.json")
        except (KeyError, TypeError, OSError) as error:
            raise ModelError(f"The converted model in {folder} is damaged: {error}.", _REPAIR) from error
        super().__init__(traits, codec)
        self._zero_start = marian  # its decoder begins with a zero embedding, which CTranslate2 supplies
        self.folders: tuple[Path, ...] = (folder,)
        self._engine = Engine(folder, device=device, threads=threads, suppress=never, together=True)

    def generate(self, requests: Sequence[Request], *, beams: int = 4, nbest: int = 1) -> list[list[Hypothesis]]:
        """For each request its ``nbest`` hypotheses, best first, in the order of the requests.

        Raises:
            ModelError: the model has no such direction, or a text is over its budget.
        """
        jobs = [self._job(request) for request in requests]
        if self._zero_start:
            jobs = [replace(job, prefix=job.prefix[1:]) for job in jobs]
        outputs = self._engine.run(jobs, beams=beams, nbest=nbest)
        return [
            [Hypothesis(self._text(output.tokens, request), output.score) for output in row]
            for row, request in zip(outputs, requests, strict=True)
        ]
