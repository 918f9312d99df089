"""What a batch is asked to do, and where it runs: frozen, self-checking values."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from summarizer.errors import SummarizerError
from summarizer.formats.document import is_url
from summarizer.settings import Settings

ENGINES = ("local", "ray")


@dataclass(frozen=True, slots=True)
class Shard:
    """Part ``index`` of ``of`` parts, counted from 1.

    A row belongs to a part by a hash of its id, so it stays there when rows are added to the input.
    """

    index: int = 1
    of: int = 1

    @classmethod
    def read(cls, text: str) -> Shard:
        """From ``i/n``.

        Raises:
            SummarizerError: it is not of that form, or not 1 <= i <= n.
        """
        index, slash, of = text.partition("/")
        if not (slash and index.isdecimal() and of.isdecimal() and 1 <= int(index) <= int(of)):
            raise SummarizerError(f"{text!r} is not a shard.", "Write it as 1/4, 2/4, 3/4 or 4/4.")
        return cls(int(index), int(of))

    def holds(self, name: int) -> bool:
        """Whether the row with this 64-bit name is in the part."""
        return name % self.of == self.index - 1


def is_remote(name: str) -> bool:
    """Whether fsspec opens it: a URL of another scheme than http and https."""
    return "://" in name and not is_url(name)


@dataclass(frozen=True, slots=True)
class Job:
    """Which rows to summarise, how, and into what.

    Args:
        inputs: files, folders, globs, "-" and URLs; those of other schemes (s3://…) are opened by fsspec.
        output: a .jsonl or .parquet file, or such a URL.
        settings: how summaries are made.
        glossary: the user's own terms.
        limit: only the first rows of what ``sample`` and ``shard`` leave; 0 is all.
        sample: that many rows drawn with ``seed``, the same ones whatever their order; 0 is all.
        seed: of the sample.
        shard: the part of the rows this run does.
        retry_failed: forget the failed rows of earlier runs first.
        offline: never use the network.
    """

    inputs: tuple[str, ...]
    output: str
    settings: Settings = field(default_factory=Settings)
    glossary: Path | None = None
    limit: int = 0
    sample: int = 0
    seed: int = 0
    shard: Shard = Shard()
    retry_failed: bool = False
    offline: bool = False

    def __post_init__(self) -> None:
        if min(self.limit, self.sample) < 0:
            raise SummarizerError("A limit or sample is below 0.", "Give a number of rows, or leave it out for all.")
        if not self.output.lower().endswith((".jsonl", ".parquet")):
            raise SummarizerError(
                f"A batch cannot write {self.output}.", "End the output's name in .jsonl, or in .parquet for a table."
            )


@dataclass(frozen=True, slots=True)
class Machine:
    """Where a batch runs; nothing here changes what comes out.

    Args:
        engine: "local" or "ray".
        address: of a running Ray cluster; "" starts Ray on this machine.
        device: "auto", "cpu" or "cuda".
        workers: processes with a model each (on Ray: actors); 0 chooses.
        threads: engine threads of one worker; 0 chooses.
        window: articles a worker takes at a time; 0 chooses.
        factory: what makes the summarizer, as ``"module:callable"``.
    """

    engine: str = "local"
    address: str = ""
    device: str = "auto"
    workers: int = 0
    threads: int = 0
    window: int = 0
    factory: str = "summarizer.pipeline:Summarizer"

    def __post_init__(self) -> None:
        if self.engine not in ENGINES:
            raise SummarizerError(f"Unknown engine {self.engine!r}.", f"Known: {', '.join(ENGINES)}.")
        if self.address and self.engine != "ray":
            raise SummarizerError("An address is of a Ray cluster.", "Add --engine ray.")
        if min(self.workers, self.threads, self.window) < 0:
            raise SummarizerError("A number of workers, threads or articles is too small.", "Use 0 to let it choose.")
