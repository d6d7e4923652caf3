"""Polylogue's engine for Python: computational sequences of multimodal language.

>>> import polylogue
>>> words = polylogue.Sequence("words.csd")
>>> dataset = polylogue.Dataset({"words": words, "acoustic": "acoustic.csd"})
>>> aligned = dataset.align("words", collapse="mean")
"""

from __future__ import annotations

from ._engine import collapse_functions, metadata_fields
from ._engine import version as __version__
from .agreement import Consensus, Ratings, Statistic, read_ratings, score_binary, score_classes, score_regression
from .annotation import Annotation, Project, Tier, formats, read_annotation
from .datasets import Dataset, Fold, Run, demo_folder, run
from .errors import Error, FileError, FormatError, MissingFile, ShapeError, Stopped, UnknownName
from .figure import Timeline, timeline
from .models import Display, Model, Prediction, ShownSegment, Training, extract, train
from .sequences import Entry, Sequence, stripped
from .window import Command, Segment, Selection, Window, WindowError

__all__ = [
    "Annotation",
    "Command",
    "Consensus",
    "Dataset",
    "Display",
    "Entry",
    "Error",
    "FileError",
    "Fold",
    "FormatError",
    "MissingFile",
    "Model",
    "Prediction",
    "Project",
    "Ratings",
    "Run",
    "Segment",
    "Selection",
    "Sequence",
    "ShapeError",
    "ShownSegment",
    "Statistic",
    "Stopped",
    "Tier",
    "Timeline",
    "Training",
    "UnknownName",
    "Window",
    "WindowError",
    "__version__",
    "collapse_functions",
    "demo_folder",
    "extract",
    "formats",
    "metadata_fields",
    "read_annotation",
    "read_ratings",
    "run",
    "score_binary",
    "score_classes",
    "score_regression",
    "stripped",
    "timeline",
    "train",
]
