"""Computational sequences: features with time intervals, by video or segment."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from html import escape
from pathlib import Path
from typing import Any, Union

import numpy as np
from numpy.typing import ArrayLike, NDArray

from . import _engine
from ._programs import checker
from ._progress import Progress, telling
from .errors import Error, FormatError, ShapeError, UnknownName

__all__ = ["Entry", "Sequence", "stripped"]

PathLike = Union[str, "os.PathLike[str]"]
Array = NDArray[Any]
EntryLike = Union["Entry", Mapping[str, ArrayLike], "tuple[ArrayLike, ArrayLike]"]


def stripped(id: str) -> str:
    """The video of an entry's id: ``video_07[12]`` → ``video_07``."""
    return id.partition("[")[0]


class Entry(Mapping[str, Array]):
    """The rows of one video or segment. Read from the file when they are first looked at.

    Attributes:
        intervals: N × 2, start and end in seconds; may not be written to.
        features: N × D (or more axes), row i belonging to interval i; may not be written to.
            Texts have the type ``S``; ``entry.texts()`` gives them as ``str``.
    """

    __slots__ = ("_arrays", "_id", "_sequence")

    def __init__(self, sequence: _engine.Sequence, id: str) -> None:
        self._sequence = sequence
        self._id = id
        self._arrays: tuple[Array, Array] | None = None

    def _read(self) -> tuple[Array, Array]:
        if self._arrays is None:
            self._arrays = self._sequence.entry(self._id)
        return self._arrays

    @property
    def intervals(self) -> Array:
        return self._read()[0]

    @property
    def features(self) -> Array:
        return self._read()[1]

    @property
    def shape(self) -> tuple[int, ...]:
        """Of the features, rows first; the rows are not read for it."""
        return tuple(self._facts()["features"])

    @property
    def dtype(self) -> np.dtype[Any]:
        """Of the features; texts have no width before they are read."""
        return self._arrays[1].dtype if self._arrays else np.dtype(self._facts()["dtype"])

    def _facts(self) -> dict[str, Any]:
        if self._arrays:
            return {"features": self._arrays[1].shape, "dtype": self._arrays[1].dtype}
        return self._sequence.shape(self._id)

    def texts(self) -> list[str]:
        """The first column as text, a row each.

        Raises:
            ShapeError: the features are numbers.
        """
        if self.features.dtype.kind != "S":
            raise ShapeError(f"{self._id}: the features are numbers ({self.features.dtype}), not text", "data_invalid")
        return texts_of(self.features)

    def __getitem__(self, name: str) -> Array:
        if name not in ("features", "intervals"):
            raise UnknownName(f"an entry has 'features' and 'intervals', no {name!r}", "unknown_name")
        return self._read()[1 if name == "features" else 0]

    def __iter__(self) -> Iterator[str]:
        return iter(("features", "intervals"))

    def __len__(self) -> int:
        return 2

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Entry):
            return NotImplemented
        return all(_same(mine, theirs) for mine, theirs in zip(self._read(), other._read()))

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[Any, ...]:
        return _entry, (self._id, *self._read())

    def __repr__(self) -> str:
        shape = " × ".join(str(extent) for extent in self.shape)
        return f"<Entry {self._id}: {shape} {self.dtype.name if self.dtype.kind != 'S' else 'text'}>"


def texts_of(features: Array) -> list[str]:
    """The first column of texts, a row each."""
    if not features.size:
        return [""] * len(features)
    column: NDArray[np.bytes_] = features.reshape(len(features), -1)[:, 0]
    texts: list[bytes] = column.reshape(-1).tolist()
    return [text.decode("utf-8", "replace") for text in texts]


def _same(mine: Array, theirs: Array) -> bool:
    return mine.dtype == theirs.dtype and mine.shape == theirs.shape and mine.tobytes() == theirs.tobytes()


def _entry(id: str, intervals: Array, features: Array) -> Entry:
    held = _engine.Sequence()
    held.put(id, intervals, features)
    return Entry(held, id)


