"""How far long work is, for a person at a terminal."""

from __future__ import annotations

import sys
import time
from typing import Callable, Union

Progress = Union[Callable[[float], object], bool, None]


class _Line:
    """A line of stderr that fills up, and is gone when the work is done."""

    _WIDTH = 30

    def __init__(self, what: str) -> None:
        self._what = what
        self._began = time.monotonic()
        self._shown = False

    def __call__(self, fraction: float) -> None:
        passed = time.monotonic() - self._began
        if not self._shown and (passed < 0.5 or fraction >= 1.0):
            return  # what is done at once needs no line
        if fraction >= 1.0:
            self.close()
            return
        full = int(fraction * self._WIDTH)
        left = passed / fraction * (1 - fraction) if fraction > 0.01 else float("nan")
        rest = f", {left:.0f} s left" if left == left else ""
        bar = "█" * full + "░" * (self._WIDTH - full)
        sys.stderr.write(f"\r{self._what} {bar} {fraction:4.0%}{rest}\x1b[K")
        sys.stderr.flush()
        self._shown = True

    def close(self) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._shown = False


class telling:
    """``with telling("Aligning", progress) as told``: what the engine is to call, or None."""

    def __init__(self, what: str, progress: Progress) -> None:
        self._line: _Line | None = None
        self._told: Callable[[float], object] | None = None
        if callable(progress):
            self._told = progress
        elif progress is True or (progress is None and sys.stderr is not None and sys.stderr.isatty()):
            self._line = _Line(what)
            self._told = self._line

    def __enter__(self) -> Callable[[float], object] | None:
        return self._told

    def __exit__(self, *ignored: object) -> None:
        if self._line is not None:
            self._line.close()
