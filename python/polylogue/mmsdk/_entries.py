"""Entries of an opened file: what h5py would give, and what an array can do besides."""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polylogue import _engine
from polylogue._programs import checker, cli
from polylogue.errors import Error

Array = NDArray[Any]


class LoadedFile:
    """A ``.csd`` that is open for reading. The rows of the entry that was looked at last are kept."""

    def __init__(self, path: str) -> None:
        self.filename = os.path.abspath(path)
        self.mode = "r"
        self.held = _engine.Sequence.open(path, checker(bool(cli())))
        self._last: tuple[str, Array, Array] | None = None
        self._types: dict[str, np.dtype[Any]] | None = None

    def rows(self, id: str) -> tuple[Array, Array]:
        """Intervals and features of an entry, which may not be written to."""
        last = self._last
        if last is None or last[0] != id:
            intervals, features = self.held.entry(id)
            if features.dtype.kind == "S":
                features = self._as_stored(id, features)
            last = self._last = (id, intervals, features)
        return last[1], last[2]

    def forget(self) -> None:
        """Lets go of the rows that are kept."""
        self._last = None

    def facts(self, id: str) -> dict[str, Any]:
        """Shapes of an entry's arrays and the type of its features, without its rows."""
        return self.held.shape(id)

    def _as_stored(self, id: str, texts: Array) -> Array:
        """Texts in the type that the file has them in: as wide as there, or objects where widths vary."""
        stored = self._text_types().get(id)
        if stored is None or stored == texts.dtype:
            return texts
        if stored.kind == "S" and stored.itemsize < texts.dtype.itemsize:
            return texts
        return texts.astype(stored)

    def _text_types(self) -> dict[str, np.dtype[Any]]:
        """The types of the entries' features in the file; the engine does not tell the width of texts, h5py does."""
        if self._types is None:
            self._types = {}
            try:
                h5py: Any = importlib.import_module("h5py")
                with h5py.File(self.filename, "r") as file:
                    data = file[next(iter(file))]["data"]
                    self._types = {id: data[id]["features"].dtype for id in self.held.ids() if id in data}
            except (ImportError, OSError, KeyError, ValueError, StopIteration):
                pass
        return self._types

    def close(self) -> None:
        """Does nothing: the file is let go of with its last entry."""

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        return f'<HDF5 file "{os.path.basename(self.filename)}" (mode r)>'

    def __reduce__(self) -> tuple[Any, ...]:
        return LoadedFile, (self.filename,)


class StoredArray(np.lib.mixins.NDArrayOperatorsMixin):
    """Features or intervals in a file. Behaves as an h5py dataset, and as the array of its rows.

    Each reading gives a new array, which may be written to; the file never changes.
    """

    def __init__(self, file: LoadedFile, id: str, part: str) -> None:
        self._file = file
        self._id = id
        self._part = part

    def _rows(self) -> Array:
        return self._file.rows(self._id)[0 if self._part == "intervals" else 1]

    @property
    def shape(self) -> tuple[int, ...]:
        return tuple(self._file.facts(self._id)[self._part])

    @property
    def dtype(self) -> np.dtype[Any]:
        if self._part == "features":
            told: np.dtype[Any] = np.dtype(self._file.facts(self._id)["dtype"])
            if told.itemsize:
                return told
        return self._rows().dtype

    @property
    def ndim(self) -> int:
        return len(self.shape)

    @property
    def size(self) -> int:
        return int(np.prod(self.shape, dtype=np.int64))

    @property
    def nbytes(self) -> int:
        return self.size * self.dtype.itemsize

    @property
    def name(self) -> str:
        return f"/{self._file.held.root_name()}/data/{self._id}/{self._part}"

    @property
    def file(self) -> LoadedFile:
        return self._file

    @property
    def value(self) -> Array:
        """All rows, as h5py gave them before its version 3."""
        return self._rows().copy()

    def __len__(self) -> int:
        return self.shape[0]

    def __getitem__(self, key: Any) -> Any:
        if isinstance(key, StoredArray):
            key = key._rows()
        found = self._rows()[key]
        return found.copy() if isinstance(found, np.ndarray) else found

    def __setitem__(self, key: Any, value: Any) -> None:
        raise OSError("Can't write data (no write intent on file)")

    def __iter__(self) -> Iterator[Any]:
        return iter(self.value)

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> Array:
        return np.array(self._rows(), dtype=dtype)

    def __array_ufunc__(self, ufunc: np.ufunc, method: str, *inputs: Any, **options: Any) -> Any:
        if any(isinstance(out, StoredArray) for out in options.get("out", ())):
            raise OSError("Can't write data (no write intent on file)")
        arrays = [each.value if isinstance(each, StoredArray) else each for each in inputs]
        return getattr(ufunc, method)(*arrays, **options)

    def __getattr__(self, name: str) -> Any:
        """What else an array has, of a copy of the rows."""
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self.value, name)

    def __float__(self) -> float:
        return float(self.value)

    def __int__(self) -> int:
        return int(self.value)

    def __bool__(self) -> bool:
        return True

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f'<HDF5 dataset "{self._part}": shape {self.shape}, type "{self.dtype.str}">'

    def __reduce__(self) -> tuple[Any, ...]:
        return StoredArray, (self._file, self._id, self._part)


