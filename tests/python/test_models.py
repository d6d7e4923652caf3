"""Models, trainings and extraction by the programs: what the command line gives, failures in words, resumed trainings."""

import json
import subprocess
import time
from pathlib import Path

import numpy as np
import polylogue
import pytest
from polylogue._programs import program

DEMO = Path(__file__).resolve().parents[2] / "resources/demo"
MODEL = DEMO / "models/mfn.safetensors"


def test_predictions_are_those_of_the_command_line(demo):
    command = [program("polylogue-models"), "predict", MODEL, "--dataset", DEMO / "dataset.json", "--ids", "finn_1", "--json"]
    theirs = json.loads(subprocess.run(list(map(str, command)), capture_output=True, text=True, check=True).stdout)
    mine = polylogue.Model(MODEL).predict(DEMO, ids=["finn_1"])
    assert [(each.id, each.scores, each.labels) for each in mine] == [(each["id"], each["scores"], each["labels"]) for each in theirs]
    assert polylogue.Model(MODEL).predict(demo, ids=["finn_1"]) == mine


def test_explanations(demo):
    told = []
    found = polylogue.Model(MODEL).explain(DEMO, fold="test", progress=told.append)
    assert {each["id"].partition("[")[0] for each in found} == set(demo.folds["test"])
    assert {"shapley", "f"} <= set(found[0]) and told == sorted(told)


def test_displays_are_arrays_with_their_axes(demo, tmp_path):
    told = []
    shown = polylogue.Model(MODEL).displays(DEMO, fold="test", progress=told.append)
    assert {each.id.partition("[")[0] for each in shown} == set(demo.folds["test"]) and told == sorted(told)
    assert all(each.displays and each.end > each.start for each in shown)
    for display in (display for each in shown for display in each.displays.values()):
        assert display.title and len(display.axes) == display.values.ndim == len(display.labels)
        for names, length in zip(display.labels, display.values.shape, strict=True):
            assert names == [] or len(names) == length
        assert np.isfinite(display.values).all()
    by_step = [display for display in shown[0].displays.values() if "step" in display.axes]
    assert by_step and all(display.values.shape[display.axes.index("step")] > 1 for display in by_step)
    with pytest.raises(polylogue.Error):
        polylogue.Model(MODEL).displays(tmp_path)


def test_failures_are_sentences(tmp_path):
    with pytest.raises(FileNotFoundError):
        polylogue.Model(tmp_path / "none.safetensors")
    (tmp_path / "text.safetensors").write_text("no model")
    for wrong in (
        lambda: polylogue.Model(tmp_path / "text.safetensors").predict(DEMO),
        lambda: polylogue.Model(MODEL).predict(DEMO, ids=["nobody"]),
        lambda: polylogue.Model(MODEL).predict(),
        lambda: polylogue.Model(MODEL).predict(tmp_path),
        lambda: polylogue.train({"no": "configuration"}, tmp_path / "run"),
        lambda: polylogue.extract(tmp_path / "none.mp4", tmp_path / "out", features=["spectral"]),
        lambda: polylogue.extract(DEMO / "media/ada_1.mp4", tmp_path / "out", features=["smell"]),
    ):
        with pytest.raises(polylogue.Error) as failed:
            wrong()
        assert failed.value.code and len(str(failed.value)) > 10


def config(count):
    read = json.loads((DEMO / "model/train.json").read_text())
    read["dataset"] = str(DEMO / "dataset.json")
    read["training"]["epochs"] = count
    return read


def epochs(training):
    """Of the model itself; models of fewer modalities follow in the same history."""
    history = training.history
    return [each["epoch"] for each in history if each["modalities"] == history[0]["modalities"]]


def test_a_training_is_followed_stopped_and_resumed(tmp_path):
    training = polylogue.train(config(3), tmp_path / "run")
    training.wait()
    assert epochs(training) == [1, 2, 3] and training.result
    assert training.model.predict(DEMO, ids=["finn_1"])
    long = polylogue.train(config(400), tmp_path / "long")
    deadline = time.monotonic() + 120
    while not long.history and long.is_running and time.monotonic() < deadline:
        time.sleep(0.05)
    long.stop()
    assert not long.is_running and long.history and long.result is None
    done = epochs(long)[-1]
    again = polylogue.train(config(done + 2), tmp_path / "long", resume=True).wait()
    assert epochs(again)[-1] == done + 2
    with pytest.raises(polylogue.Error):
        polylogue.train(config(3), tmp_path / "run")


def test_extraction_tells_how_far_it_is(tmp_path):
    told = []
    made = polylogue.extract(DEMO / "media/ada_1.mp4", tmp_path / "out", features=["spectral"], progress=told.append)
    assert list(made) == ["spectral"] and list(made["spectral"]) == ["ada_1"]
    assert told == sorted(told) and told[-1] == pytest.approx(1.0)
