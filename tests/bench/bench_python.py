#!/usr/bin/env python3
"""usage: bench_python.py PROGRAMS FOLDER

`polylogue.mmsdk` over MOSI-sized data, beside the SDK that the environment's POLYLOGUE_REFERENCE_SDK names (a folder
with `mmsdk` in it). Prints rows of `scripts/bench`; where no reference is given, rows of shares say so. FOLDER keeps
the data.
"""
import json
import os
import statistics
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
REFERENCE = os.environ.get("POLYLOGUE_REFERENCE_SDK")


def row(name, measured, unit, budget, reference):
    """A row; without a measure it is no failure, since it cannot be taken here."""
    ok = "yes" if measured is None or budget is None or measured <= budget else "no"
    numbers = ["null" if each is None else "%.3g" % each for each in (measured, budget, reference)]
    print("\t".join([name, numbers[0], unit, numbers[1], numbers[2], ok]), flush=True)


def run(which, data, environment):
    command = [sys.executable, os.path.join(HERE, "python", "mmsdk_run.py"), which, data]
    return json.loads(subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True).stdout)


def main():
    programs, folder = sys.argv[1:]
    data = os.path.join(folder, "mosi")
    if not os.path.exists(os.path.join(data, "labels", "Opinion_Segment_Labels.csd")):
        print("making " + data, file=sys.stderr)
        subprocess.run([sys.executable, os.path.join(HERE, "align", "make_mosi_scale.py"), data], check=True, stdout=2)
    environment = dict(os.environ, POLYLOGUE_PROGRAMS=programs)
    built = os.path.join(os.path.dirname(os.path.abspath(programs)), "python")
    environment["PYTHONPATH"] = os.environ.get("POLYLOGUE_PYTHON", built)
    run("ours", data, environment)  # probes the files
    ours = [run("ours", data, environment) for _ in range(3)]
    theirs = run(os.path.abspath(REFERENCE), data, environment) if REFERENCE else None
    total = 0.0
    for step, budget in (("align words", 3.0), ("align labels", 0.4), ("tensors", 0.5)):
        seconds = statistics.median(each["seconds"][step] for each in ours)
        total += seconds if step.startswith("align") else 0.0
        row("mmsdk " + step, seconds, "s", budget, theirs and theirs["seconds"][step])
    memory = max(each["aligned_mib"] for each in ours)
    row("mmsdk align memory", memory, "MiB", 170, theirs and theirs["aligned_mib"])
    row("mmsdk peak memory", max(each["peak_mib"] for each in ours), "MiB", 270, theirs and theirs["peak_mib"])
    if theirs is None:
        for name in ("align", "align memory", "other bits"):
            row("mmsdk %s: reference not given" % name, None, "-", None, None)
        return
    seconds = theirs["seconds"]["align words"] + theirs["seconds"]["align labels"]
    row("mmsdk align / the SDK", total / seconds, "x", 0.1, seconds)
    row("mmsdk align memory / the SDK", memory / theirs["aligned_mib"], "x", 1 / 3, theirs["aligned_mib"])
    row("mmsdk other bits", sum(each["hash"] != theirs["hash"] for each in ours), "runs", 0, 0)


main()
