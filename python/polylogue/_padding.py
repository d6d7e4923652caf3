"""Rows of a segment brought to one length, as the SDK's ``get_tensors`` does."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray


def padded(rows: NDArray[Any], length: int, is_behind: bool) -> NDArray[Any]:
    """``length`` rows: zeros before the rows, of which the last are kept; or behind, and the first.

    Numbers become float64, and texts are padded by ``0.0``, as NumPy joins them with zeros.
    """
    zeros = np.zeros([length, *rows.shape[1:]])
    if is_behind:
        joined: NDArray[Any] = np.concatenate([rows, zeros], axis=0)[:length, ...]
        return joined
    joined = np.concatenate([zeros, rows], axis=0)[-length:, ...]
    return joined
