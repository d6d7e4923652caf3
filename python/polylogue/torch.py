"""Segments of a dataset for PyTorch's DataLoader, read when they are asked for.

>>> from torch.utils.data import DataLoader
>>> from polylogue.torch import Segments, collate
>>> train = Segments("aligned_dataset", reference="labels", modalities=["words", "acoustic"], fold="train")
>>> for batch in DataLoader(train, 32, shuffle=True, num_workers=4, collate_fn=collate): ...
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

try:
    import torch
    from torch.utils.data import Dataset as _Base
except ImportError:
    raise ImportError("polylogue.torch needs PyTorch (python3-torch)") from None

from .datasets import Collapses, Dataset, _one_row, warn_of_left_out
from .errors import FormatError
from .sequences import Array, PathLike, Sequence, stripped, texts_of

__all__ = ["Segments", "collate"]

_TOUCHING = 1e-5  # seconds: rows that overlap by no more are not of a segment (mmsdk.mmdatasdk)


class Segments(_Base):  # type: ignore[misc]
    """Segments of a reference with the rows of other sequences that overlap them: what ``align`` makes, lazily.

    Where in each video a segment's rows lie is found when the video is first touched, and kept (12 bytes for a
    segment and sequence); rows are read from the files each time. A worker process therefore holds no copy of
    the data.

    Args:
        dataset: a :class:`polylogue.Dataset`, or what one is made of.
        reference: key of the sequence whose rows are the segments, and their labels; or windows,
            ``{"window_s": 2, "hop_s": 1}``, over each video.
        modalities: keys; None: all others.
        collapse: as of :meth:`polylogue.Dataset.align`, but for the reference, whose rows are single ones.
        fold: name of a fold of the dataset's list, or ids of videos; None: all.

    Each item is a dict: ``id`` (``video[k]``), ``interval`` (2, seconds), ``label`` (D; not of windows), and
    for each modality its rows (T × D, float32; T may be 0), or texts (a list).
    """

    def __init__(
        self,
        dataset: Dataset | Mapping[str, Sequence | PathLike] | PathLike,
        *,
        reference: str | Mapping[str, float] = "labels",
        modalities: Iterable[str] | None = None,
        collapse: Collapses = None,
        fold: str | Iterable[str] | None = None,
    ) -> None:
        self._dataset = dataset if isinstance(dataset, Dataset) else Dataset(dataset)
        self._windows = None if isinstance(reference, str) else _window(reference)
        self._reference = reference if isinstance(reference, str) else None
        others = [key for key in self._dataset if key != self._reference]
        self._modalities = list(modalities) if modalities is not None else others
        for key in [*self._modalities, *([self._reference] if self._reference else [])]:
            self._dataset[key]
        self._collapse = Dataset({key: self._dataset[key] for key in self._modalities})._wanted(collapse)
        self._widths: dict[str, tuple[int, ...]] = {}
        self._ids: list[tuple[str, int]] = []
        self._begin: dict[str, int] = {}
        intervals = [np.zeros((0, 2))]
        for video in self._chosen(fold):
            segments = self._segments_of(video)
            kept = np.abs(segments[:, 1] - segments[:, 0]) >= _TOUCHING
            self._begin[video] = len(self._ids)
            self._ids.extend((video, int(number)) for number in np.flatnonzero(kept))
            intervals.append(segments[kept])
        self._intervals: Array = np.concatenate(intervals)
        self._segments = {video: segments for video, segments in zip(self._begin, intervals[1:])}
        self._spans: dict[tuple[str, str], Array] = {}

    def _chosen(self, fold: str | Iterable[str] | None) -> list[str]:
        """Videos that every sequence has, of the fold."""
        keys = [*self._modalities, *([self._reference] if self._reference else [])]
        shared = set.intersection(*(set(self._dataset[key]) for key in keys))
        lost = sorted({stripped(id) for key in keys for id in self._dataset[key]} - shared)
        if not any("[" in id for id in shared):
            warn_of_left_out(lost, 5)
        if any("[" in id for id in shared):
            raise FormatError("the sequences are aligned already; Segments aligns whole videos", "reference_already_aligned")
        if isinstance(fold, str):
            fold = self._dataset._fold(fold)
        wanted = None if fold is None else {stripped(video) for video in fold}
        first = self._dataset[self._reference or keys[0]]
        return [video for video in first if video in shared and (wanted is None or video in wanted)]

    def _segments_of(self, video: str) -> Array:
        if self._reference is not None:
            return np.asarray(self._dataset[self._reference][video].intervals, float)
        assert self._windows is not None
        length, hop = self._windows
        ends = [self._dataset[key][video].intervals[:, 1] for key in self._modalities]
        end = max((float(np.nanmax(each)) for each in ends if len(each)), default=0.0)
        starts = np.arange(0.0, end, hop)
        return np.stack([starts, starts + length], axis=1)

    def __len__(self) -> int:
        return len(self._ids)

    def _span(self, video: str, key: str) -> Array:
        """First row and number of rows of each segment of a video; −1: they are not one behind the other."""
        known = self._spans.get((video, key))
        if known is not None:
            return known
        intervals = np.asarray(self._dataset[key][video].intervals, float)
        segments = self._segments[video]
        spans = np.zeros((len(segments), 2), np.int32)
        starts, ends = intervals[:, 0], intervals[:, 1]
        is_plain = bool((np.diff(starts) >= 0).all() and (np.diff(ends) >= 0).all() and (ends > starts).all())
        for number, (start, end) in enumerate(segments):
            if is_plain:
                low = int(np.searchsorted(ends, start, "left"))
                high = int(np.searchsorted(starts, end, "right"))
                candidates = np.arange(low, high)
            else:
                candidates = np.arange(len(starts))
            overlap = np.minimum(ends[candidates], end) - np.maximum(starts[candidates], start)
            rows = candidates[overlap > _TOUCHING]
            one_after_other = len(rows) == 0 or (is_plain and rows[-1] - rows[0] + 1 == len(rows))
            spans[number] = (rows[0] if len(rows) else 0, len(rows)) if one_after_other else (-1, -1)
        self._spans[(video, key)] = spans
        return spans

    def _rows(self, number: int, key: str) -> tuple[Array, Array]:
        """Clipped intervals and features of a segment's rows."""
        video = self._ids[number][0]
        first, count = (int(value) for value in self._span(video, key)[number - self._begin[video]])
        start, end = self._intervals[number]
        sequence = self._dataset[key]._held
        if first >= 0 and not self._collapse[key]:
            return np.zeros((0, 2)), sequence.rows(video, first, count)
        entry = self._dataset[key][video]
        if first >= 0:
            intervals, features = entry.intervals[first : first + count], sequence.rows(video, first, count)
        else:
            order = np.argsort(entry.intervals[:, 0], kind="stable")
            lows, highs = entry.intervals[order].T
            rows = order[np.minimum(highs, end) - np.maximum(lows, start) > _TOUCHING]
            intervals, features = entry.intervals[rows], entry.features[rows]
        return np.clip(intervals, start, end), features

    def _no_row(self, key: str, features: Array) -> Array:
        """No row of the width that the functions give, as some other segment shows it."""
        if key not in self._widths:
            self._widths[key] = features.shape[1:]
            for number in range(len(self)):
                intervals, rows = self._rows(number, key)
                if len(rows):
                    self._widths[key] = _one_row(self._collapse[key], intervals, rows).shape[1:]
                    break
        return np.zeros((0, *self._widths[key]), features.dtype)

    def __getitem__(self, number: int) -> dict[str, Any]:
        if not -len(self) <= number < len(self):
            raise IndexError(f"there are {len(self)} segments, no {number}")
        number %= len(self)
        video, row = self._ids[number]
        item: dict[str, Any] = {"id": f"{video}[{row}]", "interval": torch.from_numpy(self._intervals[number].copy())}
        if self._reference is not None:
            item["label"] = _tensor(self._dataset[self._reference]._held.rows(video, row, 1)[0])
        for key in self._modalities:
            intervals, features = self._rows(number, key)
            functions = self._collapse[key]
            if functions:
                features = _one_row(functions, intervals, features) if len(features) else self._no_row(key, features)
            item[key] = _tensor(features)
        return item

    def __repr__(self) -> str:
        return f"<Segments: {len(self)} of {self._reference or 'windows'}, with {', '.join(self._modalities)}>"


