"""What can go wrong: one tree of exceptions, each with the engine's stable ``code``.

====================  ==============================================================
``Error``             anything that Polylogue complains of
``FileError``         a file cannot be read or written (also an ``OSError``)
``MissingFile``       there is no such file (also a ``FileNotFoundError``)
``FormatError``       a file or value is not what it should be (also a ``ValueError``)
``ShapeError``        arrays that belong together differ (also a ``ValueError``)
``UnknownName``       no sequence or entry of that name (also a ``KeyError``)
``Stopped``           the work was stopped
====================  ==============================================================
"""

from __future__ import annotations

from typing import Any

__all__ = ["Error", "FileError", "FormatError", "MissingFile", "ShapeError", "Stopped", "UnknownName"]


class Error(Exception):
    """What Polylogue complains of.

    Attributes:
        code: stable for programs, such as ``data_invalid``; docs/formats.md lists the codes.
    """

    code: str

    def __init__(self, message: str, code: str = "error") -> None:
        super().__init__(message)
        self.code = code

    def __str__(self) -> str:
        return str(self.args[0])

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.args[0], self.code)


class FileError(Error, OSError):
    """A file cannot be read or written."""


class MissingFile(FileError, FileNotFoundError):
    """There is no such file or folder."""


class FormatError(Error, ValueError):
    """A file or a value is not what it should be."""


class ShapeError(Error, ValueError):
    """Arrays that belong together differ in their shapes, or hold what cannot be stored."""


class UnknownName(Error, KeyError):
    """There is no sequence, entry or field of that name."""


class Stopped(Error):
    """The work was stopped before its end; nothing half-written is left."""


_MISSING = {"file_not_found", "folder_not_found"}
_FAMILIES = {each.__name__: each for each in (Error, FileError, FormatError, ShapeError, Stopped)}


def made(family: str, code: str, message: str) -> Error:
    """The exception for a failure of the engine; the engine calls this."""
    if code in _MISSING:
        return MissingFile(message, code)
    return _FAMILIES[family](message, code)
