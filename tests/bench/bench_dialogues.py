#!/usr/bin/env python3
"""usage: bench_dialogues.py PROGRAMS FOLDER

What the context of a conversation is worth: accuracy on the turns of make_dialogues.py, the worst of seeds 1, 2 and 3. Prints rows of
`scripts/bench`; the bound is a least share, or a most one where a row has to stay below; the reference is what our implementation in
PyTorch reached on the same data.

Beside the models of conversations: how often the more frequent class is (`frequency`), a model of the turn alone, BCLSTM on the same
turns torn apart, where no context is left to find, and each model on other data (`other_…`, another seed of the generator, one seed).
"""
import json
import os
import shutil
import subprocess
import sys
import time

import h5py

PROGRAM = os.path.join(sys.argv[1], "polylogue-models")
FOLDER = os.path.join(sys.argv[2], "dialogues")
MAKER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "make_dialogues.py")
SEEDS = (1, 2, 3)
LEARNING = ("training.lr=3e-3", "training.batch=16", "training.epochs=30", "training.patience=30", "training.weight_decay=0",
            "training.min_delta=0", "training.clip=1")
SMALL_LSTM = ("model.h=16", "model.fc=16", "model.layers=1", "model.attention=false", "model.drop=0")
SMALL_DIALOGUE = ("model.d_g=16", "model.d_p=16", "model.d_e=16", "model.d_h=16", "model.listener=state", "model.drop=0")
ALONE = ("window=1", "model.h_l=16", "model.h_a=8", "model.h_v=8", "model.post=16", "model.drop=0")
FORWARD = ("model.bidirectional=false",)
MODELS = {
    "alone": ("lfdnn", ALONE),
    "bc_lstm": ("bc_lstm", SMALL_LSTM),
    "bc_lstm_live": ("bc_lstm", SMALL_LSTM + FORWARD),
    "dialogue_rnn": ("dialogue_rnn", SMALL_DIALOGUE),
    "dialogue_rnn_live": ("dialogue_rnn", SMALL_DIALOGUE + FORWARD + ("model.global_attention=false",)),
    "dialogue_rnn_all": ("dialogue_rnn", SMALL_DIALOGUE + ("model.predict=all",)),
}
BOUNDS = {"bc_lstm": (0.75, 0.766, 0.782), "bc_lstm_live": (0.725, 0.744, 0.745), "dialogue_rnn": (0.79, 0.814, 0.810),
          "dialogue_rnn_live": (0.74, 0.783, 0.758), "dialogue_rnn_all": (0.81, 0.830, 0.859), "listener": (0.69, 0.716, 0.788)}


def data_of(seed, *options):
    path = os.path.join(FOLDER, "-".join(["dialogues", str(seed)] + [option.strip("-") for option in options]) + ".h5")
    subprocess.run([sys.executable, MAKER, path, "--seed", str(seed), *options], check=True)
    return path


def accuracy(model, data, seed):
    """Of those who speak, and of those who listen where the model says something of them, on the fold test."""
    name, settings = MODELS[model]
    out = os.path.join(FOLDER, "run")
    shutil.rmtree(out, ignore_errors=True)
    command = [PROGRAM, "train", "--model", name, "--data", data, "--out", out, "--seed", str(seed), "--progress", "none", "--json"]
    for setting in settings + LEARNING:
        command += ["--set", setting]
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit("%s\n%s" % (" ".join(command), result.stderr))
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    heard = [line["acc"] for line in lines if line["fold"] == "test" and line["modalities"].endswith(", listening")]
    return lines[-1]["acc"], heard[0] if heard else None


def row(name, measured, bound, reference, is_ok):
    print("dialogues_%s\t%.3f\tshare\t%s\t%s\t%s" % (name, measured, bound, reference, "yes" if is_ok else "no"), flush=True)


def frequency(data):
    with h5py.File(data) as file:
        share = float(file["test/labels"][:, 0].mean())
    return max(share, 1 - share)


def least(model, data, seeds):
    measured = [accuracy(model, data, seed) for seed in seeds]
    heard = [listening for _, listening in measured if listening is not None]
    return [speaking for speaking, _ in measured], heard


def measure(data, seeds, prefix, place):
    """@param place  of the reference among BOUNDS"""
    means = {}
    for model, bounds in BOUNDS.items():
        if model == "listener": # told with the model that knows them
            continue
        began = time.time()
        spoken, heard = least(model, data, seeds)
        row(prefix + model, min(spoken), bounds[0], bounds[place], min(spoken) >= bounds[0])
        if heard:
            row(prefix + "listener", min(heard), BOUNDS["listener"][0], BOUNDS["listener"][place], min(heard) >= BOUNDS["listener"][0])
        means[model] = sum(spoken) / len(spoken)
        print("%s: %s, %.1f s per seed" % (prefix + model, " ".join("%.3f" % share for share in spoken + heard),
                                          (time.time() - began) / len(seeds)), file=sys.stderr)
    gain = means["dialogue_rnn"] - means["bc_lstm"]
    row(prefix + "who_speaks_gain", gain, 0.02, "null", gain >= 0.02)


def main():
    os.makedirs(FOLDER, exist_ok=True)
    data = data_of(1)
    row("frequency", frequency(data), 0.6, "null", frequency(data) <= 0.6)
    alone, _ = least("alone", data, SEEDS)
    row("alone", max(alone), 0.725, 0.696, 0.6 <= min(alone) and max(alone) <= 0.725)
    measure(data, SEEDS, "", 1)
    torn, _ = least("bc_lstm", data_of(1, "--torn"), SEEDS[:1])
    row("torn_apart", max(torn), 0.725, "null", max(torn) <= 0.725)
    measure(data_of(2), (2,), "other_", 2)


main()
