"""Can the labels be learnt?  Ridge regression on segment means, tested on a speaker who was not trained on.

Text is the mean of the segment's word vectors, sound and picture are the means over the segment's words of each word's
mean row, as after aligning to words and labels.  Columns are standardised with the training speakers' mean and
deviation; the ridge is chosen on the validation speaker.
"""
import json
from pathlib import Path

import h5py
import numpy as np

RIDGES = 10.0 ** np.arange(-1, 4.1, 0.5)
MODALITIES = {"text": ["word_vectors"], "acoustic": ["acoustic"], "visual": ["visual"],
              "text + acoustic": ["word_vectors", "acoustic"], "text + visual": ["word_vectors", "visual"],
              "acoustic + visual": ["acoustic", "visual"], "all three": ["word_vectors", "acoustic", "visual"]}


def table(folder: Path, test_fold: str = "test") -> str:
    """The table of the README, computed from the sequences in `folder`."""
    data = load(folder)
    lines = ["| features | MAE | Pearson r | Acc-2 |", "|---|---|---|---|"]
    labels = {fold: np.array([label for label, _ in rows]) for fold, rows in data.items()}
    constant = np.full(len(labels[test_fold]), np.median(labels["train"]))
    lines.append(row("always the training median", constant, labels[test_fold]))
    for name, sequences in MODALITIES.items():
        inputs = {fold: np.array([np.concatenate([means[s] for s in sequences]) for _, means in rows])
                  for fold, rows in data.items()}
        lines.append(row(name, predict(inputs, labels, test_fold), labels[test_fold]))
    return "\n".join(lines)


def load(folder: Path) -> dict:
    """{fold: [(sentiment, {sequence: mean row}) per segment]}."""
    folds = json.loads((folder / "dataset.json").read_text())["folds"]
    files = {name: h5py.File(folder / f"{name}.csd", "r")[name]["data"]
             for name in ("word_vectors", "acoustic", "visual", "labels")}
    data = {}
    for fold, ids in folds.items():
        data[fold] = []
        for video in ids:
            words = files["word_vectors"][video]["intervals"][:]
            rows = {name: per_word(files[name][video], words) for name in ("word_vectors", "acoustic", "visual")}
            labels = files["labels"][video]
            for (start, end), label in zip(labels["intervals"][:], labels["features"][:, 0]):
                inside = (words[:, 0] >= start) & (words[:, 1] <= end)
                data[fold].append((label, {name: values[inside].mean(axis=0) for name, values in rows.items()}))
    return data


def per_word(entry, words):
    """The mean of the rows that overlap each word."""
    features, intervals = entry["features"][:], entry["intervals"][:]
    means = []
    for start, end in words:
        overlap = np.minimum(end, intervals[:, 1]) - np.maximum(start, intervals[:, 0])
        means.append(features[overlap > 1e-5].mean(axis=0))
    return np.array(means)


def predict(inputs, labels, test_fold):
    """The test fold's predictions with the ridge that is best on the validation fold."""
    mean, deviation = inputs["train"].mean(axis=0), inputs["train"].std(axis=0)
    scaled = {fold: np.clip((x - mean) / np.where(deviation > 1e-6, deviation, 1), -4, 4) * (deviation > 1e-6)
              for fold, x in inputs.items()}
    x, offset = scaled["train"], labels["train"].mean()

    def fitted(ridge, fold):
        weights = np.linalg.solve(x.T @ x + ridge * np.eye(x.shape[1]), x.T @ (labels["train"] - offset))
        return np.clip(scaled[fold] @ weights + offset, -3, 3)

    ridge = min(RIDGES, key=lambda value: np.abs(fitted(value, "valid") - labels["valid"]).mean())
    return fitted(ridge, test_fold)


def row(name, predicted, truth):
    """Acc-2 counts negative against positive, without the segments labelled 0."""
    r = np.corrcoef(predicted, truth)[0, 1] if predicted.std() > 0 else 0.0
    signed = truth != 0
    accuracy = np.mean((predicted[signed] > 0) == (truth[signed] > 0))
    return f"| {name} | {np.abs(predicted - truth).mean():.2f} | {r:.2f} | {accuracy:.2f} |"
