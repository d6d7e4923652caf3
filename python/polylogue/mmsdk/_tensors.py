"""Rows of segments as arrays of one length."""

from __future__ import annotations

from collections.abc import Sequence as AnySequence
from typing import Any

import numpy as np

from polylogue._padding import padded as padded_rows

from ._aligned import entry_rows
from ._entries import Array


def padded(entries: AnySequence[Any], length: int, is_behind: bool) -> Array:
    """Entries × length × dimensions: with zeros before the rows, of which the last are kept; or behind, and the first.

    Numbers become float64, and texts are padded by ``0.0``, as NumPy joins them with zeros.
    """
    if not entries:
        return np.array([])
    first = entry_rows(entries[0])[1]
    if first.dtype.kind not in "fiub" or length <= 0:
        return np.array([padded_rows(entry_rows(entry)[1], length, is_behind) for entry in entries])
    made = np.zeros((len(entries), length, *first.shape[1:]), np.result_type(np.float64, first.dtype))
    for number, entry in enumerate(entries):
        rows = entry_rows(entry)[1]
        if rows.shape[1:] != first.shape[1:] or np.result_type(made.dtype, rows.dtype) != made.dtype:
            return np.array([padded_rows(entry_rows(each)[1], length, is_behind) for each in entries])
        if is_behind:
            kept = rows[:length]
            made[number, : len(kept)] = kept
        else:
            kept = rows[-length:]
            made[number, length - len(kept) :] = kept
    return made


def unpadded(entries: AnySequence[Any]) -> Array:
    """Entries × rows × dimensions.

    Raises:
        ValueError: the entries differ in their rows.
    """
    return np.array([entry_rows(entry)[1] for entry in entries])
