"""Annotation: every format of `convert` both ways, projects beside a window, layers of a named source, tables of pandas."""

import json
import os
import pickle
import socket
import sqlite3
import subprocess
from pathlib import Path

import polylogue
import pytest
from polylogue._programs import program

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures/formats"
FILES = [path for path in sorted(FIXTURES.iterdir()) if path.is_file() and path.suffix not in (".json", ".md") and path.name != "LICENSES.txt"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_convert_reads_is_read(path):
    listing = subprocess.run([program("polylogue-cli"), "convert", path, "--to", "json"], capture_output=True, text=True)
    if listing.returncode != 0:
        with pytest.raises(polylogue.Error):
            polylogue.read_annotation(path)
        return
    mine = polylogue.read_annotation(path)
    theirs = json.loads(listing.stdout)["tiers"]
    assert [len(tier.segments) for tier in mine.tiers if tier.kind != "continuous"] == [
        len(tier["segments"]) for tier in theirs if tier.get("kind") != "continuous"
    ]
    first = [segment["start"] for tier in mine.tiers for segment in tier.segments]
    assert first == [segment["start"] for tier in theirs for segment in tier["segments"]] or not first


MOOD = [
    {"start": 0.5, "end": 1.25, "text": "hi", "values": {"valence": 1.5}},
    {"start": 2.0, "end": 3.0, "text": "größe", "values": {"valence": -2.0}},
]


@pytest.mark.parametrize("name", ["x.eaf", "x.TextGrid", "x.csv", "x.vtt", "x.srt", "x.rttm", "x.ctm"])
def test_what_is_written_is_read_again(tmp_path, name):
    polylogue.Annotation([polylogue.Tier("mood", MOOD, video="talk")]).write(tmp_path / name)
    again = polylogue.read_annotation(tmp_path / name)
    times = [(segment["start"], segment["end"]) for segment in again.tiers[0].segments if segment["text"] or name == "x.rttm"]
    assert times == [(0.5, 1.25), (2.0, 3.0)]
    with pytest.raises(polylogue.FileError) as there:
        polylogue.Annotation([polylogue.Tier("mood", MOOD)]).write(tmp_path / name)
    assert there.value.code == "file_exists"


@pytest.mark.parametrize(
    "segments, words",
    [
        ([{"start": 1}], "segments[0].end"),
        ([{"start": 2, "end": 1}], "ends before it begins"),
        ([{"start": "a", "end": 1}], "segments[0].start"),
        ([{"start": 0, "end": 1, "values": {"x": [1]}}], "expected a number or a text"),
        ([{"start": 0, "end": 1, "confidence": 7}], "confidence"),
        ([7], "segments[0]"),
    ],
)
def test_segments_that_are_none_are_refused_in_words(tmp_path, segments, words):
    with pytest.raises(polylogue.FormatError) as refused:
        polylogue.Annotation([polylogue.Tier("mood", segments)]).write(tmp_path / "x.csv")
    assert words in str(refused.value)
    assert not (tmp_path / "x.csv").exists()


def test_tables_of_pandas():
    pandas = pytest.importorskip("pandas")
    frame = polylogue.Tier("mood", MOOD, video="talk").frame()
    assert frame.index.names == ["file", "start", "end"]
    assert frame["valence"].tolist() == [1.5, -2.0]
    assert isinstance(polylogue.Annotation([]).frame(), pandas.DataFrame)


@pytest.fixture
def project(tmp_path):
    scale = {"name": "valence", "scale": {"least": -3, "greatest": 3, "step": 0.5}}
    return polylogue.Project.create(
        tmp_path / "study.polylogue", [polylogue.Tier("labels", MOOD, video="talk", labels=[scale])]
    ).path


def test_a_project(project):
    study = polylogue.Project(project)
    assert study.problems == [] and study.videos == ["talk"]
    labels = study.tier("labels", video="talk")
    assert [segment["start"] for segment in labels.segments] == [0.5, 2.0]
    with pytest.raises(KeyError):
        study.tier("nobody's")
    assert repr(pickle.loads(pickle.dumps(study))) == repr(study)
    assert "labels" in study._repr_html_()


def test_a_layer_of_a_named_source(project):
    study = polylogue.Project(project)
    first, second = (segment["id"] for segment in study.tier("labels").segments)
    assert study.write_layer("labels", "my model", {first: {"valence": 2}, second: {"valence": -1}}) == 2
    found = study.judgements("labels")
    assert [(each["segment"], each["annotator"], each["value"]) for each in found] == [
        (first, "my model", 2.0),
        (second, "my model", -1.0),
    ]
    study.write_layer("labels", "my model", {first: {"valence": None}})
    assert [each["segment"] for each in study.judgements("labels")] == [second]
    for values, code in (({first: {"valence": 99}}, "refused"), ({12345: {"valence": 1}}, "unknown_segment"), ({first: {"valence": [1]}}, "data_invalid")):
        before = project.read_bytes()
        with pytest.raises(polylogue.Error) as refused:
            study.write_layer("labels", "my model", values)
        assert refused.value.code == code
        assert project.read_bytes() == before
    assert not Path(f"{project}.lock").exists()


def test_a_project_in_use_is_read_and_not_written(project):
    with pytest.raises(polylogue.FileError):
        polylogue.Project.create(project)
    lock = Path(f"{project}.lock")
    lock.write_text(f"{os.getppid()}\npolylogue\n{socket.gethostname()}\n")
    study = polylogue.Project(project)
    first = study.tier("labels").segments[0]["id"]
    with pytest.raises(polylogue.FileError) as refused:
        study.write_layer("labels", "my model", {first: {"valence": 2}})
    assert refused.value.code == "in_use" and "polylogue" in str(refused.value)
    lock.write_text(f"4194305\npolylogue\n{socket.gethostname()}\n")  # of a process that has ended
    assert study.write_layer("labels", "my model", {first: {"valence": 2}}) == 1


def test_a_damaged_project_is_said_to_be_one(tmp_path):
    with pytest.raises(FileNotFoundError):
        polylogue.Project(tmp_path / "none.polylogue")
    (tmp_path / "text.polylogue").write_text("no project at all, only text that is long enough to be looked at " * 20)
    with pytest.raises(polylogue.Error):
        polylogue.Project(tmp_path / "text.polylogue")
    with sqlite3.connect(tmp_path / "other.polylogue") as other:
        other.execute("create table t (x)")
    with pytest.raises(polylogue.Error):
        polylogue.Project(tmp_path / "other.polylogue")


def test_numbers_of_models_find_their_step(project):
    np = pytest.importorskip("numpy")
    study = polylogue.Project(project)
    first = study.tier("labels").segments[0]["id"]
    with pytest.raises(polylogue.Error):
        study.write_layer("labels", "my model", {first: {"valence": np.float32(-0.954)}})
    study.write_layer("labels", "my model", {first: {"valence": np.float32(-0.954)}}, snap=True)
    assert study.judgements("labels")[0]["value"] == -1.0
    for wish in (lambda: study.judgements("nobody's"), lambda: study.write_layer("nobody's", "m", {}), lambda: study.tier("labels", video="other")):
        with pytest.raises(polylogue.UnknownName):
            wish()
