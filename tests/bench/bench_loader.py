#!/usr/bin/env python3
"""usage: bench_loader.py PROGRAMS FOLDER

`import polylogue` over MOSI-sized data: segments for PyTorch beside a loop over h5py, their memory, and a recipe in memory beside the
command line. Prints rows of `scripts/bench`. FOLDER keeps the data, which bench_align.py makes.
"""
import os
import random
import subprocess
import sys
import time

programs, folder = sys.argv[1:]
sys.path.insert(0, os.path.join(programs, "..", "python"))
import h5py  # noqa: E402
import numpy as np  # noqa: E402
import polylogue  # noqa: E402

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from bench_align import DATA, RECIPE, made, row  # noqa: E402

KEYS = ("COVAREP", "FACET_4.2")


def h5py_items(files, segments, order):
    """What a loop over h5py does for each segment: intervals of the video, the rows that overlap, their features."""
    for number in order:
        video, start, end = segments[number]
        for file in files.values():
            entry = file[next(iter(file))]["data"][video]
            intervals = entry["intervals"][:]
            rows = np.flatnonzero(np.minimum(intervals[:, 1], end) - np.maximum(intervals[:, 0], start) > 1e-5)
            yield entry["features"][rows[0] : rows[-1] + 1] if len(rows) else None


def resident():
    with open("/proc/self/status", encoding="ascii") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("RssAnon:"))


def main():
    name, options = DATA[0][:2]
    data, recipe = made(name, "make_mosi_scale.py", options, RECIPE, folder)
    labels = os.path.join(data, "labels", "Opinion_Segment_Labels.csd")
    paths = {key: os.path.join(data, key + ".csd") for key in KEYS}
    dataset = polylogue.Dataset({**paths, "labels": labels})
    try:
        from polylogue.torch import Segments
    except ImportError:
        print("bench_loader: PyTorch (python3-torch) is missing", file=sys.stderr)
        return
    segments = Segments(dataset)
    order = list(range(len(segments)))
    random.Random(1).shuffle(order)
    order = order[:1000]
    spans = [(segments[number]["id"].partition("[")[0], *segments[number]["interval"].tolist()) for number in range(len(segments))]
    files = {key: h5py.File(path) for key, path in paths.items()}
    ours, theirs = [], []
    for _ in range(3):
        start = time.monotonic()
        for number in order:
            segments[number]
        ours.append(time.monotonic() - start)
        start = time.monotonic()
        for _ in h5py_items(files, spans, order):
            pass
        theirs.append(time.monotonic() - start)
    row("loader segment/h5py", min(ours) / min(theirs), "x", 1 / 3, 1000 / min(theirs))
    row("loader segment", 1000 * min(ours) / len(order), "ms", 1, 1000 * min(theirs) / len(order))
    before = resident()
    for number in range(len(segments)):
        segments[number]
    row("loader memory of an epoch", max(0.0, resident() - before), "MiB", 5, before)

    # the recipe's first step in memory and written, beside the command that does all of the recipe
    out = os.path.join(folder, "loader-out")
    alone, beside = [], []
    for _ in range(3):
        start = time.monotonic()
        subprocess.run([os.path.join(programs, "polylogue-cli"), "run", recipe, "--out", out + "-cli"], check=True, stdout=subprocess.DEVNULL)
        alone.append(time.monotonic() - start)
        start = time.monotonic()
        polylogue.run(recipe, out + "-python", progress=False)
        beside.append(time.monotonic() - start)
    row("python recipe/command", min(beside) / min(alone), "x", 1.1, min(alone))


if __name__ == "__main__":
    main()
