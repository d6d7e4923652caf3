"""Sequences: opening, rows without copies, changes in memory, writing, pickles, errors."""

import copy
import pickle
from pathlib import Path

import numpy as np
import polylogue
import pytest

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"

DTYPES = ["float16", "float32", "float64", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"]


@pytest.mark.parametrize("dtype", DTYPES)
def test_what_is_written_is_read_again(tmp_path, dtype):
    rows = np.array([[1, 2, 3], [4, 5, 100]], dtype)
    mine = polylogue.Sequence(name="mine", entries={"v": ([[0, 1], [1, 2]], rows)})
    again = polylogue.Sequence(mine.write(tmp_path / "mine.csd"))
    assert again["v"].features.dtype == dtype
    assert np.array_equal(again["v"].features, rows)
    assert np.array_equal(again["v"].intervals, [[0, 1], [1, 2]])


def test_the_sdk_reads_what_is_written(tmp_path):
    h5py = pytest.importorskip("h5py")
    rows = np.array([["größe"], ["x"]])
    polylogue.Sequence(name="mine", entries={"v[0]": ([[0, 1], [1, 2]], rows)}).write(tmp_path / "mine.csd")
    with h5py.File(tmp_path / "mine.csd") as file:
        assert file["mine/data/v[0]/features"][0, 0].decode() == "größe"


def test_rows_of_storage_variants_are_those_of_h5py():
    h5py = pytest.importorskip("h5py")
    for path in sorted((FIXTURES / "sdk/storage_variants/input").glob("*.csd")):
        sequence = polylogue.Sequence(path)
        with h5py.File(path) as file:
            data = file[next(iter(file))]["data"]
            for id in sequence:
                theirs = data[id]["features"][:]
                mine = sequence[id].features
                if theirs.dtype.kind in "SO":
                    assert [str(x) for x in sequence[id].texts()] == [x.decode() for x in theirs.reshape(-1)]
                else:
                    assert mine.dtype == theirs.dtype.newbyteorder("=")
                    assert np.array_equal(mine, theirs, equal_nan=True)


def test_rows_are_not_copied_and_outlive_their_sequence(talk):
    entry = talk["sound"]["ann"]
    first, second = entry.features, talk["sound"]["ann"].features
    assert first.__array_interface__["data"] == second.__array_interface__["data"]
    with pytest.raises(ValueError):
        first[0, 0] = 9
    del talk, entry, second
    assert first[2, 1] == 6.0


def test_changes_stay_in_memory(demo, tmp_path):
    words = demo["words"]
    before = Path(words.path).read_bytes()
    id = next(iter(words))
    words[id] = ([[0, 1]], np.array([[b"other"]]))
    del words[list(words)[1]]
    assert words[id].texts() == ["other"]
    assert len(words) == 30
    assert Path(words.path).read_bytes() == before


def test_pickles(demo, talk):
    assert pickle.loads(pickle.dumps(talk)) == talk
    demo["words"].metadata["creator"] = "me"
    del demo["words"]["ada_1"]
    again = pickle.loads(pickle.dumps(demo))
    assert again == demo and again["words"].metadata["creator"] == "me"
    assert again.folds == demo.folds
    assert copy.deepcopy(talk) == talk
    assert pickle.loads(pickle.dumps(talk["sound"]["ann"])) == talk["sound"]["ann"]


def test_metadata_are_a_plain_dict(tmp_path):
    mine = polylogue.Sequence(name="mine", metadata={"dimension names": ["a", "b"], "uses": {"x": [1, 2.5, None]}})
    mine["v"] = ([[0, 1]], [[1.0, 2.0]])
    again = polylogue.Sequence(mine.write(tmp_path / "mine.csd"))
    assert again.metadata["dimension names"] == ["a", "b"]
    assert again.metadata["uses"] == {"x": [1, 2.5, None]}
    assert "creator" in again.missing_metadata and again.name == "mine"


@pytest.mark.parametrize(
    "entry, words",
    [
        (([[0, 1]], [[1.0], [2.0]]), "1 intervals and 2 rows"),
        (([0, 1], [[1.0]]), "expected N×2"),
        (([[0, 1, 2]], [[1.0]]), "expected N×2"),
        (([[0, 1]], [1.0]), "rows × dimensions"),
        (([[0, 1]], [[object()]]), "expected numbers or text"),
        (([[0, 1]], np.zeros((1, 1), complex)), "complex"),
        (([["a", "b"]], [[1.0]]), "expected numbers"),
        ({"features": [[1.0]]}, "'features' and 'intervals'"),
        (7, "expected intervals and features"),
    ],
)
def test_what_is_no_entry_is_refused_in_words(talk, entry, words):
    with pytest.raises(polylogue.Error) as refused:
        talk["sound"]["ann"] = entry
    assert words in str(refused.value) and refused.value.code
    assert len(talk["sound"]["ann"].features) == 3


def test_errors_are_one_tree(tmp_path, talk):
    with pytest.raises(FileNotFoundError) as missing:
        polylogue.Sequence(tmp_path / "none.csd")
    assert isinstance(missing.value, polylogue.Error) and missing.value.code == "file_not_found"
    (tmp_path / "text.csd").write_text("no hdf5")
    with pytest.raises(polylogue.FileError) as refused:
        polylogue.Sequence(tmp_path / "text.csd")
    assert refused.value.code == "not_hdf5" and "text.csd" in str(refused.value)
    with pytest.raises(KeyError) as unknown:
        talk["sound"]["zoe"]
    assert isinstance(unknown.value, polylogue.UnknownName) and "zoe" in str(unknown.value)
    again = pickle.loads(pickle.dumps(refused.value))
    assert str(again) == str(refused.value) and again.code == "not_hdf5"


@pytest.mark.parametrize("path", sorted((FIXTURES / "broken").glob("*.csd")), ids=lambda path: path.stem)
def test_broken_files_are_refused_or_read(path):
    try:
        for entry in polylogue.Sequence(path).values():
            entry.features, entry.intervals
    except polylogue.Error as error:
        assert path.name in str(error) and error.code


def test_what_is_shown(talk):
    assert repr(talk["sound"]) == "<Sequence sound: 2 entries of 2 videos, 2 float32 a row>"
    assert "<td>ann</td><td>3 × 2</td><td>float32</td>" in talk["sound"]._repr_html_()
    assert "words: 2 entries of 2 videos, 1 text a row" in repr(talk)
    assert repr(talk["words"]["bob"]) == "<Entry bob: 1 × 1 text>"


def test_opening_and_closing_leaves_nothing(demo):
    """Ten thousand grow by less than 1 MiB (measured: 4 KiB); a tenth of that here, so that the test is short."""
    path = demo["words"].path

    def anonymous():
        with open("/proc/self/status", encoding="ascii") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("RssAnon:"))

    for _ in range(200):
        polylogue.Sequence(path)
    before, handles = anonymous(), len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(1000):
        polylogue.Sequence(path)["ada_1"].features
    assert anonymous() - before < 1024
    assert len(list(Path("/proc/self/fd").iterdir())) == handles


def test_ids_that_are_no_text_are_said(tmp_path):
    mine = tmp_path / "mine.csd"
    polylogue.Sequence(name="mine", entries={"Muller": ([[0, 1]], [[1.0]])}).write(mine)
    mine.write_bytes(mine.read_bytes().replace(b"Muller", b"M\xfcller"))
    with pytest.raises(polylogue.FormatError) as refused:
        list(polylogue.Sequence(mine))
    assert refused.value.code == "not_utf8"
    assert str(refused.value).startswith(f"{mine}: ") and "M\ufffdller" in str(refused.value)
