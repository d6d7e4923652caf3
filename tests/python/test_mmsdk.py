"""Every fixture of the SDK through the calls of `mmsdk`."""

import io
import json
from pathlib import Path

import numpy as np
import polylogue
import pytest
from polylogue import mmsdk

md = mmsdk.mmdatasdk
SDK = Path(__file__).resolve().parents[1] / "fixtures/sdk"


def lengths(intervals):
    return np.asarray(intervals[:, 1], float) - intervals[:, 0]


def mean_or_passthrough(intervals, features):
    try:
        return np.average(features, axis=0)
    except TypeError:
        return features


FUNCTIONS = {
    "mean": lambda intervals, features: np.average(features, axis=0),
    "max": lambda intervals, features: features.max(axis=0),
    "min": lambda intervals, features: features.min(axis=0),
    "sum": lambda intervals, features: features.sum(axis=0),
    "median": lambda intervals, features: np.median(features, axis=0),
    "first": lambda intervals, features: features[0],
    "last": lambda intervals, features: features[-1],
    "std": lambda intervals, features: features.std(axis=0),
    "count": lambda intervals, features: np.array([float(len(features))]),
    "duration_weighted_mean": lambda i, f: np.average(f, axis=0, weights=lengths(i)),
    "mean_keepdims": lambda intervals, features: np.average(features, axis=0)[None, :],
    "mean_or_passthrough": mean_or_passthrough,
}


def recipe(items, folder):
    return {item["name"]: str(folder / item["file"]) for item in items}


def run(case, folder):
    load = case["load"]
    dataset = md.mmdataset(str(folder / load) if isinstance(load, str) else recipe(load, folder))
    for step in case.get("steps", []):
        kind = step["op"]
        if kind == "align":
            functions = [FUNCTIONS[name] for name in step["collapse"]] if "collapse" in step else None
            dataset.align(step["reference"], collapse_functions=functions)
        elif kind == "impute":
            dataset.impute(step["reference"], {"zeros": np.zeros, "ones": np.ones}[step.get("fill", "zeros")])
        elif kind == "add":
            dataset.add_computational_sequences(recipe(step["load"], folder), None)
        elif kind == "remove_id":
            dataset.remove_id(step["id"], purge=step.get("purge", False))
        elif kind in ("unify", "hard_unify"):
            getattr(dataset, kind)(active=step.get("active", True))
        else:
            getattr(dataset, kind)()
    return dataset


def same(mine, theirs):
    if mine.dtype.kind == "S" and theirs.dtype.kind == "S":
        return mine.shape == theirs.shape and bool((mine == theirs).all())  # the engine writes no empty width
    return mine.dtype == theirs.dtype and mine.shape == theirs.shape and mine.tobytes() == theirs.tobytes()


def cases(output):
    for path in sorted(SDK.glob("*/case.json")):
        case = json.loads(path.read_text())
        if case.get("output") == output and (path.parent / "expected").exists():
            yield path.parent.name


@pytest.mark.parametrize("name", cases("sequences"))
def test_sequences_are_those_of_the_sdk(name):
    case = json.loads((SDK / name / "case.json").read_text())
    dataset = run(case, SDK / name)
    for key, file in case["output_files"].items():
        expected = polylogue.Sequence(SDK / name / "expected" / file)
        assert set(dataset[key].keys()) == set(expected), key
        for id, entry in expected.items():
            mine = dataset[key][id]
            assert same(np.array(mine["intervals"]), entry.intervals), (key, id)
            features = np.array(mine["features"])
            # where types are free, the drop-in widens as the SDK does
            if case.get("compare", {}).get("dtype") == "kind":
                features = features.astype(entry.features.dtype)
            tolerance = 1e-6 if features.dtype == np.float32 else 1e-9
            if features.dtype.kind == "f":
                assert features.dtype == entry.features.dtype and features.shape == entry.features.shape
                assert np.allclose(features, entry.features, rtol=tolerance, atol=tolerance, equal_nan=True)
            else:
                assert same(features, entry.features), (key, id)


@pytest.mark.parametrize("name", cases("sequences"))
def test_what_is_deployed_is_what_was_in_memory(name, tmp_path):
    dataset = run(json.loads((SDK / name / "case.json").read_text()), SDK / name)
    dataset.deploy(str(tmp_path / "out"), {key: str(number) for number, key in enumerate(dataset.keys())})
    for number, key in enumerate(dataset.keys()):
        again = md.computational_sequence(str(tmp_path / "out" / f"{number}.csd"))
        assert set(again.keys()) == set(dataset[key].keys())
        assert again.metadata["uuid"] and again.metadata["md5"] is None
        for id in again.keys():
            for part in ("intervals", "features"):
                assert same(again[id][part][:], np.array(dataset[key][id][part])), (key, id, part)


@pytest.mark.parametrize("name", cases("tensors"))
def test_tensors(name):
    h5py = pytest.importorskip("h5py")
    case = json.loads((SDK / name / "case.json").read_text())
    wanted = case["tensors"]
    made = run(case, SDK / name).get_tensors(
        wanted["seq_len"], wanted.get("non_sequences", []), wanted.get("direction", False), wanted.get("folds")
    )
    with h5py.File(SDK / name / "expected/tensors.h5") as file:
        assert len(made) == len(file)
        for number, arrays in enumerate(made):
            for key, array in arrays.items():
                expected = file[f"fold{number}/{key}"][()]
                assert array.shape == expected.shape
                assert np.allclose(array, expected, rtol=1e-9, atol=0, equal_nan=True)


def test_citations():
    case = json.loads((SDK / "citations/case.json").read_text())
    out = io.StringIO()
    run(case, SDK / "citations").bib_citations(out)
    assert out.getvalue() == (SDK / "citations/expected/citations.bib.txt").read_text()


ERRORS = {
    "text_reference_mean_error": (RuntimeError, "Cannot collapse given the set of functions"),
    "aligned_reference_error": (KeyError, "is a segment already"),
}


@pytest.mark.parametrize("name", sorted(path.parent.name for path in SDK.glob("*/expected_error.json")))
def test_errors(name):
    kind, words = ERRORS[name]
    with pytest.raises(kind, match=words):
        run(json.loads((SDK / name / "case.json").read_text()), SDK / name)


def test_integrity():
    folder = SDK / "integrity_files"
    expected = json.loads((folder / "expected/integrity.json").read_text())
    assert len(expected) == 13
    for name, verdict in expected.items():
        if not verdict["data_valid"]:
            with pytest.raises(RuntimeError) as refused:
                md.computational_sequence(str(folder / name))
            sdk = (verdict["error"] or {}).get("sdk_message", "could not be checked")
            assert sdk.replace(name, str(folder / name)).strip() in str(refused.value)
            continue
        sequence = md.computational_sequence(str(folder / name))
        told = {key: value if isinstance(value, (list, str)) else str(value) for key, value in sequence.metadata.items()}
        told = {key: value for key, value in told.items() if key in verdict["metadata"]}
        theirs = verdict["metadata"]
        assert {k: v for k, v in told.items()} == {
            k: v if isinstance(v, (list, str)) else str(v) for k, v in theirs.items()
        }
        from polylogue.mmsdk.mmdatasdk.configurations.metadataconfigs import missing_fields

        assert sorted(missing_fields(sequence.metadata)) == sorted(verdict["missing_metadata"])


def test_every_fixture_is_met():
    done = {*cases("sequences"), *cases("tensors"), *ERRORS, "citations", "integrity_files"}
    assert done == {path.parent.name for path in SDK.glob("*/case.json")}