class StoredEntry(Mapping[str, StoredArray]):
    """An entry in a file: ``features`` and ``intervals``, read when they are looked at."""

    __slots__ = ("_file", "_id")

    def __init__(self, file: LoadedFile, id: str) -> None:
        self._file = file
        self._id = id

    @property
    def name(self) -> str:
        return f"/{self._file.held.root_name()}/data/{self._id}"

    @property
    def file(self) -> LoadedFile:
        return self._file

    @property
    def attrs(self) -> dict[str, Any]:
        return {}

    def is_of(self, file: LoadedFile, id: str) -> bool:
        """Whether this is the entry `id` of the file."""
        return self._file is file and self._id == id

    def __getitem__(self, part: str) -> StoredArray:
        if part not in ("features", "intervals"):
            raise KeyError(f"an entry has 'features' and 'intervals', no {part!r}")
        return StoredArray(self._file, self._id, part)

    def __setitem__(self, part: str, value: Any) -> None:
        raise OSError("Unable to create link (no write intent on file)")

    def __iter__(self) -> Iterator[str]:
        return iter(("features", "intervals"))

    def __len__(self) -> int:
        return 2

    def __eq__(self, other: object) -> bool:
        return isinstance(other, StoredEntry) and self._file is other._file and self._id == other._id

    def __hash__(self) -> int:
        return hash((id(self._file), self._id))

    def __repr__(self) -> str:
        return f'<HDF5 group "{self.name}" (2 members)>'

    def __reduce__(self) -> tuple[Any, ...]:
        return StoredEntry, (self._file, self._id)


def rows_of(entry: Any) -> tuple[Array, Array]:
    """Intervals and features of any entry: one of a file, a dict, a group of h5py. May be those of the entry.

    Raises:
        KeyError: the entry has no intervals or features.
    """
    if isinstance(entry, StoredEntry):
        return entry._file.rows(entry._id)
    intervals, features = entry["intervals"], entry["features"]
    return np.asarray(intervals), np.asarray(features)


def shapes_of(entry: Any) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The shapes of intervals and features; rows of a file are not read for them."""
    if isinstance(entry, StoredEntry):
        facts = entry._file.facts(entry._id)
        return tuple(facts["intervals"]), tuple(facts["features"])
    return tuple(entry["intervals"].shape), tuple(entry["features"].shape)


def opened(path: str) -> tuple[LoadedFile, dict[str, Any], dict[str, Any]]:
    """A file, its entries by id in the order of their bytes, and its metadata.

    Raises:
        Error: the engine's complaint.
    """
    file = LoadedFile(path)
    return file, {id: StoredEntry(file, id) for id in file.held.ids()}, file.held.metadata()


__all__ = ["Array", "Error", "LoadedFile", "StoredArray", "StoredEntry", "opened", "rows_of", "shapes_of"]
