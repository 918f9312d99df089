"""``tomtat train``: a recipe to a model, or a finished model and your articles to a better one."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

HELP = "Train a model from a recipe, fine-tune the shipped one on your own summaries, or export a run."
EXAMPLES = """examples:
  tomtat train models/recipes/tomtat.toml --data data/ --run runs/mine
  tomtat train models/recipes/tomtat.toml --data data/ --run runs/mine --resume
  tomtat train models/recipes/tomtat-more.toml --data data/ --run runs/more --start models/tomtat
  tomtat train models/recipes/finetune.toml --articles mine.jsonl --run runs/tuned
  tomtat train models/recipes/tomtat.toml --data data/ --run runs/mine --export models/mine
  tomtat train models/recipes/tomtat-gpu.toml --data data/ --run runs/gpu --prepare   # here; then, on the GPU machine:
  tomtat train models/recipes/tomtat-gpu.toml --data data/ --run runs/gpu --device cuda

mine.jsonl holds one object a line with "article", "summary" and, if there is one, "title".
docs/training.md describes the data folder, and what a run costs."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("recipe", type=Path, help="a TOML file such as models/recipes/tomtat.toml")
    parser.add_argument("--data", type=Path, default=Path("data"), help="data folder (default: data)")
    parser.add_argument("--run", type=Path, default=Path("runs/tomtat"), help="where checkpoints and the log go")
    parser.add_argument("--prepare", action="store_true", help="make the run's vocabulary and tokens; train nothing")
    parser.add_argument("--resume", action="store_true", help="go on from the last checkpoint of --run")
    parser.add_argument("--articles", type=Path, help="fine-tune on this JSONL instead of the data folder")
    parser.add_argument(
        "--start",
        type=Path,
        metavar="MODEL",
        help="model folder to go on from (with --articles, by default the shipped one)",
    )
    parser.add_argument("--export", type=Path, metavar="FOLDER", help="write the model of --run there; train nothing")
    parser.add_argument("--average", type=int, default=1, metavar="N", help="export the mean of the last N checkpoints")
    parser.add_argument("--force", action="store_true", help="replace an existing --export folder")
    parser.add_argument("--device", choices=["cpu", "cuda"], default="cpu")


def handle(args: argparse.Namespace) -> int:
    """Train, fine-tune or export."""
    from summarizer.registry import require
    from summarizer.training.recipe import load_recipe

    require("torch", "train")
    recipe = load_recipe(args.recipe)
    if args.export:
        from summarizer.training.export import Run, export

        run = Run(recipe, args.run, args.data, args.device, args.average)
        done = export(run, args.export, force=args.force)
        sys.stdout.write(f"{done}\n")
        return 0
    from summarizer.training.run import finetune, prepare, train_recipe

    if args.prepare:
        _, tokens = prepare(recipe, args.data, args.run, args.start)
        sys.stdout.write(f"{len(tokens)} examples in {args.run}\n")
        return 0
    if args.articles:
        from summarizer.assets import asset

        start = (args.start or asset("models/tomtat")) / "hf"
        progress = finetune(recipe, args.articles, start, args.run, device=args.device)
    else:
        progress = train_recipe(recipe, args.data, args.run, start=args.start, device=args.device, resume=args.resume)
    sys.stdout.write(
        f"{progress.step} steps, {progress.seconds / 60:.1f} minutes; log: {args.run}/checkpoints/log.jsonl\n"
    )
    return 0
