"""Copies the demo's conversation under other names, so that a model has something to learn from and something to validate with.

    conversation_copies.py FOLDER    writes sequences and dataset.json: `saturday` and a copy are to learn from, another copy to validate with
"""
import json
import sys
from pathlib import Path

import h5py

SOURCE = Path(__file__).resolve().parents[2] / "resources/demo_conversation"
FOLDS = {"train": ["saturday", "copy_1"], "valid": ["copy_2"]}


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    dataset = json.loads((SOURCE / "dataset.json").read_text())
    known = dataset["conversations"][0]
    names = [name for fold in FOLDS.values() for name in fold]
    for sequence in dataset["sequences"]:
        with h5py.File(SOURCE / sequence["file"]) as source, h5py.File(folder / sequence["file"], "w") as target:
            for root in source:
                made = target.create_group(f"{root}/data")
                source.copy(f"{root}/metadata", target[root], "metadata")
                for entry in source[root]["data"]:
                    for name in names:
                        source.copy(f"{root}/data/{entry}", made, name + entry[len(known["id"]):])
    dataset["conversations"] = [dict(known, id=name) for name in names]
    dataset["folds"] = FOLDS
    del dataset["media"]
    (folder / "dataset.json").write_text(json.dumps(dataset, indent=1) + "\n")


main(Path(sys.argv[1]))
