#!/usr/bin/python3
"""Opens a model that was trained here: safetensors_to_torch.py MODEL.safetensors WEIGHTS.pt (or .npz, without torch).

read() gives the weights as NumPy arrays under the canonical names, and the metadata with the model card."""
import json, struct, sys
import numpy


def read(path):
    data = open(path, "rb").read()
    length = struct.unpack("<Q", data[:8])[0]
    header = json.loads(data[8:8 + length])
    metadata = header.pop("__metadata__", {})
    part = lambda entry: data[8 + length + entry["data_offsets"][0]:8 + length + entry["data_offsets"][1]]
    return {name: numpy.frombuffer(part(e), "<f4").reshape(e["shape"]) for name, e in header.items()}, metadata


if __name__ == "__main__":
    weights, metadata = read(sys.argv[1])
    if sys.argv[2].endswith(".npz"):
        numpy.savez(sys.argv[2], **weights)
    else:
        import torch
        torch.save({name: torch.tensor(values) for name, values in weights.items()}, sys.argv[2])
    print(json.loads(metadata["polylogue_model_card"])["architecture"])
