#!/usr/bin/env python3
"""usage: bench_models.py PROGRAMS FOLDER

Each fusion model beside the same one in Python PyTorch, in one run: same sizes, data, batch, threads. Prints rows of
`scripts/bench`: our time as a share of Python's, whose own stands in the column of the reference (seconds, ms).
FOLDER is not used.
"""
import json
import os
import subprocess
import sys

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "models")


def environment():
    """The same for both sides: one pool of threads, for two fight for the cores; kernels by what the processor can do, for
    OpenBLAS takes old ones for processors that it does not know (polylogue-models sees to that by itself)."""
    with open("/proc/cpuinfo") as file:
        flags = next((line for line in file if line.startswith("flags")), "").split()
    kernels = "SkylakeX" if {"avx512f", "avx512vl"} <= set(flags) else "Haswell" if {"avx2", "fma"} <= set(flags) else None
    variables = {"OPENBLAS_NUM_THREADS": "1", "GOMP_SPINCOUNT": "20000", **({"OPENBLAS_CORETYPE": kernels} if kernels else {})}
    return {**variables, **os.environ}


ENVIRONMENT = environment()
BATCHES = "32,64"
NO_DROPOUT = 0
# sizes as in models/python_side.py; budgets for an epoch and for the latency of one segment, as shares of Python's
STATES = {"h_l": 88, "h_a": 48, "h_v": 16}
MODELS = [
    ("EFLSTM", {"h": 128, "dropout": NO_DROPOUT}, 0.8, 0.4),
    ("LFLSTM", {"h_l": 128, "h_a": 32, "h_v": 32, "fc": 64, "dropout": NO_DROPOUT}, 0.8, 0.4),
    ("MFN", {**STATES, "mem": 128, "att1": 128, "att2": 64, "g1": 256, "g2": 64, "out": 64, "drop": NO_DROPOUT}, 0.6, 0.4),
    ("GraphMFN", {**STATES, "mem": 128, "inner": 64, "att2": 64, "g1": 128, "g2": 64, "out": 64, "efficacy": "none",
                  "drop": NO_DROPOUT}, 0.66, 0.4),
    ("MARN", {**STATES, "K": 4, "r_l": 32, "r_a": 16, "r_v": 8, "z": 64, "out": 64, "drop": NO_DROPOUT}, 0.66, 0.4),
    ("RMFN", {**STATES, "stages": 3, "hl": 64, "fs": 64, "z": 64, "out": 64, "drop": NO_DROPOUT}, 0.66, 0.4),
    ("TFN", {"h_l": 128, "h_a": 32, "h_v": 32, "text_out": 64, "post": 64, "drop": NO_DROPOUT}, 0.7, 0.4),
    ("LMF", {"h_l": 128, "h_a": 32, "h_v": 32, "text_out": 64, "rank": 4, "drop": NO_DROPOUT}, 0.7, 0.4),
    ("MulT", {"d": 30, "heads": 5, "layers": 4, "mem_layers": 4, "key_mask": False, **{p: NO_DROPOUT for p in ("p_attn", "p_relu", "p_res", "p_embed")}}, 0.95, 0.65),
    ("FMT", {"layers": 2, "heads": 2, "m_a": 20, "m_v": 20, "conv_dims": [10, 10], "ff": 128, "gru": 128,
             "mask_mode": "query_zero", "chained": True, "drop": NO_DROPOUT}, 0.95, 0.65),
    ("Seq2Seq", {"source": ["text"], "target": ["visual"], "h": 48, "reg": 32}, 0.8, 0.8),
]
LIVE = ("EFLSTM", "LFLSTM", "MFN", "GraphMFN", "MARN", "RMFN")
PREDICTIONS = 100_000


def row(name, measured, unit, budget, reference):
    print("%s\t%.3g\t%s\t%g\t%.3g\t%s" % (name, measured, unit, budget, reference, "yes" if measured <= budget else "no"),
          flush=True)


def lines(command):
    result = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit("%s\n%s" % (" ".join(command), result.stderr))
    return [json.loads(line) for line in result.stdout.splitlines()]


def ours(programs, name, sizes, threads, batches, epochs, latencies, *more):
    fields = [argument for key, value in sizes.items() for argument in ("--set", "model.%s=%s" % (key, json.dumps(value)))]
    return lines([os.path.join(programs, "polylogue-models"), "benchmark", name, "--threads", str(threads), "--batch", batches,
                  "--epochs", str(epochs), "--latencies", str(latencies), *fields, *more])


def python(name, threads, batches, epochs, latencies):
    return lines(["/usr/bin/python3", os.path.join(HERE, "python_side.py"), name, str(threads), batches, str(epochs),
                  str(latencies)])


def least(measured, batch):
    return next(m["least_s"] for m in measured if m["measure"] == "epoch" and m["batch"] == batch)


def p50(measured, kind):
    return next(m["p50_ms"] for m in measured if m["measure"] == kind)


def main():
    programs = sys.argv[1]
    for name, sizes, epoch_budget, latency_budget in MODELS:
        other = python(name, 1, BATCHES, 2, 100)
        one = ours(programs, name, sizes, 1, BATCHES, 2, 200)
        for batch in map(int, BATCHES.split(",")):
            row("models %s epoch b%d" % (name, batch), least(one, batch) / least(other, batch), "x", epoch_budget,
                least(other, batch))
        row("models %s latency" % name, p50(one, "latency_with_displays") / p50(other, "latency"), "x", latency_budget,
            p50(other, "latency"))
        if name in LIVE:
            row("models %s live step" % name, p50(one, "live_step"), "ms", 0.3, 0)
        two = ours(programs, name, sizes, 2, "32", 2, 0)
        row("models %s two threads" % name, least(two, 32) / least(one, 32), "x", 1.05, 0)  # to one, and what clocks waver
    memory = ours(programs, "MFN", MODELS[2][1], 1, "32", 0, 0, "--predictions", str(PREDICTIONS))
    growth = next(m["growth_kib"] for m in memory if m["measure"] == "memory")
    row("models memory growth", growth / 1024, "MiB", 4, 0)


main()
