"""Entries that an alignment has made: dicts whose rows are made when they are looked at."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, KeysView, ValuesView
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from ._entries import Array, LoadedFile, StoredEntry, rows_of

Numbers = NDArray[np.int64]

_plain: Any = dict  # whose methods see what a dict holds, whatever its class says


class Source(Protocol):
    """Pieces of one video of one sequence, by their number."""

    def intervals(self, piece: int) -> Array:
        """To be looked at, not to be written to."""
        ...

    def features(self, piece: int) -> Array:
        """To be looked at, not to be written to."""
        ...

    def owned(self, piece: int) -> tuple[Array, Array]:
        """Intervals and features that belong to whoever asks."""
        ...

    def shapes(self, piece: int) -> tuple[tuple[int, ...], tuple[int, ...]]: ...

    def is_read_later(self) -> bool: ...


class HeldPieces:
    """Pieces whose features are in memory: each is a run of rows of two arrays, to which no other piece belongs."""

    __slots__ = ("_features", "_first", "_intervals", "_is_lent", "_is_shared")

    def __init__(self, intervals: Array, features: Array, first: Numbers) -> None:
        """`first`: where each piece begins, and the end of the last."""
        self._intervals = intervals
        self._features = features
        self._first = first
        self._is_lent = False  # to someone who may write to the arrays
        self._is_shared = False  # with a pool, which looks at the arrays later

    def _run(self, piece: int) -> slice:
        return slice(int(self._first[piece]), int(self._first[piece + 1]))

    def intervals(self, piece: int) -> Array:
        return self._intervals[self._run(piece)]

    def features(self, piece: int) -> Array:
        return self._features[self._run(piece)]

    def owned(self, piece: int) -> tuple[Array, Array]:
        if self._is_shared:
            return self.intervals(piece).copy(), self.features(piece).copy()
        self._is_lent = True
        return self.intervals(piece), self.features(piece)

    def shapes(self, piece: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        return self.intervals(piece).shape, self.features(piece).shape

    def is_read_later(self) -> bool:
        return False

    def shared(self) -> tuple[Array, Array] | None:
        """All intervals and features, which do not change from now on; None where someone may write to them."""
        if self._is_lent:
            return None
        self._is_shared = True
        return self._intervals[: int(self._first[-1])], self._features[: int(self._first[-1])]

    def __len__(self) -> int:
        return len(self._first) - 1


class Pool:
    """The rows of several entries, one after the other.

    Entries of a file, and aligned entries that still lie in one, are read when their rows are asked for; the
    pool that was read last is kept by `shelf`, which all pools of a sequence share.
    """

    __slots__ = ("_features", "_parts", "_shelf", "_shape", "intervals", "is_lasting")

    def __init__(self, entries: list[Any], shelf: Shelf) -> None:
        self._shelf = shelf
        self._features: Array | None = None
        self._parts: list[tuple[Any, Any]] = []
        #: Whether the rows are the same whenever they are looked at.
        self.is_lasting = True
        if shared := _shared(entries):
            self.intervals: Array = shared[0]
            self._features = shared[1]
            self._shape = self._features.shape
            return
        intervals = []
        for entry in entries:
            part = _later(entry)
            if part is None:
                self._parts = []
                break
            self._parts.append(part)
        if self._parts and len(entries) == 1 and isinstance(entries[0], StoredEntry):
            times, self._shape = _looked_at(entries[0])
            intervals.append(times)
        elif self._parts:
            width: tuple[int, ...] = ()
            count = 0
            for entry in entries:
                times, shape = _looked_at(entry)
                intervals.append(times)
                count += shape[0]
                width = shape[1:]
            self._shape = (count, *width)
        else:
            features = []
            for entry in entries:
                times, rows = entry_rows(entry)
                intervals.append(times)
                features.append(rows)
            self._features = np.concatenate(features, axis=0)
            self._shape = self._features.shape
            self.is_lasting = False
        self.intervals = np.concatenate(intervals, axis=0)

    @property
    def width(self) -> tuple[int, ...]:
        return self._shape[1:]

    def features(self) -> Array:
        """All rows. May not be written to."""
        if self._features is not None:
            return self._features
        kept = self._shelf.kept
        if kept is None or kept[0] is not self:
            read = [_read(part) for part in self._parts]
            # one entry needs no copy: whoever takes rows copies them
            rows = read[0] if len(read) == 1 else np.concatenate(read, axis=0)
            kept = self._shelf.kept = (self, rows)
        rows_kept: Array = kept[1]
        return rows_kept


class Shelf:
    """Keeps the rows of the pool that was read last."""

    __slots__ = ("kept",)

    def __init__(self) -> None:
        self.kept: tuple[Pool, Array] | None = None


class PooledPieces:
    """Pieces whose features are rows of a pool, read when they are looked at."""

    __slots__ = ("_first", "_intervals", "_is_runs", "_pool", "_rows")

    def __init__(self, pool: Pool, intervals: Array, first: Numbers, rows: Numbers) -> None:
        """`rows`: of the pool, for each row of `intervals`; `first` as in HeldPieces."""
        self._pool = pool
        self._intervals = intervals
        self._first = first
        #: Where each piece begins in the pool, when each is a run there; else the number of each row.
        self._rows, self._is_runs = _runs(rows, first)

    def intervals(self, piece: int) -> Array:
        return self._intervals[self._first[piece] : self._first[piece + 1]]

    def features(self, piece: int) -> Array:
        rows = self._pool.features()
        if self._is_runs:
            begin = int(self._rows[piece])
            run: Array = rows[begin : begin + int(self._first[piece + 1] - self._first[piece])]
            return run
        chosen: Array = rows[self._rows[self._first[piece] : self._first[piece + 1]]]
        return chosen

    def owned(self, piece: int) -> tuple[Array, Array]:
        features = self.features(piece)
        return self.intervals(piece).copy(), features.copy() if self._is_runs else features

    def shapes(self, piece: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        count = int(self._first[piece + 1] - self._first[piece])
        return (count, 2), (count, *self._pool.width)

    def is_read_later(self) -> bool:
        return True


def _runs(rows: Numbers, first: Numbers) -> tuple[Numbers, bool]:
    breaks = np.flatnonzero(np.diff(rows) != 1) + 1
    if np.isin(breaks, first).all() and np.all(np.diff(first) > 0):
        return rows[first[:-1]].copy(), True
    return rows, False


class AlignedEntry(dict[str, Array]):
    """``intervals`` and ``features`` of a segment, a dict as the SDK makes it.

    The arrays are made when they are first looked at, and may be written to from then on.
    """

    __slots__ = ("_piece", "_source")

    def __init__(self, source: Source, piece: int) -> None:
        super().__init__()
        self._source: Source | None = source
        self._piece = piece

    def __missing__(self, name: str) -> Array:
        source = self._source
        if source is None or name not in ("intervals", "features"):
            raise KeyError(name)
        intervals, features = source.owned(self._piece)
        _plain.__setitem__(self, "intervals", intervals)
        _plain.__setitem__(self, "features", features)
        self._source = None
        held: Array = _plain.__getitem__(self, name)
        return held

    def _filled(self) -> AlignedEntry:
        if self._source is not None:
            self["features"]
        return self

    def rows(self) -> tuple[Array, Array]:
        """Intervals and features, without keeping what is read for them."""
        if self._source is None:
            return _plain.__getitem__(self, "intervals"), _plain.__getitem__(self, "features")
        return self._source.intervals(self._piece), self._source.features(self._piece)

    def __setitem__(self, name: str, value: Any) -> None:
        _plain.__setitem__(self._filled(), name, value)

    def __delitem__(self, name: str) -> None:
        _plain.__delitem__(self._filled(), name)

    def __iter__(self) -> Iterator[str]:
        found: Iterator[str] = _plain.__iter__(self._filled())
        return found

    def __reversed__(self) -> Iterator[str]:
        found: Iterator[str] = _plain.__reversed__(self._filled())
        return found

    def __len__(self) -> int:
        found: int = _plain.__len__(self._filled())
        return found

    def __contains__(self, name: object) -> bool:
        found: bool = _plain.__contains__(self._filled(), name)
        return found

    def __eq__(self, other: object) -> bool:
        found: bool = _plain.__eq__(self._filled(), other._filled() if isinstance(other, AlignedEntry) else other)
        return found

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = None

    def __or__(self, other: Any) -> Any:
        return dict(self._filled()) | other

    def __ior__(self, other: Any) -> Any:
        self.update(other)
        return self

    def keys(self) -> KeysView[str]:  # type: ignore[override]
        found: KeysView[str] = _plain.keys(self._filled())
        return found

    def values(self) -> ValuesView[Array]:  # type: ignore[override]
        found: ValuesView[Array] = _plain.values(self._filled())
        return found

    def items(self) -> ItemsView[str, Array]:  # type: ignore[override]
        found: ItemsView[str, Array] = _plain.items(self._filled())
        return found

    def get(self, name: str, otherwise: Any = None) -> Any:
        return _plain.get(self._filled(), name, otherwise)

    def pop(self, *arguments: Any) -> Any:
        return _plain.pop(self._filled(), *arguments)

    def popitem(self) -> tuple[str, Array]:
        found: tuple[str, Array] = _plain.popitem(self._filled())
        return found

    def setdefault(self, name: str, value: Any = None) -> Any:
        return _plain.setdefault(self._filled(), name, value)

    def update(self, *arguments: Any, **values: Any) -> None:
        _plain.update(self._filled(), *arguments, **values)

    def clear(self) -> None:
        self._source = None
        _plain.clear(self)

    def copy(self) -> dict[str, Array]:
        return dict(self._filled())

    def __repr__(self) -> str:
        found: str = _plain.__repr__(self._filled())
        return found

    def __reduce_ex__(self, protocol: Any) -> tuple[Any, ...]:
        """A plain dict, so that every `mmsdk` reads what is pickled."""
        if self._source is None:
            return dict, (list(_plain.items(self)),)
        intervals, features = self.rows()
        return dict, ([("intervals", intervals), ("features", features)],)


def held_entry(intervals: Array, features: Array) -> AlignedEntry:
    """An entry of two arrays, whose rows belong to each other."""
    return AlignedEntry(HeldPieces(intervals, features, np.array([0, len(features)])), 0)


def entry_rows(entry: Any) -> tuple[Array, Array]:
    """Intervals and features of any entry; nothing that is read for them is kept. Not to be written to."""
    return entry.rows() if isinstance(entry, AlignedEntry) else rows_of(entry)


def is_untouched(entry: Any) -> bool:
    """Whether an entry is as an alignment has made it."""
    return type(entry) is AlignedEntry and entry._source is not None


def entry_shapes(entry: Any) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """The shapes of an aligned entry's arrays where they need not be read; None otherwise."""
    if isinstance(entry, AlignedEntry) and entry._source is not None:
        return entry._source.shapes(entry._piece)
    return None


