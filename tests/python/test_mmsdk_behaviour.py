"""What programs that were written for `mmsdk` expect of its objects, one by one."""

import copy
import http.server
import pathlib
import pickle
import socket
import threading

import numpy as np
import polylogue
import pytest
from polylogue import mmsdk

md = mmsdk.mmdatasdk


def average(intervals, features):
    return np.average(features, axis=0)


@pytest.fixture
def files(tmp_path):
    """Words, sound and labels of three videos; one has no sound."""
    folder = tmp_path / "csd"
    folder.mkdir()
    times = np.array([[0.0, 1.0], [1.0, 2.0], [2.0, 2.000001], [3.0, 4.0]])
    for name, rows, videos in (
        ("words", np.array([[b"good"], [b"day"], [b"sp"], [b"all"]], "S12"), "abc"),
        ("vectors", np.arange(8.0).reshape(4, 2), "abc"),
        ("sound", np.arange(8, dtype=np.float32).reshape(4, 2), "ab"),
    ):
        entries = {video: (times, rows) for video in videos}
        polylogue.Sequence(name=name, entries=entries).write(folder / f"{name}.csd")
    return folder


@pytest.fixture
def dataset(files):
    return md.mmdataset({name: str(files / f"{name}.csd") for name in ("vectors", "sound", "words")})


@pytest.fixture
def numbers(files):
    return md.mmdataset({name: str(files / f"{name}.csd") for name in ("vectors", "sound")})


# what is loaded


def test_unknown_names(dataset):
    with pytest.raises(RuntimeError, match="Computational sequence does not exist ..."):
        dataset["zz"]
    with pytest.raises(KeyError, match="zz"):
        dataset["sound"]["zz"]


def test_a_loaded_entry_is_as_h5py_gives_it_and_as_an_array(dataset):
    entry = dataset["sound"]["a"]
    assert list(entry.keys()) == ["features", "intervals"]
    rows = entry["features"]
    plain = np.arange(8, dtype=np.float32).reshape(4, 2)
    assert rows.shape == (4, 2) and rows.dtype == np.float32 and rows.size == 8 and len(rows) == 4 and rows.ndim == 2
    for key in (slice(None), 1, slice(1, 3), (slice(None), slice(-1, None)), slice(None, None, -1), [3, 0], ..., ()):
        assert np.array_equal(rows[key], plain[key])
    mask = plain[:, 0] > 2
    assert np.array_equal(rows[mask], plain[mask])
    assert np.array_equal(rows.value, plain) and np.array_equal(rows.T, plain.T) and rows.mean() == plain.mean()
    assert np.array_equal(rows + 1, plain + 1) and np.array_equal(2 * rows, 2 * plain)
    assert np.array_equal(np.array(rows), plain) and np.array_equal(np.nan_to_num(rows), plain)
    assert [list(row) for row in rows] == plain.tolist()
    assert np.concatenate([rows, rows]).shape == (8, 2)
    assert repr(entry) == '<HDF5 group "/sound/data/a" (2 members)>'
    assert repr(rows) == '<HDF5 dataset "features": shape (4, 2), type "<f4">'


def test_what_is_read_may_be_written_to_but_never_the_file(files, dataset):
    before = (files / "sound.csd").read_bytes()
    rows = dataset["sound"]["a"]["features"][:]
    rows[0, 0] = 99
    assert dataset["sound"]["a"]["features"][0, 0] == 0
    with pytest.raises(OSError, match="no write intent on file"):
        dataset["sound"]["a"]["features"][0, 0] = 1
    with pytest.raises(OSError, match="no write intent"):
        dataset["sound"]["a"]["features"] = rows
    assert (files / "sound.csd").read_bytes() == before


def test_words_are_bytes(dataset):
    words = dataset["words"]["a"]["features"]
    assert words.dtype.kind == "S" and words[0][0].decode() == "good"
    assert np.char.decode(words[:]).tolist() == [["good"], ["day"], ["sp"], ["all"]]


