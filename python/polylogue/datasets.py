"""Datasets: sequences by key, and what a recipe does to them."""

from __future__ import annotations

import json
import os
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any, Union

import numpy as np

from . import _engine
from ._padding import padded
from ._programs import checker, cli, shared
from ._progress import Progress, telling
from .errors import FormatError, MissingFile, ShapeError, UnknownName
from .sequences import Array, PathLike, Sequence, stripped

__all__ = ["Dataset", "Fold", "Run", "demo_folder", "run"]

Collapse = Union[str, Callable[[Array, Array], Any]]
Collapses = Union[Collapse, "Iterable[Collapse]", "Mapping[str, Collapse | Iterable[Collapse]]", None]
Folds = Union["Mapping[str, Iterable[str]]", "Iterable[Iterable[str]]", None]


@dataclass(frozen=True)
class Fold(Mapping[str, Array]):
    """The arrays of one fold: by key, segments × rows × dimensions.

    Attributes:
        name: ``train``, ``valid``, …; the number of the fold where folds have no names.
        ids: the segment of each array's item.
        arrays: by key of the sequence.
    """

    name: str
    ids: list[str]
    arrays: dict[str, Array] = field(repr=False)

    def __getitem__(self, key: str) -> Array:
        return self.arrays[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.arrays)

    def __len__(self) -> int:
        return len(self.arrays)


@dataclass(frozen=True)
class Run:
    """What a recipe wrote.

    Attributes:
        sequences: by key, the file with its ``entries``, ``rows`` and ``filled_rows``.
        files: all other files.
        videos: how many videos the result holds.
        warnings: sentences.
        valid: False: a checked file breaks a rule.
    """

    sequences: dict[str, dict[str, Any]]
    files: list[Path]
    videos: int
    warnings: list[str]
    valid: bool


def demo_folder() -> Path:
    """The demo dataset that comes with Polylogue: 31 short talks with words, sound, face and labels.

    Raises:
        MissingFile: it is not installed (package polylogue-data).
    """
    return shared("demo")


def run(
    recipe: PathLike | Mapping[str, Any],
    out: PathLike,
    *,
    folder: PathLike = ".",
    check: bool = True,
    jobs: int = 0,
    progress: Progress = None,
) -> Run:
    """Runs a recipe, video by video, as ``polylogue-cli run`` does: the same files come of it.

    Args:
        recipe: a recipe's file, or the recipe as a dict (docs/formats.md).
        out: the folder of the results, which is made.
        folder: what files in a dict are relative to.
        check: False for files that you trust (:class:`Sequence`).
        jobs: threads; 0: one for each core.
        progress: called with 0…1; None: a line on stderr, where that is a terminal.

    Raises:
        FormatError, FileError, ShapeError: nothing is left behind then.
        KeyboardInterrupt: Ctrl-C; nothing is left behind.
    """
    with telling("Running the recipe", progress) as told:
        if isinstance(recipe, Mapping):
            made = _engine.run_recipe(
                dict(recipe), os.path.abspath(folder), os.fspath(out), checker(check), cli(), told, jobs
            )
        else:
            made = _engine.run_recipe_file(os.fspath(recipe), os.fspath(out), checker(check), cli(), told, jobs)
    return Run(**made)


def warn_of_left_out(videos: list[str], stacklevel: int) -> None:
    """Warns of videos that not every sequence has; of none it says nothing."""
    if videos:
        shown = ", ".join(videos[:5]) + (f" and {len(videos) - 5} more" if len(videos) > 5 else "")
        warnings.warn(f"left out, since not every sequence has them: {shown}", stacklevel=stacklevel)


