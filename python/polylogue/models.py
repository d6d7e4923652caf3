"""Models, trainings and extraction: by Polylogue's own programs, beside any PyTorch in this process."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from ._children import Child, Collected, json_lines, output
from ._programs import program
from ._progress import Progress, telling
from ._tables import table
from .datasets import Dataset
from .errors import Error, FileError, FormatError, MissingFile
from .sequences import PathLike

if TYPE_CHECKING:
    import pandas

__all__ = ["Display", "Model", "Prediction", "ShownSegment", "Training", "classes", "extract", "train"]


@dataclass(frozen=True)
class Display:
    """What a model shows of itself for a segment: attention, gates, contributions.

    Attributes:
        name: of the output: ``cross_attention``.
        title: for people: ``Attention per modality``.
        values: an array, float32, as many axes as ``axes``; NaN where there is no number.
        axes: what runs along each: ``step`` (the words of the segment), ``modality``, ``head`` …
        labels: names along each axis; an empty list is numbered.
        scale: how the numbers are to be read: ``share``, ``gate``, ``signed``, ``magnitude``.
    """

    name: str
    title: str
    values: NDArray[np.float32]
    axes: list[str]
    labels: list[list[str]]
    scale: str


@dataclass(frozen=True)
class ShownSegment:
    """The displays of a segment, by their names.

    Attributes:
        id: ``video[k]``.
        fold: the fold that the segment is of.
        start, end: seconds; None where the data tell no times.
    """

    id: str
    fold: str
    start: float | None
    end: float | None
    displays: dict[str, Display]


@dataclass(frozen=True)
class Prediction:
    """What a model makes of a segment.

    Attributes:
        id: ``video[k]``.
        start, end: seconds.
        scores: by output.
        labels: what is true, by output; None where nobody labelled.
        fold: the fold that the segment is of; empty: none.
    """

    id: str
    start: float
    end: float
    scores: dict[str, float]
    labels: dict[str, float] | None = None
    fold: str = ""


class Predictions(list[Prediction]):
    """Predictions in the order of the data."""

    def frame(self) -> pandas.DataFrame:
        """A table of pandas, indexed by file, start and end: a column for each output, and ``NAME_label``."""
        rows = []
        for each in self:
            row: dict[str, Any] = {"file": each.id.partition("[")[0], "start": each.start, "end": each.end, "id": each.id}
            row.update(each.scores)
            row.update({f"{name}_label": value for name, value in (each.labels or {}).items()})
            rows.append(row)
        return table(rows, ["id"])


def classes() -> str:
    """The models that can be trained, with their sizes and settings: a text for people."""
    return output("polylogue-models", ["classes"])


class Model:
    """A model's file. What it computes is computed by ``polylogue-models``, in a process of its own.

    >>> Model("tfn.safetensors").predict("dataset.json", fold="test").frame()

    Raises:
        MissingFile: there is no such file.
    """

    def __init__(self, path: PathLike) -> None:
        self.path = Path(path).absolute()
        if not self.path.is_file():
            raise MissingFile(f"{path}: there is no such model", "file_not_found")

    def predict(
        self,
        data: Dataset | PathLike | None = None,
        *,
        media: PathLike | None = None,
        transcript: PathLike | None = None,
        fold: str | None = None,
        ids: Iterable[str] | None = None,
        modalities: Iterable[str] | None = None,
        unlabelled: bool = False,
        progress: Progress = None,
    ) -> Predictions:
        """What the model makes of each segment.

        Args:
            data: a :class:`polylogue.Dataset` (which is written into a folder of its own for it), the list of
                one (``dataset.json``) or its folder, or packed features (``.h5``, ``.npz``).
            media: or a recording, for models that see and hear.
            transcript: of the recording (``.srt``, ``.vtt`` …), whose pieces are the segments.
            fold: only segments of this one (``test``).
            ids: only these segments (``video[0]``) or videos.
            modalities: only these of ``text``, ``acoustic``, ``visual``; others are held at their mean.
            unlabelled: also parts of videos that have words but no labels.

        Raises:
            Error: with what ``polylogue-models`` says.
        """
        arguments = ["predict", str(self.path), "--json"]
        if (data is None) == (media is None):
            raise FormatError("either data or media is to be named", "data_invalid")
        for name, given in (("--ids", ids), ("--modalities", modalities)):
            if given is not None:
                arguments += [name, *given]
        if unlabelled:
            arguments.append("--unlabelled")
        if media is not None:
            arguments += ["--media", os.fspath(media)]
            if transcript is not None:
                arguments += ["--transcript", os.fspath(transcript)]
        with _data_argument(data) as place, telling("Predicting", progress) as told:
            said = output("polylogue-models", [*arguments, *place], told)
        found = (
            Prediction(each["id"], each["start"], each["end"], each["scores"], each.get("labels"), each.get("fold") or "")
            for each in json.loads(said)
        )
        predictions = Predictions(found)
        folds = {each.fold for each in predictions if each.fold}
        if fold is not None and folds and fold not in folds:
            raise FormatError(f"there is no fold {fold!r}; there are {', '.join(sorted(folds))}", "unknown_fold")
        return Predictions(each for each in predictions if fold in (None, each.fold))

    def explain(
        self,
        data: Dataset | PathLike,
        *,
        fold: str | None = None,
        attribution: Iterable[str] = (),
        absent: str = "mean",
        seed: int = 1,
        progress: Progress = None,
    ) -> list[dict[str, Any]]:
        """What the model does with words, sound and face of each segment (docs/explanations.md).

        Args:
            data: as of :meth:`predict`.
            fold: only ``train``, ``valid`` or ``test``.
            attribution: also how much each step counts, by ``occlusion``, ``gradient``, ``ig``.
            absent: what stands for a modality that is absent: ``mean``, ``zero``, ``mask``, ``marginal``.

        Returns:
            A dict for each segment and output, as ``polylogue-models explain --json`` has them.
        """
        arguments = ["explain", str(self.path), "--json", "--progress", "--absent", absent, "--seed", str(seed)]
        if fold is not None:
            arguments += ["--fold", fold]
        wanted = [attribution] if isinstance(attribution, str) else list(attribution)
        if wanted:
            arguments += ["--attribution", ",".join(wanted)]
        with _data_argument(data) as place, telling("Explaining", progress) as told:
            return list(json_lines(output("polylogue-models", [*arguments, *place], told)))

    def displays(
        self, data: Dataset | PathLike, *, fold: str | None = None, progress: Progress = None
    ) -> list[ShownSegment]:
        """What the model shows of itself for each segment, as the window draws it: attention, gates, contributions.

        >>> shown = model.displays("dataset.json", fold="test")
        >>> shown[0].displays["modality_share"].values

        Args:
            data: as of :meth:`predict`; features of whole utterances have no displays.
            fold: only ``train``, ``valid`` or ``test``.

        Returns:
            A segment each; a model without displays gives segments with none.

        Raises:
            Error: with what ``polylogue-models`` says.
        """
        arguments = ["explain", str(self.path), "--displays", "--progress"]
        if fold is not None:
            arguments += ["--fold", fold]
        with _data_argument(data) as place, telling("Displays", progress) as told:
            lines = json_lines(output("polylogue-models", [*arguments, *place], told))
        cards = {card["output"]: card for card in next(lines)["cards"]}
        return [_shown(line, cards) for line in lines]

    def evaluate(self, data: Dataset | PathLike) -> list[dict[str, Any]]:
        """Scores on each fold of a dataset, as ``polylogue-models evaluate --json`` has them."""
        with _data_argument(data) as place:
            return list(json_lines(output("polylogue-models", ["evaluate", str(self.path), "--json", *place])))

    def __repr__(self) -> str:
        return f"<Model {self.path.name}>"


def _shown(line: Mapping[str, Any], cards: Mapping[str, Mapping[str, Any]]) -> ShownSegment:
    displays = {}
    for name, tensor in line.get("displays", {}).items():
        card = cards[name]
        values = np.array(tensor["values"], dtype=np.float32).reshape(tensor["shape"])
        displays[name] = Display(name, card["title"], values, card["axes"], card["labels"], card["scale"])
    return ShownSegment(line["id"], line["fold"], line.get("start"), line.get("end"), displays)


class _data_argument:
    """How the command line is told of data; a dataset in memory is written for as long as that takes."""

    def __init__(self, data: Dataset | PathLike | None) -> None:
        self._data = data
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def __enter__(self) -> list[str]:
        if self._data is None:
            return []
        if isinstance(self._data, Dataset):
            self._folder = tempfile.TemporaryDirectory(prefix="polylogue-")
            return ["--dataset", str(write_list(self._data, self._folder.name))]
        path = Path(self._data)
        if path.is_dir() and not (path / "dataset.json").exists():
            self._data = Dataset(path)
            return self.__enter__()
        if path.is_dir():
            path = path / "dataset.json"
        if not path.is_file():
            raise MissingFile(f"{self._data}: there is no such data", "file_not_found")
        return ["--dataset" if path.suffix == ".json" else "--data", str(path)]

    def __exit__(self, *ignored: object) -> None:
        if self._folder is not None:
            self._folder.cleanup()


def write_list(dataset: Dataset, folder: PathLike) -> Path:
    """Writes the sequences of a dataset and its list (``dataset.json``), which programs and the window open."""
    place = Path(folder)
    dataset.write(place, compression=None, progress=False)
    listed = {
        "name": "the dataset",
        "sequences": [{"name": key, "file": f"{key}.csd"} for key in dataset],
        "folds": dataset.folds,
    }
    (place / "dataset.json").write_text(json.dumps(listed, indent=2), encoding="utf-8")
    return place / "dataset.json"


@dataclass
class Training:
    """A training that runs, or has run: a folder with model, history and result (``polylogue-models train``).

    A training goes on when Python ends; :meth:`stop` stops it, and :func:`train` with ``resume`` takes it up.
    """

    folder: Path
    _process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def history(self) -> list[dict[str, Any]]:
        """A dict for each epoch: ``epoch``, ``loss``, ``valid_loss``, ``lr``, ``seconds``, … and ``modalities``.

        A training also trains models of single modalities, to compare with, where the configuration asks for
        nothing else; ``modalities`` tells their epochs from those of the model itself, which come first.
        """
        try:
            text = (self.folder / "history.jsonl").read_text(encoding="utf-8")
        except FileNotFoundError:
            return []
        return [json.loads(line) for line in text.splitlines() if line.endswith("}")]

    @property
    def result(self) -> dict[str, Any] | None:
        """The scores; None: the training is not done."""
        try:
            read: dict[str, Any] = json.loads((self.folder / "result.json").read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError):
            return None
        return read

    @property
    def is_running(self) -> bool:
        """Whether a process that was started here is at work."""
        return self._process is not None and self._process.poll() is None

    @property
    def model(self) -> Model:
        """The trained model. Raises MissingFile where there is none yet."""
        return Model(self.folder / "model.safetensors")

    def wait(self, progress: Progress = None) -> Training:
        """Waits for the end. Ctrl-C leaves the training running.

        Raises:
            Error: the training failed, with what it said.
        """
        with telling("Training", progress) as told:
            while self.is_running:
                time.sleep(0.1)
                if told is not None and (lines := self.history):
                    told(min(1.0, lines[-1]["epoch"] / max(1, lines[-1]["epochs"])))
        if self._process is not None and self._process.returncode != 0:
            said = (self.folder / "log.txt").read_text(encoding="utf-8", errors="replace").strip().splitlines()
            raise Error(said[-1] if said else f"ended with {self._process.returncode}", "program_failed")
        return self

    def stop(self) -> None:
        """Stops the training after its checkpoint; ``train(…, resume=True)`` goes on."""
        if self.is_running:
            assert self._process is not None
            self._process.send_signal(signal.SIGTERM)
            self._process.wait()


def train(
    config: Mapping[str, Any] | PathLike,
    out: PathLike,
    *,
    settings: Mapping[str, Any] | None = None,
    seed: int | None = None,
    threads: int = 1,
    resume: bool = False,
    overwrite: bool = False,
) -> Training:
    """Starts a training in a process of its own, as ``polylogue-models train`` does (docs/models.md).

    Args:
        config: what to train on what: a file, or a dict, whose paths are relative to the current folder.
        out: the folder of the run.
        settings: fields of the configuration to set: ``{"training.lr": 1e-3}``.
        seed: instead of the seed in the configuration.
        resume: goes on where a run in this folder was stopped; overwrite: starts over.

    Returns:
        The training, which runs; ``wait()`` waits for its end.
    """
    folder = Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    if not resume and not overwrite and (folder / "config.json").exists():
        raise FileError(f"{folder}: holds a run already; resume goes on, overwrite starts over", "run_exists")
    file = _written(config, folder) if isinstance(config, Mapping) else Path(config)
    arguments = ["train", str(file), "--out", str(folder), "--progress", "none", "--threads", str(threads)]
    if seed is not None:
        arguments += ["--seed", str(seed)]
    if settings:
        arguments += ["--set", *(f"{name}={value}" for name, value in settings.items())]
    if resume or overwrite:
        arguments.append("--resume" if resume else "--overwrite")
    try:
        with open(folder / "log.txt", "wb") as log:
            process = subprocess.Popen(
                [str(program("polylogue-models")), *arguments],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        # a mistake in the configuration ends the program before an epoch
        while process.poll() is None and not (folder / "config.json").exists():
            time.sleep(0.02)
    except OSError as error:
        raise FileError(f"{folder}: {error.strerror}", "io") from error
    training = Training(folder, process)
    if process.poll() not in (None, 0):
        training.wait(False)
    return training


def _written(config: Mapping[str, Any], folder: Path) -> Path:
    """The configuration as a file of the run, from where its paths are found."""
    absolute = dict(config)
    for name in ("dataset", "data"):
        if isinstance(absolute.get(name), (str, os.PathLike)):
            absolute[name] = os.path.abspath(absolute[name])
            if os.path.isdir(absolute[name]) and name == "dataset":
                absolute[name] = os.path.join(absolute[name], "dataset.json")
    file = folder / "asked.json"
    try:
        file.write_text(json.dumps(absolute, indent=2), encoding="utf-8")
    except (TypeError, ValueError) as error:
        raise FormatError(f"the configuration is no JSON: {error}", "data_invalid") from None
    return file


def extract(
    media: PathLike | Iterable[PathLike],
    out: PathLike,
    *,
    features: Iterable[str] | None = None,
    transcripts: PathLike | None = None,
    draft: bool = False,
    again: bool = False,
    jobs: int = 0,
    progress: Progress = None,
) -> Dataset:
    """Makes sequences of recordings: words, phones, sound, face … (``polylogue-cli extract``, docs/features.md).

    What is done in ``out`` is not done again. Ctrl-C stops; the next call goes on.

    Args:
        media: video or sound files, or folders of them.
        out: the folder of the results.
        features: names of sets (``words``, ``covarep74``, ``face`` …); None: the usual ones.
        transcripts: a folder with ``A.txt``, ``A.srt`` … for ``A.mp4``.
        draft: guesses the words of recordings without a transcript.
        again: makes anew what is there already.

    Returns:
        The dataset in ``out``.

    Raises:
        Error: with what the program says of the first recording that failed.
    """
    files = [media] if isinstance(media, (str, os.PathLike)) else list(media)
    arguments = [os.fspath(file) for file in files] + ["--out", os.fspath(out), "--events"]
    if features is not None:
        arguments += ["--features", ",".join(features)]
    if transcripts is not None:
        arguments += ["--transcripts", os.fspath(transcripts)]
    arguments += ["--draft"] * draft + ["--again"] * again + (["--jobs", str(jobs)] if jobs else [])
    with telling("Extracting", progress) as told, Child("polylogue-extract", arguments) as child:
        said = Collected(child.stderr)
        for event in (each for line in child.stdout for each in json_lines(line)):
            if told is not None and isinstance(event, dict) and "overall" in event:
                told(float(event["overall"]))
        child.finish(said.text())
    return Dataset(out)
