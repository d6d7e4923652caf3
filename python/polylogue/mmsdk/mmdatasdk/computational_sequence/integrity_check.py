"""Whether data and metadata are what a computational sequence needs."""

from __future__ import annotations

from typing import Any

from polylogue.errors import Error

from ... import _aligned, _entries
from .. import log
from ..configurations.metadataconfigs import featuresetMetadataTemplate, missing_fields

__all__ = ["featuresetMetadataTemplate", "log", "validate_data_format", "validate_metadata_format"]


def validate_data_format(data: Any, root_name: str, verbose: bool = True) -> bool:
    """Checks shapes: intervals of two axes, features of at least two, as many rows in both.

    Raises:
        RuntimeError: they are not so.
    """
    log.status(f"Checking the format of the data in <{root_name}> computational sequence ...")
    bar = log.progress_bar(
        total=len(data.keys()), data=data.keys(), unit=" Computational Sequence Entries", leave=False
    )
    failed = False
    try:
        if not isinstance(data, dict):
            log.error(f"<{root_name}> computational sequence data is not in heirarchy format ...", error=True)
        for video in bar:
            if _aligned.is_untouched(data[video]):
                continue  # as the alignment has made it
            try:
                intervals, features = _entries.shapes_of(data[video])
            except (AttributeError, Error, IndexError, KeyError, TypeError, ValueError) as unread:
                text = f"<{root_name}> computational sequence data format could not be checked. "
                log.error(text + ("" if verbose else f"({video}: {unread})"), error=True)
                raise
            if len(intervals) != 2:
                failed = True
                text = f"Video <{video}> in  <{root_name}> computational sequence has wrong intervals array shape. "
                log.error(text, verbose=verbose)
            if len(features) < 2:
                failed = True
                text = f"Video <{video}> in  <{root_name}> computational sequence has wrong features array shape. "
                log.error(text, verbose=verbose)
            if features[:1] != intervals[:1]:
                failed = True
                text = (
                    f"Video <{video}> in <{root_name}> computational sequence - features and intervals have "
                    "different first dimensions. "
                )
                log.error(text, verbose=verbose)
    finally:
        bar.close()
    if failed:
        text = (
            f"<{root_name}> computational sequence data integrity check failed due to inconsistency in intervals and "
            "features. "
        )
        log.error(text, error=True)
    log.success(f"<{root_name}> computational sequence data in correct format.")
    return True


def validate_metadata_format(metadata: Any, root_name: str, verbose: bool = True) -> bool:
    """Whether the metadata have all eleven fields.

    Raises:
        RuntimeError: they are no dict.
    """
    log.status(f"Checking the format of the metadata in <{root_name}> computational sequence ...")
    if not isinstance(metadata, dict):
        log.error(f"<{root_name}> computational sequence metadata is not key-value pairs!", error=True)
    missing = missing_fields(metadata)
    if missing:
        log.error(f"Missing metadata in <{root_name}> computational sequence: {missing}", verbose=verbose)
        log.error(
            f"<{root_name}> computational sequence does not have all the required metadata ... continuing ", error=False
        )
        return False
    log.success(f"<{root_name}> computational sequence metadata in correct format.")
    return True
