"""Writes computational sequences as the CMU-MultimodalSDK lays them out in HDF5."""
import json
import uuid
from pathlib import Path

import h5py
import numpy as np

NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "polylogue/resources/demo")
CREATOR, CONTACT = "scripts/make-demo of Polylogue", "the Polylogue project"
DATASET, VERSION = "Polylogue demo", "1.0"
DATASET_CITATION = (
    "@misc{polylogue_demo, title={The Polylogue demo dataset: synthetic talking heads},"
    " author={{The Polylogue project}}, note={With ten sentences of the GRID corpus: Cooke,"
    " Barker, Cunningham, Shao (2006), doi:10.1121/1.2229005, CC BY 4.0}}")


def shorten(features: np.ndarray) -> np.ndarray:
    """float32 rounded to 10 instead of 23 bits of mantissa (relative error below 0.0005): half the size, compressed."""
    bits = np.ascontiguousarray(features, np.float32).view(np.uint32)
    return ((bits + np.uint32(1 << 12)) & np.uint32(0xFFFFE000)).view(np.float32)


def write(path: Path, root: str, description: str, names: list, entries: dict, compress: bool = False,
          about: dict = None, dataset: str = DATASET) -> None:
    """Writes one sequence.

    @param entries   {id: (features N x D, intervals N x 2 in seconds)}
    @param compress  gzip level 4
    @param about     whose behaviour labels tell of, and as seen by whom: {"role": "listening", "perspective": "observer"}
    """
    metadata = {
        "root name": root,
        "computational sequence description": description,
        "dimension names": names,
        "computational sequence version": VERSION,
        "alignment compatible": "yes",
        "dataset name": dataset,
        "dataset version": VERSION,
        "creator": CREATOR,
        "contact": CONTACT,
        "featureset bib citation": DATASET_CITATION,
        "dataset bib citation": DATASET_CITATION,
        "uuid": str(uuid.uuid5(NAMESPACE, f"{root} {VERSION}" if dataset == DATASET else f"{dataset} {root} {VERSION}")),
    }
    if about:
        metadata["about"] = about
    options = {"compression": "gzip", "compression_opts": 4} if compress else {}
    path.unlink(missing_ok=True)
    with h5py.File(path, "w") as file:
        group = file.create_group(root)
        data = group.create_group("data")
        for name in sorted(entries):
            features, intervals = entries[name]
            entry = data.create_group(name)
            entry.create_dataset("features", data=features, **options)
            entry.create_dataset("intervals", data=np.asarray(intervals, np.float64), **options)
        fields = group.create_group("metadata")
        for field, value in metadata.items():
            text = fields.create_dataset(field, (1,), dtype=h5py.string_dtype("utf-8"))
            text[0] = json.dumps(value)
