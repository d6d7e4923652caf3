"""Tables of pandas, where pandas is there."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas


def table(rows: Sequence[dict[str, Any]], columns: Sequence[str]) -> pandas.DataFrame:
    """Rows with ``file``, ``start`` and ``end`` as a table that is indexed by these; a column for each other name.

    Args:
        columns: names that are there where no row has any.

    Raises:
        ImportError: pandas is not installed.
    """
    try:
        pandas: Any = importlib.import_module("pandas")
    except ImportError:
        raise ImportError("tables need pandas (python3-pandas)") from None
    names = list(dict.fromkeys(name for row in rows for name in row)) or ["file", "start", "end", *columns]
    return pandas.DataFrame(rows, columns=names).set_index(["file", "start", "end"])