class Sequence(MutableMapping[str, Entry]):
    """A computational sequence: entries by id (``video`` or ``video[segment]``), and metadata.

    Entries of a file are read when they are looked at; the file itself is never changed. What is assigned
    stays in memory, until :meth:`write`.

    >>> words = Sequence("words.csd")
    >>> words["video_07"].intervals[:2]
    >>> mine = Sequence(name="stress", entries={"video_07": ([[0, 1], [1, 2]], [[0.5], [0.7]])})

    Args:
        path: a ``.csd`` file; None: an empty sequence.
        name: its name (``root name``); None: that of the file.
        entries: ids with their intervals (N × 2, seconds) and features (N × D).
        metadata: fields as the SDK names them (:data:`metadata_fields`).
        check: a file that was never seen is looked at in a process of its own first, since the HDF5 library
            may crash over damaged files. False for files that you trust.

    Raises:
        MissingFile, FileError, FormatError: with the file and the place in it.
    """

    def __init__(
        self,
        path: PathLike | None = None,
        *,
        name: str | None = None,
        entries: Mapping[str, EntryLike] | None = None,
        metadata: Mapping[str, Any] | None = None,
        check: bool = True,
    ) -> None:
        self._held = _engine.Sequence() if path is None else _engine.Sequence.open(os.fspath(path), checker(check))
        #: Fields of the sequence, a plain dict that may be changed.
        self.metadata: dict[str, Any] = self._held.metadata()
        self.metadata.update(metadata or {})
        if name is not None:
            self.metadata["root name"] = name
        for id, entry in (entries or {}).items():
            self[id] = entry

    @classmethod
    def _of(cls, held: _engine.Sequence) -> Sequence:
        made = cls.__new__(cls)
        made._held = held
        made.metadata = held.metadata()
        return made

    def _engine_sequence(self) -> _engine.Sequence:
        """The engine's sequence, which knows the metadata as they are now."""
        self._held.set_metadata(self.metadata)
        return self._held

    @property
    def name(self) -> str:
        """The root name; the group's name in the file where the metadata have none."""
        named = self.metadata.get("root name")
        return str(named) if named else self._held.root_name()

    @property
    def path(self) -> Path | None:
        """The file that entries come from; None for a sequence made in memory."""
        return self._held.file()

    @property
    def videos(self) -> list[str]:
        """The ids without their segments, each once, in the order of the entries."""
        return list(dict.fromkeys(stripped(id) for id in self._held.ids()))

    @property
    def missing_metadata(self) -> list[str]:
        """Which of the eleven fields that the SDK asks for are absent."""
        return [field for field in _engine.metadata_fields if field not in self.metadata]

    def __getitem__(self, id: str) -> Entry:
        if id not in self:
            raise UnknownName(f"{self.name} has no entry {id!r}", "unknown_id")
        return Entry(self._held, id)

    def __setitem__(self, id: str, entry: EntryLike) -> None:
        if not isinstance(id, str) or not id:
            raise FormatError(f"an id is a text that is not empty, not {id!r}", "data_invalid")
        if "/" in id:
            raise FormatError(f"{id!r}: an id has no slash, of which HDF5 would make groups", "data_invalid")
        if isinstance(entry, Mapping):
            if not {"features", "intervals"} <= set(entry):
                raise FormatError(f"{id}: an entry has 'features' and 'intervals'", "data_invalid")
            intervals, features = entry["intervals"], entry["features"]
        else:
            try:
                intervals, features = entry
            except (TypeError, ValueError):
                raise FormatError(f"{id}: expected intervals and features, not {entry!r:.80}", "data_invalid") from None
        self._held.put(id, intervals, features)

    def __delitem__(self, id: str) -> None:
        if id not in self:
            raise UnknownName(f"{self.name} has no entry {id!r}", "unknown_id")
        self._held.remove({id})

    def __iter__(self) -> Iterator[str]:
        return iter(self._held.ids())

    def __len__(self) -> int:
        return len(self._held)

    def __contains__(self, id: object) -> bool:
        return isinstance(id, str) and id in self._held

    def __eq__(self, other: object) -> bool:
        """Whether entries, their types and the metadata are the same; all rows are read."""
        if not isinstance(other, Sequence):
            return NotImplemented
        return self.metadata == other.metadata and set(self) == set(other) and all(self[id] == other[id] for id in self)

    __hash__ = None  # type: ignore[assignment]

    def remove(self, ids: Iterable[str]) -> None:
        """Removes entries; ids that are not there are passed over."""
        self._held.remove(set(ids))

    def copy(self) -> Sequence:
        """A sequence that can be changed without changing this one; rows are shared."""
        return Sequence._of(self._engine_sequence().copy())

    def write(
        self,
        path: PathLike,
        *,
        compression: str | None = "gzip",
        level: int = 4,
        progress: Progress = None,
    ) -> Path:
        """Writes a ``.csd`` that the SDK reads. The file has its name only when it is whole.

        Args:
            compression: ``gzip``, or None (several times faster, and larger).
            level: 1 to 9, of gzip.
            progress: called with 0…1; None: a line on stderr, where that is a terminal.

        Raises:
            FileError, FormatError: ids or a root name that HDF5 cannot have.
            Stopped, KeyboardInterrupt: nothing is written then.
        """
        if compression not in ("gzip", None):
            raise FormatError(f"compression is 'gzip' or None, not {compression!r}", "data_invalid")
        if compression and level not in range(1, 10):
            raise FormatError(f"the level of gzip is 1 to 9, not {level!r}", "data_invalid")
        if self.path is not None and Path(path).resolve() == self.path.resolve():
            raise FormatError(f"{path}: rows of the sequence come from that file, which is never written over", "same_file")
        with telling(f"Writing {Path(path).name}", progress) as told:
            self._engine_sequence().write(os.fspath(path), level if compression else None, told)
        return Path(path)

    def __reduce__(self) -> tuple[Any, ...]:
        """Rows in memory travel with the sequence; rows of a file are read again where it arrives."""
        held = {id: self._held.entry(id) for id in self if self._held.is_held(id)}
        return _restored, (self.path, list(self), held, self.metadata)

    def _about(self) -> str:
        first = next(iter(self), None)
        if first is None:
            return "empty"
        try:
            facts = self._held.shape(first)
        except Error:
            return f"{len(self)} entries"
        kind = "text" if facts["dtype"] == "S" else facts["dtype"]
        width = " × ".join(str(extent) for extent in facts["features"][1:])
        return f"{len(self)} entries of {len(self.videos)} videos, {width} {kind} a row"

    def __repr__(self) -> str:
        return f"<Sequence {self.name or '(no name)'}: {self._about()}>"

    def _repr_html_(self) -> str:
        rows = []
        for id in list(self)[:10]:
            facts = self._held.shape(id)
            shape = " × ".join(str(extent) for extent in facts["features"])
            kind = "text" if facts["dtype"] == "S" else facts["dtype"]
            rows.append(f"<tr><td>{escape(id)}</td><td>{shape}</td><td>{escape(kind)}</td></tr>")
        more = f"<caption>and {len(self) - 10} more</caption>" if len(self) > 10 else ""
        return (
            f"<div><b>{escape(self.name)}</b>: {escape(self._about())}</div><table>{more}"
            "<thead><tr><th>entry</th><th>features</th><th>type</th></tr></thead>"
            f"<tbody>{''.join(rows)}</tbody></table>"
        )


def _restored(
    path: Path | None, ids: list[str], held: dict[str, tuple[Array, Array]], metadata: dict[str, Any]
) -> Sequence:
    sequence = Sequence(path)
    sequence.remove(set(sequence) - set(ids))
    for id, (intervals, features) in held.items():
        sequence[id] = (intervals, features)
    sequence.metadata = metadata
    return sequence