def _window(reference: Mapping[str, float]) -> tuple[float, float]:
    if set(reference) != {"window_s", "hop_s"} or not all(value > 0 for value in reference.values()):
        raise FormatError(f"windows are {{'window_s': 2, 'hop_s': 1}}, not {dict(reference)!r}", "recipe_invalid")
    return float(reference["window_s"]), float(reference["hop_s"])


def _tensor(values: Array) -> Any:
    """Numbers as float32, texts as a list."""
    if values.dtype.kind == "S":
        return texts_of(values)
    return torch.from_numpy(np.array(values, np.float32))


def collate(items: list[dict[str, Any]]) -> dict[str, Any]:
    """A batch of items: rows padded behind by zeros (B × T × D), with their ``lengths`` by key; texts are lists."""
    batch: dict[str, Any] = {"id": [item["id"] for item in items], "lengths": {}}
    for key, value in items[0].items():
        if key == "id":
            continue
        values = [item[key] for item in items]
        if isinstance(value, list):
            batch[key] = values
        elif key in ("interval", "label"):
            batch[key] = torch.stack(values)
        else:
            batch["lengths"][key] = torch.tensor([len(each) for each in values])
            batch[key] = torch.nn.utils.rnn.pad_sequence(values, batch_first=True)
    return batch
