"""An alignment, video by video: rows by the engine, what becomes of them by functions of Python."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from ._aligned import AlignedEntry, HeldPieces, Numbers, Pool, PooledPieces, Shelf, Source, entry_rows, held_entry
from ._entries import Array
from ._overlaps import Overlaps, listed, overlaps
from .mmdatasdk import log

#: Seconds; rows of the reference that are shorter are passed over, as the engine does.
SHORTEST_S = 10e-6


class Alignment:
    """One call of `align`, video by video."""

    def __init__(self, datas: Mapping[str, Any], reference: str, functions: list[Any] | None) -> None:
        self._datas = datas
        self._reference = reference
        self._functions = functions
        self._made: dict[str, dict[str, Any]] = {key: {} for key in datas}
        self._ids: dict[int, str] = {}
        self._shelves = {key: Shelf() for key in datas}
        self._entries = {key: _by_video(data) for key, data in datas.items() if key != reference}
        for key in self._entries:
            log.status(f"Pre-alignment done for <{key}> ...")

    def result(self) -> dict[str, dict[str, Any]]:
        """The entries of each sequence."""
        log.status("Alignment starting ...")
        reference = self._datas[self._reference]
        bar = log.progress_bar(total=len(reference), unit=" Computational Sequence Entries", leave=False)
        bar.set_description("Overall Progress")
        try:
            for id in list(reference):
                bar.set_postfix_str(f"Aligning {id}", refresh=False)
                self._align(id, reference[id])
                bar.update(1)
        finally:
            bar.close()
        return self._made

    def _align(self, id: str, entry: Any) -> None:
        pools = {}
        for key in self._datas:
            if key == self._reference:
                pools[key] = Pool([entry], self._shelves[key])
            elif id in self._entries[key]:
                pools[key] = Pool([self._datas[key][each] for each in self._entries[key][id]], self._shelves[key])
            elif _is_passed_over(entry):
                return
            else:
                raise KeyError(
                    f"{id} of <{self._reference}> is a segment already, which <{key}> cannot be aligned to; "
                    "revert() the dataset first"
                )
        self._ids = {number: f"{id}[{number}]" for number in range(len(pools[self._reference].intervals))}
        found = overlaps(self._reference, {key: pool.intervals for key, pool in pools.items()})
        if self._functions is not None:
            self._collapse(pools, found)
            return
        for key, pool in pools.items():
            pieces: Source
            each = found[key]
            if pool.is_lasting:
                pieces = PooledPieces(pool, each.intervals, each.first, each.rows)
            elif key == self._reference:
                intervals, features = entry_rows(entry)
                pieces = HeldPieces(intervals, features, np.arange(len(features) + 1))
                self._keep(key, pieces, each, each.numbers)
                continue
            else:
                pieces = HeldPieces(each.intervals, pool.features()[each.rows], each.first)
            self._keep(key, pieces, each, np.arange(len(each.numbers)))

    def _keep(self, key: str, pieces: Source, each: Overlaps, places: Numbers) -> None:
        made = self._made[key]
        for number, place in zip(listed(each.numbers), listed(places)):
            made[self._ids[number]] = AlignedEntry(pieces, place)

    def _collapse(self, pools: Mapping[str, Pool], found: Mapping[str, Overlaps]) -> None:
        """Row by row of the reference, and there sequence by sequence, so that functions are called in that order."""
        columns = [_Collapsed(key, self._reference, pools[key], found[key]) for key in self._datas]
        functions = self._functions or []
        for number in listed(found[self._reference].numbers):
            for column in columns:
                column.collapse(number, functions)
        for column in columns:
            column.keep(self._ids, self._made[column.key])


class _Collapsed:
    """One video of one sequence while its pieces become one row each."""

    def __init__(self, key: str, reference: str, pool: Pool, found: Overlaps) -> None:
        self.key = key
        self._reference = reference
        self._rows = pool.features()
        self._intervals = found.intervals
        self._first = listed(found.first)
        self._numbers = listed(found.numbers)
        self._sources = found.rows
        self._next = 0
        self._is_ordered = bool(np.all(np.diff(pool.intervals[:, 0]) >= 0))
        flat = found.intervals.reshape(-1)
        if len(flat):
            begins = 2 * found.first[:-1]
            ends = (np.minimum.reduceat(flat, begins), np.maximum.reduceat(flat, begins))
            self._extents: Array = np.stack(ends, axis=1)
        self._made: list[Array] = []

    def collapse(self, number: int, functions: list[Any]) -> None:
        """Makes a row of the piece that belongs to this row of the reference; there may be none."""
        place = self._next
        if place == len(self._numbers) or self._numbers[place] != number:
            return
        self._next = place + 1
        begin, end = self._first[place], self._first[place + 1]
        chosen = self._sources[begin:end]
        if self._is_ordered and int(chosen[-1]) - int(chosen[0]) == end - begin - 1:
            features = self._rows[int(chosen[0]) : int(chosen[0]) + end - begin].copy()
        else:
            features = self._rows[chosen]
        intervals = self._intervals[begin:end]  # which nobody looks at later
        try:
            results = [function(intervals, features) for function in functions]
            if len(results) == 1 and type(results[0]) is np.ndarray and results[0].ndim:
                row = results[0].copy()  # the function may use its array again
            else:
                row = np.concatenate(results, axis=0)
            if row.ndim == 1:
                row = row[None, :]
        except Exception as failure:
            text = "Cannot collapse given the set of functions. Please check for exceptions in your functions ..."
            log.error(f"{text} (<{self.key}>: {type(failure).__name__}: {failure})", error=True)
        if row.shape[0] != 1:
            text = (
                f"Dimension mismatch between intervals and features when aligning <{self.key}> computational "
                f"sequences to <{self._reference}> computational sequence"
            )
            log.error(text, error=True)
        self._made.append(row)

    def keep(self, ids: Mapping[int, str], made: dict[str, Any]) -> None:
        """Puts the rows together where they are alike, and makes entries of them."""
        if not self._made:
            return
        alike = {(row.dtype, row.shape) for row in self._made}
        if len(alike) == 1:
            pieces = HeldPieces(
                self._extents, np.concatenate(self._made, axis=0), np.arange(len(self._made) + 1)
            )
            for place, number in enumerate(self._numbers):
                made[ids[number]] = AlignedEntry(pieces, place)
        else:
            for place, number in enumerate(self._numbers):
                made[ids[number]] = held_entry(self._extents[place : place + 1], self._made[place])


def _is_passed_over(entry: Any) -> bool:
    """Whether the reference has no rows there that are long enough."""
    intervals = entry_rows(entry)[0]
    return bool(np.all(np.abs(intervals[:, 0] - intervals[:, 1]) < SHORTEST_S))


def _by_video(data: Any) -> dict[str, list[str]]:
    videos: dict[str, list[str]] = {}
    for id in data:
        videos.setdefault(id.split("[")[0], []).append(id)
    return videos
