"""How well a net says what raters saw: which expression most of them named, where more than half did, and the mean valence of
what all of them named. Contempt is left out of `accuracy7`."""
import torch

import distortions
import ferplus

BINS = 15


@torch.no_grad()
def logits(net, pictures):
    """The mean of the logits of each picture and of its mirrored one: (n, 8)."""
    rows = [(net(piece) + net(piece.flip(3))) / 2 for piece in ferplus.standardised(pictures).split(512)]
    return torch.cat(rows)


def sharpness(rows, shares):
    """What logits are multiplied by so that probabilities are `shares`: least cross entropy, by Newton's steps."""
    factor = torch.ones((), dtype=torch.float64, device=rows.device)
    rows, shares = rows.double(), shares.double()
    for _ in range(30):
        said = (rows * factor).softmax(1)
        mean = (said * rows).sum(1)
        slope = (mean - (shares * rows).sum(1)).mean()
        bend = ((said * rows.square()).sum(1) - mean.square()).mean()
        factor = factor - slope / bend
    return float(factor)


def seven(shares):
    """Faces of which most raters named one of the first seven, and which."""
    which = (shares.max(1)[0] > 0.5) & (shares.argmax(1) < 7)
    return which, shares.argmax(1)[which]


def majority_sharpness(rows, shares):
    """Of the first seven logits, so that a probability says how often most raters name the class."""
    which, named = seven(shares)
    return sharpness(rows[which][:, :7], torch.nn.functional.one_hot(named, 7))


def expected_error(said, right):
    """Between the highest probability and how often its class is right (`right`: 0…1), in 15 bins of equal width."""
    best = said.max(1)[0]
    bins, error = (best * BINS).long().clamp(max=BINS - 1), 0.0
    for one in range(BINS):
        inside = bins == one
        if inside.any():
            error += float(inside.float().mean() * (best[inside].mean() - right[inside].float().mean()).abs())
    return error


def figures(rows, shares, factor=1.0):
    """@param factor  majority_sharpness()"""
    shown = rows.softmax(1)
    which, named = seven(shares)
    most = shares.max(1)[0] > 0.5
    said = (rows[which][:, :7] * factor).softmax(1)
    right = said.argmax(1) == named
    valence = torch.tensor(ferplus.VALENCE, device=rows.device)
    of_best = shares.gather(1, shown.argmax(1, keepdim=True)).squeeze(1)
    found = {"accuracy8": (shown.argmax(1) == shares.argmax(1))[most].float().mean(), "accuracy7": right.float().mean(),
             "valence_r": torch.corrcoef(torch.stack([shown @ valence, shares @ valence]))[0, 1],
             "expected_error": expected_error(said, right), "expected_error_of_shares": expected_error(shown, of_best),
             "n": len(named), "faces": len(rows)}
    found["recall"] = {name: round(float(right[named == i].float().mean()), 4) for i, name in enumerate(ferplus.CLASSES[:7])}
    return {name: value if isinstance(value, (dict, int)) else round(float(value), 4) for name, value in found.items()}


def between(rows, shares, factor, draws=1000):
    """Each figure's 2.5 and 97.5 percent, by drawing faces anew."""
    random, drawn = torch.Generator().manual_seed(1), []
    for _ in range(draws):
        faces = torch.randint(len(rows), (len(rows),), generator=random)
        drawn.append(figures(rows[faces], shares[faces], factor))
    return {name: [round(float(torch.tensor([one[name] for one in drawn]).quantile(share)), 4) for share in (0.025, 0.975)]
            for name in ("accuracy8", "accuracy7", "valence_r", "expected_error")}


def line(found):
    return "of 8 {accuracy8:.3f}, of 7 {accuracy7:.3f} ({n}), valence r {valence_r:.3f}".format(**found)


def tables(net, faces, factor):
    pictures = {"as they are": faces.pictures, **distortions.named(faces.pictures)}
    return {name: figures(logits(net, some), faces.shares, factor) for name, some in pictures.items()}
