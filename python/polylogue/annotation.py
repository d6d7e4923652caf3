"""Annotation of files and projects: tiers, segments, judgements."""

from __future__ import annotations

import os
import platform
import socket
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Union

from . import _engine
from ._programs import checker
from ._tables import table
from .errors import FileError, FormatError, MissingFile, UnknownName
from .sequences import PathLike

if TYPE_CHECKING:
    import pandas

__all__ = ["Annotation", "Project", "Tier", "formats", "read_annotation"]

Value = Union[float, str, None]


def formats() -> list[dict[str, Any]]:
    """The formats that :func:`read_annotation` reads and :meth:`Annotation.write` writes.

    Returns:
        A dict each, with ``id``, ``name``, ``endings``, ``is_read``, ``is_written``.
    """
    return _engine.formats()


@dataclass
class Tier:
    """One layer of annotation of a video.

    Attributes:
        name: of the tier; judgements of a person have names such as ``labels/anna``.
        segments: dicts with ``start`` and ``end`` in seconds, ``text``, ``values`` (by label, a dict with
            ``value``, ``annotator``, ``when`` in milliseconds since 1970, ``pass`` and ``visible``), and what
            else the file says of them.
        video: id of the video; empty where a file says none.
        kind: ``interval``, ``point`` or ``continuous`` (segments have ``samples`` at ``rate`` a second).
        labels: what segments may carry: dicts with ``name`` and ``scale`` (``{"least": -3, "greatest": 3,
            "step": 0.5}``; a step of 0: any number between), or ``terms`` (``[{"name": "happy"}, …]``), or
            neither: free text.
        annotator: who made it; empty: not known.
        rate: values a second of a continuous tier.
        about: all else that is known, such as ``id``, ``parent``, ``constraint``, ``layer``.
    """

    name: str
    segments: list[dict[str, Any]] = field(default_factory=list, repr=False)
    video: str = ""
    kind: str = "interval"
    labels: list[dict[str, Any]] = field(default_factory=list)
    annotator: str = ""
    rate: float = 0.0
    about: dict[str, Any] = field(default_factory=dict, repr=False)

    @classmethod
    def _of(cls, value: dict[str, Any], segments: list[dict[str, Any]]) -> Tier:
        known = {name: value.pop(name) for name in ("name", "video", "kind", "labels", "annotator", "rate")}
        value.pop("segments", None)
        return cls(segments=segments, about=value, **known)

    def _plain(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "video": self.video,
            "kind": self.kind,
            "labels": [_with_step(label) for label in self.labels] or None,
            "annotator": self.annotator,
            "rate": self.rate,
            "segments": self.segments,
        }

    def frame(self) -> pandas.DataFrame:
        """The segments as a table of pandas, indexed by file, start and end: a row each, a column for each label."""
        return _frame([self])

    def _repr_html_(self) -> str:
        return _html([self])


@dataclass
class Annotation(Mapping[str, Tier]):
    """What a file holds: tiers by name, in their order.

    Attributes:
        tiers: all of them; two of one name can be told apart here.
        notes: what was read differently from how the file has it: sentences.
        skipped: items that could not be read, with ``line`` and ``reason``.
        media: recordings that the file names.
        format: id of the format it was read as.
    """

    tiers: list[Tier]
    notes: list[str] = field(default_factory=list)
    skipped: list[dict[str, Any]] = field(default_factory=list)
    media: list[str] = field(default_factory=list)
    format: str = ""

    def __getitem__(self, name: str) -> Tier:
        for tier in self.tiers:
            if tier.name == name:
                return tier
        known = ", ".join(tier.name for tier in self.tiers) or "none"
        raise UnknownName(f"there is no tier {name!r}; there are: {known}", "unknown_tier")

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(tier.name for tier in self.tiers))

    def __len__(self) -> int:
        return len(dict.fromkeys(tier.name for tier in self.tiers))

    def write(
        self, path: PathLike, format: str = "", *, guard_cells: bool = False, overwrite: bool = False
    ) -> list[str]:
        """Writes the tiers as another program reads them.

        Args:
            path: its ending names the format, where ``format`` does not.
            format: an id of :func:`formats`.
            guard_cells: cells of tables that a spreadsheet would take for a formula get an apostrophe in front.
            overwrite: the file may be there already.

        Returns:
            Sentences on what the file does not hold.

        Raises:
            FileError, FormatError: with tier, segment and what was expected; nothing is written then.
        """
        plain = [tier._plain() for tier in self.tiers]
        _, losses = _engine.write_tiers(plain, os.fspath(path), format, guard_cells, overwrite)
        return losses

    def frame(self) -> pandas.DataFrame:
        """All segments as a table of pandas, indexed by file, start and end."""
        return _frame(self.tiers)

    def _repr_html_(self) -> str:
        return _html(self.tiers)


