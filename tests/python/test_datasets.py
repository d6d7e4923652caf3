"""Datasets: steps, collapse functions of Python, recipes as the command line runs them, tensors, Ctrl-C, processes."""

import json
import multiprocessing
import os
import signal
import subprocess
import threading
import time
from pathlib import Path

import numpy as np
import polylogue
import pytest
from polylogue._programs import program

SDK = Path(__file__).resolve().parents[1] / "fixtures/sdk"


def test_align_by_hand(talk):
    aligned = talk.align("words", collapse={"sound": "mean"})
    assert list(aligned["sound"]) == ["ann[0]", "ann[1]", "bob[0]"]
    assert np.array_equal(aligned["sound"]["ann[0]"].features, [[2.0, 3.0]])
    assert np.array_equal(aligned["sound"]["bob[0]"].intervals, [[0.2, 0.8]])
    assert aligned["words"]["ann[1]"].texts() == ["day"]
    assert list(talk["sound"]) == ["ann", "bob"]


def test_functions_of_python_are_called_as_the_sdk_calls_them(talk):
    seen = []

    def mean(intervals, features):
        seen.append((intervals.shape, features.shape, intervals.flags.writeable))
        return np.average(features, axis=0)

    aligned = talk.align("words", collapse={"sound": [mean, "max"], "words": None})
    assert sorted(shapes for *shapes, _ in seen) == [[(1, 2), (1, 2)], [(1, 2), (1, 2)], [(2, 2), (2, 2)]]
    assert np.array_equal(aligned["sound"]["ann[0]"].features, [[2.0, 3.0, 3.0, 4.0]])


def test_an_exception_of_a_function_is_the_cause(talk):
    def broken(intervals, features):
        raise RuntimeError("mine")

    with pytest.raises(polylogue.ShapeError) as failed:
        talk.align("words", collapse={"sound": broken})
    assert failed.value.code == "collapse_failed"
    assert str(failed.value.__cause__) == "mine"
    with pytest.raises(polylogue.ShapeError) as failed:
        talk.align("words", collapse={"sound": lambda i, f: np.zeros((2, 3))})
    assert failed.value.code == "dimension_mismatch"


def test_a_conversation_of_a_fold_stands_for_its_entries(tmp_path):
    conversation = Path(__file__).resolve().parents[2] / "resources/demo_conversation"
    listed = json.loads((conversation / "dataset.json").read_text())
    for sequence in listed["sequences"]:
        sequence["file"] = str(conversation / sequence["file"])
    listed["sequences"] = [each for each in listed["sequences"] if each["name"] in ("visual", "labels")]
    listed["folds"] = {"train": ["saturday"], "test": ["other", "saturday@tom"]}
    (tmp_path / "dataset.json").write_text(json.dumps(listed))
    dataset = polylogue.Dataset(tmp_path)
    assert dataset.folds["train"] == ["saturday", "saturday@mira", "saturday@tom"]
    assert dataset.folds["test"] == ["other", "saturday@tom"]
    train = dataset.align("labels", collapse={"visual": "mean"}).tensors(1, folds="train")[0]
    assert {id.partition("[")[0] for id in train.ids} == {"saturday@mira", "saturday@tom"}


def recipes():
    return [path.parent.name for path in sorted(SDK.glob("*/case.json"))]


@pytest.mark.parametrize("case", recipes())
def test_recipes_give_what_the_command_line_gives(case, tmp_path):
    recipe = json.loads((SDK / case / "case.json").read_text())
    mine = error = None
    try:
        mine = polylogue.run(recipe, tmp_path / "mine", folder=SDK / case)
    except polylogue.Error as failure:
        error = failure
    command = [program("polylogue-cli"), "run", SDK / case / "case.json", "--out", tmp_path / "theirs", "--json"]
    theirs = subprocess.run(list(map(str, command)), capture_output=True, text=True)
    if error is not None:
        assert theirs.returncode != 0 and error.code in theirs.stderr + theirs.stdout
        return
    assert mine.valid == (theirs.returncode == 0)
    for path in sorted((tmp_path / "theirs").glob("*.csd")):
        left, right = polylogue.Sequence(path), polylogue.Sequence(tmp_path / "mine" / path.name)
        for sequence in (left, right):
            sequence.metadata.pop("uuid")
        assert left == right
    for path in (tmp_path / "theirs").glob("*.txt"):
        assert path.read_bytes() == (tmp_path / "mine" / path.name).read_bytes()


def test_steps_in_memory_write_what_a_recipe_writes(demo, tmp_path):
    steps = [{"op": "align", "reference": "labels", "collapse": ["mean"]},
             {"op": "impute", "reference": "labels", "fill": "hold"}]
    folder = Path(demo["words"].path).parent
    load = [{"name": key, "file": str(demo[key].path)} for key in ("acoustic", "labels")]
    polylogue.run({"load": load, "steps": steps}, tmp_path / "run", folder=folder)
    chosen = polylogue.Dataset({key: demo[key] for key in ("acoustic", "labels")})
    chosen.apply(steps).write(tmp_path / "memory")
    for key in chosen:
        left = polylogue.Sequence(tmp_path / f"run/{key}.csd")
        right = polylogue.Sequence(tmp_path / f"memory/{key}.csd")
        for sequence in (left, right):
            sequence.metadata.pop("uuid")
        assert left == right


