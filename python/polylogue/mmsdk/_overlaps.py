"""What the engine works out of intervals: which rows of a sequence belong to each row of the reference."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from polylogue import _engine

from ._aligned import Numbers
from ._entries import Array


class Overlaps:
    """The rows of one sequence that overlap rows of the reference.

    Attributes:
        numbers: the rows of the reference that have any, ascending.
        intervals: R × 2, clipped to the reference's row, in the type of the sequence's own.
        rows: R numbers of rows of the sequence.
        first: where the rows of each of `numbers` begin in `intervals` and `rows`, and the end of the last.
    """

    __slots__ = ("first", "intervals", "numbers", "rows")

    def __init__(self, numbers: Numbers, intervals: Array, rows: Numbers, first: Numbers) -> None:
        self.numbers = numbers
        self.intervals = intervals
        self.rows = rows
        self.first = first


def listed(numbers: Numbers) -> list[int]:
    """A column as numbers of Python."""
    column: list[int] = numbers.reshape(-1).tolist()
    return column


def overlaps(reference: str, intervals: Mapping[str, Array]) -> dict[str, Overlaps]:
    """Aligns sequences of one video to one of them, as `align` of the engine does.

    Args:
        reference: a key of `intervals`.
        intervals: by key, N × 2 seconds in the order of the pool; the engine sorts them.

    Returns:
        By key, also for the reference.
    """
    given = []
    for key, times in intervals.items():
        sequence = _engine.Sequence()
        sequence.put("v", times, np.arange(len(times), dtype=np.int64)[:, np.newaxis])
        given.append((key, sequence))
    found = {}
    for key, result in _engine.apply(given, [{"op": "align", "reference": reference}], jobs=1):
        numbers = sorted(int(id[2:-1]) for id in result.ids())
        pieces = [result.entry(f"v[{number}]") for number in numbers]
        first = np.zeros(len(pieces) + 1, np.int64)
        np.cumsum([len(times) for times, _ in pieces], out=first[1:])
        if pieces:
            times = np.concatenate([times for times, _ in pieces], axis=0)
            rows = np.concatenate([rows for _, rows in pieces], axis=0)[:, 0]
        else:
            times, rows = np.zeros((0, 2), intervals[key].dtype), np.zeros(0, np.int64)
        found[key] = Overlaps(np.array(numbers, np.int64), times, rows, first)
    return found
