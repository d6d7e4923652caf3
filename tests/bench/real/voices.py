"""What emotions can be told by a voice alone: the 88 functionals of eGeMAPS over whole recordings and a linear support vector machine, on
EmoDB (German, ten speakers) and RAVDESS (English, actors 1 to 12), who are always others than those that it learnt from.

The machine can be repeated elsewhere: squared hinge loss, C 0.03 times what balances the recording's class, one class against the
rest, an intercept that costs nothing, each input less its mean and over its deviation, both of the speakers that are learnt from."""
import csv
import json
import subprocess

import numpy
from figures import interval, row, say

COST = 0.03
STEPS = 60  # of Newton, at most; some ten are usual
BOUNDS = {"emodb": (0.61, 0.74), "ravdess": (0.48, 0.56)}
TODAY = {"emodb": (0.635, 0.769), "ravdess": (0.504, 0.590)}
MEN = {"03", "10", "11", "12", "15"}  # of EmoDB; RAVDESS' odd actors are men


def functionals(programs, folder, recordings):
    """The names of the recordings and their 88 numbers (n, 88): one row each, over all of the recording."""
    made = folder / "voices" / recordings.name
    table = made / "functionals.csv"
    made.mkdir(parents=True, exist_ok=True)
    cli = programs / "polylogue-cli"
    subprocess.run([cli, "extract", recordings, "--features", "egemaps25,spectral", "--again", "--out", made], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    recipe = {"load": [{"name": name, "file": f"{name}.csd"} for name in ("egemaps25", "spectral")],
              "steps": [{"op": "functionals", "per": {"window_s": 60, "hop_s": 60}}, {"op": "remove", "name": "egemaps25"},
                        {"op": "remove", "name": "spectral"}]}  # no recording lasts a minute: a window is all of it
    (made / "recipe.json").write_text(json.dumps(recipe), encoding="utf-8")
    subprocess.run([cli, "run", made / "recipe.json", "--out", made / "run"], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([cli, "table", made / "run" / "egemaps88.csd", table], check=True, stdout=subprocess.DEVNULL)
    with open(table, encoding="utf-8") as stream:
        rows = list(csv.reader(stream))[1:]
    return [each[0].split("[")[0] for each in rows], numpy.array([[float(value) for value in each[3:]] for each in rows])


def scaled(values, by):
    spread = by.std(0)
    return (values - by.mean(0)) / numpy.where(spread > 1e-9, spread, 1)


def machine(inputs, signs, costs):
    """Weights that make |w|² / 2 + Σ cost max(0, 1 − sign w·x)² least, by Newton's steps with halving, to the last digit. The last
    input, the intercept's, has a weight that is no part of |w|."""
    weights = numpy.zeros(inputs.shape[1])
    counts = numpy.ones_like(weights)
    counts[-1] = 0

    def loss(at):
        short = numpy.maximum(0, 1 - signs * (inputs @ at))
        return counts @ at ** 2 / 2 + costs @ short ** 2

    for _ in range(STEPS):
        short = 1 - signs * (inputs @ weights)
        inside = short > 0
        slope = counts * weights - 2 * inputs[inside].T @ (costs * signs * short)[inside]
        if numpy.abs(slope).max() < 1e-9:
            break
        bend = numpy.diag(counts) + 2 * (inputs[inside].T * costs[inside]) @ inputs[inside]
        step, size, before = numpy.linalg.solve(bend, slope), 1.0, loss(weights)
        while loss(weights - size * step) > before and size > 1e-6:
            size /= 2
        weights = weights - size * step
    return weights


def told(inputs, classes, tested):
    """The class of each that is tested, by what the others teach."""
    known, by = ~tested, inputs[~tested]
    ones = numpy.ones((len(inputs), 1))
    ready = numpy.hstack([scaled(inputs, by), ones])
    names, places, counts = numpy.unique(classes[known], return_inverse=True, return_counts=True)
    costs = (COST * known.sum() / (len(names) * counts))[places]
    margins = [ready[tested] @ machine(ready[known], numpy.where(places == which, 1.0, -1.0), costs) for which in range(len(names))]
    return names[numpy.argmax(margins, 0)]


def mean_recall(said, classes):
    return float(numpy.mean([(said[classes == one] == one).mean() for one in numpy.unique(classes)]))


def answers(inputs, classes, speakers, left_out, per_speaker):
    if per_speaker:
        inputs = inputs.copy()
        for one in numpy.unique(speakers):
            inputs[speakers == one] = scaled(inputs[speakers == one], inputs[speakers == one])
    said = numpy.empty_like(classes)
    known = numpy.unique(speakers)
    for first in range(0, len(known), left_out):
        tested = numpy.isin(speakers, known[first:first + left_out])
        said[tested] = told(inputs, classes, tested)
    return said


def corpus(programs, folder, data, name):
    names, inputs = functionals(programs, folder, data / name)
    if name == "emodb":
        return inputs, numpy.array([each[5] for each in names]), numpy.array([each[:2] for each in names])
    parts = [each.split("-") for each in names]
    return inputs, numpy.array([each[2] for each in parts]), numpy.array([each[6] for each in parts])


def measure(programs, folder, data):
    for name, left_out in (("emodb", 1), ("ravdess", 2)):
        inputs, classes, speakers = corpus(programs, folder, data, name)
        men = numpy.isin(speakers, list(MEN)) if name == "emodb" else speakers.astype(int) % 2 == 1
        for which, per_speaker in enumerate((False, True)):
            said = answers(inputs, classes, speakers, left_out, per_speaker)
            recall = mean_recall(said, classes)
            low, high = interval(mean_recall, said, classes, speakers)
            how = "scaled per speaker" if per_speaker else "as it is"
            each = [mean_recall(said[speakers == one], classes[speakers == one]) for one in numpy.unique(speakers)]
            say(f"voices of {name}, {how}: mean recall {recall:.3f} ({low:.3f} to {high:.3f}), n {len(said)}, {len(each)} speakers "
                f"({min(each):.2f} to {max(each):.2f}), {len(numpy.unique(classes))} classes; chance {1 / len(numpy.unique(classes)):.3f}")
            by_class = ", ".join(f"{one} {(said[classes == one] == one).mean():.2f} of {(classes == one).sum()}" for one in numpy.unique(classes))
            say(f"  found: {by_class}")
            for sex, chosen in (("men", men), ("women", ~men)):
                low, high = interval(mean_recall, said[chosen], classes[chosen], speakers[chosen])
                say(f"  {sex}: {mean_recall(said[chosen], classes[chosen]):.3f} ({low:.3f} to {high:.3f}), n {chosen.sum()}")
            row(f"voices_{name}{'_scaled' if per_speaker else ''}", recall, "-", BOUNDS[name][which], True, TODAY[name][which])
