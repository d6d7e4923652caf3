"""The CMU Multimodal SDK's `mmsdk`, over Polylogue's engine: the same names, results and files.

>>> import polylogue.mmsdk as mmsdk
>>> dataset = mmsdk.mmdatasdk.mmdataset({"words": "words.csd", "acoustic": "acoustic.csd"})

:func:`install` makes programs that say ``import mmsdk`` use this package; ``python -m polylogue.mmsdk program.py``
runs a program so, unchanged. docs/python.md says what differs from the SDK.
"""

from __future__ import annotations

from . import _names

_names.offer()

from . import mmdatasdk  # noqa: E402

__all__ = ["install", "mmdatasdk"]


def install() -> None:
    """Puts this package in the place of ``mmsdk``, whatever ``sys.path`` holds or has been imported so far."""
    _names.take_over()