class Dataset(MutableMapping[str, Sequence]):
    """Sequences by key, in order. Each step gives a new dataset; this one stays as it is.

    >>> dataset = Dataset({"words": "words.csd", "acoustic": "acoustic.csd", "labels": "labels.csd"})
    >>> aligned = dataset.align("labels", collapse={"*": "mean", "words": None})
    >>> aligned = aligned.impute("labels", fill={"*": "zeros", "words": None}).hard_unify()
    >>> aligned.write("aligned")

    Args:
        sequences: keys with sequences or files; a folder, each ``.csd`` of which is keyed by its root name; or
            the list of a dataset (``dataset.json``).
        check: False for files that you trust.
    """

    def __init__(
        self, sequences: Mapping[str, Sequence | PathLike] | PathLike | None = None, *, check: bool = True
    ) -> None:
        self._sequences: dict[str, Sequence] = {}
        self._inputs: set[Path] = set()  # files that the rows came from; they are never written over
        #: Ids of videos by the name of the fold, where the dataset has a list that names folds. Behind a conversation
        #: ``C`` come its entries ``C@P``.
        self.folds: dict[str, list[str]] = {}
        if sequences is None:
            return
        if isinstance(sequences, Mapping):
            named: Iterable[tuple[str, Sequence | PathLike]] = sequences.items()
        else:
            named = self._listed(Path(sequences))
        for key, value in named:
            loaded = value if isinstance(value, Sequence) else Sequence(value, check=check)
            self[key or loaded.name] = loaded

    def _listed(self, path: Path) -> list[tuple[str, Path]]:
        """Keys and files of a folder or a dataset's list."""
        inside = path / "dataset.json" if path.is_dir() else path
        if inside.suffix == ".json" and inside.exists():
            try:
                listed = json.loads(inside.read_text(encoding="utf-8"))
                self.folds = _with_entries(listed.get("folds") or {}, listed.get("conversations") or [])
                return [(str(each["name"]), inside.parent / each["file"]) for each in listed["sequences"]]
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise FormatError(f"{inside}: is no list of a dataset: {error!r}", "recipe_invalid") from error
        if path.is_file():
            raise FormatError(f"{path}: is one file; polylogue.Sequence opens a sequence", "recipe_invalid")
        if not path.is_dir():
            raise MissingFile(f"{path}: there is no such folder or list", "folder_not_found")
        files = sorted(file for file in path.iterdir() if file.suffix == ".csd")
        if not files:
            raise FormatError(f"{path}: holds no .csd file", "empty_dataset")
        return [("", file) for file in files]

    def __getitem__(self, key: str) -> Sequence:
        try:
            return self._sequences[key]
        except (KeyError, TypeError):
            known = ", ".join(self._sequences) or "none"
            raise UnknownName(f"there is no sequence {key!r}; there are: {known}", "unknown_key") from None

    def __setitem__(self, key: str, sequence: Sequence) -> None:
        if not isinstance(key, str) or not key:
            raise FormatError(f"a key is a text that is not empty, not {key!r}", "data_invalid")
        if not isinstance(sequence, Sequence):
            raise FormatError(f"{key}: expected a Sequence, not {type(sequence).__name__}", "data_invalid")
        self._sequences[key] = sequence
        if sequence.path is not None:
            self._inputs.add(sequence.path.resolve())

    def __delitem__(self, key: str) -> None:
        self[key]
        del self._sequences[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._sequences)

    def __len__(self) -> int:
        return len(self._sequences)

    @property
    def videos(self) -> list[str]:
        """Videos that any sequence has, each once."""
        return list(dict.fromkeys(video for sequence in self.values() for video in sequence.videos))

    def align(
        self,
        reference: str | Mapping[str, Any],
        collapse: Collapses = None,
        *,
        progress: Progress = None,
        jobs: int = 0,
    ) -> Dataset:
        """Gives every sequence the intervals of the reference, as the SDK's ``align`` does.

        Row k of the reference's entry ``v`` becomes the entry ``v[k]`` of each sequence that has rows there. A
        video that one of the sequences lacks is left out of all, with a warning (``warnings``).

        Args:
            reference: a key; or ``{"rate_hz": 10}``, ``{"window_s": 1, "hop_s": 0.5}``, ``{"frames_of": "{id}.mp4"}``.
            collapse: what makes one row of many: a name (:data:`collapse_functions`), a function
                ``f(intervals, features)`` as the SDK calls it, which gives a row of numbers (D, or 1 × D), several
                of them, or any of these by key (``*`` for the rest). None: all rows are kept, as of texts they
                must. Where the width changes, the names of dimensions are dropped from the metadata.
            progress: called with 0…1; None: a line on stderr, where that is a terminal.
            jobs: threads; 0: one for each core.

        Raises:
            FormatError: ``unknown_reference``, ``reference_already_aligned``.
            ShapeError: ``collapse_failed`` (with the function's own exception as its cause),
                ``dimension_mismatch``.
            KeyboardInterrupt: Ctrl-C.
        """
        wanted = self._wanted(collapse)
        functions = {key: each for key, each in wanted.items() if not all(isinstance(one, str) for one in each)}
        names = {key: [] if key in functions else each for key, each in wanted.items()}
        self._warn_of_left_out()
        step: dict[str, Any] = {"op": "align", "reference": reference}
        if any(names.values()):
            step["collapse"] = names
        with telling("Aligning", progress) as told:
            return self._applied([step], functions, told, jobs)

    def _warn_of_left_out(self) -> None:
        videos = [set(sequence.videos) for sequence in self.values()]
        lost = sorted({video for each in videos for video in each if not all(video in other for other in videos)})
        warn_of_left_out(lost, 4)

    def _wanted(self, collapse: Collapses) -> dict[str, list[Collapse]]:
        """By key of each sequence, what makes one row of many; none: rows are kept."""
        by_key = collapse if isinstance(collapse, Mapping) else {"*": collapse}
        self._require(by_key, "collapse")
        lists: dict[str, list[Collapse]] = {}
        for key, given in by_key.items():
            if given is None:
                lists[key] = []
            elif isinstance(given, str) or callable(given):
                lists[key] = [given]
            else:
                lists[key] = list(given)
            for each in lists[key]:
                if not isinstance(each, str) and not callable(each):
                    raise FormatError(f"{key}: a collapse function is a name or a function, not {each!r}", "recipe_invalid")
        return {key: lists.get(key, lists.get("*", [])) for key in self}

    def _require(self, given: Mapping[str, Any], what: str) -> None:
        """Raises UnknownName for a key that is none of ours."""
        for key in given:
            if key != "*" and key not in self:
                raise UnknownName(
                    f"{what}: there is no sequence {key!r}; there are: {', '.join(self) or 'none'}, and '*' for the rest",
                    "unknown_key",
                )

    def impute(
        self, reference: str, fill: str | Mapping[str, str | None] = "zeros", *, progress: Progress = None
    ) -> Dataset:
        """Gives every sequence the ids that the reference has, with rows of its own type and width.

        Rows are added for ids that a sequence lacks; NaN within rows stays NaN.

        Args:
            reference: a key.
            fill: ``zeros``, ``ones``, ``mean``, ``linear``, ``hold`` or ``nearest``, or one by key (``*`` for the
                rest). None: that sequence stays as it is, as texts must.

        Raises:
            ShapeError: a sequence of texts lacks an id, and ``fill`` does not leave it out.
        """
        given: dict[str, str | None] = {"*": fill} if isinstance(fill, str) else dict(fill)
        self._require(given, "fill")
        kept = {key for key in self if key != reference and given.get(key, given.get("*", "zeros")) is None}
        filled = Dataset({key: sequence for key, sequence in self.items() if key not in kept})
        filled.folds = self.folds
        step = {"op": "impute", "reference": reference, "fill": {key: value for key, value in given.items() if value}}
        with telling("Filling in", progress) as told:
            made = filled._applied([step], {}, told)
        whole = Dataset({key: self[key].copy() if key in kept else made[key] for key in self})
        whole.folds, whole._inputs = self.folds, whole._inputs | self._inputs
        return whole

    def unify(self) -> Dataset:
        """Leaves out the videos that not every sequence has."""
        return self._applied([{"op": "unify"}])

    def hard_unify(self) -> Dataset:
        """Leaves out the ids (with their segments) that not every sequence has."""
        return self._applied([{"op": "hard_unify"}])

    def revert(self) -> Dataset:
        """Joins segments to whole videos again, after :meth:`hard_unify`."""
        return self._applied([{"op": "revert"}])

    def sort(self) -> Dataset:
        """Sorts the rows of each entry by their start."""
        return self._applied([{"op": "sort"}])

    def remove_id(self, id: str, purge: bool = False) -> Dataset:
        """Leaves out an id; with ``purge`` all segments of that video, too."""
        return self._applied([{"op": "remove_id", "id": id, "purge": purge}])

    def apply(self, steps: Iterable[Mapping[str, Any]], *, progress: Progress = None, jobs: int = 0) -> Dataset:
        """Applies the steps of a recipe (docs/formats.md), such as ``[{"op": "sort"}, {"op": "unify"}]``."""
        with telling("Working", progress) as told:
            return self._applied([dict(step) if isinstance(step, Mapping) else step for step in steps], {}, told, jobs)

    def _applied(
        self,
        steps: list[Any],
        functions: Mapping[str, list[Collapse]] | None = None,
        told: Callable[[float], object] | None = None,
        jobs: int = 0,
    ) -> Dataset:
        table = dict(functions or {})

        def collapsed(key: str, intervals: Array, features: Array) -> Array:
            return _one_row(table[key], intervals, features)

        given = [(key, sequence._engine_sequence()) for key, sequence in self.items()]
        results = _engine.apply(given, steps, collapsed, set(table), cli(), told, 1 if table else jobs)
        made = Dataset()
        made.folds = self.folds
        made._inputs |= self._inputs
        for key, held in results:
            made[key] = Sequence._of(held)
            _forget_stale_names(made[key])
        return made

    def tensors(
        self,
        length: int,
        *,
        unpadded: Iterable[str] = (),
        pad: str = "before",
        folds: Folds = None,
    ) -> list[Fold]:
        """Arrays of one length for training, after :meth:`hard_unify`, as the SDK's ``get_tensors`` makes them.

        Args:
            length: rows of each segment. Longer ones lose rows: the first with ``pad="before"``, else the last.
            unpadded: keys whose rows stay as they are (labels); all segments must have as many.
            pad: where zeros come: ``before`` or ``after`` the rows.
            folds: ids of videos, by name or in order, or the name of a fold of the dataset's list; None: those of
                that list, else one with all. Segments of videos in no fold are left out.

        Returns:
            A :class:`Fold` each. Numbers become float64, NaN stays; texts are padded by ``0.0``, as NumPy makes it.

        Raises:
            FormatError, ShapeError: ``dimension_mismatch``.
        """
        if length < 1:
            raise FormatError(f"the length is a number of rows from 1, not {length!r}", "recipe_invalid")
        if pad not in ("before", "after"):
            raise FormatError(f"pad is 'before' or 'after', not {pad!r}", "recipe_invalid")
        kept = {unpadded} if isinstance(unpadded, str) else set(unpadded)
        for key in kept:
            self[key]
        if isinstance(folds, str):
            folds = {folds: self._fold(folds)}
        unified = self.hard_unify()
        first = next(iter(unified.values()), None)
        ids = list(first) if first is not None else []
        made = []
        for name, videos in _named(folds if folds is not None else self.folds or None, ids):
            members = set(videos)
            if members and not members & {stripped(id) for id in ids}:
                raise FormatError(
                    f"fold {name}: no video of the dataset is in it ({', '.join(sorted(members)[:3])} …); "
                    "folds list videos, not segments",
                    "recipe_invalid",
                )
            chosen = [id for id in ids if stripped(id) in members]
            arrays = {
                key: _stacked(sequence, chosen, None if key in kept else length, pad == "before", key)
                for key, sequence in unified.items()
            }
            made.append(Fold(name, chosen, arrays))
        return made

    def _fold(self, name: str) -> list[str]:
        """The videos of a fold of the dataset's list."""
        if name not in self.folds:
            raise UnknownName(f"there is no fold {name!r}; there are: {', '.join(self.folds) or 'none'}", "unknown_fold")
        return self.folds[name]

    def write(
        self, folder: PathLike, *, compression: str | None = "gzip", level: int = 4, progress: Progress = None
    ) -> list[Path]:
        """Writes each sequence as ``KEY.csd`` into a folder, which is made; what another run wrote there is replaced.

        Raises:
            FormatError: ``same_file``: one of them is a file that the rows came from. Nothing is written then.
        """
        place = Path(folder)
        for key in self:
            if (place / f"{key}.csd").resolve() in self._inputs:
                raise FormatError(
                    f"{place / key}.csd: rows of the dataset came from that file, which is never written over; "
                    "name another folder",
                    "same_file",
                )
        place.mkdir(parents=True, exist_ok=True)
        return [
            sequence.write(place / f"{key}.csd", compression=compression, level=level, progress=progress)
            for key, sequence in self.items()
        ]

    def citations(self) -> str:
        """What to cite, as the SDK's ``bib_citations`` writes it.

        Raises:
            FormatError: naming the sequence and the field that it lacks.
        """
        return _engine.citations([sequence._engine_sequence() for sequence in self.values()])

    def bibtex(self) -> str:
        """What to cite as BibTeX, each work once; what no sequence names is left out."""
        return _engine.bibtex([sequence._engine_sequence() for sequence in self.values()])[0]

    def copy(self) -> Dataset:
        """A dataset whose sequences can be changed without changing those of this one."""
        made = Dataset({key: sequence.copy() for key, sequence in self.items()})
        made.folds = {name: list(ids) for name, ids in self.folds.items()}
        return made

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Dataset) and list(self) == list(other) and all(self[key] == other[key] for key in self)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        lines = [f"<Dataset of {len(self)} sequences"]
        lines += [f"  {key}: {sequence._about()}" for key, sequence in self.items()]
        return "\n".join(lines) + ">"

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td>{escape(key)}</td><td>{escape(sequence._about())}</td></tr>" for key, sequence in self.items()
        )
        return f"<table><thead><tr><th>key</th><th>sequence</th></tr></thead><tbody>{rows}</tbody></table>"


