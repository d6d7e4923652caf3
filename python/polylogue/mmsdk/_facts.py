"""The published datasets: addresses of their files, and folds, from Polylogue's lists of datasets."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from polylogue._programs import shared
from polylogue.errors import MissingFile

_SERVER = "http://immortal.multicomp.cs.cmu.edu"

#: Where the files of a dataset lie on the server, by what is in them.
_FOLDERS = {"cmu_mosi": "CMU-MOSI", "cmu_mosei": "CMU-MOSEI", "pom": "POM", "socialiq": "Social-IQ"}
_KINDS = (
    ("label", "labels"),
    ("_qa_", "qa"),
    ("transcript", "transcript"),
    ("word", "language"),
    ("phone", "language"),
    ("glove", "language"),
    ("covarep", "acoustic"),
    ("opensmile", "acoustic"),
    ("1fps", "vision"),
    ("visual", "visual"),
    ("facet", "visual"),
    ("openface", "visual"),
)


@lru_cache(maxsize=None)
def _listed(name: str) -> dict[str, Any]:
    try:
        listed: dict[str, Any] = json.loads((shared("datasets") / f"{name}.json").read_text(encoding="utf-8"))
    except (MissingFile, OSError) as error:
        raise ImportError(f"Polylogue's list of the dataset {name} cannot be read: {error}") from error
    return listed


def addresses(name: str, group: str) -> dict[str, str]:
    """Keys with the addresses of their files: `raw`, `highlevel`, `labels` or `extra` of a dataset."""
    return {
        each["name"]: f"{_SERVER}/{_FOLDERS[name]}/{_kind(each['file'])}/{each['file']}"
        for each in _listed(name)["sequences"]
        if each["group"] == group
    }


def fold(name: str, part: str) -> list[str]:
    """Videos of `train`, `valid` or `test`."""
    return [str(video) for video in _listed(name)["folds"][part]]


def _kind(file: str) -> str:
    lower = file.lower()
    return next(folder for mark, folder in _KINDS if mark in lower)
