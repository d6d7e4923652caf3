"""Polylogue's engine for Python: computational sequences of multimodal language.

>>> import polylogue
>>> words = polylogue.Sequence("words.csd")
>>> dataset = polylogue.Dataset({"words": words, "acoustic": "acoustic.csd"})
>>> aligned = dataset.align("words", collapse="mean")
"""

from __future__ import annotations

from ._engine import collapse_functions, metadata_fields
from ._engine import version as __version__
from .datasets import Dataset, Fold, Run, run
from .errors import Error, FileError, FormatError, MissingFile, ShapeError, Stopped, UnknownName
from .sequences import Entry, Sequence, stripped

__all__ = [
    "Dataset",
    "Entry",
    "Error",
    "FileError",
    "Fold",
    "FormatError",
    "MissingFile",
    "Run",
    "Sequence",
    "ShapeError",
    "Stopped",
    "UnknownName",
    "__version__",
    "collapse_functions",
    "metadata_fields",
    "run",
    "stripped",
]
