"""How raters agree, what they agree on, and how well predictions agree with labels."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from . import _engine
from ._progress import Progress, telling
from .errors import FormatError, ShapeError
from .sequences import Array, PathLike

__all__ = [
    "Consensus",
    "OrdinalConsensus",
    "Ratings",
    "Statistic",
    "influence",
    "read_ratings",
    "score_binary",
    "score_classes",
    "score_regression",
    "study_design",
]


@dataclass(frozen=True)
class Statistic:
    """One figure of agreement with all that is needed to quote it.

    Attributes:
        key, name, rule: ``alpha``, ``Krippendorff's alpha``, ``ordinal metric``.
        value: None where it is undefined; ``undefined`` says why.
        interval: 95 % of the bootstrap over units; None: there is none.
        between: the raters that it compares; empty: all.
        units, raters: how many went into it.
        dropped: what did not, with how many.
        terms: what the value is calculated from.
    """

    key: str
    name: str
    rule: str
    value: float | None
    undefined: str = ""
    interval: tuple[float, float] | None = None
    between: list[str] = field(default_factory=list)
    units: int = 0
    raters: int = 0
    dropped: dict[str, int] = field(default_factory=dict)
    terms: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Consensus:
    """One value for each unit, in which raters count by how well they judge (EM over linear raters).

    Attributes:
        values: by unit; NaN where nobody judged.
        deviations: how sure each value is.
        raters: dicts with ``rater``, ``bias``, ``scale``, ``noise``, ``units``.
    """

    values: Array
    deviations: Array
    raters: list[dict[str, Any]]


@dataclass(frozen=True)
class OrdinalConsensus:
    """What is believed of units rated on a scale of K steps, and of the raters (ordered probit; docs/agreement.md).

    Attributes:
        steps: K, what the columns of ``chances`` stand for.
        chances: units × K; NaN where nobody judged, as in the figures that follow.
        crowd: what the mean of many raters would say; ``mean``: the middle rater; ``label``: the median step.
        loss: how far from the truth ``label`` is expected to be, in steps.
        sets: units × 2, the narrowest run of steps with a chance of 90 %.
        raters: dicts with ``rater``, ``bias``, ``scale``, ``noise``, ``enough``.
        thresholds: K − 1.
    """

    steps: Array
    chances: Array
    crowd: Array
    mean: Array
    label: Array
    loss: Array
    sets: Array
    raters: list[dict[str, Any]]
    thresholds: Array


class Ratings:
    """Ratings of the same units (segments, words, frames) by several raters.

    >>> Ratings([[1, 1, 2], [3, 3, None], [0, 1, 0]]).alpha().value

    Args:
        values: units × raters; None and NaN: not rated. Texts are categories.
        units, raters: their names; None: numbers.
        videos: which video each unit is of; None: all are of one.

    Raises:
        ShapeError: the values are not units × raters.
    """

    def __init__(
        self,
        values: ArrayLike,
        *,
        units: Iterable[str] | None = None,
        raters: Iterable[str] | None = None,
        videos: Iterable[str] | None = None,
    ) -> None:
        table: Array = np.asarray(values, dtype=object)
        if table.ndim != 2:
            raise ShapeError(f"ratings are units × raters, not an array of {table.ndim} axes", "row_mismatch")
        given = [value for value in table.ravel() if not _is_missing(value)]
        categories: list[str] = []
        if any(isinstance(value, str) for value in given):
            categories = sorted({str(value) for value in given})
            numbers = {name: number for number, name in enumerate(categories)}
            cells = [[np.nan if _is_missing(value) else numbers[str(value)] for value in row] for row in table]
        else:
            try:
                cells = [[np.nan if _is_missing(value) else float(value) for value in row] for row in table]
            except (TypeError, ValueError):
                raise ShapeError("ratings are numbers or texts", "data_invalid") from None
        self._held = _engine.Ratings(
            np.array(cells, float).reshape(table.shape),
            _names(units, table.shape[0]),
            _names(raters, table.shape[1]),
            _names(videos, table.shape[0]) if videos is not None else [],
            categories,
        )

    @classmethod
    def _of(cls, held: _engine.Ratings) -> Ratings:
        made = cls.__new__(cls)
        made._held = held
        return made

    @property
    def label(self) -> str:
        """What was rated, where a file says it."""
        return self._held.label()

    @property
    def units(self) -> list[str]:
        return self._held.units()

    @property
    def raters(self) -> list[str]:
        return self._held.raters()

    @property
    def categories(self) -> list[str]:
        """Names that the values stand for; empty: the values are numbers."""
        return self._held.categories()

    @property
    def values(self) -> Array:
        """Units × raters, float64; NaN: not rated. Of categories, their number in :attr:`categories`."""
        return self._held.values()

    def agreement(
        self,
        statistics: Iterable[str] = ("alpha",),
        *,
        metric: str = "",
        draws: int = 2000,
        seed: int = 1,
        progress: Progress = None,
    ) -> list[Statistic]:
        """Figures of agreement, as ``polylogue-cli agreement`` gives them.

        Args:
            statistics: of ``alpha``, ``kappa``, ``weighted``, ``fleiss``, ``icc``, ``ccc``, ``ewe``, ….
            metric: of alpha: ``nominal``, ``ordinal``, ``interval``, ``ratio``, ``sets``; empty: what the
                values are.
            draws, seed: of the bootstrap.

        Raises:
            FormatError: ``unknown_statistic``, ``unknown_metric``, with those that there are.
        """
        with telling("Comparing raters", progress) as told:
            made = self._held.agreement(list(statistics), metric, draws, seed, told)
        return [_statistic(each) for each in made]

    def alpha(self, metric: str = "", *, draws: int = 2000, seed: int = 1) -> Statistic:
        """Krippendorff's alpha with its interval."""
        return self.agreement(["alpha"], metric=metric, draws=draws, seed=seed)[0]

    def consensus(self) -> Consensus:
        """What the raters agree on when each has a bias, a use of the scale and a noise of their own.

        Raises:
            ShapeError: ``no_numbers``, for categories.
        """
        values, deviations, raters = self._held.consensus()
        return Consensus(
            np.array([np.nan if value is None else value for value in values], float), np.array(deviations, float), raters
        )

    def ordinal_consensus(
        self, *, scale: tuple[float, float] | None = None, progress: Progress = None
    ) -> OrdinalConsensus:
        """What each unit is on a scale of steps, as ``polylogue-cli consensus --model ordinal`` finds it.

        Args:
            scale: lowest and highest step; None: of the ratings.

        Raises:
            ShapeError: ``no_numbers``, for categories; ``no_steps``, for ratings that are no steps of a scale.
        """
        with telling("Fitting raters", progress) as told:
            found = _engine.ordinal_consensus(self._held, list(scale) if scale is not None else [], told)
        units: list[dict[str, Any] | None] = found["units"]
        steps = len(found["steps"])

        def column(name: str, *width: int) -> Array:
            made: Array = np.full((len(units), *width), np.nan)
            for row, unit in enumerate(units):
                if unit is not None:
                    made[row] = unit[name]
            return made

        return OrdinalConsensus(
            steps=np.array(found["steps"], float),
            chances=column("chances", steps),
            crowd=column("crowd"),
            mean=column("mean"),
            label=column("label"),
            loss=column("loss"),
            sets=column("set", 2),
            raters=found["raters"],
            thresholds=np.array(found["thresholds"], float),
        )

    def __reduce__(self) -> tuple[Any, ...]:
        held = self._held
        return _ratings, (held.values(), held.units(), held.raters(), held.videos(), held.categories())

    def __repr__(self) -> str:
        return f"<Ratings {self.label}: {len(self.units)} units × {len(self.raters)} raters>"