def read_annotation(
    path: PathLike,
    format: str = "",
    *,
    frames_per_second: float = 0.0,
    video: str = "",
    large: bool = False,
    check: bool = True,
) -> Annotation:
    """Reads annotation of any format that ``polylogue-cli convert`` reads: ELAN, Praat, NOVA, captions, tables …

    Args:
        format: an id of :func:`formats`; empty: by the file's name and content.
        frames_per_second: for formats that count frames.
        video: only this one, of files about several.
        large: tables of millions of rows, which take as much memory.
        check: False for HDF5 that you trust (:class:`Sequence`).

    Raises:
        MissingFile, FileError, FormatError: with file and place.
    """
    if format and format not in {each["id"] for each in formats() if each["is_read"]}:
        known = ", ".join(each["id"] for each in formats() if each["is_read"])
        raise FormatError(f"there is no format {format!r} that is read; there are: {known}", "unknown_format")
    looking = checker(check) if os.fspath(path).endswith((".csd", ".h5", ".hdf5")) else None
    read = _engine.read_tiers(os.fspath(path), format, frames_per_second, video, large, looking)
    tiers = [Tier._of(value, value["segments"]) for value in read.pop("tiers")]
    return Annotation(tiers=tiers, **read)


class Project:
    """A project of the window (``.polylogue``) as it is at this moment; a window may have it open.

    >>> project = Project("study.polylogue")
    >>> project.tier("labels", video="talk_1").frame()
    >>> project.write_layer("labels", "my model", {17: {"sentiment": 1.2}})

    Attributes:
        problems: what of the file cannot be read: sentences; empty for an undamaged file.

    Raises:
        MissingFile, FormatError: ``not_a_project``, ``damaged``.
    """

    def __init__(self, path: PathLike) -> None:
        self.path = Path(path)
        self._held = _engine.Project.open(os.fspath(path))
        self.problems: list[str] = self._held.problems()

    @classmethod
    def create(cls, path: PathLike, tiers: Iterable[Tier] = (), *, dataset: PathLike | None = None) -> Project:
        """Makes a project of tiers, whole or not at all.

        Args:
            dataset: what the project is about: a folder, or the list of a dataset; the window opens it with the
                project.

        Raises:
            FileError: there is such a file already.
            MissingFile: there is no such dataset.
            FormatError, Error: ``refused``, a value that is not on its label's scale.
        """
        if dataset is not None and not Path(dataset).exists():
            raise MissingFile(f"{dataset}: there is no such dataset", "file_not_found")
        about = [] if dataset is None else [Path(dataset).absolute()]
        _engine.create_project(os.fspath(path), [tier._plain() for tier in tiers], about)
        return cls(path)

    def __reduce__(self) -> tuple[Any, ...]:
        return Project, (self.path,)

    def refresh(self) -> None:
        """Reads the project again, as others have changed it."""
        self._held = _engine.Project.open(os.fspath(self.path))
        self.problems = self._held.problems()

    @property
    def tiers(self) -> list[Tier]:
        """All tiers with their segments. ``about["layer"]`` says of whose judgements a tier is, if it is such one."""
        by_tier: dict[int, list[dict[str, Any]]] = {}
        for segment in self._held.segments():
            by_tier.setdefault(segment["tier"], []).append(segment)
        return [Tier._of(value, by_tier.get(value["id"], [])) for value in self._held.tiers()]

    @property
    def videos(self) -> list[str]:
        """Videos that have a tier."""
        return list(dict.fromkeys(tier["video"] for tier in self._held.tiers()))

    def tier(self, name: str, video: str = "") -> Tier:
        """The tier of that name; of several, the one of this video.

        Raises:
            UnknownName: there is none, with the names that there are.
        """
        tiers = self._held.tiers()
        for value in tiers:
            if value["name"] == name and video in ("", value["video"]):
                return Tier._of(value, self._held.segments(value["id"]))
        videos = sorted({value["video"] for value in tiers if value["name"] == name})
        if videos:
            raise UnknownName(f"{self.path}: {name!r} is a tier of {', '.join(videos[:5])}, not of {video!r}", "unknown_tier")
        known = ", ".join(sorted({value["name"] for value in tiers})) or "none"
        raise UnknownName(f"{self.path} has no tier {name!r}; there are: {known}", "unknown_tier")

    @property
    def items(self) -> list[dict[str, Any]]:
        """All else that the project keeps: dicts with ``kind``, ``name`` and ``value``."""
        items: list[dict[str, Any]] = self._held.items()
        return items

    @property
    def dataset_paths(self) -> list[Path]:
        """The dataset that the project is about."""
        return self._held.dataset()

    @property
    def folds(self) -> dict[str, list[str]] | None:
        """Folds that a person drew; None: those of the dataset count."""
        return self._held.folds()

    def judgements(self, of: str) -> list[dict[str, Any]]:
        """Every value that somebody gave to a segment of a tier: a dict each.

        Returns:
            ``video``, ``segment`` (its number), ``start``, ``end``, ``annotator``, ``pass``, ``presentation``,
            ``purpose``, ``settled``, ``label``, ``value``, ``when``, ``visible``, ``comment``.
        """
        self.tier(of)  # is there
        found = []
        for tier in self.tiers:
            layer = tier.about.get("layer")
            if layer is None or layer["of"] != of:
                continue
            for segment in tier.segments:
                for label, given in segment["values"].items():
                    found.append(
                        {
                            "video": tier.video,
                            "segment": segment["parent"],
                            "start": segment["start"],
                            "end": segment["end"],
                            "annotator": layer["annotator"],
                            "pass": layer["pass"],
                            "presentation": layer["presentation"],
                            "purpose": layer["purpose"],
                            "settled": layer["settled"],
                            "label": label,
                            "value": given["value"],
                            "when": given["when"],
                            "visible": given["visible"],
                            "comment": segment["comment"],
                        }
                    )
        return found

    def frame(self, tier: str | None = None) -> pandas.DataFrame:
        """Segments as a table of pandas, indexed by file, start and end; of one name, or of all tiers."""
        return _frame([each for each in self.tiers if tier in (None, each.name)])

    def write_layer(
        self,
        of: str,
        source: str,
        values: Mapping[int, Mapping[str, Value]],
        *,
        snap: bool = False,
        pass_number: int = 1,
    ) -> int:
        """Writes values as judgements of a named source over a tier, which the window shows as a layer.

        The project is locked as the window locks it; one step of the project's history comes of it.

        Args:
            of: name of the judged tier.
            source: who judges, such as the name of a model.
            values: by the segment's number (``id``), labels with numbers or terms; None takes a value back.
            snap: numbers go to the nearest step of the label's scale, as a model's must; otherwise a number
                between two steps is refused.
            pass_number: of the source over the material.

        Returns:
            How many judgements changed.

        Raises:
            FileError: ``in_use``, with who has the project open; the project is unchanged then.
            Error: ``refused``, where a value is not on its label's scale.
        """
        if not source:
            raise FileError("a layer needs the name of its source", "data_invalid")
        steps = self._steps(of)
        plain = {}
        for segment, labels in values.items():
            if not isinstance(labels, Mapping):
                raise FormatError(f"segment {segment}: expected labels with their values, not {labels!r}", "data_invalid")
            plain[str(segment)] = {
                label: _on_step(value, steps.get(label)) if snap else value for label, value in labels.items()
            }
        with _ProjectLock(self.path):
            changed = _engine.judge(os.fspath(self.path), of, source, pass_number, plain)
        self.refresh()
        return changed

    def _steps(self, of: str) -> dict[str, dict[str, float]]:
        """By label, the scale of a judged tier."""
        return {label["name"]: label["scale"] for label in self.tier(of).labels if isinstance(label.get("scale"), dict)}

    def __repr__(self) -> str:
        return f"<Project {self.path.name}: {len(self._held.tiers())} tiers of {len(self.videos)} videos>"

    def _repr_html_(self) -> str:
        return _html(self.tiers)


