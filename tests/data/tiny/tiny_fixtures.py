"""Session fixtures over ``tiny_models``, imported by the conftest files that need them."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
import tiny_models
from hub_server import Hub

MANIFEST = {
    "name": "tiny",
    "version": "0",
    "budget": 120,
    "prefix": {"translate": "<tr>", "summarize": "<sum>", "headline": "<head>"},
    "to": {"vi": "<2vi>", "en": "<2en>"},
    "supports": [["translate", "vi", "en"], ["summarize", "vi", "vi"], ["summarize", "vi", "en"]],
}


@pytest.fixture(scope="session")
def pieces(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_models.build_pieces(tmp_path_factory.mktemp("pieces"))


@pytest.fixture(scope="session")
def m2m(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_models.build_m2m(tmp_path_factory.mktemp("m2m"), vocab=408)


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory, m2m: Path, pieces: Path) -> Path:
    """A folder laid out like models/tomtat, with random weights."""
    from summarizer.hub.export import export_ct2, write_manifest

    folder = export_ct2(m2m, pieces, tmp_path_factory.mktemp("shipped") / "tomtat")
    write_manifest(folder, MANIFEST)
    return folder


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache of this project and of the hub library."""
    from huggingface_hub import constants

    monkeypatch.setenv("TOMTAT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path / "hub"))
    monkeypatch.delenv("HF_TOKEN", raising=False)
    monkeypatch.setattr(constants, "HF_TOKEN_PATH", str(tmp_path / "token"))
    return tmp_path / "cache"


@pytest.fixture
def hub(cache: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    """A hub on this machine that HF_ENDPOINT points to."""
    server = Hub()
    monkeypatch.setenv("HF_ENDPOINT", server.url)
    yield server
    server.close()


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Every attempt to connect or to look up a name fails, and is listed."""
    attempts: list[object] = []

    def trap(*args: object, **_: object) -> None:
        attempts.append(args)
        raise OSError("the network is trapped")

    monkeypatch.setattr(socket.socket, "connect", trap)
    monkeypatch.setattr(socket.socket, "connect_ex", trap)
    monkeypatch.setattr(socket, "getaddrinfo", trap)
    return attempts


@pytest.fixture(scope="session")
def t5(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A replica of ViT5 as a hub folder."""
    import tiny_families

    return tiny_families.t5(tmp_path_factory.mktemp("t5"))


@pytest.fixture(scope="session")
def marian(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A replica of OPUS-MT vi-en as a hub folder."""
    import tiny_families

    return tiny_families.marian(tmp_path_factory.mktemp("marian"))
