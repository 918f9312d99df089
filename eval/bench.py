"""Speed against transformers, on this machine, in one run.

python eval/bench.py      (make bench; about 20 to 25 minutes on an idle machine with 2 cores)
python eval/bench.py --quick --out /tmp/b --docs /tmp/b.md      (everything in small, to see that it runs)

Every measurement is a process of its own; it warms up, is timed several times and the medians are kept. All get the
same allocator (tcmalloc when it is installed), the same articles and the same beams. Prints its plan with the minutes
of each part first. Writes eval/results/bench.json, bench.png and the tables of docs/performance.md.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import bench_report
from bench_shapes import careful_type

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
ARTICLES = [str(ROOT / "corpus" / "articles")]
TCMALLOC = Path("/usr/lib/x86_64-linux-gnu/libtcmalloc_minimal.so.4")
TOMTAT = ["-c", "import sys; from summarizer.cli import main; sys.exit(main(sys.argv[1:]))"]
STRETCHES = (2, 4, 8)  # articles joined into one, for the growth with length
Case = dict[str, Any]


def environment() -> dict[str, str]:
    """The same for every measurement."""
    preload = {"LD_PRELOAD": str(TCMALLOC)} if TCMALLOC.exists() else {}
    return os.environ | preload | {"HF_HUB_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false"}


def tree_memory(pid: int) -> int:
    """Resident bytes of a process and all below it."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
        below = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except (OSError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") + sum(tree_memory(int(child)) for child in below)


def run(command: list[str], cores: int, allowed: tuple[int, ...] = (0,)) -> Case:
    """Run on the first ``cores`` cores; what it printed, its seconds, and the most memory it held."""
    start = time.perf_counter()
    process = subprocess.Popen(
        ["taskset", "-c", f"0-{cores - 1}", sys.executable, *command],
        stdout=subprocess.PIPE,
        env=environment(),
        cwd=HERE,
    )
    highest = 0
    done = threading.Event()

    def watch() -> None:
        nonlocal highest
        while not done.wait(0.1):
            highest = max(highest, tree_memory(process.pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    printed, _ = process.communicate()
    done.set()
    watcher.join()
    if process.returncode not in allowed:
        raise SystemExit(f"failed ({process.returncode}): {' '.join(command)}")
    return {"wall": time.perf_counter() - start, "memory": highest, "printed": printed.decode()}


def measure(case: Case) -> Case:
    """The numbers of a case."""
    cores = case.setdefault("cores", os.cpu_count() or 1)
    print(json.dumps(case), flush=True)
    found = run(["bench_case.py", json.dumps(case)], cores)
    return {**case, **json.loads(found.pop("printed").splitlines()[-1]), **found}


def batch(model: str, rows: int, repeats: int) -> Case:
    """``tomtat batch`` over many rows, from the command line."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "in.jsonl"
        write_rows(source, rows)
        runs = []
        for n in range(repeats):
            words = ["batch", str(source), "-o", f"{folder}/{n}.jsonl", "--model", model, "--quiet"]
            runs.append(run([*TOMTAT, *words], os.cpu_count() or 1, allowed=(0, 1)))  # 1: some rows failed
        return {
            "what": "batch",
            "model": model,
            "rows": rows,
            "repeats": repeats,
            **{key: statistics.median(r[key] for r in runs) for key in ("wall", "memory")},
        }


def write_rows(path: Path, rows: int) -> None:
    """The project's articles over and over, with another word in every sentence, so that no cache knows it."""
    import bench_case

    rng = random.Random(0)
    articles = bench_case.read_articles({"inputs": ARTICLES})
    with path.open("w", encoding="utf-8") as file:
        for n in range(rows):
            a = articles[n % len(articles)]
            row = {"id": f"{a.id}-{n}", "title": a.title, "date": a.date, "text": changed(a.text, rng)}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def changed(text: str, rng: random.Random) -> str:
    """``text`` with one word of every sentence replaced by another of its words."""
    said = text.split()
    sentences = [sentence.split(" ") for sentence in text.split(". ")]
    for words in sentences:
        place = rng.randrange(len(words))
        words[place] = rng.choice(said) + "\n" * words[place].count("\n")
    return ". ".join(" ".join(words) for words in sentences)


def cold_start(model: str, repeats: int) -> Case:
    """``tomtat summarize`` of one article: from the command to its summary."""
    article = next(path for path in sorted(Path(ARTICLES[0]).iterdir()) if path.is_file())
    words = ["summarize", str(article), "--model", model]
    runs = [run([*TOMTAT, *words], os.cpu_count() or 1) for _ in range(repeats)]
    return {"what": "cold", "wall": statistics.median(r["wall"] for r in runs), "memory": runs[0]["memory"]}


@dataclass(frozen=True)
class Part:
    """Some measurements, and the minutes they take on an idle machine of 2 cores, estimated."""

    name: str
    minutes: float
    run: Callable[[], list[Case]]


def shape_part(args: argparse.Namespace, shape: str, cost: float) -> Part:
    """A well-known shape with random weights; ``cost`` is in mT5-base shapes."""
    # texts a pass, passes, seconds a text for mT5-base (see docs/performance.md), seconds to load and warm up
    batches = {"bf16": (8, 5, 3.1, 12.0), "float32": (8, 2, 12.0, 15.0)}[args.careful]
    plan = {"eager": (1, 5, 13.0, 15.0), args.careful: batches, "ours": (16, 5, 0.9, 8.0)}
    sizes = {"source": args.source, "target": args.target, "beams": 4, "fixed": True}

    def run_part() -> list[Case]:
        build = f"import pathlib, bench_shapes; bench_shapes.build({shape!r}, pathlib.Path({str(args.work)!r}))"
        run(["-c", build], os.cpu_count() or 1)
        common = {"what": "generate", "shape": shape, "home": str(args.work / shape), **sizes}
        return [
            measure({**common, "system": system, "texts": texts, "passes": min(passes, args.repeats)})
            for system, (texts, passes, _, _) in plan.items()
        ]

    seconds = sum(texts * min(passes, args.repeats) * each + start for texts, passes, each, start in plan.values())
    return Part(f"{shape} shape: transformers one at a time and in batches, tomtat", cost * seconds / 60, run_part)


def shipped_parts(args: argparse.Namespace) -> list[Part]:
    """The shipped model end to end, and from the command line."""
    common = {"model": args.model, "inputs": ARTICLES, "beams": 4, "limit": args.articles, "passes": args.repeats}
    ours = {"what": "pipeline", "system": "ours", "stretch": 1, "stream": False, **common}
    cores = range(1, (os.cpu_count() or 1) + 1)

    def requests() -> list[Case]:
        return [measure({"what": "requests", "system": system, **common}) for system in ("eager", args.careful)]

    def pipeline() -> list[Case]:
        whole = {**ours, "stream": True, "limit": args.stream}
        streams = [measure({**whole, "cores": n}) for n in cores]
        longer = [measure({**whole, "stretch": n, "limit": args.stream // 2 or 1}) for n in STRETCHES]
        return [measure(ours), *streams, *longer, measure({**common, "what": "profile"})]

    each, all_of_it = args.articles * args.repeats / 60, args.stream * args.repeats / 60
    return [
        Part("shipped model: transformers one at a time and in batches", each * 3, requests),
        Part("shipped model: 1 and 2 cores, longer articles, profile", each * 0.1 + all_of_it * 0.55, pipeline),
        Part("cold start", args.repeats * 2 / 60, lambda: [cold_start(args.model, args.repeats)]),
        *(
            Part(f"tomtat batch, {n:,} rows", n * repeats * 0.08 / 60 + repeats * 0.04, _rows(args.model, n, repeats))
            for n, repeats in ((n, min(args.repeats, 3) if n <= 100 else 1) for n in args.rows)
        ),
    ]


def _rows(model: str, rows: int, repeats: int) -> Callable[[], list[Case]]:
    return lambda: [batch(model, rows, repeats)]


def plan(args: argparse.Namespace) -> list[Part]:
    """Every part of the run."""
    costs = {"mT5-base": 1.0, "ViT5-base": 0.55}
    parts = [Part("int8 peak", 0.1, lambda: [measure({"what": "peak"})])]
    parts += [shape_part(args, shape, costs.get(shape, 0.01)) for shape in args.shapes]
    parts += shipped_parts(args) if args.model else []
    for n in args.extractive_rows:
        repeats = min(args.repeats, 3) if n <= 1000 else 1
        minutes = n * repeats * 0.01 / 60 + repeats * 0.03
        parts.append(Part(f"tomtat batch --model extractive, {n:,} rows", minutes, _rows("extractive", n, repeats)))
    return parts


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="everything in small: for a look, not for figures")
    parser.add_argument("--shapes", nargs="*", default=["mT5-base", "ViT5-base"], help="random-weight models to time")
    parser.add_argument("--model", default="tomtat", help="shipped model to time; '' for none")
    parser.add_argument("--source", type=int, default=512, help="tokens of a shape's texts")
    parser.add_argument("--target", type=int, default=60, help="tokens a shape writes")
    parser.add_argument("--articles", type=int, default=20, help="articles of the corpus, for the comparison")
    parser.add_argument(
        "--stream", type=int, default=60, help="articles where several windows are on their way at once"
    )
    parser.add_argument("--rows", type=int, nargs="*", default=[100, 1000], help="for tomtat batch")
    parser.add_argument("--extractive-rows", type=int, nargs="*", default=[1000, 10_000])
    parser.add_argument("--repeats", type=int, default=5, help="passes; slow parts take fewer")
    parser.add_argument("--work", type=Path, default=Path.home() / ".cache" / "tomtat" / "bench", help="for the shapes")
    parser.add_argument("--out", type=Path, default=HERE / "results")
    parser.add_argument("--docs", type=Path, default=ROOT / "docs" / "performance.md")
    args = parser.parse_args()
    if args.quick:
        args.shapes, args.source, args.target = ["tiny"], 64, 8
        args.articles, args.stream, args.rows, args.extractive_rows, args.repeats = 2, 2, [4], [8], 1
    args.careful = careful_type()
    return args


def main() -> None:
    """Say what comes, measure, report."""
    args = arguments()
    parts = plan(args)
    machine = {"processor": bench_report.processor(), "cores": os.cpu_count(), "system": platform.platform()}
    found: Case = {
        "machine": machine | {"load": round(os.getloadavg()[0], 2)},
        "allocator": "tcmalloc" if TCMALLOC.exists() else "glibc",
        "repeats": args.repeats,
        "careful": args.careful,
        "results": [],
    }
    print("\n".join(f"{part.minutes:5.1f} min  {part.name}" for part in parts))
    print(f"{sum(part.minutes for part in parts):5.1f} min in all; load of the machine {found['machine']['load']}")
    args.out.mkdir(parents=True, exist_ok=True)
    for part in parts:
        start = time.perf_counter()
        found["results"] += part.run()
        print(f"{(time.perf_counter() - start) / 60:5.1f} min taken: {part.name}", flush=True)
        (args.out / "bench.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")  # kept if stopped
    bench_report.write(found, args.docs, args.out / "bench.png")


if __name__ == "__main__":
    main()