def _on_step(value: Value, scale: dict[str, float] | None) -> Value:
    if scale is None or value is None or isinstance(value, str):
        return value
    number = min(max(float(value), scale["least"]), scale["greatest"])
    step = scale.get("step") or 0
    return scale["least"] + round((number - scale["least"]) / step) * step if step else number


def _with_step(label: dict[str, Any]) -> dict[str, Any]:
    scale = label.get("scale")
    return {**label, "scale": {"step": 0, **scale}} if isinstance(scale, dict) else label


class _ProjectLock:
    """PROJECT.lock as the window makes it: number and name of the process, name of the machine, a line each."""

    def __init__(self, project: Path) -> None:
        self._project = project
        self._file = project.with_name(project.name + ".lock")

    def __enter__(self) -> None:
        for attempt in range(2):
            try:
                descriptor = os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o644)
            except FileExistsError:
                if attempt == 0 and self._is_left_behind():
                    continue
                raise FileError(f"{self._project}: is in use: {self._holder()}", "in_use") from None
            except OSError as error:
                raise FileError(f"{self._project}: cannot be locked: {error.strerror}", "io") from None
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                file.write(f"{os.getpid()}\npython\n{socket.gethostname()}\n{_machine()}\n{_boot()}\n")
            return

    def __exit__(self, *ignored: object) -> None:
        self._file.unlink(missing_ok=True)

    def _lines(self) -> list[str]:
        try:
            return self._file.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            return []

    def _holder(self) -> str:
        lines = self._lines()
        return f"{lines[1]} (process {lines[0]}) on {lines[2]} has it open" if len(lines) >= 3 else str(self._file)

    def _is_left_behind(self) -> bool:
        """Removes the lock of a process of this machine that has ended."""
        lines = self._lines()
        if len(lines) < 3 or not lines[0].isdigit() or lines[2] != socket.gethostname():
            return False
        if (not len(lines) >= 5 or lines[4] == _boot()) and os.path.exists(f"/proc/{lines[0]}"):
            return False
        self._file.unlink(missing_ok=True)
        return True


