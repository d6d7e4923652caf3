#!/usr/bin/env python3
"""usage: bench_real.py PROGRAMS FOLDER [DATA]

What the parts that learnt from people reach on people and texts that nobody here made (docs/real-people.md), by the command line
alone. DATA is ../shared/data/real beside the project if not given; where it is absent, a sentence says so and there are no rows.
Each file of tests/bench/real measures a few parts. Rows of `scripts/bench` go to stdout; the figures with n and the interval that holds
them with a chance of 95 % to stderr.
"""
import importlib
import sys
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "real"))
MEASURED = ["texts", "faces", "mesh", "voices", "arousal", "edges", "pauses", "raters", "labels", "composed"]


def main():
    data = Path(sys.argv[3]) if len(sys.argv) > 3 else HERE.parents[2] / "shared" / "data" / "real"
    if not data.is_dir():
        print("real: left out, since there is no data of real people (../shared/data/real)", file=sys.stderr)
        return
    folder = Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    for name in MEASURED:
        importlib.import_module(name).measure(Path(sys.argv[1]), folder, data)


main()
