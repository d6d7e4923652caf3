"""pip makes a wheel of what is built, with our own programs and no library of the system, and it works in a fresh environment."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import SOURCE

pytest.importorskip("setuptools")
pytest.importorskip("wheel")
pytest.importorskip("venv")
BUILD = Path(os.environ.get("POLYLOGUE_PYTHON", str(SOURCE / "build/release/python"))).parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Made of a copy of the sources that pip reads, so that the checkout stays as it is."""
    place = tmp_path_factory.mktemp("sources")
    for name in ("CMakeLists.txt", "pyproject.toml", "setup.py", "python", "resources"):
        (place / name).symlink_to(SOURCE / name)
    environment = {**os.environ, "POLYLOGUE_BUILD": str(BUILD), "HOME": str(place), "PYTHONPATH": "", "PYTHONDONTWRITEBYTECODE": ""}
    environment.pop("PYTHONPATH")
    command = [sys.executable, "-m", "pip", "wheel", "--no-build-isolation", "--no-deps", "--wheel-dir", str(place / "wheels"), str(place)]
    made = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert made.returncode == 0, made.stdout + made.stderr
    return next((place / "wheels").glob("polylogue-*.whl"))


def test_what_is_in_it(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    parts = {name.split("/")[1] for name in names if name.startswith("polylogue/")}
    assert {"bin", "share", "py.typed", "_engine.pyi", "sequences.py", "mmsdk"} <= parts
    libraries = [name for name in names if ".so" in name]
    assert len(libraries) == 1 and "/_engine." in libraries[0]
    programs = {name.rpartition("/")[2] for name in names if "/bin/" in name}
    assert {"polylogue-cli", "polylogue-media"} <= programs <= {"polylogue-cli", "polylogue-media", "polylogue-extract", "polylogue-models"}
    assert not any(name.endswith((".csd", ".mp4", ".cpp", ".pyc")) for name in names)
    assert wheel.stat().st_size < 60_000_000


def test_it_works_in_a_fresh_environment(wheel, tmp_path):
    subprocess.run([sys.executable, "-m", "venv", "--system-site-packages", tmp_path / "venv"], check=True)
    python = tmp_path / "venv/bin/python"
    subprocess.run([python, "-m", "pip", "install", "--no-deps", "--no-index", str(wheel)], check=True, capture_output=True)
    program = f"""
import polylogue
from polylogue._programs import program
assert str(program("polylogue-cli")).startswith({str(tmp_path)!r}), program("polylogue-cli")
dataset = polylogue.Dataset({str(SOURCE / "resources/demo")!r})
print(len(dataset.align("labels", collapse={{"*": "mean", "words": None}})["acoustic"]), polylogue.__version__)
"""
    environment = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "POLYLOGUE_PROGRAMS")}
    said = subprocess.run([python, "-c", program], capture_output=True, text=True, cwd=tmp_path, env=environment)
    assert said.returncode == 0, said.stderr
    assert said.stdout.split()[0] == "150"