def test_texts_have_the_width_that_they_have_in_the_file(tmp_path):
    h5py = pytest.importorskip("h5py")
    with h5py.File(tmp_path / "w.csd", "w") as file:
        for name, rows in (("a", np.array([[b"x"]], "S12")), ("b", np.array([["long one"]], object))):
            kind = h5py.special_dtype(vlen=str) if rows.dtype == object else None
            group = file.create_group(f"w/data/{name}")
            group.create_dataset("features", data=rows, dtype=kind)
            group.create_dataset("intervals", data=[[0.0, 1.0]])
        file.create_group("w/metadata")
        file["w/metadata"].create_dataset("root name", (1,), dtype=h5py.special_dtype(vlen=str))[0] = '"w"'
    sequence = md.computational_sequence(str(tmp_path / "w.csd"))
    assert sequence["a"]["features"][:].dtype == "S12"
    assert sequence["b"]["features"][0][0] == b"long one" and sequence["b"]["features"][:].dtype == object


def test_a_loaded_dataset_can_be_copied_and_pickled(dataset):
    for again in (copy.deepcopy(dataset), pickle.loads(pickle.dumps(dataset))):
        assert np.array_equal(again["sound"]["b"]["features"][:], dataset["sound"]["b"]["features"][:])


# live dicts


def test_data_and_metadata_are_live_dicts(dataset):
    sound = dataset["sound"]
    assert type(sound.data) is dict and type(sound.metadata) is dict
    keys = sound.keys()
    assert list(keys) == ["a", "b"]
    sound["new"] = {"intervals": np.zeros((1, 2)), "features": np.zeros((1, 2)), "other": 7}
    assert list(sound["new"]) == ["intervals", "features"] and "new" in keys
    del sound.data["a"]
    assert list(keys) == ["b", "new"] and len(sound) == 2 and list(sound) == ["b", "new"]
    metadata = {"root name": "mine"}
    sound.set_metadata(metadata)
    assert sound.metadata is metadata
    data = {"x": {"intervals": np.zeros((1, 2)), "features": np.zeros((1, 3))}}
    sound.setData(data, "sound")
    assert sound.data is data
    sequences = dataset.computational_sequences
    sequences["plain"] = {"a": dataset["vectors"]["a"]}
    assert list(dataset.keys()) == ["vectors", "sound", "words", "plain"] and isinstance(sequences, dict)
    del dataset.computational_sequences["plain"]
    assert "plain" not in dataset.keys()


def test_groups_of_h5py_and_dicts_stand_for_entries(files, numbers):
    h5py = pytest.importorskip("h5py")
    with h5py.File(files / "sound.csd") as file:
        numbers["sound"].data = dict(file["sound/data"])
        numbers.align("vectors", collapse_functions=[average])
    assert np.array_equal(numbers["sound"]["b[1]"]["features"], [[2, 3]])


def test_a_new_sequence():
    made = md.computational_sequence("mine")
    assert made.data == {} and made.metadata == {"root name": "mine"} and made.main_file is None
    assert made.rootName == made.root_name == "mine" and made.h5handle is None and not hasattr(made, "resource")
    for data in ({"v": {"intervals": np.zeros(2), "features": np.zeros((1, 1))}},
                 {"v": {"intervals": np.zeros((1, 2)), "features": np.zeros(1)}},
                 {"v": {"intervals": np.zeros((1, 2)), "features": np.zeros((2, 1))}}):
        with pytest.raises(RuntimeError, match="<mine> computational sequence data integrity check failed"):
            made.set_data(data, "mine")
    with pytest.raises(RuntimeError, match="could not be checked"):
        made.set_data({"v": {"features": np.zeros((2, 1))}})
    with pytest.raises(AttributeError):
        made.set_data([])
    with pytest.raises(RuntimeError, match="metadata is not key-value pairs!"):
        made.set_metadata([])
    assert made.data == {}


# steps


def test_aligned_entries_are_dicts_of_arrays_that_may_be_written_to(numbers):
    assert numbers.align("vectors", collapse_functions=[average]) is None
    assert list(numbers["sound"].keys()) == ["a[0]", "a[1]", "a[3]", "b[0]", "b[1]", "b[3]"]  # [2] is too short
    entry = numbers["sound"]["a[1]"]
    assert isinstance(entry, dict) and list(entry) == ["intervals", "features"] and len(entry) == 2
    assert isinstance(entry["features"], np.ndarray) and entry["features"].dtype == np.float32
    entry["features"][0, 0] = 99
    assert numbers["sound"]["a[1]"]["features"][0, 0] == 99
    assert numbers["sound"]["a[0]"]["features"].tolist() == [[0, 1]]
    assert {**entry}.keys() == dict(entry).keys() == {"intervals", "features"}
    sequence = numbers["sound"]
    assert set(vars(sequence)) == {"data", "metadata", "root_name", "rootName", "main_file", "h5handle"}
    assert sequence.main_file is None and sequence.h5handle is None