def _statistic(plain: dict[str, Any]) -> Statistic:
    interval = plain.pop("interval")
    return Statistic(interval=(interval[0], interval[1]) if interval else None, **plain)


def _ratings(values: Array, units: list[str], raters: list[str], videos: list[str], categories: list[str]) -> Ratings:
    return Ratings._of(_engine.Ratings(values, units, raters, videos, categories))


def _is_missing(value: object) -> bool:
    return value is None or (isinstance(value, (float, np.floating)) and bool(np.isnan(value)))


def _names(names: Iterable[str] | None, count: int) -> list[str]:
    made = [str(number) for number in range(count)] if names is None else [str(name) for name in names]
    if len(made) != count:
        raise ShapeError(f"there are {len(made)} names for {count}", "row_mismatch")
    return made


def read_ratings(
    *paths: PathLike, ids: Iterable[str] = (), labels: Iterable[str] = (), missing: Iterable[str] = ()
) -> dict[str, Ratings]:
    """Reads tables of ratings in any of the forms of docs/agreement.md: by label.

    Args:
        ids: columns that name the unit and are no ratings; none: ``unit``, or ``video_id`` and ``clip_id``.
        labels: only these; none: all.
        missing: words that stand for no rating, beside ``.``, ``NA`` and ``NaN``.

    Raises:
        MissingFile, FileError, FormatError: with file and line.
    """
    if not paths:
        raise FormatError("no file is named", "data_invalid")
    tables, _ = _engine.read_ratings([os.fspath(path) for path in paths], list(ids), list(labels), list(missing))
    return {table.label(): Ratings._of(table) for table in tables}


