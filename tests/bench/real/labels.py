"""Errors in labels that nobody planted: FER2013 gave each face one label, FER+ asked ten raters again. Where eight or more of them name one
other emotion and none the label, it is clearly wrong. `polylogue-models suspects` looks for such labels in what the expression net's last
layer but one says of the faces of FER+'s folds `valid` and `test`, none of which that net learnt from; the old labels alone are told."""
import csv
import lzma
import subprocess

import numpy
from faces import NAMES, SIDE
from figures import SAMPLES, row, say

OLD = {"neutral": 0, "happy": 1, "surprise": 2, "sad": 3, "angry": 4, "disgust": 5, "fear": 6}
CLEAR = 8  # votes of ten for one other emotion


def labelled(folder):
    """(pictures (n, bytes), votes (n, 8), old labels (n)) of the folds `valid` and `test`, where there is an old label."""
    with open(folder / "fer2013_original_labels.csv", encoding="utf-8") as stream:
        old = {each["image"]: OLD[each["fer2013_label"]] for each in csv.DictReader(stream)}
    pictures, votes, labels = [], [], []
    for fold in ("valid", "test"):
        bytes_of = numpy.frombuffer(lzma.decompress((folder / f"{fold}.bin.xz").read_bytes()), numpy.uint8).reshape(-1, SIDE * SIDE)
        for picture, line in zip(bytes_of, (folder / f"{fold}.csv").read_text().splitlines()):
            name, *counts = line.split(",")
            if name in old:
                pictures.append(picture)
                votes.append([int(count) for count in counts[:8]])
                labels.append(old[name])
    return numpy.array(pictures), numpy.array(votes), numpy.array(labels)


def seen(programs, folder, pictures):
    """(chances (n, 7), inner numbers (n, D)) of the expression net."""
    faces, out, inner = folder / "faces.bin", folder / "chances.csv", folder / "inner.csv"
    faces.write_bytes(pictures.tobytes())
    subprocess.run([programs / "polylogue-cli", "expression", faces, "--size", "48x48", "--out", out, "--inner", inner], check=True)
    with open(out, encoding="utf-8") as stream:
        chances = numpy.array([[float(each[name]) for name in NAMES] for each in csv.DictReader(stream)])
    return chances, numpy.loadtxt(inner, delimiter=",", skiprows=1)[:, 1:]


def suspected(programs, folder, inner, labels):
    """The score of each label, by models that learn the old labels of other faces."""
    data, out = folder / "labels.npz", folder / "suspects.csv"
    ids = numpy.array([f"face_{i}[0]" for i in range(len(labels))])
    numpy.savez(data, **{"train/vision": inner.astype(numpy.float32), "train/labels": numpy.eye(7, dtype=numpy.float32)[labels],
                         "train/ids": ids, "label_names": numpy.array(NAMES)})
    said = subprocess.run([programs / "polylogue-models", "suspects", "--data", data, "--out", out], check=True, capture_output=True, text=True).stdout
    say("  suspects: " + said.split("\n")[0])
    with open(out, encoding="utf-8") as stream:
        ranks = {each["id"]: -int(each["rank"]) for each in csv.DictReader(stream)}
    return numpy.array([ranks[one] for one in ids], float)


def average_precision(scores, wrong):
    order = numpy.argsort(-scores, kind="stable")
    hits = wrong[order]
    return float((numpy.cumsum(hits) / numpy.arange(1, len(hits) + 1))[hits].mean())


def with_interval(scores, wrong, other=None):
    """Average precision, or its difference to another order's, with its interval over faces."""
    def figure(chosen):
        value = average_precision(scores[chosen], wrong[chosen])
        return value if other is None else value - average_precision(other[chosen], wrong[chosen])

    draw = numpy.random.default_rng(1)
    drawn = sorted(figure(draw.integers(0, len(wrong), len(wrong))) for _ in range(SAMPLES // 4))
    return figure(numpy.arange(len(wrong))), drawn[len(drawn) // 40], drawn[-1 - len(drawn) // 40]


def measure(programs, folder, data):
    work = folder / "labels"
    work.mkdir(exist_ok=True)
    pictures, votes, labels = labelled(data / "ferplus")
    wrong = (votes.max(1) >= CLEAR) & (votes[numpy.arange(len(labels)), labels] == 0)
    chances, inner = seen(programs, work, pictures)
    doubt = 1 - chances[numpy.arange(len(labels)), labels]
    scores = suspected(programs, work, inner, labels)
    say(f"clear errors among FER2013's old labels: {wrong.mean():.4f} of {len(wrong)} faces of valid and test, which is the AP of a random order")
    for name, order in (("suspects", scores), ("1 - p(label) of the net, which learnt other faces' new votes", doubt)):
        value, low, high = with_interval(order, wrong)
        first = numpy.argsort(-order, kind="stable")[:len(wrong) // 10]
        say(f"  {name}: AP {value:.3f} ({low:.3f} to {high:.3f}); the first tenth holds {wrong[first].sum() / wrong.sum():.3f} of them, "
            f"{wrong[first].mean():.3f} of it are such")
    gain, low, high = with_interval(scores, wrong, doubt)
    say(f"  suspects less 1 - p(label): AP {gain:+.3f} ({low:+.3f} to {high:+.3f})")
    row("labels_clear_errors_ap", average_precision(scores, wrong), "AP", average_precision(doubt, wrong), True, round(float(wrong.mean()), 3))
