"""What tests of `import polylogue` share."""

import os
import sys
from pathlib import Path

import numpy as np
import pytest

SOURCE = Path(__file__).resolve().parents[2]
sys.path.insert(0, os.environ.get("POLYLOGUE_PYTHON", str(SOURCE / "build/release/python")))

import polylogue  # noqa: E402


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory, monkeypatch):
    """Caches and settings are written into an empty home."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "cache"))


@pytest.fixture
def demo():
    return polylogue.Dataset(SOURCE / "resources/demo")


@pytest.fixture
def talk():
    """Words and sound of two videos, small enough to be worked out by hand."""
    words = polylogue.Sequence(
        name="words",
        entries={
            "ann": ([[0.0, 1.0], [1.0, 2.0]], np.array([[b"good"], [b"day"]])),
            "bob": ([[0.0, 1.0]], np.array([[b"hello"]])),
        },
    )
    sound = polylogue.Sequence(
        name="sound",
        entries={
            "ann": ([[0.0, 0.5], [0.5, 1.0], [1.0, 2.0]], np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], np.float32)),
            "bob": ([[0.2, 0.8]], np.array([[7.0, 8.0]], np.float32)),
        },
    )
    return polylogue.Dataset({"words": words, "sound": sound})
