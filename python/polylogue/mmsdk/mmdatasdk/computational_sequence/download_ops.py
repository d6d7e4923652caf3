"""Fetching files of datasets."""

from __future__ import annotations

import http.client
import math
import os
import sys
import urllib.error
import urllib.request
from typing import Any

from .. import log

__all__ = ["is_url", "log", "math", "os", "place_of", "read_URL", "sys"]

_SECONDS = 60.0
_BLOCK = 1 << 16


def is_url(resource: Any) -> bool:
    """Whether a file is to be fetched first."""
    return isinstance(resource, str) and resource.lower().startswith(("http://", "https://", "ftp://", "file://"))


def place_of(url: str, destination: Any) -> str:
    """Where a file is fetched to: its own name, in the folder `destination` (this one, where that is empty).

    Raises:
        RuntimeError: the destination is no folder's name.
    """
    name = url.rstrip("/").split("/")[-1]
    folder = "" if destination is None else os.fspath(destination)
    if ".csd" in folder:
        log.error(
            "Destination needs to be a folder where the downloaded computational sequence is stored. Exiting ...!",
            error=True,
        )
    return os.path.join(folder or "./", name)


def read_URL(url: str, destination: Any) -> bool:
    """Fetches a file. It has its name only when it is whole.

    Raises:
        RuntimeError: the file is there already, or cannot be fetched.
    """
    if destination is None:
        log.error("Destination is not specified when downloading data", error=True)
    path = os.fspath(destination)
    folder = os.path.dirname(path)
    if folder and not os.path.isdir(folder):
        os.mkdir(folder)
    if os.path.isfile(path):
        log.error(f"{path} file already exists ...", error=True)
    part = f"{path}.{os.getpid()}.part"
    try:
        try:
            request = urllib.request.Request(url, headers={"User-Agent": "polylogue"})
            with urllib.request.urlopen(request, timeout=_SECONDS) as answer:
                whole, got = _copied(answer, part, url, path)
        except urllib.error.HTTPError as refused:
            log.error(f"URL: {url} does not exist ({refused.code})", error=True)
            raise
        except (OSError, ValueError, http.client.HTTPException) as failure:
            log.error(f"Error downloading the data to {path} ... ({url}: {failure})", error=True)
            raise
        if whole and got != whole:
            log.error(f"Error downloading the data to {path} ... ({got} of {whole} bytes came)", error=True)
        os.replace(part, path)
    finally:
        if os.path.exists(part):
            os.remove(part)
    log.success("Download complete!")
    return True


def _copied(answer: Any, part: str, url: str, path: str) -> tuple[int, int]:
    """How many bytes were promised (0: not told) and how many came."""
    if getattr(answer, "status", 200) not in (200, None):
        log.error(f"URL: {url} does not exist ({answer.status})", error=True)
    whole = int(answer.headers.get("content-length") or 0)
    got = 0
    with open(part, "wb") as file:
        log.status(f"Downloading from {url} to {path}...")
        bar = log.progress_bar(total=math.ceil(whole / 1024), postfix="Total in kBs", unit="kB", leave=False)
        try:
            while block := answer.read(_BLOCK):
                file.write(block)
                got += len(block)
                bar.update(len(block) / 1024)
        finally:
            bar.close()
    return whole, got


def __getattr__(name: str) -> Any:
    """What the SDK's module has because of its own imports."""
    if name == "tqdm":
        return log.tqdm
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
