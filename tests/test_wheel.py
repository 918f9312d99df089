import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel built from the sdist, unpacked far from the checkout."""
    work = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--no-isolation"]
    subprocess.run([*build, "--sdist", "--outdir", work, ROOT], check=True, capture_output=True)
    (sdist,) = work.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(work / "source", filter="data")
    (source,) = (work / "source").iterdir()
    subprocess.run([*build, "--wheel", "--outdir", work, source], check=True, capture_output=True)
    (wheel,) = work.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(work / "site")
    return work / "site"


def test_a_wheel_installs_one_package_only(unpacked: Path) -> None:
    names = {p.name for p in unpacked.iterdir() if not p.name.endswith(".dist-info")}
    assert names == {"summarizer"}


def test_the_wheel_summarises_from_another_folder(unpacked: Path, tmp_path: Path) -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "import summarizer; from pathlib import Path\n"
        "assert Path(summarizer.__file__).is_relative_to(sys.argv[1]), summarizer.__file__\n"
        "from summarizer.assets import asset\n"
        "assert asset('models/tomtat').is_relative_to(sys.argv[1])\n"
        "text = (asset('corpus/articles') / 'hanoi-closing.txt').read_text(encoding='utf-8')\n"
        "print(summarizer.Summarizer(threads=1).summarize(text).vi)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(unpacked)], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert "72" in run.stdout


def test_the_wheel_is_small_enough_to_carry_its_model(unpacked: Path) -> None:
    model = sum(f.stat().st_size for f in (unpacked / "summarizer/_data/models/tomtat").rglob("*") if f.is_file())
    assert model <= 40_000_000
