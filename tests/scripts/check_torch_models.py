"""Models go from here to PyTorch and back: check_torch_models.py ROOT PROGRAM FOLDER

A trained model is loaded, strictly, by PyTorch; one that PyTorch made is opened by the program. Either way
both say the same of the same segments.
"""
import json
import os
import subprocess
import sys

root, program, folder = sys.argv[1:]
try:
    import numpy
    import torch
except ImportError as missing:
    print("SKIPPED:", missing)
    sys.exit()
sys.path.insert(0, os.path.join(root, "scripts"))
import safetensors_to_torch
from torch_models import MODELS

DEMO = os.path.join(root, "resources", "demo")
TRAINED = {"MFN": "models/mfn", "GraphMFN": "models/graph-mfn", "LMF": "model/lmf", "MulT": "models/mult"}
OTHER_SIZES = {
    "MFN": {"h_l": 9, "h_a": 5, "h_v": 4, "mem": 7, "att1": 6, "att2": 5, "g1": 3, "g2": 8, "out": 6},
    "GraphMFN": {"h_l": 5, "h_a": 3, "h_v": 4, "mem": 6, "inner": 7, "pattern": 5, "eff_hidden": 4,
                 "efficacy": "none"},
    "LMF": {"h_l": 7, "h_a": 5, "h_v": 3, "text_out": 4, "rank": 5},
    "MulT": {"d": 9, "heads": 3, "layers": 1, "mem_layers": 3},
}


def place(name):
    return os.path.join(folder, name)


def run(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, universal_newlines=True)
    if done.returncode != 0:
        sys.exit(" ".join(command) + ": " + done.stderr)


def script(name, *arguments):
    run(sys.executable, os.path.join(root, "scripts", name), *arguments)


def segments_for(card):
    """Features of five segments, some far out, in a file; @return them as the model sees them."""
    random = numpy.random.default_rng(1)
    lengths, steps = [6, 1, 3, 5, 2], 6
    arrays, segments = {}, [{} for _ in lengths]
    names = (("l", "text", "text"), ("a", "acoustic", "audio"), ("v", "visual", "vision"))
    for letter, modality, name in names:
        scale = card["inputs"][modality]
        normal = (3 * random.standard_normal((len(lengths), steps, scale["width"]))).astype("f4")
        arrays[name] = normal * numpy.float32(scale["deviation"]) + numpy.float32(scale["mean"])
        seen = (arrays[name] - numpy.float32(scale["mean"])) / numpy.float32(scale["deviation"])
        seen = numpy.clip(seen, -scale.get("clip", 5), scale.get("clip", 5))
        for segment, values, length in zip(segments, seen, lengths):
            segment[letter] = torch.tensor(values[:length])
    arrays["lengths"] = numpy.array(lengths)
    arrays["labels"] = numpy.zeros((len(lengths), len(card["labels"])), "f4")
    arrays["ids"] = numpy.array([f"video[{i}]" for i in range(len(lengths))])
    numpy.savez(place("features.npz"), **{f"{fold}_{name}": values for name, values in arrays.items()
                                          for fold in ("train", "valid", "test")})
    return segments


def compare(what, model, path, segments):
    run(program, "predict", path, "--data", place("features.npz"), "--out", place("scores.npz"))
    ours = numpy.load(place("scores.npz"))["predictions"][-len(segments):]
    model.eval()
    with torch.no_grad():
        theirs = numpy.stack([model(segment).numpy() for segment in segments])
    far = numpy.abs(ours - theirs).max()
    print(f"{what}: {far:.1e} apart, of {numpy.abs(theirs).max():.2f}")
    if not numpy.allclose(ours, theirs, rtol=1e-5, atol=1e-5) or not theirs.any():
        sys.exit("they disagree")


def card_of(path):
    return json.loads(safetensors_to_torch.read(path)[1]["polylogue_model_card"])


os.makedirs(folder, exist_ok=True)
torch.manual_seed(1)
for name, trained in TRAINED.items():
    path = os.path.join(DEMO, trained + ".safetensors")
    card = card_of(path)
    segments = segments_for(card)
    script("safetensors_to_torch.py", path, place("weights.pt"))
    model = MODELS[name](card["architecture"])
    model.load_state_dict(torch.load(place("weights.pt")), strict=True)
    compare(name + ", trained here", model, path, segments)

    card["architecture"].update(OTHER_SIZES[name], out_dim=2)
    card["labels"] = card["labels"][:2]
    model = MODELS[name](card["architecture"])
    weights = model.state_dict()
    if name == "MFN":  # as large models are often saved
        weights = {parameter: values.bfloat16() for parameter, values in weights.items()}
        model.load_state_dict(weights)
    torch.save(weights, place("new weights.pt"))
    with open(place("card.json"), "w") as file:
        json.dump(card, file)
    script("torch_to_safetensors.py", place("new weights.pt"), place("card.json"), place("new.safetensors"))
    compare(name + ", made by PyTorch", model, place("new.safetensors"), segments)