def _one_row(functions: list[Collapse], intervals: Array, features: Array) -> Array:
    """What the functions make of these rows, joined as the SDK joins them."""
    results = []
    for function in functions:
        if isinstance(function, str):
            results.append(_engine.collapse(intervals, features, function)[1][0])
        else:
            result = np.asarray(function(intervals, features))
            if result.ndim == 0:
                raise ShapeError(f"a collapse function gives a row (D numbers, or 1 × D), not {result!r}", "collapse_failed")
            results.append(result)
    row: Array = np.concatenate(results, axis=0)
    return row[np.newaxis, :] if row.ndim == 1 else row


def _forget_stale_names(sequence: Sequence) -> None:
    """Drops names of dimensions that are others than there are."""
    names = sequence.metadata.get("dimension names")
    first = next(iter(sequence), None)
    if isinstance(names, list) and first is not None:
        width = sequence[first].shape[1:]
        if len(width) == 1 and width[0] != len(names):
            del sequence.metadata["dimension names"]


def _with_entries(folds: Mapping[str, Iterable[str]], conversations: Iterable[Mapping[str, Any]]) -> dict[str, list[str]]:
    """Folds whose conversations stand for all their entries: behind each ``C`` every ``C@P`` of the list, once."""
    entries = {each["id"]: [f"{each['id']}@{who['id']}" for who in each["participants"]] for each in conversations}
    return {
        str(name): list(dict.fromkeys(entry for id in ids for entry in (id, *entries.get(id, ()))))
        for name, ids in folds.items()
    }


def _named(folds: Folds, ids: list[str]) -> list[tuple[str, Iterable[str]]]:
    if folds is None:
        return [("all", {stripped(id) for id in ids})]
    if isinstance(folds, Mapping):
        return [(str(name), videos) for name, videos in folds.items()]
    return [(str(number), videos) for number, videos in enumerate(folds)]


def _stacked(sequence: Sequence, ids: list[str], length: int | None, pads_before: bool, key: str) -> Array:
    if not ids:
        return np.zeros((0,))
    items = []
    for id in ids:
        rows = sequence[id].features
        if length is not None:
            rows = padded(rows, length, not pads_before)
        items.append(rows)
    shapes = {item.shape for item in items}
    if len(shapes) > 1:
        raise FormatError(f"{key}: segments differ in shape ({sorted(shapes)}), so that they are no array", "dimension_mismatch")
    return np.stack(items)