def test_rows_are_kept_without_collapse_and_functions_see_the_sdks_arguments(numbers):
    seen = []

    def spy(intervals, features):
        seen.append((type(intervals), intervals.shape, features.shape, features.flags.writeable))
        return features[0]

    other = copy.deepcopy(numbers)
    numbers.align("sound")
    assert numbers["vectors"]["a[0]"]["features"].tolist() == [[0, 1]]
    other.align("sound", collapse_functions=[spy])
    assert set(seen) == {(np.ndarray, (1, 2), (1, 2), True)} and len(seen) == 12
    other.computational_sequences["sound"] = md.mmdataset({"s": str(numbers_file(numbers))})["s"]


def numbers_file(dataset):
    return pathlib.Path(__file__).resolve().parents[1] / "fixtures/sdk/align_mean_real_dims/input/visual.csd"


def test_a_bare_function_is_no_list(numbers):
    numbers.align("vectors", collapse_functions=average)
    assert len(numbers["sound"].keys()) == 6


def test_align_refuses_in_the_sdks_words(numbers):
    with pytest.raises(RuntimeError, match="Computational sequence <zz> does not exist in dataset"):
        numbers.align("zz")

    def broken(intervals, features):
        raise ValueError("mine")

    with pytest.raises(RuntimeError, match="Cannot collapse given the set of functions. Please check") as failed:
        numbers.align("vectors", collapse_functions=[broken])
    assert "mine" in str(failed.value.__context__)
    with pytest.raises(RuntimeError, match="Dimension mismatch between intervals and features when aligning <vec"):
        numbers.align("vectors", collapse_functions=[lambda i, f: np.zeros((2, 3))])
    numbers.align("vectors")
    with pytest.raises(KeyError):
        numbers.align("vectors")


def test_ctrl_c_in_a_function_is_not_swallowed(numbers):
    def stop(intervals, features):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        numbers.align("vectors", collapse_functions=[stop])


def test_beside_the_dataset(numbers):
    """The SDK raises for `replace=False`."""
    aligned = numbers.align("vectors", replace=False)
    assert list(aligned["sound"].keys())[0] == "a[0]" and list(numbers["sound"].keys()) == ["a", "b"]
    reverted = aligned.revert(replace=False)
    assert list(reverted["sound"].keys()) == ["a", "b"] and list(aligned["sound"].keys())[0] == "a[0]"
    assert reverted["sound"].metadata == numbers["sound"].metadata


def test_changes_of_aligned_entries_stay_apart(numbers):
    numbers.align("vectors")
    first = copy.copy(numbers)
    words = numbers["vectors"]["a[0]"]
    labels = md.computational_sequence("labels")
    labels.setData({"a": {"intervals": np.array([[0.0, 4.0]]), "features": np.array([[1.0]])}})
    numbers.add_computational_sequences({}, None)
    numbers.computational_sequences["labels"] = labels
    numbers.align("labels")
    words["features"][:] = -1  # what was there before the second alignment
    assert numbers["vectors"]["a[0]"]["features"].tolist() == [[0, 1], [2, 3], [6, 7]]
    numbers["sound"]["a[0]"]["features"][:] = -1
    assert numbers["sound"]["a[0]"]["features"].min() == -1 and first is not numbers


def test_unify(dataset):
    assert dataset.unify() is None
    assert [list(dataset[key].keys()) for key in dataset.keys()] == [["a", "b"]] * 3
    del dataset["sound"].data["b"]
    with pytest.raises(RuntimeError, match="1 violators remain, alignment will fail if called ..."):
        dataset.unify(active=False)
    with pytest.raises(RuntimeError, match="1 violators remain"):
        dataset.hard_unify(active=False)


