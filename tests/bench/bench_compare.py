#!/usr/bin/env python3
"""usage: bench_compare.py PROGRAMS FOLDER [SHARED]

Whether `polylogue-models compare --against` calls luck a finding, and whether it finds what is there. Prints rows of
`scripts/bench`: shares of comparisons, in the column of the reference the number of comparisons.

Nothing to find: one configuration (LMF), 24 seeds, sides of three and of five of them, on the demo and on real data (POM).
Something to find: text alone against all modalities (XOR: no modality alone tells anything), and 2 epochs against 30, sides
of five of ten seeds. A comparison finds something when the interval of the difference in mean absolute error leaves out 0.
SHARED holds `data`; where it is absent, its rows are left out with a sentence. Trainings stay in FOLDER/compare, so that the
next call has them already.
"""
import itertools
import json
import os
import random
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PROGRAM = os.path.join(sys.argv[1], "polylogue-models")
FOLDER = os.path.join(sys.argv[2], "compare")
SHARED = sys.argv[3] if len(sys.argv) > 3 else os.path.join(ROOT, "..", "shared")
SEEDS = 24
MOST = 60  # comparisons of a row
DEMO = os.path.join(ROOT, "resources", "demo")
LMF = ["--model", "lmf"]


def train(name, config, seed, settings=()):
    out = os.path.join(FOLDER, "%s-%d" % (name, seed))
    model = os.path.join(out, "model.safetensors")
    if not os.path.exists(os.path.join(out, "result.json")):
        command = [PROGRAM, "train", *config, "--out", out, "--progress", "none", "--set", "training.seed=%d" % seed,
                   "--set", "alone=false"]
        for setting in settings:
            command += ["--set", setting]
        result = subprocess.run(command, capture_output=True, text=True)
        if result.returncode != 0:
            sys.exit("%s\n%s" % (" ".join(command), result.stderr))
    return model


def compared(firsts, seconds, source):
    """Which side is better by the first figure, the mean absolute error: 'A', 'B' or None."""
    command = [PROGRAM, "compare", *firsts, "--against", *seconds, *source, "--json"]
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit("%s\n%s" % (" ".join(command), result.stderr))
    figure = json.loads(result.stdout)["figures"][0]
    assert figure["figure"] == "mae", figure
    low, high = figure["models"][1]["difference_interval"]
    return "B" if high < 0 else "A" if low > 0 else None


def row(name, measured, bound, count, isEnough):
    print("%s\t%.3g\tshare\t%g\t%d\t%s" % (name, measured, bound, count, "yes" if isEnough else "no"), flush=True)


def nothing_to_find(name, config, source):
    models = [train(name, config, seed) for seed in range(1, SEEDS + 1)]
    for size in (3, 5):
        draws = random.Random(size)
        pairs = list(itertools.combinations([models[i:i + size] for i in range(0, SEEDS - size + 1, size)], 2))
        while len(pairs) < MOST:
            drawn = draws.sample(models, 2 * size)
            pairs.append((drawn[:size], drawn[size:]))
        found = sum(compared(a, b, source) is not None for a, b in pairs)
        row("compare_null_%s_%d" % (name, size), found / len(pairs), 0.1, len(pairs), found <= 0.1 * len(pairs))


def something_to_find(name, first, second, source, better):
    sides = [[train(side, LMF + source, seed, settings) for seed in range(1, 11)] for side, settings in (first, second)]
    draws = random.Random(1)
    count = 20
    found = sum(compared(draws.sample(sides[0], 5), draws.sample(sides[1], 5), source) == better for _ in range(count))
    row("compare_found_%s" % name, found / count, 0.9, count, found >= 0.9 * count)


os.makedirs(FOLDER, exist_ok=True)
nothing_to_find("demo", [os.path.join(DEMO, "model", "train.json")], ["--dataset", os.path.join(DEMO, "dataset.json")])
data = os.path.join(SHARED, "data")
if not os.path.isdir(data):
    print("compare: real data are not beside the checkout (shared/data), so their rows are left out", file=sys.stderr)
    sys.exit(0)
POM = ["--data", os.path.join(data, "pom_word.h5")]
nothing_to_find("pom", LMF + POM, POM)
XOR = ["--data", os.path.join(data, "synthetic_xor.h5")]
epochs = "training.epochs=30"
something_to_find("text", ("xor-text", [epochs, 'modalities=["text"]']), ("xor-all", [epochs]), XOR, "B")
something_to_find("epochs", ("xor-2", ["training.epochs=2"]), ("xor-all", [epochs]), XOR, "B")
