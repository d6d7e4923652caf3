"""How well a net says what raters saw. Contempt is left out of `accuracy7`; valence and calibration are over all faces."""
import torch

import distortions
import ferplus

BINS = 15


@torch.no_grad()
def logits(net, pictures):
    """The mean of the logits of each picture and of its mirrored one: (n, 8)."""
    rows = [(net(piece) + net(piece.flip(3))) / 2 for piece in ferplus.standardised(pictures).split(512)]
    return torch.cat(rows)


def probabilities(net, pictures, sharpness=1.0):
    return (logits(net, pictures) * sharpness).softmax(1)


def sharpness(rows, shares):
    """What logits are multiplied by so that probabilities are the raters' shares: least cross entropy, by Newton's steps."""
    factor = torch.ones((), dtype=torch.float64, device=rows.device)
    rows, shares = rows.double(), shares.double()
    for _ in range(30):
        said = (rows * factor).softmax(1)
        mean = (said * rows).sum(1)
        slope = (mean - (shares * rows).sum(1)).mean()
        bend = ((said * rows.square()).sum(1) - mean.square()).mean()
        factor = factor - slope / bend
    return float(factor)


def expected_error(said, shares):
    """Between the highest probability and the share of the raters who saw that class, in 15 bins of equal width."""
    best, which = said.max(1)
    given = shares.gather(1, which.unsqueeze(1)).squeeze(1)
    bins = (best * BINS).long().clamp(max=BINS - 1)
    error = 0.0
    for one in range(BINS):
        inside = bins == one
        if inside.any():
            error += float(inside.float().mean() * (best[inside].mean() - given[inside].mean()).abs())
    return error


def figures(said, shares):
    most = shares.max(1)[0] > 0.5
    seven = most & (shares.argmax(1) < 7)
    valence = torch.tensor(ferplus.VALENCE, device=said.device)
    pair = torch.stack([said @ valence, shares @ valence])
    right = said[:, :7].argmax(1) == shares.argmax(1)
    result = {"accuracy8": (said.argmax(1) == shares.argmax(1))[most].float().mean(), "accuracy7": right[seven].float().mean(),
              "valence_r": torch.corrcoef(pair)[0, 1], "n": int(seven.sum()), "faces": len(said),
              "expected_error": expected_error(said, shares)}
    result["recall"] = {name: float(right[seven & (shares.argmax(1) == i)].float().mean())
                        for i, name in enumerate(ferplus.CLASSES[:7])}
    return {name: value if isinstance(value, (dict, int)) else round(float(value), 4) for name, value in result.items()}


def line(found):
    return "of 8 {accuracy8:.3f}, of 7 {accuracy7:.3f} ({n}), valence r {valence_r:.3f}".format(**found)


def tables(net, faces, factor):
    found = {"as they are": figures(probabilities(net, faces.pictures, factor), faces.shares)}
    for name, pictures in distortions.named(faces.pictures).items():
        found[name] = figures(probabilities(net, pictures, factor), faces.shares)
    return found
