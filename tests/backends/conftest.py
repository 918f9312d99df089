"""Tiny random models, shared by the tests of backends and hub."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "data" / "tiny"))

from tiny_fixtures import cache, hub, m2m, marian, no_network, pieces, shipped, t5

__all__ = ["cache", "hub", "m2m", "marian", "no_network", "pieces", "shipped", "t5"]
