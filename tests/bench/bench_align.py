#!/usr/bin/env python3
"""usage: bench_align.py PROGRAMS FOLDER

A recipe over MOSI-sized data (words with mean, impute, labels, hard unify; output written) beside a NumPy sweep of
its word stage and beside reading the same bytes once. Prints rows of `scripts/bench`. FOLDER keeps the data.
"""
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import time

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "align")
RECIPE = {
    "load": [{"name": n, "file": n + ".csd"} for n in ("glove_vectors", "COVAREP", "FACET_4.2")],
    "steps": [
        {"op": "align", "reference": "glove_vectors", "collapse": ["mean"]},
        {"op": "impute", "reference": "glove_vectors", "fill": "zeros"},
        {"op": "add", "load": [{"name": "labels", "file": "labels/Opinion_Segment_Labels.csd"}]},
        {"op": "align", "reference": "labels"},
        {"op": "hard_unify"},
    ],
}
SINGLE_ROWS = {
    "load": [{"name": n, "file": n + ".csd"} for n in ("words", "COVAREP")],
    "steps": [{"op": "align", "reference": "words", "collapse": ["mean"]}],
}
# name, how the data is made, budget in seconds, budget as a share of the sweep. Of the 0.14 s, 0.03 load libraries, 0.02
# sync and rename the results; the rest, on two cores, copies 386 MB out of the page cache and 55 MB into it. Of the 0.57 s,
# 0.4 inflate.
DATA = [
    ("mosi", [], 0.14, 1.0),
    ("mosi gzip", ["--storage", "gzip"], 0.57, 0.6),
    ("mosi long", ["--videos", "10", "--mean-seconds", "893"], 0.2, 0.6),
]


def row(name, measured, unit, budget, reference):
    print("%s\t%.3g\t%s\t%g\t%.3g\t%s" % (name, measured, unit, budget, reference, "yes" if measured <= budget else "no"),
          flush=True)


def run(command):
    """Seconds, peak MiB and output of a command."""
    start = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.PIPE)
    output = child.stdout.read().decode()
    _, status, usage = os.wait4(child.pid, 0)
    if status != 0:
        sys.exit("bench_align: failed: " + " ".join(command))
    return time.monotonic() - start, usage.ru_maxrss / 1024.0, output


def read_once(folder):
    start = time.monotonic()
    for place, _, files in os.walk(folder):
        for name in files:
            if name.endswith(".csd"):
                with open(os.path.join(place, name), "rb", buffering=0) as file:
                    while file.read(1 << 20):
                        pass
    return time.monotonic() - start


def made(name, script, options, recipe, folder):
    """The folder of the data, made when it is not there, and the recipe in it."""
    data = os.path.join(folder, name.replace(" ", "_"))
    done = os.path.join(data, "recipe.json")
    if not os.path.exists(done):
        print("making " + data, file=sys.stderr)
        run([sys.executable, os.path.join(HERE, script), data] + options)
        with open(done, "w") as file:
            json.dump(recipe, file)
    return data, done


def measure_single_rows(programs, folder):
    data, done = made("single rows", "make_single_rows.py", [], SINGLE_ROWS, folder)
    out = os.path.join(folder, "out")
    read_once(data)
    command = [os.path.join(programs, "polylogue-cli"), "run", done, "--out", out]
    run(command)  # probes the files
    seconds = statistics.median(run(command)[0] for _ in range(3))
    shutil.rmtree(out)
    row("align 132171 single rows", seconds, "s", 6.0, read_once(data))


def measure(name, options, budget, share, programs, folder):
    data, done = made(name, "make_mosi_scale.py", options, RECIPE, folder)
    out = os.path.join(folder, "out")
    ours, sweeps, peak = [], [], 0.0
    read_once(data)
    run([os.path.join(programs, "polylogue-cli"), "run", done, "--out", out])  # probes the files
    for _ in range(3):  # alternating, so that whatever else the machine does meets both
        seconds, memory, _ = run([os.path.join(programs, "polylogue-cli"), "run", done, "--out", out])
        ours.append(seconds)
        peak = max(peak, memory)
        _, _, said = run([sys.executable, os.path.join(HERE, "align_sweep.py"), data])
        sweeps.append(float(re.search(r"total ([0-9.]+)", said).group(1)))
    shutil.rmtree(out)
    read = min(read_once(data) for _ in range(3))
    ours, sweep = statistics.median(ours), statistics.median(sweeps)
    row("align " + name, ours, "s", budget, sweep)
    row("align %s / sweep" % name, ours / sweep, "x", share, sweep)
    row("align %s / one read" % name, ours / read, "x", 1000, read)
    row("align %s memory" % name, peak, "MiB", 150, 150)


def main():
    programs, folder = sys.argv[1:]
    os.makedirs(folder, exist_ok=True)
    for name, options, budget, share in DATA:
        measure(name, options, budget, share, programs, folder)
    measure_single_rows(programs, folder)


if __name__ == "__main__":
    main()