def _first_line(*files: str) -> str:
    for file in files:
        try:
            return Path(file).read_text(encoding="utf-8").strip()
        except OSError:
            continue
    return platform.node()


def _machine() -> str:
    return _first_line("/etc/machine-id", "/var/lib/dbus/machine-id")


def _boot() -> str:
    return _first_line("/proc/sys/kernel/random/boot_id")


def _frame(tiers: Sequence[Tier]) -> pandas.DataFrame:
    return table(list(_rows(tiers)), ["tier", "text"])


def _rows(tiers: Iterable[Tier]) -> Iterator[dict[str, Any]]:
    for tier in tiers:
        for segment in tier.segments:
            row = {
                "file": tier.video,
                "start": segment["start"],
                "end": segment["end"],
                "tier": tier.name,
                "annotator": tier.annotator,
                "text": segment.get("text", ""),
            }
            for label, given in segment.get("values", {}).items():
                row[label] = given["value"] if isinstance(given, Mapping) else given
            yield row


def _html(tiers: Sequence[Tier]) -> str:
    from html import escape

    rows = "".join(
        f"<tr><td>{escape(tier.video)}</td><td>{escape(tier.name)}</td><td>{escape(tier.kind)}</td>"
        f"<td>{len(tier.segments)}</td><td>{escape(', '.join(label['name'] for label in tier.labels))}</td></tr>"
        for tier in tiers[:30]
    )
    more = f"<caption>and {len(tiers) - 30} more</caption>" if len(tiers) > 30 else ""
    head = "".join(f"<th>{name}</th>" for name in ("video", "tier", "kind", "segments", "labels"))
    return f"<table>{more}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
