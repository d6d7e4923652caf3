"""What the SDK tells a person."""

from typing import Any

from . import log as _log
from .log import (
    advise,
    advisory,
    bcolors,
    datetime,
    error,
    progress_bar,
    progress_spinner,
    spinner,
    status,
    success,
    sys,
    warning,
)

__all__ = [
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
    "warning",
]


def __getattr__(name: str) -> Any:
    """tqdm and Fore, imported when they are asked for."""
    return getattr(_log, name)
