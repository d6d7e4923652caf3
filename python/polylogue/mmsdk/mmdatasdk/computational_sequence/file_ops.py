"""Reading and writing ``.csd`` files by Polylogue's engine."""

from __future__ import annotations

import importlib
import json
import os
import sys
from typing import Any

from polylogue import _engine
from polylogue.errors import Error, MissingFile

from ..._aligned import entry_rows
from ..._entries import LoadedFile, StoredEntry, opened
from .. import log
from ..configurations.metadataconfigs import featuresetMetadataTemplate
from .integrity_check import validate_data_format, validate_metadata_format

__all__ = [
    "featuresetMetadataTemplate",
    "json",
    "log",
    "metadata_to_dict",
    "os",
    "read_CSD",
    "sys",
    "validate_data_format",
    "validate_metadata_format",
    "write_CSD",
]


def __getattr__(name: str) -> Any:
    """What the SDK's module has because of its own imports."""
    if name == "h5py":
        return importlib.import_module("h5py")
    if name == "tqdm":
        return log.tqdm
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def read_CSD(resource: Any, destination: Any = None) -> tuple[LoadedFile, dict[str, Any], dict[str, Any]]:
    """Opens a file.

    Returns:
        The file, entries by id (``features`` and ``intervals`` each, read when they are looked at), the metadata.

    Raises:
        RuntimeError: there is no such file, or it is no computational sequence.
    """
    if resource is None:
        log.error("No resource specified for computational sequence!", error=True)
    path = os.fspath(resource)
    if not os.path.isfile(path):
        log.error(f"{path} file not found, please check the path ...", error=True)
    try:
        file, data, metadata = opened(path)
    except MissingFile:
        log.error(f"{path} file not found, please check the path ...", error=True)
        raise
    except Error as error:
        told = "" if error.code == "not_hdf5" else f" ({error})"
        text = f"{path} resource is not a valid hdf5 computational sequence format ...{told}"
        log.error(text, error=True)
        raise
    log.success(f"Computational sequence read from file {path} ...")
    return file, data, metadata


def write_CSD(
    data: Any,
    metadata: dict[str, Any],
    rootName: str,
    destination: Any,
    compression: str | None = "gzip",
    compression_opts: int = 9,
    full_chunk_shape: bool = True,
) -> None:
    """Writes a file. It has its name only when it is whole.

    Raises:
        RuntimeError: a compression other than gzip.
        Error: what the engine cannot write, or where.
    """
    path = os.fspath(destination)
    log.status(f"Writing the <{rootName}> computational sequence data to {path}")
    if compression not in ("gzip", None):
        log.error(f"Compression {compression!r} is not known; there are 'gzip' and None ...", error=True)
    if compression is not None:
        log.advise(f"Compression with {compression} and opts -{compression_opts}")
    held = _held(data)
    fields = dict(metadata)
    fields["root name"] = rootName
    held.set_metadata(fields)
    bar = log.progress_bar(total=len(data), unit=" Computational Sequence Entries", leave=False)

    def told(fraction: float) -> None:
        bar.update(int(fraction * len(data)) - bar.n if hasattr(bar, "n") and isinstance(bar.n, int) else 0)

    try:
        held.write(path, int(compression_opts) if compression else None, told)
    finally:
        bar.close()
    log.success(f"<{rootName}> computational sequence data successfully wrote to {path}")
    log.status(f"Writing the <{rootName}> computational sequence metadata to {path}")
    log.success(f"<{rootName}> computational sequence metadata successfully wrote to {path}")
    log.success(f"<{rootName}> computational sequence successfully wrote to {path} ...")


def _held(data: Any) -> _engine.Sequence:
    """The entries as the engine holds them; those of one file stay there."""
    values = list(data.values())
    file = values[0].file if values and isinstance(values[0], StoredEntry) else None
    if file is not None and all(
        isinstance(value, StoredEntry) and value.is_of(file, id) for id, value in data.items()
    ):
        held = file.held.copy()
        held.remove(set(held.ids()) - set(data))
        return held
    held = _engine.Sequence()
    for id, value in data.items():
        intervals, features = entry_rows(value)
        held.put(id, intervals, features)
    return held


def metadata_to_dict(metadata_: Any) -> dict[str, Any]:
    """Metadata as a dict: fields of a group of h5py are read as JSON, or as the text that they are."""
    if isinstance(metadata_, dict):
        return metadata_
    metadata: dict[str, Any] = {}
    for key in metadata_.keys():
        try:
            text = metadata_[key][0]
        except (IndexError, TypeError, ValueError):
            log.error(f"Metadata {key} is in wrong format. Exiting ...!")
            continue
        try:
            metadata[key] = json.loads(text)
        except (TypeError, ValueError):
            metadata[key] = text.decode("utf-8", "replace") if isinstance(text, bytes) else str(text)
    return metadata