def test_remove_id_takes_no_other_ids_that_begin_so(dataset):
    """The SDK removes `ab`, too."""
    dataset["sound"].data["ab"] = dataset["sound"]["a"]
    dataset["sound"].data["a[1]"] = dataset["sound"]["a"]
    dataset.remove_id("a", purge=True)
    assert list(dataset["sound"].keys()) == ["b", "ab"]
    dataset["sound"]._remove_id("ab")
    dataset["sound"]._remove_id("none")
    assert list(dataset["sound"].keys()) == ["b"]
    with pytest.raises(RuntimeError, match="Purge received wrong argument type"):
        dataset["sound"]._remove_id("b", purge=1)


def test_impute_gives_float64_and_shares_the_intervals(numbers):
    numbers.align("vectors", collapse_functions=[average])
    del numbers["sound"].data["a[1]"]
    assert numbers.impute("vectors") is None
    entry = numbers["sound"]["a[1]"]
    assert type(entry) is dict and entry["features"].dtype == np.float64 and entry["features"].tolist() == [[0, 0]]
    assert entry["intervals"] is numbers["vectors"]["a[1]"]["intervals"]
    numbers["sound"].data.clear()
    with pytest.raises(IndexError, match="sound"):
        numbers.impute("vectors", np.ones)


def test_revert_puts_segments_in_the_order_of_their_numbers(numbers):
    numbers.align("vectors")
    data = numbers["sound"].data
    data["a[10]"], numbers["vectors"].data["a[10]"] = data.pop("a[0]"), numbers["vectors"].data.pop("a[0]")
    assert numbers.revert() is None
    assert numbers["sound"]["a"]["features"][:, 0].tolist() == [2, 6, 0]
    with pytest.raises(IndexError, match="no segment"):
        numbers.revert()


def test_sort_works_on_what_was_loaded(numbers):
    """The SDK fails there."""
    intervals = np.array([[3.0, 4.0], [1.0, 2.0], [1.0, 1.5]])
    numbers["sound"]["new"] = {"intervals": intervals, "features": np.array([[0], [1], [2]])}
    assert numbers.sort() is None
    assert numbers["sound"]["new"]["features"].tolist() == [[1], [2], [0]]
    assert numbers["sound"]["a"]["features"].shape == (4, 2)
    numbers.sort(sort_function=lambda rows, key: sorted(rows, key=key, reverse=True))
    assert numbers["sound"]["new"]["features"][0].tolist() == [0]


def test_tensors(dataset):
    dataset.align("vectors")
    train, test = dataset.get_tensors(2, non_sequences=["vectors"], direction=False, folds=[["a"], ["b", "c"]])
    assert list(train) == ["vectors", "sound", "words"]
    assert train["sound"].dtype == np.float64 and train["sound"].shape == (3, 2, 2)
    assert train["sound"][1].tolist() == [[0, 0], [2, 3]] and train["vectors"].shape == (3, 1, 2)
    assert train["words"].dtype == "S32" and train["words"][1].tolist() == [[b"0.0"], [b"day"]]
    (right,) = dataset.get_tensors(2, direction=True)
    assert right["sound"][1].tolist() == [[2, 3], [0, 0]] and len(right["sound"]) == 6
    right["sound"][0] = 7
    assert dataset.get_tensors(2, folds=[["a"], []])[1]["sound"].shape == (0,)
    longer = md.computational_sequence("longer")
    ids = list(dataset["sound"].keys())
    longer.setData({id: {"intervals": np.zeros((1 + n, 2)), "features": np.zeros((1 + n, 2))} for n, id in enumerate(ids)})
    dataset.computational_sequences["longer"] = longer
    with pytest.raises(ValueError):
        dataset.get_tensors(2, non_sequences=["longer"])


def test_a_key_that_looks_like_a_file(numbers):
    """The SDK looks for a file of that name at the end of an alignment."""
    numbers.computational_sequences["vectors.csd"] = numbers.computational_sequences.pop("vectors")
    numbers.align("vectors.csd")
    assert numbers["vectors.csd"].root_name == "vectors.csd"


# files


