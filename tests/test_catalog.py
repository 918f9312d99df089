from __future__ import annotations

import re
from pathlib import Path

import pytest

from summarizer.backends.engine import Decoding
from summarizer.catalog import SHIPPED, load_catalog, read_catalog
from summarizer.errors import ModelError
from summarizer.hub.spec import FAMILIES

CATALOG = load_catalog()


@pytest.mark.parametrize("name", CATALOG.models)
def test_entry_is_complete_and_consistent(name: str) -> None:
    entry = CATALOG.models[name]
    assert re.fullmatch(r"[\w.-]+/[\w.-]+", entry.hub)
    assert entry.family in FAMILIES
    assert entry.revision == "" or re.fullmatch(r"[0-9a-f]{40}", entry.revision)
    assert entry.licence
    assert entry.licence_note.endswith(".")
    assert 0 < entry.max_output <= entry.max_input
    assert entry.download_mb >= 2 * entry.parameters_m  # at the very least two bytes a parameter
    assert len({(r.task, r.source, r.target) for r in entry.routes}) == len(entry.routes)
    Decoding.read(dict(entry.generation))


@pytest.mark.parametrize("name", CATALOG.models)
def test_licences_that_bind_are_confirmed(name: str) -> None:
    entry = CATALOG.models[name]
    binding = re.search(r"NC|AGPL|none stated|Gemma", entry.licence)
    assert entry.confirm is bool(binding)
    if "NC" in entry.licence:
        assert "commercial" in entry.licence_note


@pytest.mark.parametrize("name", CATALOG.systems)
def test_system_serves_what_its_route_says(name: str) -> None:
    system = CATALOG.systems[name]
    models = {part: CATALOG.models[part] for part in system.parts if part != SHIPPED}
    tasks = {(r.task, r.source, r.target) for part in system.summarize for r in models[part].routes}
    assert ("summarize", "vi", "vi") in tasks
    if system.route == "direct":
        assert ("summarize", "vi", "en") in tasks
    else:
        assert system.translate
    restricted = any("NC" in entry.licence for entry in models.values())
    assert ("Not for commercial use" in system.note) is restricted


def test_the_permissive_pair_asks_for_no_confirmation() -> None:
    assert not any(entry.confirm for entry in CATALOG.members("vit5-opus"))


def test_names_and_hub_ids_are_found_and_typos_are_named() -> None:
    assert CATALOG.members("VIETAI/envit5-translation")[0].name == "envit5"
    assert [e.name for e in CATALOG.members("vit5-tomtat")] == ["vit5-base"]
    with pytest.raises(ModelError, match="Did you mean nllb-600m"):
        CATALOG.members("nllb600m")


ENTRY = """
[models.x]
hub = "a/b"
family = "t5"
licence = "MIT"
licence_note = "Free."
parameters_m = 1
download_mb = 4
max_input = 10
max_output = 5
note = "n"
"""


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[models.x", "not a valid catalog"),
        (ENTRY, "routes"),
        (ENTRY + "routes = []\nsize = 3", "size"),
        (ENTRY + 'routes = [{task = "sing", source = "vi", target = "vi"}]', "cannot sing"),
        (ENTRY + 'routes = [{task = "translate", source = "fr", target = "vi"}]', "from fr"),
        (ENTRY + 'routes = []\ntones = "both"', "tones"),
        (ENTRY + 'routes = []\n[systems.s]\nsummarize = ["y"]', "names 'y'"),
    ],
)
def test_mistakes_in_a_catalog_are_named(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "catalog.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match=message):
        read_catalog(path)
