"""Where Polylogue's programs are, which do what is better done in a process of its own."""

from __future__ import annotations

import os
import shutil
from functools import lru_cache
from pathlib import Path

from . import _engine
from .errors import MissingFile


def program(name: str) -> Path:
    """The path of ``polylogue-cli``, ``polylogue-models`` …

    It is sought in the folder that the environment's ``POLYLOGUE_PROGRAMS`` names, else beside this package
    and in ``PATH``.

    Raises:
        MissingFile: it is not installed.
    """
    package = Path(__file__).absolute().parent
    named = os.environ.get("POLYLOGUE_PROGRAMS")
    # as pip installs it; of a build's folder; of a prefix such as /usr
    beside = [package / "bin", package.parents[1] / "bin", package.parents[3] / "bin"]
    folders = [Path(named)] if named else beside
    for folder in folders:
        if os.access(folder / name, os.X_OK):
            return folder / name
    found = None if named else shutil.which(name)
    if found is None:
        raise MissingFile(
            f"{name} is not installed: it comes with Polylogue's programs. POLYLOGUE_PROGRAMS may name their folder.",
            "file_not_found",
        )
    return Path(found)


def shared(name: str) -> Path:
    """A folder of what comes with the programs: ``datasets`` (lists of standard datasets), ``demo``, ``parts`` …

    Raises:
        MissingFile: it is not installed.
    """
    found = _engine.shared_folder(str(program("polylogue-cli").parent), name)
    if not str(found) or not found.is_dir():
        raise MissingFile(f"{name} is not installed: it comes with Polylogue's package of data.", "file_not_found")
    return found


@lru_cache(maxsize=None)
def _checker(of_process: int) -> _engine.Checker:
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "polylogue"
    return _engine.Checker(program("polylogue-cli"), cache)


def checker(check: bool) -> _engine.Checker | None:
    """What looks at a file in a process of its own before it is opened here; None for files that are trusted."""
    return _checker(os.getpid()) if check else None


def cli() -> str:
    """polylogue-cli, or an empty text where it is not installed."""
    try:
        return str(program("polylogue-cli"))
    except MissingFile:
        return ""
