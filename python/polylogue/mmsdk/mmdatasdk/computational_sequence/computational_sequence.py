"""One modality: entries with intervals and features by id, and metadata."""

from __future__ import annotations

import os
import sys
import uuid
from collections.abc import ItemsView, Iterator, KeysView, ValuesView
from typing import Any

from ... import _names
from .. import log
from ..configurations.metadataconfigs import featuresetMetadataTemplate, missing_fields
from .download_ops import is_url, place_of, read_URL
from .file_ops import metadata_to_dict, read_CSD, write_CSD
from .integrity_check import validate_data_format, validate_metadata_format

__all__ = [
    "computational_sequence",
    "featuresetMetadataTemplate",
    "log",
    "metadata_to_dict",
    "os",
    "read_CSD",
    "read_URL",
    "sys",
    "uuid",
    "validate_data_format",
    "validate_metadata_format",
    "write_CSD",
]


class computational_sequence:
    """A computational sequence.

    Attributes:
        data: a dict of entries by id; each has ``intervals`` (N × 2, seconds) and ``features`` (N × D or more axes).
            May be changed at will. Entries of a file are read when they are looked at.
        metadata: a dict of fields.
        root_name: the name in messages and in the file.
        main_file: the file; None where the entries were made in memory.
        h5handle: the open file, or None.
        resource: where the file was fetched from, only then.

    Args:
        resource: a file or an address, which has ``.csd`` in it; else the name of an empty sequence.
        destination: the folder to fetch into.
        validate: whether shapes and metadata are checked.

    Raises:
        RuntimeError: the file is not there, cannot be fetched, or is no computational sequence.
    """

    def __init__(self, resource: Any, destination: Any = None, validate: bool = True) -> None:
        name = os.fspath(resource)
        if ".csd" in name:
            self.__initialize_from_csd(name, destination, validate)
        else:
            self.__initialize_blank(name)
        self.rootName = self.root_name

    @classmethod
    def _named(cls, name: str) -> computational_sequence:
        """An empty sequence of any name, also one that looks like a file's."""
        made = cls.__new__(cls)
        made.__initialize_blank(name)
        made.rootName = name
        return made

    def __initialize_from_csd(self, resource: str, destination: Any, validate: bool) -> None:
        if is_url(resource):
            place = place_of(resource, destination)
            read_URL(resource, place)
            self.resource = resource
            self.main_file: Any = place
        else:
            self.main_file = resource
        self.h5handle: Any
        self.data: dict[str, Any]
        self.metadata: dict[str, Any]
        self.h5handle, self.data, self.metadata = read_CSD(self.main_file)
        if "root name" not in self.metadata:
            root = self.h5handle.held.root_name()
            log.warning(f"{self.main_file} has no root name in its metadata; its group is <{root}>")
            self.metadata["root name"] = root
        self.root_name = self.metadata["root name"]
        if validate:
            self.__check_format()
        else:
            log.warning("Validation of the computational sequence skipped by user request.")

    def __initialize_blank(self, root_name: str) -> None:
        self.main_file = None
        self.h5handle = None
        self.root_name = root_name
        self.data = {}
        self.metadata = {"root name": root_name}
        log.success(f"Initialized empty <{root_name}> computational sequence.")

    def __check_format(self, error: bool = True) -> None:
        name = self.metadata["root name"]
        log.status(f"Checking the integrity of the <{name}> computational sequence ...")
        is_whole = validate_data_format(self.data, name, verbose=False)
        if validate_metadata_format(self.metadata, name, verbose=False) and is_whole:
            log.success(f"<{name}> computational sequence is valid!")

    def _compare_entries(self, entry1: str, entry2: str) -> bool:
        return entry1.split("[")[0] == entry2.split("[")[0]

    def __getitem__(self, key: str) -> Any:
        return self.data[key]

    def __setitem__(self, key: str, value: Any) -> None:
        """Keeps ``intervals`` and ``features`` of the value, nothing else."""
        self.data[key] = {"intervals": value["intervals"], "features": value["features"]}

    def __delitem__(self, key: str) -> None:
        del self.data[key]

    def __contains__(self, key: object) -> bool:
        return key in self.data

    def __iter__(self) -> Iterator[str]:
        return iter(self.data)

    def __len__(self) -> int:
        return len(self.data)

    def __bool__(self) -> bool:
        return True

    def keys(self) -> KeysView[str]:
        return self.data.keys()

    def values(self) -> ValuesView[Any]:
        return self.data.values()

    def items(self) -> ItemsView[str, Any]:
        return self.data.items()

    def _remove_id(self, entry_id: str, purge: bool = False) -> None:
        """Removes an entry; with ``purge`` all segments of it, too."""
        if purge is False:
            self.data.pop(entry_id, None)
        elif purge is True:
            start = entry_id + "["
            for id in [id for id in self.data if id == entry_id or id.startswith(start)]:
                del self.data[id]
        else:
            log.error("Purge received wrong argument type. Exiting ...!", error=True)

    def complete_all_missing_metadata(self) -> None:
        """Asks for the fields that are absent. Where nobody can answer they become empty texts, with a warning."""
        named = f" for <{self.root_name}> computational sequence" if hasattr(self, "root_name") else ""
        for field in missing_fields(self.metadata):
            said = log.status(f"Please input {field}{named}: ", require_input=True)
            if said is None:
                log.warning(f"Metadata {field!r}{named} left empty: there is no terminal to ask at")
            self.metadata[field] = "" if said is None else said

    def set_data(self, data: Any, _: Any = None, __: Any = None) -> None:
        """Takes entries by id; the dict is kept, not copied.

        Raises:
            RuntimeError: the shapes of an entry do not fit.
        """
        validate_data_format(data, self.root_name, verbose=True)
        self.data = data

    def set_metadata(self, metadata: Any, _: Any = None, __: Any = None) -> None:
        """Takes metadata; the dict is kept, not copied.

        Raises:
            RuntimeError: they are no dict.
        """
        validate_metadata_format(metadata, self.root_name, verbose=False)
        self.metadata = metadata

    def deploy(
        self,
        destination: Any,
        compression: str | None = "gzip",
        compression_opts: int = 9,
        full_chunk_shape: bool = True,
    ) -> None:
        """Writes a ``.csd``, with a new ``uuid`` in its metadata.

        Raises:
            RuntimeError: the shapes of an entry do not fit.
        """
        self.complete_all_missing_metadata()
        self.__check_format()
        name = self.metadata["root name"]
        log.status(f"Deploying the <{name}> computational sequence to {destination}")
        self.metadata["uuid"] = str(uuid.uuid4())
        self.metadata["md5"] = None
        log.status(f"Your unique identifier for <{name}> computational sequence is {self.metadata['uuid']}")
        write_CSD(self.data, self.metadata, name, destination, compression, compression_opts, full_chunk_shape)
        self.main_file = destination

    def _get_entries_stripped(self) -> list[str]:
        return list({id.split("[")[0] for id in self.data})

    def bib_citations(self, outfile: Any = None) -> None:
        """Writes what to cite.

        Raises:
            KeyError: the field that the metadata lack.
        """
        stream = sys.stdout if outfile is None else outfile
        if not self.metadata:
            log.error(f"Metadata is not set for <{self.root_name}> computational sequence")
        own, dataset = self.metadata["featureset bib citation"], self.metadata["dataset bib citation"]
        stream.write(f"Computational Sequence <{self.root_name}> bib: {own}\n\n")
        stream.write(f"Dataset <{self.metadata['dataset name']}> bib: {dataset}\n\n")

    def __reduce_ex__(self, protocol: Any) -> Any:
        """Under the SDK's name where that leads here, so that every ``mmsdk`` reads what was aligned."""
        if _names.is_known(type(self)):
            return object.__reduce_ex__(self, protocol)
        return _names.new, (f"{type(self).__module__}.{type(self).__name__}",), self.__dict__

    setData = set_data
    setMetadata = set_metadata
    completeAllMissingMetadata = complete_all_missing_metadata


computational_sequence.__module__ = "mmsdk.mmdatasdk.computational_sequence.computational_sequence"


def __getattr__(name: str) -> Any:
    """What the SDK's module has because of its own imports."""
    from . import file_ops

    return getattr(file_ops, name)
