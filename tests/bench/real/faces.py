"""Which expression raters see in a face, on FER+'s fold `test`: 3 573 faces that the net never saw and by which nothing was chosen."""
import csv
import lzma
import os
import subprocess
import time

import numpy
from figures import correlation, interval, row, say

SIDE = 48
NAMES = ["neutral", "happiness", "surprise", "sadness", "anger", "disgust", "fear"]
VALENCE = numpy.array([0.0, 1.0, 0.2, -0.7, -0.7, -0.7, -0.7, -0.4])
BINS = 15
MOST_LOST = 0.04  # of the accuracy, by each distortion


def faces_of(folder, fold):
    """Pictures (n, 48, 48) of 0…255 and the raters' shares (n, 8), where fewer than five saw no face and one saw an emotion."""
    pictures = numpy.frombuffer(lzma.decompress((folder / f"{fold}.bin.xz").read_bytes()), numpy.uint8).reshape(-1, SIDE, SIDE)
    rows = [line.split(",")[1:] for line in (folder / f"{fold}.csv").read_text().splitlines()]
    votes = numpy.array([[int(vote) for vote in each] for each in rows], float)
    kept = (votes[:, 9] < 5) & (votes[:, :8].sum(1) > 0)
    return pictures[kept], votes[kept, :8] / votes[kept, :8].sum(1, keepdims=True)


def turned(pictures, degrees):
    """About the middle, bilinear; beyond the edge is the edge."""
    angle, middle = numpy.radians(degrees), (SIDE - 1) / 2
    y, x = numpy.mgrid[0:SIDE, 0:SIDE] - middle
    across = numpy.clip(numpy.cos(angle) * x - numpy.sin(angle) * y + middle, 0, SIDE - 1)
    down = numpy.clip(numpy.sin(angle) * x + numpy.cos(angle) * y + middle, 0, SIDE - 1)
    left, top = numpy.minimum(across.astype(int), SIDE - 2), numpy.minimum(down.astype(int), SIDE - 2)
    right, below, values = across - left, down - top, pictures.astype(float)
    upper = values[:, top, left] * (1 - right) + values[:, top, left + 1] * right
    lower = values[:, top + 1, left] * (1 - right) + values[:, top + 1, left + 1] * right
    return upper * (1 - below) + lower * below


def half_size(pictures):
    """The mean of each 2 x 2 pixels, brought back bilinearly."""
    small = pictures.reshape(-1, SIDE // 2, 2, SIDE // 2, 2).astype(float).mean((2, 4))
    at = numpy.clip((numpy.arange(SIDE) + 0.5) / 2 - 0.5, 0, SIDE // 2 - 1)
    first = numpy.minimum(at.astype(int), SIDE // 2 - 2)
    part = at - first
    rows = small[:, first] * (1 - part)[:, None] + small[:, first + 1] * part[:, None]
    return rows[:, :, first] * (1 - part) + rows[:, :, first + 1] * part


def asked(programs, folder, pictures):
    """(chances (n, 7), valence (n), seconds) of the command line on one core."""
    file, out = folder / "faces.bin", folder / "expression.csv"
    file.write_bytes(numpy.clip(numpy.rint(pictures), 0, 255).astype(numpy.uint8).tobytes())
    began = time.monotonic()
    subprocess.run([programs / "polylogue-cli", "expression", file, "--size", "48x48", "--out", out], check=True,
                   preexec_fn=lambda: os.sched_setaffinity(0, [min(os.sched_getaffinity(0))]))
    took = time.monotonic() - began
    with open(out, encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    return numpy.array([[float(each[name]) for name in NAMES] for each in rows]), numpy.array([float(each["valence"]) for each in rows]), took


def accuracy(said, named):
    return float((said == named).mean())


def expected_error(chances, named):
    best, right, error = chances.max(1), chances.argmax(1) == named, 0.0
    for one in range(BINS):
        inside = numpy.minimum((best * BINS).astype(int), BINS - 1) == one
        if inside.any():
            error += inside.mean() * abs(best[inside].mean() - right[inside].mean())
    return float(error)


def measure(programs, folder, data):
    pictures, shares = faces_of(data / "ferplus", "test")
    which = (shares.max(1) > 0.5) & (shares.argmax(1) < 7)
    named = shares.argmax(1)[which]
    chances, valence, took = asked(programs, folder, pictures)
    said, true = chances[which].argmax(1), shares @ VALENCE
    right = accuracy(said, named)
    low, high = interval(accuracy, said, named)
    say(f"expression on FER+, test, of seven classes: {right:.3f} ({low:.3f} to {high:.3f}), n {which.sum()}; "
        f"always neutral: {(named == 0).mean():.3f}; a rater's mean share for the majority: {shares.max(1)[which].mean():.3f}")
    row("expression_accuracy", right, "-", 0.85, True, 0.857)
    r = correlation(valence, true)
    low, high = interval(correlation, valence, true)
    say(f"valence of the face, r: {r:.3f} ({low:.3f} to {high:.3f}), n {len(true)}")
    row("expression_valence_r", r, "-", 0.91, True, 0.918)
    row("expression_calibration", expected_error(chances[which], named), "-", 0.04, False)
    for i, name in enumerate(NAMES):
        say(f"  of {int((named == i).sum())} faces called {name}: found {(said[named == i] == i).mean():.2f}")
    most = shares.max(1)[which]
    for least, under in ((0.5, 0.7), (0.7, 0.9), (0.9, 1.01)):
        inside = (most >= least) & (most < under)
        say(f"  where {least:.0%} to {min(under, 1):.0%} of the raters agree: {accuracy(said[inside], named[inside]):.3f}, n {inside.sum()}")
    distorted = {"mirrored": pictures[:, :, ::-1], "turned_15": turned(pictures, 15), "turned_minus_15": turned(pictures, -15),
                 "half_size": half_size(pictures), "gamma_06": (pictures / 255) ** 0.6 * 255, "gamma_16": (pictures / 255) ** 1.6 * 255}
    for name, changed in distorted.items():
        lost = right - accuracy(asked(programs, folder, changed)[0][which].argmax(1), named)
        row(f"expression_lost_{name}", lost, "-", MOST_LOST, False)
    row("expression_ms", 1000 * took / len(pictures), "ms", 5, False)
