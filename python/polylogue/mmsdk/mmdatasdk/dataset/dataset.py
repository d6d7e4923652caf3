"""Sequences by key, and what is done to them together."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, ItemsView, Iterator, KeysView, Mapping, ValuesView
from typing import Any

import numpy
import numpy as np

from polylogue import _engine

from ... import _alias, _aligned, _names, _tensors
from ..._aligned import AlignedEntry, Pool
from ..._alignment import SHORTEST_S, Alignment
from ..._entries import Array, StoredEntry
from .. import log
from ..computational_sequence.computational_sequence import computational_sequence
from ..computational_sequence.download_ops import is_url, place_of

__all__ = ["computational_sequence", "epsilon", "log", "mmdataset", "numpy", "os", "sys", "time"]

#: Seconds; what overlaps less does not overlap, and rows of the reference that are shorter are passed over.
epsilon = SHORTEST_S


class mmdataset:
    """Computational sequences by key.

    Attributes:
        computational_sequences: a dict, in the order of loading; may be changed at will.

    Args:
        recipe: a folder, each ``.csd`` of which is known by its root name; or a dict of keys with files or addresses.
        destination: the folder to fetch into.

    Raises:
        RuntimeError: there is no such folder or file, nothing to load, or a file that would be fetched is there.
    """

    def __init__(self, recipe: Any, destination: Any = None) -> None:
        self.computational_sequences: dict[str, Any] = _alias.Named()
        if isinstance(recipe, (str, os.PathLike)):
            self._load_folder(os.fspath(recipe))
        elif isinstance(recipe, Mapping):
            self._load(recipe, destination)
        elif not isinstance(recipe, list):
            log.error("Cannot create a dataset with the given recipe. Exiting ...!", error=True)
        if not self.computational_sequences:
            log.error("Dataset failed to initialize ...", error=True)
        log.success("Dataset initialized successfully ... ")

    def _has(self, key: str) -> bool:
        """Whether a sequence has this very key."""
        return any(key == each for each in self.computational_sequences)

    def _load_folder(self, folder: str) -> None:
        if not os.path.isdir(folder):
            log.error("Dataset folder does not exist ...", error=True)
        for name in os.listdir(folder):
            path = os.path.join(folder, name)
            if name.endswith(".csd") and os.path.isfile(path):
                sequence = computational_sequence(path)
                root = sequence.metadata["root name"]
                if self._has(root):
                    log.warning(f"{path} has the root name <{root}> as another file of the folder, and takes its place")
                self.computational_sequences[root] = sequence

    def _load(self, recipe: Mapping[str, Any], destination: Any) -> None:
        """Before anything is fetched, it is seen that none of the files is there."""
        for address in recipe.values():
            if is_url(address) and ".csd" in address:
                place = place_of(address, destination)
                if os.path.isfile(place):
                    log.error(f"{place} file already exists ...", error=True)
        for key, address in recipe.items():
            self.computational_sequences[key] = computational_sequence(address, destination)

    def __getitem__(self, key: str) -> Any:
        key = _alias.resolved(self.computational_sequences, key)
        if key not in self.computational_sequences:
            log.error("Computational sequence does not exist ...", error=True)
        return self.computational_sequences[key]

    def __contains__(self, key: object) -> bool:
        return key in self.computational_sequences

    def __iter__(self) -> Iterator[str]:
        return iter(self.computational_sequences)

    def __len__(self) -> int:
        return len(self.computational_sequences)

    def __bool__(self) -> bool:
        return True

    def keys(self) -> KeysView[str]:
        return self.computational_sequences.keys()

    def values(self) -> ValuesView[Any]:
        return self.computational_sequences.values()

    def items(self) -> ItemsView[str, Any]:
        return self.computational_sequences.items()

    def add_computational_sequences(self, recipe: Mapping[str, Any], destination: Any = None) -> None:
        """Loads more sequences; one of the same key is replaced, with a warning."""
        for key in recipe:
            if self._has(key):
                log.error(f"Dataset already contains <{key}> computational sequence ...")
        self._load(recipe, destination)

    def bib_citations(self, outfile: Any = None) -> None:
        """Writes what to cite."""
        stream = sys.stdout if outfile is None else outfile
        stream.write(_engine.citations([]).splitlines()[0] + "\n\n")
        for sequence in self.computational_sequences.values():
            sequence.bib_citations(stream)

    def _datas(self) -> dict[str, Any]:
        """Entries by id, of each sequence; a plain dict may stand for a sequence."""
        return {key: _data(sequence) for key, sequence in self.computational_sequences.items()}

    def unify(self, active: bool = True) -> None:
        """Removes the videos that not every sequence has.

        Raises:
            RuntimeError: `active` is False, and there are such videos.
        """
        log.status("Unify was called ...")
        datas = self._datas()
        videos = {key: {id.split("[")[0] for id in data} for key, data in datas.items()}
        shared = set.intersection(*videos.values())
        ids = (id.split("[")[0] for data in datas.values() for id in data)
        surplus = list(dict.fromkeys(video for video in ids if video not in shared))
        for video in surplus:
            log.error(f"{video} entry is not shared among all sequences, removing it ...", error=False)
        if active and surplus:
            gone = set(surplus)
            for data in datas.values():
                for id in [id for id in data if id.split("[")[0] in gone]:
                    del data[id]
        if not active and surplus:
            log.error(f"{len(surplus)} violators remain, alignment will fail if called ...", error=True)
        log.success("Unify completed ...")

    def hard_unify(self, active: bool = True) -> None:
        """Removes the ids, with their segments, that not every sequence has.

        Raises:
            RuntimeError: `active` is False, and there are such ids.
        """
        log.status("Hard unify was called ...")
        datas = self._datas()
        shared = set.intersection(*(set(data) for data in datas.values()))
        for key, data in datas.items():
            if not all("[" in id for id in data):
                log.error(
                    f"Hard unify can only be done on aligned computational sequences, {key} violated this ... "
                    "Exiting ..."
                )
            surplus = [id for id in data if id not in shared]
            if not active and surplus:
                log.error(f"{len(surplus)} violators remain, alignment will fail if called ...", error=True)
            for id in surplus:
                log.error(f"{id} entry is not shared among all sequences, removing it ...", error=False)
                del data[id]
        log.success("Hard unify completed ...")

    def remove_id(self, entry_id: str, purge: bool = False) -> None:
        """Removes an entry from all sequences; with ``purge`` all segments of it, too."""
        for sequence in self.computational_sequences.values():
            sequence._remove_id(entry_id, purge=purge)

    def align(self, reference: str, collapse_functions: Any = None, replace: bool = True) -> mmdataset | None:
        """Gives every sequence the intervals of the reference: row k of its entry ``v`` becomes the entry ``v[k]``.

        Args:
            reference: a key.
            collapse_functions: a list of functions ``f(intervals, features)`` that make one row of many; their
                results are joined along the first axis. Anything else: all rows are kept.
            replace: False: this dataset keeps its sequences (without the videos that not all have), and a new one
                is returned.

        Raises:
            RuntimeError: there is no such sequence; a function fails, or makes other than one row.
            KeyError: the reference has been aligned already.
        """
        reference = _alias.resolved(self.computational_sequences, reference)
        if reference not in self.computational_sequences:
            log.error(f"Computational sequence <{reference}> does not exist in dataset", error=True)
        self.unify()
        log.status(f"Pre-alignment based on <{reference}> computational sequence started ...")
        functions = collapse_functions if isinstance(collapse_functions, list) else None
        aligned = Alignment(self._datas(), reference, functions).result()
        log.success(f"Alignment to <{reference}> complete.")
        if replace:
            log.status("Replacing dataset content with aligned computational sequences")
            self.__set_computational_sequences(aligned)
            return None
        log.status("Creating new dataset with aligned computational sequences")
        return self.__beside(aligned)

    def revert(self, replace: bool = True) -> mmdataset | None:
        """Joins segments to videos again, in the order of their numbers, after :meth:`hard_unify`.

        Raises:
            IndexError: an id has no segment.
        """
        log.status("Revert was called ...")
        if not self.computational_sequences:
            log.error("The dataset contains no computational sequences ... Exiting!", error=True)
        self.hard_unify()
        datas = self._datas()
        ids = list(next(iter(datas.values())))
        if not ids:
            log.error("No entries in computational sequences or removed during unify ... Exiting!")
        numbers: dict[str, list[int]] = {}
        for id in ids:
            video, mark, rest = id.partition("[")
            if not mark:
                raise IndexError(f"{id} has no segment: only aligned sequences can be reverted")
            numbers.setdefault(video, []).append(int(rest[:-1].split("]")[0]))
        reverted: dict[str, dict[str, Any]] = {key: {} for key in datas}
        shelves = {key: _aligned.Shelf() for key in datas}
        bar = log.progress_bar(total=len(numbers), unit=" Unique Sequence Entries", leave=False)
        bar.set_description("Reversion Progress")
        for video, each in numbers.items():
            each.sort()
            for key, data in datas.items():
                pool = Pool([data[f"{video}[{number}]"] for number in each], shelves[key])
                reverted[key][video] = _whole(pool)
            bar.update(1)
        bar.close()
        log.success("Reversion completed ...")
        if replace:
            log.status("Replacing dataset content with reverted computational sequences")
            self.__set_computational_sequences(reverted)
            return None
        log.status("Creating new dataset with reverted computational sequences")
        return self.__beside(reverted)

    def impute(self, ref_key: str, imputation_fn: Callable[[list[int]], Any] = np.zeros) -> None:
        """Gives every sequence the ids of the reference that it lacks: the reference's intervals, and rows that
        ``imputation_fn(shape)`` makes.

        Raises:
            IndexError: a sequence has no entry from which the width of its rows could be told.
        """
        log.status(f"Imputation called with function: {getattr(imputation_fn, '__name__', imputation_fn)} ...")
        ref_key = _alias.resolved(self.computational_sequences, ref_key)
        reference = _data(self[ref_key])
        others = {key: data for key, data in self._datas().items() if key != ref_key}
        widths = {}
        for key, data in others.items():
            first = next(iter(data.values()), None)
            if first is None:
                raise IndexError(f"<{key}> has no entries, so that the width of its rows is not known")
            widths[key] = list(_shape(first)[1:])
        bar = log.progress_bar(total=len(reference), unit=" Reference Computational Sequence Entries", leave=False)
        bar.set_description("Imputation Progress")
        for id, entry in reference.items():
            for key, data in others.items():
                if id not in data:
                    intervals = entry["intervals"]
                    shape = [intervals.shape[0], *widths[key]]
                    data[id] = {"intervals": intervals, "features": imputation_fn(shape)}
            bar.update(1)
        bar.close()
        log.success("Imputation completed ...")

    def __set_computational_sequences(self, new_data: Mapping[str, Any], metadata_copy: bool = True) -> None:
        """Replaces the sequences; metadata of those that were there go with their keys."""
        old = {key: sequence.metadata for key, sequence in self.items() if hasattr(sequence, "metadata")}
        self.computational_sequences = _alias.Named()
        for key, data in new_data.items():
            made = computational_sequence._named(key)
            made.set_data(data)
            self.computational_sequences[key] = made
            if not metadata_copy:
                continue
            if key in old:
                made.set_metadata(old[key])
            else:
                log.error(
                    "Metadata not available to copy ..., please provide metadata before writing to disk later",
                    error=False,
                )

    def __beside(self, new_data: Mapping[str, Any]) -> mmdataset:
        """A dataset of these entries, with copies of this dataset's metadata."""
        made = type(self).__new__(type(self))
        made.computational_sequences = _alias.Named()
        made.__set_computational_sequences(new_data, metadata_copy=False)
        for key, sequence in made.items():
            sequence.metadata = dict(getattr(self.computational_sequences[key], "metadata", sequence.metadata))
        return made

    def deploy(self, destination: Any, filenames: Mapping[str, str]) -> None:
        """Writes each sequence into a folder, which is made.

        Raises:
            KeyError: `filenames` has no name for a sequence.
        """
        if not os.path.isdir(destination):
            os.mkdir(destination)
        for key, sequence in list(self.items()):
            if key not in filenames:
                log.error(f"Filename for {key} computational sequences not specified")
            name = filenames[key]
            sequence.deploy(os.path.join(destination, name if name.endswith(".csd") else name + ".csd"))

    def sort(self, sort_function: Callable[..., Any] = sorted) -> None:
        """Sorts the rows of each entry by their start.

        Args:
            sort_function: called as ``sorted(range(rows), key=start)``.
        """
        for data in self._datas().values():
            for id in list(data):
                intervals, features = (np.array(each) for each in _aligned.entry_rows(data[id]))
                order = _order(intervals, sort_function)
                intervals, features = intervals[order, :], features[order, :]
                if isinstance(data[id], StoredEntry):
                    data[id] = {"intervals": intervals, "features": features}
                else:
                    data[id]["intervals"] = intervals
                    data[id]["features"] = features

    def get_tensors(
        self, seq_len: int, non_sequences: Any = (), direction: bool = False, folds: Any = None
    ) -> list[dict[str, Array]]:
        """Arrays of one length for training, after :meth:`hard_unify`.

        Args:
            seq_len: rows of each entry; zeros are added where there are fewer.
            non_sequences: keys whose rows stay as they are.
            direction: False: zeros before the rows, of which the last are kept; True: behind, and the first.
            folds: lists of videos; None: one with all videos of the first sequence.

        Returns:
            For each fold arrays by key, entries × rows × dimensions. Numbers become float64.
        """
        keys = list(self.keys())
        if not keys:
            log.error("Dataset is empty, cannot get tensors. Exiting ...!", error=True)
        if folds is None:
            log.error(
                "No fold specified for get_tensors, defaulting to the first computational sequence ids", error=False
            )
            folds = [[id.split("[")[0] for id in _data(self[keys[0]])]]
        self.hard_unify()
        datas = self._datas()
        members = [set(fold) for fold in folds]
        chosen: list[list[str]] = [[] for _ in members]
        for id in datas[keys[0]]:
            video = id.split("[")[0]
            place = next((number for number, fold in enumerate(members) if video in fold), None)
            if place is None:
                log.error(f"Key {id} doesn't belong to any fold ... ", error=False)
            else:
                chosen[place].append(id)
        kept = {_alias.resolved(self.computational_sequences, key) for key in non_sequences}
        made: list[dict[str, Array]] = []
        for ids in chosen:
            arrays: dict[str, Array] = _alias.Named()
            for key, data in datas.items():
                entries = [data[id] for id in ids]
                arrays[key] = (
                    _tensors.unpadded(entries)
                    if key in kept
                    else _tensors.padded(entries, seq_len, bool(direction))
                )
            made.append(arrays)
        return made

    def __reduce_ex__(self, protocol: Any) -> Any:
        """Under the SDK's name where that leads here, so that every ``mmsdk`` reads what was aligned."""
        if _names.is_known(type(self)):
            return object.__reduce_ex__(self, protocol)
        return _names.new, (f"{type(self).__module__}.{type(self).__name__}",), self.__dict__

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        self.computational_sequences = _alias.Named(self.computational_sequences)


mmdataset.__module__ = "mmsdk.mmdatasdk.dataset.dataset"


def _data(sequence: Any) -> Any:
    return getattr(sequence, "data", sequence)


def _whole(pool: Pool) -> Any:
    """An entry of all rows of a pool."""
    count = len(pool.intervals)
    if not pool.is_lasting:
        return {"intervals": pool.intervals, "features": pool.features()}
    return AlignedEntry(_aligned.PooledPieces(pool, pool.intervals, np.array([0, count]), np.arange(count)), 0)


def _shape(entry: Any) -> tuple[int, ...]:
    shapes = _aligned.entry_shapes(entry)
    return shapes[1] if shapes is not None else tuple(entry["features"].shape)


def _order(intervals: Array, sort_function: Callable[..., Any]) -> Any:
    if sort_function is sorted:
        return np.argsort(intervals[:, 0], kind="stable")
    return sort_function(range(intervals.shape[0]), key=lambda row: intervals[row, 0])


def __getattr__(name: str) -> Any:
    """What the SDK's module has because of its own imports."""
    if name == "tqdm":
        return log.tqdm
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
