"""Pictures of a piece of time as SVG, without a window: words, labels and features under each other.

>>> polylogue.timeline(dataset, "ada_1", end=8).save("ada.svg")
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Union

import numpy as np

from .annotation import Annotation, Project, Tier
from .datasets import Dataset
from .errors import FormatError, UnknownName
from .sequences import Array, PathLike, Sequence, stripped

__all__ = ["Timeline", "timeline"]

_WIDTH = 900
_HEAD = 130  # pixels for the names of tracks
_ROW = 30
_CURVES = 64
_AXIS = 24
_MARGIN = 24
_LETTER = 6.1  # pixels
_COLOURS = ("#3b7dd8", "#d8743b", "#3ba55c", "#a64dc9", "#c94d6a", "#4da6a0")


class Timeline:
    """A picture; a notebook shows it.

    Attributes:
        svg: the picture's text.
    """

    def __init__(self, svg: str) -> None:
        self.svg = svg

    def save(self, path: PathLike) -> Path:
        """Writes the picture.

        Raises:
            FormatError: a name that ends with another format's ending than ``.svg``.
        """
        if Path(path).suffix.lower() not in ("", ".svg"):
            raise FormatError(f"{path}: the picture is SVG; other programs make {Path(path).suffix} of that", "unknown_format")
        Path(path).write_text(self.svg, encoding="utf-8")
        return Path(path)

    def _repr_svg_(self) -> str:
        return self.svg


class _Track:
    """A row of the picture: boxes with texts, or curves."""

    def __init__(self, name: str, boxes: list[tuple[float, float, str]] | None, curves: tuple[Array, Array] | None) -> None:
        self.name = name
        self.boxes = boxes
        self.curves = curves
        self.height = _ROW if boxes is not None else _CURVES

    @property
    def end(self) -> float:
        if self.boxes is not None:
            return max((end for _, end, _ in self.boxes), default=0.0)
        assert self.curves is not None
        return float(np.nanmax(self.curves[0], initial=0.0))


def timeline(
    source: Dataset | Sequence | Annotation | Project | Iterable[Tier],
    video: str = "",
    *,
    start: float = 0.0,
    end: float | None = None,
    tracks: Iterable[str] | None = None,
    columns: int = 3,
    width: int = _WIDTH,
) -> Timeline:
    """Draws a piece of time of one video: texts and segments as boxes, numbers as curves.

    Args:
        source: what is shown.
        video: id of the video; empty where there is one only.
        start, end: seconds; None: to the end of the data.
        tracks: keys, or names of tiers, in their order; None: all.
        columns: how many features of a sequence are drawn, from the first.
        width: pixels.

    Raises:
        UnknownName: there is no such video or track, or several videos and none is named.
        FormatError: the end is not behind the start.
    """
    rows = [track for track in _tracks(source, video, columns)]
    if tracks is not None:
        wanted = [tracks] if isinstance(tracks, str) else list(tracks)
        named = {row.name: row for row in rows}
        missing = [name for name in wanted if name not in named]
        if missing:
            raise UnknownName(f"there is no track {missing[0]!r}; there are: {', '.join(named) or 'none'}", "unknown_key")
        rows = [named[name] for name in wanted]
    if end is None:
        end = max((row.end for row in rows), default=0.0)
    if not (np.isfinite(start) and np.isfinite(end) and end > start):
        raise FormatError(f"from {start} s to {end} s there is nothing to draw", "data_invalid")
    return Timeline(_drawn(rows, start, end, max(300, int(width))))


def _tracks(
    source: Union[Dataset, Sequence, Annotation, Project, Iterable[Tier]], video: str, columns: int
) -> list[_Track]:
    if isinstance(source, Sequence):
        source = Dataset({source.name or "sequence": source})
    if isinstance(source, Dataset):
        videos = source.videos
        if not video and len(videos) > 1:
            raise UnknownName(f"which video? there are {len(videos)}: {', '.join(videos[:3])} …", "unknown_id")
        chosen = video or next(iter(videos), "")
        found = []
        for key, sequence in source.items():
            ids = [id for id in sequence if stripped(id) == chosen or id == chosen]
            if ids:
                found.append(_sequence_track(key, sequence, ids, columns))
        if not found:
            raise UnknownName(f"no sequence has the video {chosen!r}", "unknown_id")
        return found
    tiers = source.tiers if isinstance(source, (Annotation, Project)) else list(source)
    found = [_tier_track(tier) for tier in tiers if video in ("", tier.video)]
    if not found:
        raise UnknownName(f"no tier is of the video {video!r}", "unknown_id")
    return found


def _sequence_track(key: str, sequence: Sequence, ids: list[str], columns: int) -> _Track:
    if sequence[ids[0]].dtype.kind == "S":
        boxes = [
            (float(start), float(end), text)
            for id in ids
            for (start, end), text in zip(sequence[id].intervals, sequence[id].texts())
        ]
        return _Track(key, boxes, None)
    intervals = np.concatenate([sequence[id].intervals for id in ids]).astype(float)
    features = np.concatenate([sequence[id].features.reshape(len(sequence[id].features), -1) for id in ids]).astype(float)
    if len(intervals) <= 60 and (np.diff(intervals[:, 0]) > 0.3).all():  # segments: their values are read
        boxes = [
            (float(start), float(end), ", ".join(f"{value:.3g}" for value in row[:columns]))
            for (start, end), row in zip(intervals, features)
        ]
        return _Track(key, boxes, None)
    return _Track(key, None, (intervals.mean(axis=1), features[:, :columns]))


def _tier_track(tier: Tier) -> _Track:
    boxes = []
    for segment in tier.segments:
        values = [
            f"{label} {given['value'] if isinstance(given, dict) else given}"
            for label, given in segment.get("values", {}).items()
        ]
        text = " · ".join([segment.get("text", "")] * bool(segment.get("text")) + values)
        boxes.append((float(segment["start"]), float(segment["end"]), text))
    return _Track(tier.name, boxes, None)


def _drawn(rows: list[_Track], start: float, end: float, width: int) -> str:
    height = _AXIS + sum(row.height + 6 for row in rows) + 6
    scale = (width - _HEAD - _MARGIN) / (end - start)

    def x(seconds: float) -> float:
        return _HEAD + (seconds - start) * scale

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        'font-family="Inter, DejaVu Sans, sans-serif" font-size="11.5">',
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        f'<clipPath id="piece"><rect x="{_HEAD}" y="0" width="{width - _HEAD - _MARGIN}" height="{height}"/></clipPath>',
        *_axis(start, end, x, height),
    ]
    top = float(_AXIS)
    for number, row in enumerate(rows):
        colour = _COLOURS[number % len(_COLOURS)]
        parts.append(f'<text x="{_HEAD - 8}" y="{top + row.height / 2 + 4:.1f}" text-anchor="end" fill="#333333">{escape(_short(row.name, _HEAD - 16))}</text>')
        parts.append('<g clip-path="url(#piece)">')
        if row.boxes is not None:
            for begin, stop, text in row.boxes:
                if stop < start or begin > end:
                    continue
                left, wide = x(begin), max(1.0, (stop - begin) * scale)
                parts.append(
                    f'<rect x="{left:.2f}" y="{top:.1f}" width="{wide:.2f}" height="{row.height}" rx="3" fill="{colour}" '
                    f'fill-opacity="0.18" stroke="{colour}"><title>{escape(text)}</title></rect>'
                )
                parts.append(f'<text x="{left + 4:.2f}" y="{top + row.height / 2 + 4:.1f}" fill="#222222">{escape(_short(text, wide - 6))}</text>')
        elif row.curves is not None:
            parts += _curves(row.curves, start, end, x, top, row.height)
        parts.append("</g>")
        top += row.height + 6
    parts.append("</svg>")
    return "\n".join(parts)


def _axis(start: float, end: float, x: object, height: int) -> list[str]:
    assert callable(x)
    step = next((each for each in (0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 300, 600, 3600) if (end - start) / each <= 12), 3600)
    parts = []
    for tick in np.arange(np.ceil(start / step), np.floor(end / step) + 1)[:200] * step:
        parts.append(f'<line x1="{x(tick):.2f}" y1="18" x2="{x(tick):.2f}" y2="{height}" stroke="#e4e4e4"/>')
        parts.append(f'<text x="{x(tick):.2f}" y="14" text-anchor="middle" fill="#666666">{tick:g} s</text>')
    return parts


def _curves(curves: tuple[Array, Array], start: float, end: float, x: object, top: float, height: int) -> list[str]:
    assert callable(x)
    times, values = curves
    seen = (times >= start) & (times <= end)
    parts = []
    for column in range(values.shape[1]):
        line = values[seen, column]
        finite = np.isfinite(line)
        if not finite.any():
            continue
        least, most = float(line[finite].min()), float(line[finite].max())
        span = (most - least) or 1.0
        points = " ".join(
            f"{x(time):.2f},{top + height - 3 - (value - least) / span * (height - 6):.2f}"
            for time, value in zip(times[seen][finite], line[finite])
        )
        parts.append(f'<polyline points="{points}" fill="none" stroke="{_COLOURS[column % len(_COLOURS)]}" stroke-width="1.2"/>')
    return parts


def _short(text: str, pixels: float) -> str:
    """As much of the text as fits."""
    most = int(pixels / _LETTER)
    if len(text) <= most:
        return text
    return text[: most - 1] + "…" if most > 2 else ""
