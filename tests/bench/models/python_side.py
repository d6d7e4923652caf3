#!/usr/bin/env python3
"""usage: python_side.py MODEL THREADS BATCH[,BATCH] EPOCHS LATENCIES

The other side of bench_models.py: the same model in Python PyTorch on random numbers. Prints lines of JSON:
{"measure": "epoch", "batch": 32, "least_s": 1.2} and {"measure": "latency", "p50_ms": 4.0}.
"""
import json
import sys
import time

import torch

from rnn_fusion import EFLSTM, LFLSTM, MARN, MFN, RMFN, GraphMFN
from seq2seq import Seq2Seq
from tensor_fusion import LMF, TFN
from transformer_fusion import FMT, MulT

WIDTHS = (300, 74, 35)
SEGMENTS, STEPS = 1284, 20
MAKE = {
    "EFLSTM": lambda: EFLSTM(*WIDTHS, 128),
    "LFLSTM": lambda: LFLSTM(*WIDTHS, 128, 32, 32, 64),
    "MFN": lambda: MFN(*WIDTHS, 88, 48, 16, 128, 128, 64, 256, 64, 64),
    "GraphMFN": lambda: GraphMFN(*WIDTHS, 88, 48, 16, 128, 64, 64, 128, 64, 64),
    "MARN": lambda: MARN(*WIDTHS, 88, 48, 16, 4, 32, 16, 8, 64, 64),
    "RMFN": lambda: RMFN(*WIDTHS, 88, 48, 16, 3, 64, 64, 64, 64),
    "TFN": lambda: TFN(*WIDTHS, 128, 32, 32, 64, 64),
    "LMF": lambda: LMF(*WIDTHS, 128, 32, 32, 64, 1, 4),
    "MulT": lambda: MulT(*WIDTHS),
    "Seq2Seq": lambda: Seq2Seq(WIDTHS[0], WIDTHS[2], 48, 32),
    "FMT": lambda: FMT(*WIDTHS, 20, 20, 2, 2, [10, 10], 128, 128),
}


def main():
    name, threads, batches, epochs, latencies = sys.argv[1], *(sys.argv[2:])
    torch.set_num_threads(int(threads))
    torch.manual_seed(0)
    text, audio, vision = (torch.randn(SEGMENTS, STEPS, width) for width in WIDTHS)
    truths = torch.randn(SEGMENTS, 1)
    averaged = name in ("TFN", "LMF")  # one vector per segment of sound and picture

    def predict(model, rows):
        a, v = audio[rows], vision[rows]
        return model(text[rows], a.mean(1) if averaged else a, v.mean(1) if averaged else v)["pred"]

    def loss(model, rows):
        if hasattr(model, "lesson"):
            return model.lesson(text[rows], vision[rows], truths[rows])
        return (predict(model, rows) - truths[rows]).abs().mean()

    for batch in map(int, batches.split(",")):
        model = MAKE[name]()
        optimiser = torch.optim.Adam(model.parameters(), 1e-3)
        model.train()
        least = None
        for _ in range(int(epochs) + 1):  # the first warms up
            start = time.perf_counter()
            for rows in torch.randperm(SEGMENTS).split(batch):
                optimiser.zero_grad()
                loss(model, rows).backward()
                torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
                optimiser.step()
            seconds = time.perf_counter() - start
            least = seconds if least is None else min(least, seconds)
        print(json.dumps({"measure": "epoch", "batch": batch, "least_s": least}), flush=True)
    model = MAKE[name]().eval()
    taken = []
    with torch.no_grad():
        for i in range(int(latencies) + 10):
            start = time.perf_counter()
            predict(model, slice(i % SEGMENTS, i % SEGMENTS + 1))
            taken.append((time.perf_counter() - start) * 1e3)
    taken = sorted(taken[10:])
    print(json.dumps({"measure": "latency", "p50_ms": taken[len(taken) // 2]}), flush=True)


main()