def test_tensors(talk):
    aligned = talk.align("words")
    before = aligned.tensors(2)[0]
    assert before.ids == ["ann[0]", "ann[1]", "bob[0]"]
    assert np.array_equal(before["sound"][1], [[0, 0], [5, 6]])
    assert before["words"].dtype == "S32" and before["words"][1].tolist() == [[b"0.0"], [b"day"]]
    after = aligned.tensors(2, pad="after", folds={"train": ["bob"], "test": ["ann"], "none": []})
    assert [fold.name for fold in after] == ["train", "test", "none"]
    assert np.array_equal(after[0]["sound"][0], [[7, 8], [0, 0]])
    assert after[2]["sound"].shape == (0,)
    with pytest.raises(polylogue.FormatError):
        aligned.tensors(0)
    with pytest.raises(polylogue.FormatError) as ragged:
        aligned.tensors(2, unpadded=["sound"])
    assert ragged.value.code == "dimension_mismatch"


def test_wrong_wishes_are_refused_in_words(talk, tmp_path):
    for wish in (
        lambda: talk.align("nobody"),
        lambda: talk.align("words", collapse="average"),
        lambda: talk.align("words", collapse=[7]),
        lambda: talk.align({"rate_hz": -1}),
        lambda: talk.align("words").align("words"),
        lambda: talk.impute("words", fill="guess"),
        lambda: talk.apply([{"op": "fly"}]),
        lambda: talk.apply([7]),
        lambda: talk.revert(),
        lambda: polylogue.Dataset(tmp_path),
        lambda: polylogue.Dataset(tmp_path / "none"),
        lambda: polylogue.run({"steps": []}, tmp_path / "out"),
        lambda: talk.tensors(3, unpadded=["zoe"]),
    ):
        with pytest.raises(polylogue.Error) as refused:
            wish()
        assert refused.value.code and len(str(refused.value)) > 10
    assert not (tmp_path / "out").exists() or not any((tmp_path / "out").iterdir())


def test_progress_is_told(demo):
    told = []
    demo.align("labels", progress=told.append)
    assert told and told[-1] == 1.0 and told == sorted(told)

    def stop(fraction):
        raise LookupError("enough")

    with pytest.raises(LookupError):
        demo.align("labels", progress=stop)


def test_ctrl_c_stops_at_once(demo, tmp_path):
    def slow(intervals, features):
        time.sleep(0.01)
        return features.mean(axis=0)

    threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT)).start()
    with pytest.raises(KeyboardInterrupt):
        demo.align("words", collapse={"acoustic": slow})


def segments(dataset):
    return len(dataset.align("labels")["acoustic"])


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_other_processes(demo, method):
    with multiprocessing.get_context(method).Pool(2) as pool:
        assert pool.map(segments, [demo] * 3) == [segments(demo)] * 3


def test_threads(demo):
    seen = []
    threads = [threading.Thread(target=lambda: seen.append(segments(demo))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [segments(demo)] * 4


def test_ctrl_c_leaves_a_file_that_is_not_examined_yet(demo, tmp_path, monkeypatch):
    slow = tmp_path / "polylogue-cli"
    slow.write_text("#!/bin/sh\nexec sleep 10\n")
    slow.chmod(0o755)
    monkeypatch.setenv("POLYLOGUE_PROGRAMS", str(tmp_path))
    polylogue._programs._checker.cache_clear()
    threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT)).start()
    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        polylogue.Sequence(demo["words"].path)
    assert time.monotonic() - began < 8  # of ten that the program takes
    polylogue._programs._checker.cache_clear()


def test_what_the_rows_came_from_is_never_written_over(talk, tmp_path):
    talk.write(tmp_path)
    before = (tmp_path / "sound.csd").read_bytes()
    opened = polylogue.Dataset({key: tmp_path / f"{key}.csd" for key in talk})
    for dataset in (opened, opened.align("words").impute("words", fill={"words": None}).hard_unify()):
        with pytest.raises(polylogue.FormatError) as refused:
            dataset.write(tmp_path)
        assert refused.value.code == "same_file"
    with pytest.raises(polylogue.FormatError):
        opened["sound"].write(tmp_path / "sound.csd")
    assert (tmp_path / "sound.csd").read_bytes() == before


def test_texts_are_left_as_they_are(talk):
    del talk["words"]["bob"]
    talk["words"]["bob"] = ([[5.0, 6.0]], np.array([[b"late"]]))
    aligned = talk.align("sound")
    with pytest.raises(polylogue.ShapeError):
        aligned.impute("sound")
    filled = aligned.impute("sound", fill={"words": None})
    assert list(filled) == list(talk) and filled["words"] == aligned["words"]
    assert list(filled.hard_unify()["sound"]) == list(aligned["words"])


def test_videos_that_are_left_out_are_said(talk):
    del talk["words"]["bob"]
    with pytest.warns(UserWarning, match="bob"):
        aligned = talk.align("sound")
    assert aligned.videos == ["ann"]


def test_names_of_keys_and_dimensions(talk):
    for wish in (
        lambda: talk.align("words", collapse={"saund": "mean"}),
        lambda: talk.impute("words", fill={"saund": "zeros"}),
        lambda: talk.tensors(2, folds="train"),
        lambda: talk.align("words").tensors(2, folds={"train": ["ann[0]"]}),
        lambda: talk.align("words", collapse={"sound": lambda i, f: f.mean(), "words": None}),
    ):
        with pytest.raises(polylogue.Error):
            wish()
    talk["sound"].metadata["dimension names"] = ["a", "b"]
    both = talk.align("words", collapse={"sound": ["mean", "max"], "words": None})
    assert "dimension names" not in both["sound"].metadata
    assert talk.align("words", collapse={"sound": "mean"})["sound"].metadata["dimension names"] == ["a", "b"]
    with pytest.raises(polylogue.ShapeError) as failed:
        talk.align("words", collapse={"sound": lambda i, f: 1 / 0})
    assert "sound, ann[0]" in str(failed.value)
