"""FER+'s faces and what ten raters saw in them (Barsoum et al. 2016, arXiv:1608.01041)."""
import lzma
from typing import NamedTuple

import numpy as np
import torch

CLASSES = ["neutral", "happiness", "surprise", "sadness", "anger", "disgust", "fear", "contempt"]
VALENCE = [0.0, 1.0, 0.2, -0.7, -0.7, -0.7, -0.7, -0.4]
SIDE = 48


class Faces(NamedTuple):
    pictures: torch.Tensor  # (n, 1, 48, 48), 0…1
    shares: torch.Tensor  # (n, 8): of the raters who saw an emotion


def read(folder, part, device):
    """Faces that fewer than five raters took for none, and in which at least one rater saw an emotion."""
    packed = folder / f"{part}.bin.xz"
    raw = lzma.decompress(packed.read_bytes()) if packed.exists() else (folder / f"{part}.bin").read_bytes()
    rows = [line.split(",")[1:] for line in (folder / f"{part}.csv").read_text().splitlines()]
    votes = np.array([[int(vote) for vote in row] for row in rows], np.float32)
    pictures = np.frombuffer(raw, np.uint8).reshape(-1, 1, SIDE, SIDE)
    if len(pictures) != len(votes):
        raise SystemExit(f"{folder}/{part}: {len(pictures)} pictures, {len(votes)} rows of votes")
    seen = votes[:, :8]
    kept = (votes[:, 9] < 5) & (seen.sum(1) > 0)
    shares = seen[kept] / seen[kept].sum(1, keepdims=True)
    return Faces(torch.tensor(pictures[kept].astype(np.float32) / 255).to(device), torch.tensor(shares).to(device))


def standardised(pictures):
    """What the net takes: each picture of 0…1 less its mean, over its deviation + 8/255."""
    mean = pictures.mean((2, 3), keepdim=True)
    return (pictures - mean) / ((pictures - mean).square().mean((2, 3), keepdim=True).sqrt() + 8 / 255)
