"""The names under which programs and pickles know this package: `mmsdk` and all below."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from collections.abc import Sequence as AnySequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

OURS = "polylogue.mmsdk"
THEIRS = "mmsdk"


def _name_all() -> None:
    """Gives all modules that are loaded their other name. Were they found one by one, Python would put the module
    ``computational_sequence`` in the place of the class of that name."""
    for name in [name for name in sys.modules if name == OURS or name.startswith(OURS + ".")]:
        if "._" not in name:
            sys.modules.setdefault(THEIRS + name[len(OURS) :], sys.modules[name])


class _Alias(Loader):
    """Gives a module of this package under the SDK's name; both names are one module."""

    def __init__(self, ours: str) -> None:
        self._ours = ours
        self._spec: ModuleSpec | None = None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        module = importlib.import_module(self._ours)
        self._spec = module.__spec__
        return module

    def exec_module(self, module: ModuleType) -> None:
        module.__spec__ = self._spec  # which the import has replaced
        _name_all()


class _Finder(MetaPathFinder):
    """Finds `mmsdk` and `mmsdk.…` in this package."""

    def find_spec(
        self, fullname: str, path: AnySequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname != THEIRS and not fullname.startswith(THEIRS + "."):
            return None
        ours = OURS + fullname[len(THEIRS) :]
        try:
            if importlib.util.find_spec(ours) is None:
                return None
        except ModuleNotFoundError:
            return None
        return ModuleSpec(fullname, _Alias(ours), is_package=True)


_finder = _Finder()


def offer() -> None:
    """Serves `mmsdk` where no other is found, so that pickles that name `mmsdk` can be read and written."""
    if _finder not in sys.meta_path:
        sys.meta_path.append(_finder)


def take_over() -> None:
    """Serves `mmsdk` before any other, also one that was imported already."""
    if _finder in sys.meta_path:
        sys.meta_path.remove(_finder)
    sys.meta_path.insert(0, _finder)
    for name in [name for name in sys.modules if name == THEIRS or name.startswith(THEIRS + ".")]:
        del sys.modules[name]
    _name_all()


def is_known(kind: type[Any]) -> bool:
    """Whether the SDK's name of a class leads to this package's class here."""
    try:
        module = importlib.import_module(kind.__module__)
    except ImportError:
        return False
    return getattr(module, kind.__name__, None) is kind


def new(name: str) -> Any:
    """An empty object of a class of this package, for pickles made where another `mmsdk` is imported."""
    module, _, kind = name.rpartition(".")
    made = getattr(importlib.import_module(OURS + module[len(THEIRS) :]), kind)
    return made.__new__(made)