def test_recipes(files, dataset, tmp_path):
    folder = md.mmdataset(str(files))
    assert set(folder.keys()) == {"words", "vectors", "sound"}
    assert set(md.mmdataset(files).keys()) == set(folder.keys())
    assert list(md.mmdataset(recipe={"x": files / "sound.csd"}).keys()) == ["x"]
    (tmp_path / "empty").mkdir()
    (tmp_path / "text.csd").write_text("no hdf5")
    for recipe, words in (
        (str(tmp_path / "none"), "Dataset folder does not exist ..."),
        (str(tmp_path / "empty"), "Dataset failed to initialize ..."),
        ([], "Dataset failed to initialize ..."),
        (7, "Cannot create a dataset with the given recipe. Exiting ...!"),
        ({"x": str(tmp_path / "none.csd")}, "none.csd file not found, please check the path ..."),
        ({"x": str(tmp_path / "text.csd")}, "text.csd resource is not a valid hdf5 computational sequence format ..."),
    ):
        with pytest.raises(RuntimeError) as refused:
            md.mmdataset(recipe)
        assert words in str(refused.value)


def test_add_replaces_with_a_warning(files, dataset, capsys):
    dataset.add_computational_sequences({"sound": str(files / "vectors.csd")}, None)
    assert dataset["sound"].root_name == "vectors"
    assert "Warning" in capsys.readouterr().out


def test_names_in_bare_text_open_by_both_spellings(tmp_path):
    """The SDK knows such a sequence as `b'All Labels'` only."""
    fixture = pathlib.Path(__file__).resolve().parents[1] / "fixtures/sdk/metadata_plain_text/input"
    dataset = md.mmdataset(str(fixture))
    assert "All Labels" in dataset.keys() and dataset["All Labels"] is dataset["b'All Labels'"]
    assert "b'All Labels'" in dataset.computational_sequences
    dataset.align("b'All Labels'")
    (tensors,) = dataset.get_tensors(3, non_sequences=["b'All Labels'"])
    assert tensors["b'All Labels'"] is tensors["All Labels"] and tensors["All Labels"].shape[1] == 1
    with pytest.raises(KeyError):
        tensors["b'none'"]


def test_deploy(numbers, tmp_path, capsys, monkeypatch):
    def asked(*arguments):
        raise AssertionError("asked without a terminal")

    monkeypatch.setattr("builtins.input", asked)
    numbers.align("vectors", collapse_functions=[average])
    out = tmp_path / "out"
    assert numbers.deploy(str(out), {"vectors": "vectors", "sound": "sound.csd"}) is None
    assert sorted(path.name for path in out.iterdir()) == ["sound.csd", "vectors.csd"]
    sound = numbers["sound"]
    assert sound.metadata["creator"] == "" and sound.metadata["md5"] is None and sound.main_file == str(out / "sound.csd")
    assert "there is no terminal to ask at" in capsys.readouterr().out
    again = md.mmdataset(str(out))
    assert np.array_equal(again["sound"]["a[1]"]["features"][:], numbers["sound"]["a[1]"]["features"])
    again["sound"].deploy(str(out / "sound.csd"))  # over the file that is open
    assert list(md.computational_sequence(str(out / "sound.csd")).keys()) == list(sound.keys())
    sound.deploy(str(out / "plain.csd"), compression=None)
    with pytest.raises(RuntimeError, match="lzf"):
        sound.deploy(str(out / "lzf.csd"), compression="lzf")
    with pytest.raises(KeyError):
        numbers.deploy(str(out), {"vectors": "v"})
    with pytest.raises(OSError):
        sound.deploy(str(tmp_path / "none" / "x.csd"))


def test_the_grown_together_field_counts_as_both(numbers):
    sound = numbers["sound"]
    fields = [field for field in polylogue.metadata_fields if field not in ("dimension names", "computational sequence version")]
    sound.metadata.update({field: "x" for field in fields})
    sound.metadata["dimension namescomputational sequence version"] = None
    sound.complete_all_missing_metadata()
    assert "dimension names" not in sound.metadata
    sound.completeAllMissingMetadata()


def test_citations_name_what_is_missing(numbers):
    with pytest.raises(KeyError, match="featureset bib citation"):
        numbers.bib_citations()


# fetching


@pytest.fixture
def server(files):
    class Handler(http.server.SimpleHTTPRequestHandler):
        asked = []

        def __init__(self, *arguments):
            super().__init__(*arguments, directory=str(files))

        def do_GET(self):
            self.asked.append(self.path)
            if self.path == "/short.csd":
                self.send_response(200)
                self.send_header("Content-Length", "1000")
                self.end_headers()
                self.wfile.write(b"only this")
            else:
                super().do_GET()

        def log_message(self, *arguments):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}", Handler.asked
        running.shutdown()


