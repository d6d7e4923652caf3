"""Pictures of a piece of time: whole SVG that holds what lies in that piece, and nothing that breaks it."""

import xml.etree.ElementTree as tree

import polylogue
import pytest

SVG = "{http://www.w3.org/2000/svg}"


def texts(picture):
    return [each.text for each in tree.fromstring(picture.svg).iter(f"{SVG}text")]


def test_words_labels_and_curves(demo, tmp_path):
    picture = polylogue.timeline(demo, "ada_1", end=4, tracks=["words", "acoustic", "labels"])
    shown = texts(picture)
    assert "watched" in shown and "0 s" in shown and {"words", "acoustic", "labels"} <= set(shown)
    root = tree.fromstring(picture.svg)
    assert len(list(root.iter(f"{SVG}polyline"))) == 3
    assert picture.save(tmp_path / "ada.svg").read_text(encoding="utf-8") == picture._repr_svg_()
    later = polylogue.timeline(demo, "ada_1", start=100, end=101)
    assert "watched" not in texts(later)


def test_tiers_and_names_that_would_break_it():
    tier = polylogue.Tier("<b>&\"'", [{"start": 0, "end": 5, "text": "<script>", "values": {"joy": 2}}], video="v")
    picture = polylogue.timeline([tier], "v")
    assert "<script>" in next(each.text for each in tree.fromstring(picture.svg).iter(f"{SVG}title"))
    assert "<script>" not in picture.svg


def test_what_cannot_be_drawn(demo):
    for wish in (
        lambda: polylogue.timeline(demo, "nobody"),
        lambda: polylogue.timeline(demo, "ada_1", tracks=["smell"]),
        lambda: polylogue.timeline(demo, "ada_1", start=5, end=5),
        lambda: polylogue.timeline([], "v"),
    ):
        with pytest.raises(polylogue.Error):
            wish()
