"""Speed against transformers, on this machine, in one run.

python eval/bench.py      (make bench)

Every measurement is a process of its own, repeated, and the median is kept. All get the same allocator (tcmalloc when
it is installed), the same articles and the same beams. Writes eval/results/bench.json, bench.png and the tables of
docs/performance.md.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

import bench_report

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


def run(command: list[str], cores: int) -> Case:
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
    if process.returncode not in (0, 1):
        raise SystemExit(f"failed ({process.returncode}): {' '.join(command)}")
    return {"wall": time.perf_counter() - start, "memory": highest, "printed": printed.decode()}


def measure(case: Case, repeats: int) -> Case:
    """The medians of a case."""
    cores = case.setdefault("cores", os.cpu_count() or 1)
    print(json.dumps(case), flush=True)
    runs = []
    for _ in range(repeats):
        found = run(["bench_case.py", json.dumps(case)], cores)
        runs.append({**json.loads(found.pop("printed").splitlines()[-1]), **found})
    return {**case, **{key: statistics.median(r[key] for r in runs) for key in runs[0]}}


def batch(model: str, rows: int, repeats: int) -> Case:
    """``tomtat batch`` over many rows, from the command line."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "in.jsonl"
        write_rows(source, rows)
        runs = []
        for n in range(repeats):
            words = ["batch", str(source), "-o", f"{folder}/{n}.jsonl", "--model", model, "--quiet"]
            runs.append(run([*TOMTAT, *words], os.cpu_count() or 1))
        return {
            "what": "batch",
            "model": model,
            "rows": rows,
            **{key: statistics.median(r[key] for r in runs) for key in ("wall", "memory")},
        }


def write_rows(path: Path, rows: int) -> None:
    """The project's articles over and over, each time with another number in the text."""
    import bench_case

    articles = bench_case.read_articles({"inputs": ARTICLES})
    with path.open("w", encoding="utf-8") as file:
        for n in range(rows):
            a = articles[n % len(articles)]
            row = {"id": f"{a.id}-{n}", "title": a.title, "date": a.date, "text": f"{a.text}\n\n{n}."}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def cold_start(repeats: int) -> Case:
    """``tomtat summarize`` of one article: from the command to its summary."""
    article = next(path for path in sorted(Path(ARTICLES[0]).iterdir()) if path.is_file())
    runs = [run([*TOMTAT, "summarize", str(article)], os.cpu_count() or 1) for _ in range(repeats)]
    return {"what": "cold", "wall": statistics.median(r["wall"] for r in runs), "memory": runs[0]["memory"]}


def cases(args: argparse.Namespace) -> list[Case]:
    """Every case of the run."""
    found: list[Case] = [{"what": "peak"}]
    for shape in args.shapes:
        home = str(args.work / shape)
        for system, texts in (("eager", args.texts // 4), ("bf16", args.texts), ("ours", args.texts)):
            sizes = {"source": args.source, "target": args.target, "beams": 4, "texts": max(texts, 1), "fixed": True}
            found.append({"what": "generate", "shape": shape, "home": home, "system": system, **sizes})
    if not args.model:
        return found
    common = {"model": args.model, "inputs": ARTICLES, "beams": 4, "limit": args.articles}
    found += [{"what": "requests", "system": system, **common} for system in ("eager", "bf16")]
    ours = {"what": "pipeline", "system": "ours", **common}
    found += [{**ours, "stretch": 1, "cores": n} for n in range(1, (os.cpu_count() or 1) + 1)]
    found += [{**ours, "stretch": n, "limit": args.articles or 16} for n in STRETCHES]
    return found


def main() -> None:
    """Measure, write, report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shapes", nargs="*", default=["mT5-base", "ViT5-base"], help="random-weight models to time")
    parser.add_argument("--model", default="tomtat", help="shipped model to time; '' for none")
    parser.add_argument("--texts", type=int, default=16, help="texts a shape generates from (a quarter for eager)")
    parser.add_argument("--source", type=int, default=512)
    parser.add_argument("--target", type=int, default=60)
    parser.add_argument("--articles", type=int, default=0, help="articles of the corpus; 0 is all")
    parser.add_argument("--rows", type=int, nargs="*", default=[100, 1000, 10_000], help="for tomtat batch")
    parser.add_argument("--extractive-rows", type=int, nargs="*", default=[1000, 10_000, 100_000])
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--work", type=Path, default=Path.home() / ".cache" / "tomtat" / "bench", help="for the shapes")
    parser.add_argument("--out", type=Path, default=HERE / "results")
    parser.add_argument("--docs", type=Path, default=ROOT / "docs" / "performance.md")
    args = parser.parse_args()
    for shape in args.shapes:
        build = f"import pathlib, bench_shapes; bench_shapes.build({shape!r}, pathlib.Path({str(args.work)!r}))"
        run(["-c", build], os.cpu_count() or 1)
    results = [measure(case, args.repeats) for case in cases(args)]
    results += [cold_start(args.repeats)] if args.model else []
    results += [batch(args.model, n, args.repeats if n <= 1000 else 1) for n in args.rows if args.model]
    results += [batch("extractive", n, args.repeats if n <= 1000 else 1) for n in args.extractive_rows]
    machine = {"processor": bench_report.processor(), "cores": os.cpu_count(), "system": platform.platform()}
    told = {"machine": machine, "allocator": "tcmalloc" if TCMALLOC.exists() else "glibc", "repeats": args.repeats}
    args.out.mkdir(parents=True, exist_ok=True)
    found = {**told, "results": results}
    (args.out / "bench.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    bench_report.write(found, args.docs, args.out / "bench.png")


if __name__ == "__main__":
    main()
