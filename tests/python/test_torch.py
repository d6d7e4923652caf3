"""Segments for PyTorch's DataLoader: the rows that align gives, in other processes, too."""

import numpy as np
import polylogue
import pytest

torch = pytest.importorskip("torch")
from polylogue.torch import Segments, collate  # noqa: E402


def test_items_are_what_align_gives(demo):
    aligned = demo.align("labels")
    segments = Segments(demo)
    assert len(segments) == len(aligned["labels"])
    for item in segments:
        assert np.array_equal(item["label"], aligned["labels"][item["id"]].features[0])
        for key in ("acoustic", "visual", "word_vectors"):
            theirs = aligned[key][item["id"]].features if item["id"] in aligned[key] else np.zeros((0, item[key].shape[1]))
            assert np.array_equal(item[key], theirs)
        assert item["words"] == aligned["words"][item["id"]].texts()


def test_rows_that_are_not_in_order_and_zero_length_segments():
    sound = polylogue.Sequence(
        entries={"v": ([[2, 3], [0, 1], [0.5, 2.5], [1, 1]], np.arange(8, dtype=np.float32).reshape(4, 2))}
    )
    labels = polylogue.Sequence(entries={"v": ([[0, 1], [1, 1], [1, 2], [2, 9]], [[1.0], [2.0], [3.0], [4.0]])})
    data = polylogue.Dataset({"sound": sound, "labels": labels})
    aligned = data.align("labels")
    segments = Segments(data)
    assert [item["id"] for item in segments] == list(aligned["labels"])
    for item in segments:
        assert np.array_equal(item["sound"], aligned["sound"][item["id"]].features)


def test_collapse_windows_and_folds(demo):
    mean = demo.align("labels", collapse={"acoustic": "mean"})
    for item in Segments(demo, modalities=["acoustic"], collapse={"acoustic": "mean"}, fold="test"):
        assert item["id"].startswith("finn") and np.array_equal(item["acoustic"], mean["acoustic"][item["id"]].features)
    windows = Segments(demo, reference={"window_s": 2, "hop_s": 1}, modalities=["visual"], fold=["ada_1"])
    assert windows[1]["interval"].tolist() == [1.0, 3.0] and "label" not in windows[1]
    for wrong in (
        lambda: Segments(demo, fold="nobody"),
        lambda: Segments(demo, reference={"window_s": 0, "hop_s": 1}),
        lambda: Segments(demo, modalities=["smell"]),
        lambda: Segments(demo.align("labels")),
    ):
        with pytest.raises(polylogue.Error):
            wrong()
    with pytest.raises(IndexError):
        windows[10**6]


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_other_processes_and_collate(demo, method):
    segments = Segments(demo, fold="train")
    loader = torch.utils.data.DataLoader(segments, 7, num_workers=2, collate_fn=collate, multiprocessing_context=method)
    ids = []
    for batch in loader:
        ids += batch["id"]
        assert batch["acoustic"].shape[:2] == (len(batch["id"]), max(batch["lengths"]["acoustic"]))
        assert batch["label"].shape == (len(batch["id"]), 7)
    assert ids == [item["id"] for item in segments]


def test_segments_without_rows_have_the_width_of_the_others():
    sound = polylogue.Sequence(entries={"v": ([[0, 1]], np.ones((1, 3), np.float32))})
    words = polylogue.Sequence(entries={"v": ([[0, 1]], np.array([[b"hi"]]))})
    labels = polylogue.Sequence(entries={"v": ([[5, 6], [0, 1]], [[1.0], [2.0]])})
    data = polylogue.Dataset({"sound": sound, "words": words, "labels": labels})
    segments = Segments(data, collapse={"*": ["mean", "std"], "words": None})
    assert segments[0]["sound"].shape == (0, 6) and segments[0]["words"] == []
    assert collate(list(segments))["sound"].shape == (2, 1, 6)
    with pytest.raises(polylogue.UnknownName):
        Segments(data, collapse={"saund": "mean"})