def _later(entry: Any) -> tuple[Any, Any] | None:
    """Where the rows of an entry can be read later; None for those in memory."""
    if isinstance(entry, StoredEntry):
        return entry._file, entry._id
    if isinstance(entry, AlignedEntry) and entry._source is not None and entry._source.is_read_later():
        return entry._source, entry._piece
    return None


def _read(part: tuple[Any, Any]) -> Array:
    holder, where = part
    rows: Array = holder.rows(where)[1] if isinstance(holder, LoadedFile) else holder.features(where)
    return rows


def _looked_at(entry: Any) -> tuple[Array, tuple[int, ...]]:
    """Intervals, and the shape of the features, of an entry that is read later."""
    if isinstance(entry, AlignedEntry) and entry._source is not None:
        return entry._source.intervals(entry._piece), entry._source.shapes(entry._piece)[1]
    intervals, features = rows_of(entry)
    return intervals, features.shape


def _shared(entries: list[Any]) -> tuple[Array, Array] | None:
    """Intervals and features of entries that are all pieces of one video in their order, without a copy."""
    first = entries[0]
    source = first._source if isinstance(first, AlignedEntry) else None
    if not isinstance(source, HeldPieces) or len(source) != len(entries):
        return None
    for place, entry in enumerate(entries):
        if not isinstance(entry, AlignedEntry) or entry._source is not source or entry._piece != place:
            return None
    return source.shared()
