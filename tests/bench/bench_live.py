#!/usr/bin/env python3
"""usage: bench_live.py PROGRAMS FOLDER

Live answers about videos of the demo that play in real time: the small FV2ES and Ready (about a real person) every half second, the
full-size FV2ES every second. Of Ready the scores of words and face are compared: its voice is held against what was heard of it so far.
Prints rows of `scripts/bench`: questions left out, the 95th percentile of an answer's age in ms, how long all cores together are
busy from one answer to the next (median, decoding included), and how far its scores are from those of `predict` for the same span. The full-size model, which learns from one video for one pass, stays in FOLDER.

Of the small one's age (p95 some 340 ms) 260 to 280 are where the model's own 16 pictures of the last 4 s lie, which it was trained
with; the answer itself takes 42 to 64. A full-size one's forward pass takes 300; folding its branches saves 2 %.
"""
import json
import os
import subprocess
import sys

DEMO = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "resources", "demo")
RECORDING = os.path.join(DEMO, "media", "finn_1.mp4")
REAL = os.path.join(DEMO, "media", "grid_talk_a.mp4")
LARGEST_DIFFERENCE = 1e-5
FULL = "fv2es"
ONE_PASS = ["training.epochs=1", "training.batch=2", "alone=false", "model=" + FULL,
            'split={"train":["ada_1"],"valid":["eve_1"],"test":["finn_1"]}']


def row(name, measured, unit, budget):
    print("%s\t%.3g\t%s\t%g\tnull\t%s" % (name, measured, unit, budget, "yes" if measured <= budget else "no"), flush=True)


def run(command):
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit("%s\n%s" % (" ".join(command), result.stderr))
    return result.stdout


def full_model(program, folder):
    model = os.path.join(folder, "live-full", "model.safetensors")
    if not os.path.exists(model):
        settings = [part for setting in ONE_PASS for part in ("--set", setting)]
        run([program, "train", os.path.join(DEMO, "model", "fv2es.json"), *settings, "--out", os.path.dirname(model)])
    return model


def measure(program, name, model, hop, budget, recording=RECORDING, compared=None):
    lines = [json.loads(line) for line in run([program, "live", model, "--media", recording, "--seconds", "12", "--hop", str(hop),
                                               "--json"]).splitlines()]
    answers, end = lines[:-1], lines[-1]
    row(name + "_left_out", end["due"] - end["answered"], "-", 0)
    row(name + "_age_p95", end["age_p95_ms"], "ms", budget)
    row(name + "_processor", end["processor_p50_ms"], "ms", 1500 * hop)
    spans = {(round(span["start"], 3), round(span["end"], 3)): span["scores"]
             for span in json.loads(run([program, "predict", model, "--media", recording, "--window", "4", "--hop", str(hop), "--json"]))}
    row(name + "_difference", max(abs(spans[round(answer["start"], 3), round(answer["end"], 3)][label] - score)
                                  for answer in answers for label, score in answer["scores"].items() if not compared or label in compared), "-",
        LARGEST_DIFFERENCE)


def main():
    program = os.path.join(sys.argv[1], "polylogue-models")
    measure(program, "live_small", os.path.join(DEMO, "models", "fv2es.safetensors"), 0.5, 500)
    measure(program, "live_ready", "ready", 0.5, 500, REAL, ["sentiment"])
    measure(program, "live_full", full_model(program, sys.argv[2]), 1, 1000)


main()