def study_design(
    *,
    scale: tuple[int, int] = (-3, 3),
    units: Iterable[int] = (50, 100, 200, 400),
    raters: int = 6,
    alpha_within: float = 0.05,
    reliability: float = 0.8,
    error: float = 0.5,
    cost: float = 1.0,
    project: int | None = None,
    seed: int = 1,
    spread: float | None = None,
    bias: float | None = None,
    slope: float | None = None,
    noise: float | None = None,
    progress: Progress = None,
) -> dict[str, Any]:
    """How many raters and units a study needs, by simulation, as ``polylogue-cli design`` says it (docs/agreement.md).

    Args:
        scale: the least and the greatest step of the label; steps are whole numbers.
        units: numbers of units to look at.
        raters: the most raters of a unit.
        alpha_within: the half width that α's interval may have, for these raters.
        reliability: that the mean of a unit's ratings is to have.
        error: in steps, that the mean may have.
        cost: of a rating.
        project: how many units there are in all; None: the most of ``units``.
        spread, bias, slope, noise: of truths and raters, in steps; None: usual ones, which stand in the answer.

    Returns:
        ``rows``, ``plan`` and ``notes``; figures that are undefined are None.

    Raises:
        ShapeError: ``out_of_range``.
    """
    wished: dict[str, Any] = {
        "scale": [int(scale[0]), int(scale[1])],
        "units": [int(count) for count in units],
        "raters": raters,
        "alpha_within": alpha_within,
        "reliability": reliability,
        "error": error,
        "cost": cost,
        "seed": seed,
    }
    assumed = {"project": project, "spread": spread, "bias": bias, "slope": slope, "noise": noise}
    wished.update({name: value for name, value in assumed.items() if value is not None})
    with telling("Simulating studies", progress) as told:
        return _engine.study_design(wished, told)


def influence(
    units: Iterable[object],
    values: ArrayLike,
    visible: ArrayLike,
    predictions: ArrayLike,
    *,
    seed: int = 1,
    progress: Progress = None,
) -> dict[str, Any]:
    """Whether answers move towards a prediction where raters see it, as ``polylogue-cli influence`` says it.

    Args:
        units: of each answer, which unit it is about.
        values, visible, predictions: of each answer; whether its rater saw the prediction before.

    Returns:
        ``units``, ``dropped``, ``closer``, ``p``, ``pull``, ``low``, ``high``, ``pull_units``; None where
        undefined, and ``undefined`` says why.

    Raises:
        ShapeError: ``row_mismatch``, where the columns differ in length.
    """
    numbers: dict[object, int] = {}
    places = [numbers.setdefault(unit, len(numbers)) for unit in units]
    seen = [bool(value) for value in _column(visible, "visible")]
    said, predicted = _column(values, "values").tolist(), _column(predictions, "predictions").tolist()
    with telling("Shuffling who saw the prediction", progress) as told:
        return _engine.influence(places, said, seen, predicted, seed, told)


def _column(values: ArrayLike, name: str) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    try:
        column = np.asarray(values, float).reshape(-1)
    except (TypeError, ValueError):
        raise ShapeError(f"{name} are no numbers", "data_invalid") from None
    if not np.isfinite(column).all():
        raise ShapeError(f"{name} hold NaN or infinities", "not_finite")
    return column


def score_regression(predictions: ArrayLike, truths: ArrayLike) -> Mapping[str, float | None]:
    """Scores of sentiment as papers on CMU-MOSI and MOSEI give them (Tsai et al., ACL 2019).

    Returns:
        ``mae``, ``correlation``, ``ccc``, ``accuracy_7``, ``accuracy_7_away_from_0``, ``accuracy_5``,
        ``accuracy_3``, ``accuracy_2_has_0``, ``f1_has_0``, ``accuracy_2_non_0``, ``f1_non_0`` and counts; None
        where a score is undefined.

    Raises:
        ShapeError: not as many predictions as truths, or none.
    """
    return _engine.score_regression(_column(predictions, "predictions"), _column(truths, "truths"))


def _classes(values: ArrayLike, name: str) -> list[int]:
    column = _column(values, name)
    if (column != np.floor(column)).any() or (column < 0).any():
        raise ShapeError(f"{name} are no classes 0, 1, 2, …", "data_invalid")
    return [int(value) for value in column]


def score_classes(predictions: ArrayLike, truths: ArrayLike, classes: int) -> dict[str, Any]:
    """Accuracy, precision, recall and F1 (weighted and macro) of classes 0 … ``classes`` − 1.

    Raises:
        ShapeError: not as many predictions as truths, or none, or a class that is not among them.
    """
    if not 1 <= classes <= 10_000:
        raise ShapeError(f"there may be 1 to 10 000 classes, not {classes}", "data_invalid")
    return _engine.score_classes(_classes(predictions, "predictions"), _classes(truths, "truths"), classes)


def score_binary(predictions: ArrayLike, truths: ArrayLike) -> dict[str, Any]:
    """Accuracy, weighted F1 and weighted accuracy (MOSEI's rule for emotions) of yes and no."""
    return _engine.score_binary(
        [bool(value) for value in _column(predictions, "predictions")], [bool(value) for value in _column(truths, "truths")]
    )
