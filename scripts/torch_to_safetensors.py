#!/usr/bin/python3
"""Writes a model that opens here: torch_to_safetensors.py WEIGHTS.pt (or .npz) CARD.json MODEL.safetensors

CARD.json is the model card (docs/models.md), or a model whose card is taken over. The weights have canonical names."""
import json, os, struct, sys
import numpy
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import safetensors_to_torch


def write_tensors(path, weights, metadata):
    """`weights`: arrays by name; `metadata`: texts by name."""
    header, blocks = {"__metadata__": metadata}, []
    for name, values in sorted(weights.items()):
        block, start = numpy.ascontiguousarray(values, "<f4").tobytes(), sum(map(len, blocks))
        header[name] = {"dtype": "F32", "shape": list(values.shape), "data_offsets": [start, start + len(block)]}
        blocks.append(block)
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    open(path, "wb").write(struct.pack("<Q", len(text)) + text + b"".join(blocks))


def write(path, weights, card):
    write_tensors(path, weights, {"polylogue_model_card": json.dumps(card)})


def weights_of(path):
    if path.endswith(".npz"):
        return dict(numpy.load(path))
    import torch
    weights = torch.load(path, map_location="cpu")  # wherever it was trained, in whatever precision
    return {name: values.float().numpy() for name, values in weights.items() if values.is_floating_point()}


if __name__ == "__main__":
    if sys.argv[2].endswith(".safetensors"):
        card = json.loads(safetensors_to_torch.read(sys.argv[2])[1]["polylogue_model_card"])
    else:
        card = json.load(open(sys.argv[2]))
    write(sys.argv[3], weights_of(sys.argv[1]), card)
