"""Lines on stdout as the SDK writes them, and bars on stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import datetime, timezone
from typing import Any, Union

__all__ = [
    "Fore",
    "advise",
    "advisory",
    "bcolors",
    "datetime",
    "error",
    "progress_bar",
    "progress_spinner",
    "spinner",
    "status",
    "success",
    "sys",
    "tqdm",
    "warning",
]

#: A stream, several of them, or None for what ``sys.stdout`` is when the line is written.
Destination = Union[Any, "list[Any]", None]


class bcolors:
    """Codes of a terminal's colours."""

    HEADER = "\033[95m"
    OKBLUE = "\033[94m"
    OKGREEN = "\033[92m"
    OKPURPLE = "\033[0;35m"
    OKADVISORY = "\033[1;36m"
    WARNING = "\033[93m"
    FAIL = "\033[91m"
    ENDC = "\033[0m"
    BOLD = "\033[1m"
    UNDERLINE = "\033[4m"


class _NoBar:
    """Stands where tqdm is not installed: counts nothing and shows nothing."""

    def __init__(self, iterable: Iterable[Any] | None = None, *ignored: object, **also: object) -> None:
        self._iterable = iterable

    def __iter__(self) -> Iterator[Any]:
        return iter(self._iterable or ())

    def __enter__(self) -> _NoBar:
        return self

    def __exit__(self, *ignored: object) -> None:
        pass

    def __getattr__(self, name: str) -> Any:
        return lambda *ignored, **also: None


def __getattr__(name: str) -> Any:
    """What the SDK's module has because of its own imports: tqdm, and colorama's Fore."""
    if name == "tqdm":
        try:
            from tqdm import tqdm

            return tqdm
        except ImportError:
            return _NoBar
    if name == "Fore":
        try:
            from colorama import Fore

            return Fore
        except ImportError:
            return bcolors
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def _head(colour: str, level: str) -> str:
    now = datetime.now(timezone.utc).strftime("%Y-%m-%d %H:%M:%S.%f")[:-3]
    return f"{colour}{bcolors.BOLD}[{now}] | {level:<7} | {bcolors.ENDC}"


def _streams(destination: Destination) -> list[Any]:
    each = destination if isinstance(destination, list) else [destination]
    return [sys.stdout if stream is None else stream for stream in each]


def _write(colour: str, level: str, text: str, destination: Destination, end: str = "\n") -> None:
    line = _head(colour, level) + text
    for stream in _streams(destination):
        print(line, file=stream, end=end)


def success(msgstring: str, destination: Destination = None, verbose: bool = True) -> None:
    """Says that something was done."""
    if verbose:
        _write(bcolors.OKGREEN, "Success", msgstring, destination)


def status(
    msgstring: str,
    destination: Destination = None,
    verbose: bool = True,
    end: str | None = None,
    require_input: bool = False,
) -> str | None:
    """Says what is being done; with ``require_input`` asks for a line and returns it, where a person can answer."""
    if not verbose:
        return None
    if require_input and end is None:
        said = None
        for stream in _streams(destination):
            if stream is sys.stdout and _is_answered():
                said = input(_head(bcolors.OKBLUE, "Input") + msgstring)
            else:
                _write(bcolors.OKBLUE, "Status", msgstring, stream)
        return said
    _write(bcolors.OKBLUE, "Status", msgstring, destination, "\n" if end is None else "\r")
    return None


def _is_answered() -> bool:
    """Whether a person sits at the other end of stdin."""
    try:
        return sys.stdin is not None and sys.stdin.isatty()
    except ValueError:
        return False  # closed


def advisory(msgstring: str, destination: Destination = None, verbose: bool = True) -> None:
    """Gives a hint."""
    if verbose:
        _write(bcolors.OKADVISORY, "Advise", msgstring, destination)


advise = advisory


def error(
    msgstring: str,
    error: bool = False,
    errorType: type[BaseException] = RuntimeError,
    destination: Destination = None,
    verbose: bool = True,
) -> None:
    """Warns; with ``error`` raises ``errorType`` after the line."""
    if verbose:
        _write(bcolors.FAIL if error else bcolors.WARNING, "Error" if error else "Warning", msgstring, destination)
    if error:
        raise errorType(msgstring)


def warning(msgstring: str, destination: Destination = None, verbose: bool = True) -> None:
    """Warns."""
    error(msgstring, destination=destination, verbose=verbose)


def progress_bar(
    total: float | None, data: Iterable[Any] | None = None, unit: str = "iters", postfix: Any = "", leave: bool = False
) -> Any:
    """A bar of tqdm on stderr; around ``data`` where that is given."""
    bar = __getattr__("tqdm")
    return bar(data, total=total, postfix=postfix, unit=unit, leave=leave)


def progress_spinner(message: str, progress: float, speed: float = 1.0 / 5000) -> None:
    """A line with something that turns as ``progress`` grows."""
    status(message + "/-\\|"[int(progress * float(speed)) % 4], end="\r")


spinner = progress_spinner
