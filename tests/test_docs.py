import re
import shlex
import tomllib
from pathlib import Path

import pytest

from summarizer.cli import COMMANDS, command_parser
from summarizer.cli.document import page

ROOT = Path(__file__).resolve().parents[1]
PAGES = [
    *sorted((ROOT / "docs").glob("*.md")),
    *sorted(ROOT.glob("*.md")),
    ROOT / "eval/README.md",
    ROOT / "corpus/README.md",
]


def test_the_command_line_page_is_what_the_parsers_say() -> None:
    assert (ROOT / "docs/cli.md").read_text(encoding="utf-8") == page(), "run: make docs"


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.name)
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8")):
        if not target.startswith(("http://", "https://")):
            assert (path.parent / target).exists(), f"{path.name} links to {target}"


def blocks(path: Path) -> list[str]:
    return re.findall(r"^```(?:bash|sh|console)?\n(.*?)^```", path.read_text(encoding="utf-8"), re.M | re.S)


@pytest.mark.parametrize("path", [ROOT / "README.md", ROOT / "README.vi.md"], ids=lambda p: p.name)
def test_every_command_a_readme_shows_is_one_the_program_has(path: Path) -> None:
    lines = [line for block in blocks(path) for line in block.splitlines() if line.startswith("tomtat ")]
    assert lines
    for line in lines:
        words = shlex.split(line.partition("|")[0].partition(">")[0], comments=True)
        assert words[1] in COMMANDS
        command_parser(words[1]).parse_args(words[2:])


def test_the_readme_has_two_set_up_commands_and_ci_runs_them_as_printed() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^<!-- (run|test) -->\n```bash\n(.+)\n```$", text, re.M)
    assert [name for name, _ in commands] == ["run", "test"]
    assert "tomtat summarize corpus/articles/" in commands[0][1]
    assert commands[1][1].endswith("make check")
    assert "for name in run test" in (ROOT / ".ci/run").read_text(encoding="utf-8")


def test_the_extra_called_all_holds_every_other_one() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    (everything,) = extras["all"]
    named = set(re.search(r"\[(.*)\]", everything).group(1).split(","))  # type: ignore[union-attr]
    assert named == set(extras) - {"all"}
