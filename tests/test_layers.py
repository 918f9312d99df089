"""Imports run one way, and heavy packages stay in their corner."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "summarizer"

# From the bottom up; a module may import from its own level and those before it.
LEVELS = [
    {"types", "errors", "__init__"},
    {"registry", "assets", "settings", "garbage"},
    {"text", "formats", "catalog", "hub"},
    {"selection", "backends", "checks", "metrics", "datasets"},
    {"asking", "choosing", "finishing", "lanes", "pipeline", "preparing", "telling"},
    {"systems"},
    {"scoring", "report"},
    {"evaluate", "annotation", "corpus_lint", "batch", "training"},
    {"demo"},
    {"cli", "__main__"},
]
HEAVY = {
    "torch": {"backends", "training", "hub"},
    "transformers": {"backends", "training", "hub"},
    "ctranslate2": {"backends", "hub"},
    "gradio": {"demo"},
    "ray": {"batch"},
}


def modules() -> list[Path]:
    return sorted(p for p in PACKAGE.rglob("*.py") if "_data" not in p.parts)


def part(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path, *, top_only: bool = False) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = tree.body if top_only else list(ast.walk(tree))
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def level(name: str) -> int:
    return next(i for i, names in enumerate(LEVELS) if name in names)


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_run_one_way(path: Path) -> None:
    here = level(part(path))
    for name in imports(path, top_only=True):
        root, _, rest = name.partition(".")
        if root == "summarizer" and rest and rest.split(".")[0] != part(path):
            assert level(rest.split(".")[0]) <= here, f"{path.name} imports {name}"


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_heavy_packages_stay_in_their_corner(path: Path) -> None:
    for name in imports(path):
        allowed = HEAVY.get(name.partition(".")[0])
        assert allowed is None or part(path) in allowed, f"{path.name} imports {name}"


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_files_stay_readable(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("command", [["--help"], ["summarize", "--help"], ["eval", "--help"], ["train", "--help"]])
def test_help_loads_no_engine(command: list[str]) -> None:
    code = (
        "import sys; from summarizer.cli import main\n"
        "try: main(sys.argv[1:])\nexcept SystemExit: pass\n"
        "heavy = ('torch', 'transformers', 'ctranslate2', 'gradio', 'ray', 'numpy')\n"
        "print(sorted(m for m in heavy if m in sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, text=True, check=True)
    assert run.stdout.endswith("[]\n"), run.stdout
    assert "example" in run.stdout