def test_fetching(server, tmp_path, files):
    address, asked = server
    dataset = md.mmdataset({"sound": f"{address}/sound.csd"}, str(tmp_path / "got"))
    assert dataset["sound"].resource == f"{address}/sound.csd"
    assert dataset["sound"].main_file == str(tmp_path / "got/sound.csd")
    assert (tmp_path / "got/sound.csd").read_bytes() == (files / "sound.csd").read_bytes()
    again = md.mmdataset({"sound": (files / "sound.csd").as_uri()}, str(tmp_path / "local"))
    assert list(again["sound"].keys()) == ["a", "b"]


def test_a_file_that_is_there_is_an_error_before_anything_is_fetched(server, tmp_path, files):
    address, asked = server
    (tmp_path / "got").mkdir()
    (tmp_path / "got/sound.csd").write_bytes(b"here")
    asked.clear()
    with pytest.raises(RuntimeError, match="sound.csd file already exists ..."):
        md.mmdataset({"words": f"{address}/words.csd", "sound": f"{address}/sound.csd"}, str(tmp_path / "got"))
    assert asked == [] and not (tmp_path / "got/words.csd").exists()


def test_every_failure_to_fetch_is_a_runtime_error_and_leaves_nothing(server, tmp_path):
    address, _ = server
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        closed = f"http://127.0.0.1:{taken.getsockname()[1]}/x.csd"
        for url, words in (
            (f"{address}/none.csd", "URL: .* does not exist"),
            (f"{address}/short.csd", "Error downloading the data to"),
            (closed, "Error downloading the data to"),
            ((tmp_path / "none.csd").as_uri(), "Error downloading the data to"),
        ):
            with pytest.raises(RuntimeError, match=words):
                md.mmdataset({"x": url}, str(tmp_path / "got"))
    assert list((tmp_path / "got").iterdir()) == []
    with pytest.raises(RuntimeError, match="Destination needs to be a folder"):
        md.mmdataset({"x": f"{address}/sound.csd"}, "there.csd")


# the log


def test_log(capsys):
    log = md.log if hasattr(md, "log") else None
    from polylogue.mmsdk.mmdatasdk import log as told

    assert log is None or log is told
    told.success("a")
    told.status("b")
    told.advise("c")
    told.error("d")
    told.warning("e")
    with pytest.raises(ValueError, match="f"):
        told.error("f", error=True, errorType=ValueError)
    told.status("silent", verbose=False)
    lines = capsys.readouterr().out.splitlines()
    levels = ["Success", "Status ", "Advise ", "Warning", "Warning", "Error  "]
    assert len(lines) == 6
    for line, level, text in zip(lines, levels, "abcdef"):
        assert f"] | {level} | " in line and line.endswith("\x1b[0m" + text) and line.startswith("\x1b[")
    told.progress_spinner("x", 0)
    assert capsys.readouterr().out.endswith("x/\r")
    assert told.status("asked: ", require_input=True) is None  # nobody is there


def test_progress_bars_write_to_stderr_only(capsys):
    from polylogue.mmsdk.mmdatasdk import log

    bar = log.progress_bar(total=2, unit=" things")
    bar.set_description("Mine")
    bar.update(1)
    bar.close()
    assert list(log.progress_bar(2, data=["x", "y"])) == ["x", "y"]
    assert capsys.readouterr().out == ""


def test_a_function_may_use_its_array_again(numbers):
    buffer = np.zeros(2)

    def mean(intervals, features):
        buffer[:] = features.mean(axis=0)
        return buffer

    numbers.align("vectors", collapse_functions=[mean])
    assert [numbers["sound"][f"a[{k}]"]["features"].tolist() for k in (0, 1, 3)] == [[[0, 1]], [[2, 3]], [[6, 7]]]


def test_a_segment_without_long_rows_is_passed_over_like_any(numbers):
    short = {"intervals": np.array([[0.0, 1e-6]]), "features": np.zeros((1, 1))}
    labels = md.computational_sequence("labels")
    labels.setData({"a[7]": short, "b[1]": short})
    numbers.computational_sequences["labels"] = labels
    numbers.align("labels")
    assert [len(numbers[key].keys()) for key in numbers.keys()] == [0, 0, 0]
