"""Agreement, consensus and scores, by hand and beside other programs' figures."""

import pickle

import numpy as np
import polylogue
import pytest


def test_alpha_of_krippendorffs_own_example():
    """Content Analysis, chapter 12: four observers, twelve units; nominal 0.743, ordinal 0.815, interval 0.849, ratio 0.797."""
    n = None
    ratings = [
        [1, 1, n, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4],
        [4, 4, 4, 4], [1, 1, 2, 1], [2, 2, 2, 2], [n, 5, 5, 5], [n, n, 1, 1], [n, n, 3, n],
    ]  # fmt: skip
    table = polylogue.Ratings(ratings, raters=["A", "B", "C", "D"])
    for metric, value in (("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)):
        assert abs(table.alpha(metric, draws=0).value - value) < 0.0006
    alpha = table.alpha("interval", draws=500)
    assert alpha.interval[0] < alpha.value < alpha.interval[1] + 1e-9
    assert alpha.dropped == {"units with fewer than two ratings": 1}


def test_categories_and_undefined_figures():
    table = polylogue.Ratings([["a", "b"], ["a", "a"], ["b", None]])
    assert table.categories == ["a", "b"]
    kappa = next(each for each in table.agreement(["kappa"]))
    assert kappa.between == ["0", "1"] and kappa.value == 0.0
    same = polylogue.Ratings([[1, 1], [1, 1]]).alpha()
    assert same.value is None and same.undefined
    with pytest.raises(polylogue.FormatError) as unknown:
        table.agreement(["beta"])
    assert "alpha" in str(unknown.value)
    with pytest.raises(polylogue.ShapeError):
        table.consensus()


def test_consensus_finds_who_is_biased():
    draws = np.random.default_rng(1)
    truth = draws.uniform(-3, 3, 400)
    ratings = np.stack([truth + draws.normal(0, 0.2, 400), truth + 1 + draws.normal(0, 0.2, 400), truth + draws.normal(0, 0.9, 400)], 1)
    found = polylogue.Ratings(ratings, raters=["exact", "high", "noisy"]).consensus()
    by_name = {each["rater"]: each for each in found.raters}
    assert by_name["high"]["bias"] - by_name["exact"]["bias"] == pytest.approx(1, abs=0.1)
    assert by_name["noisy"]["noise"] > 2 * by_name["exact"]["noise"]
    offset = np.mean(found.values - truth)
    assert np.abs(found.values - truth - offset).mean() < np.abs(ratings.mean(1) - truth - np.mean(ratings.mean(1) - truth)).mean()


def test_ordinal_consensus_knows_who_reads_the_scale_in_reverse():
    draws = np.random.default_rng(1)
    truths = np.clip(np.round(draws.normal(0, 1.5, 200)), -3, 3)
    ratings = [np.clip(np.round(scale * truths + draws.normal(0, 0.6, 200)), -3, 3) for scale in (1, 1, 0.9, -1)]
    table = np.stack(ratings, 1).astype(object)
    table[7] = None
    found = polylogue.Ratings(table).ordinal_consensus(scale=(-3, 3))
    assert found.steps.tolist() == [-3, -2, -1, 0, 1, 2, 3]
    assert found.chances.shape == (200, 7) and found.thresholds.shape == (6,)
    assert np.isnan(found.crowd[7]) and np.isnan(found.chances[7]).all()
    known = np.arange(200) != 7
    assert np.allclose(found.chances[known].sum(1), 1)
    assert np.abs(found.mean - truths)[known].mean() < 0.3
    assert found.raters[3]["scale"] < -0.5 and all(rater["enough"] for rater in found.raters)
    with pytest.raises(polylogue.ShapeError):
        polylogue.Ratings([["a", "b"]]).ordinal_consensus()
    with pytest.raises(polylogue.ShapeError):
        polylogue.Ratings(table).ordinal_consensus(scale=(0, 3))


def test_a_study_is_designed():
    found = polylogue.agreement.study_design(units=[40, 80], raters=3, project=500, alpha_within=0.2, error=0.6)
    assert [row["k"] for row in found["rows"]] == [1, 2, 3, 1, 2, 3]
    assert found["rows"][0]["alpha"] is None and found["rows"][0]["undefined"]
    assert found["rows"][5]["error"] < found["rows"][3]["error"]
    assert found["plan"]["share"]["k"] >= 2 and found["plan"]["ratings"] > 0
    with pytest.raises(polylogue.ShapeError):
        polylogue.agreement.study_design(units=[])


def test_influence_by_hand():
    """Hidden answers 0 and 2, visible 3 and 3, prediction 4: 2 steps nearer, pull 5/8."""
    units = np.repeat(np.arange(10), 4)
    found = polylogue.agreement.influence(units, [0, 2, 3, 3] * 10, [False, False, True, True] * 10, [4] * 40)
    assert found["units"] == 10 and found["closer"] == 2.0 and found["pull"] == pytest.approx(5 / 8)
    few = polylogue.agreement.influence([1, 1], [0, 1], [0, 1], [2, 2])
    assert few["closer"] is None and few["undefined"]
    with pytest.raises(polylogue.ShapeError):
        polylogue.agreement.influence([1], [0, 1], [0, 1], [2, 2])


def test_tables_that_are_none_are_refused():
    for values in ([1, 2], [[1, 2], [3]], [[1, object()]], np.zeros((2, 2, 2))):
        with pytest.raises((polylogue.ShapeError, ValueError)):
            polylogue.Ratings(values)
    with pytest.raises(polylogue.ShapeError):
        polylogue.Ratings([[1, 2]], raters=["only one"])
    with pytest.raises(polylogue.Error):
        polylogue.Ratings([[1, float("inf")]])
    table = polylogue.Ratings([[1, 2], [2, 2]])
    assert np.array_equal(pickle.loads(pickle.dumps(table)).values, table.values)


def test_tables_of_files(tmp_path):
    (tmp_path / "ratings.csv").write_text("unit,annotator,joy\n1,ann,1\n1,bob,2\n2,ann,3\n2,bob,3\n")
    tables = polylogue.read_ratings(tmp_path / "ratings.csv")
    assert tables["joy"].raters == ["ann", "bob"]
    assert np.array_equal(tables["joy"].values, [[1, 2], [3, 3]])
    with pytest.raises(FileNotFoundError):
        polylogue.read_ratings(tmp_path / "none.csv")


def test_scores_by_hand():
    scores = polylogue.score_regression([1.4, -0.2, 0.0, 3.9], [1, -1, 0, 3])
    assert scores["mae"] == pytest.approx((0.4 + 0.8 + 0 + 0.9) / 4)
    assert scores["accuracy_7"] == 3 / 4 and scores["accuracy_2_non_0"] == 1.0
    assert polylogue.score_regression([1, 1], [2, 2])["correlation"] is None
    assert polylogue.score_classes([0, 1, 1], [0, 1, 0], 2)["accuracy"] == 2 / 3
    assert polylogue.score_binary([1, 0, 1], [1, 0, 0])["accuracy"] == 2 / 3
    for wrong in (
        lambda: polylogue.score_regression([1], [1, 2]),
        lambda: polylogue.score_regression([], []),
        lambda: polylogue.score_regression([np.nan], [1]),
        lambda: polylogue.score_classes([0], [5], 2),
        lambda: polylogue.score_classes([0.5], [1], 2),
        lambda: polylogue.score_classes([0], [0], 10**9),
        lambda: polylogue.score_binary([1], []),
    ):
        with pytest.raises(polylogue.ShapeError):
            wrong()
