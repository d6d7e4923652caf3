"""How well a few raters stand for many: k of a unit's raters predict the mean of the others, by `polylogue-cli agreement --consensus`,
whose table has the mean, the majority and the consensus in which raters count by how well they judge.

POPQUORN's raters have names; the consensus' two constants were chosen on its even units, the figures are of the odd ones. VADER's, EmoBank's and CREMA-D's have none: a unit's answers are dealt to k places, of which none judges
better than another, so that the consensus can gain nothing and must lose nothing. CREMA-D's are votes for one of six emotions, by voice,
by face and by both: each emotion is 1 where a rater named it."""
import csv
import json
import subprocess

import numpy
from figures import correlation, interval, mean_error, row, say

KEPT = (3, 5, 8)
LEAST_OTHERS = 2
SEEDS = 10
UNITS = 1500  # of each corpus and seed, at most
LEAST_UNITS = 100
SAMPLES = 500  # of the units, for the interval of what is gained; each with all seeds
RULES = ("mean", "majority", "consensus")
MOST_LOST = 0.005  # r, where raters have no names
EMOTIONS = "ADFHNS"
MODALITIES = {"1": "voice", "2": "face", "3": "both"}


def popquorn(folder):
    units = {}
    with open(folder / "popquorn" / "ratings.csv", encoding="utf-8") as stream:
        for each in csv.DictReader(stream):
            units.setdefault(each["unit"], []).append((each["rater"], (float(each["value"]),)))
    return list(units.values())


def vader(folder):
    units = []
    for file in sorted((folder / "vader").glob("*Ratings.txt")):
        for line in file.read_text(encoding="utf-8-sig").splitlines():
            answers = line.split("\t")[3].strip("[]").split(",")
            units.append([("", (float(value),)) for value in answers])
    return units


def emobank(folder):
    units = {}
    with open(folder / "emobank" / "individual_reader_ratings.csv", encoding="utf-8") as stream:
        for each in csv.DictReader(stream):
            units.setdefault(each["id"], []).append(("", (float(each["V"]),)))
    return list(units.values())


def crema_d(folder):
    """The units of each modality, and clips' names in the same order."""
    units, names = ({modality: [] for modality in MODALITIES.values()} for _ in range(2))
    with open(folder / "crema-d" / "tabulatedVotes.csv", encoding="utf-8") as stream:
        for each in csv.DictReader(stream):
            answers = [("", tuple(float(named == emotion) for named in EMOTIONS)) for emotion in EMOTIONS for _ in range(int(each[emotion]))]
            units[MODALITIES[each[""][0]]].append(answers)
            names[MODALITIES[each[""][0]]].append(each["fileName"])
    return units, names


def split(units, kept, seed):
    """(rows of the table, means of the others for each unit): `kept` answers of each unit, drawn at random."""
    draw = numpy.random.default_rng(seed)
    rich = [unit for unit in units if len(unit) >= kept + LEAST_OTHERS]
    chosen = [rich[i] for i in sorted(draw.permutation(len(rich))[:UNITS])]
    rows, others = [], []
    for number, unit in enumerate(chosen):
        order = draw.permutation(len(unit))
        rows += [(number, unit[i][0] or f"place {place + 1}", unit[i][1]) for place, i in enumerate(order[:kept])]
        others.append(numpy.mean([unit[i][1] for i in order[kept:]], 0))
    return rows, numpy.array(others)


def agreed(programs, folder, rows):
    """(mean, majority and consensus of each unit and label (3, n, labels), profiles of the raters), as the program says them."""
    labels = [f"rated{i}" for i in range(len(rows[0][2]))]
    table, out = folder / "ratings.csv", folder / "consensus.csv"
    lines = [f"{unit},{rater},{','.join(f'{value:g}' for value in values)}\n" for unit, rater, values in rows]
    table.write_text(f"unit,annotator,{','.join(labels)}\n{''.join(lines)}", encoding="utf-8")
    said = subprocess.run([programs / "polylogue-cli", "agreement", table, "--label", ",".join(labels), "--bootstrap", "0", "--statistic", "use",
                           "--consensus", out, "--json"], check=True, capture_output=True, text=True).stdout
    units = {unit: number for number, unit in enumerate(sorted({unit for unit, _, _ in rows}))}
    read = numpy.full((len(RULES), len(units), len(labels)), numpy.nan)
    with open(out, encoding="utf-8") as stream:
        for each in csv.DictReader(stream):
            read[:, units[int(each["unit"])], labels.index(each["label"])] = [float(each[rule]) for rule in RULES]
    return read, json.loads(said)["consensus"][0]["raters"]


def compared(programs, folder, name, units, named):
    for kept in KEPT:
        drawn = [split(units, kept, seed) for seed in range(SEEDS)]
        if len(drawn[0][1]) < LEAST_UNITS:
            continue
        seen = [(agreed(programs, folder, rows)[0], others) for rows, others in drawn]
        mean = {rule: numpy.mean([correlation(said[which].ravel(), others.ravel()) for said, others in seen]) for which, rule in enumerate(RULES)}
        off = {rule: numpy.mean([mean_error(said[which], others) for said, others in seen]) for which, rule in enumerate(RULES)}
        draw, gains = numpy.random.default_rng(1), []
        for _ in range(SAMPLES):
            sample = [draw.integers(0, len(others), len(others)) for _, others in seen]
            gains.append(numpy.mean([correlation(said[2][chosen].ravel(), others[chosen].ravel())
                                     - correlation(said[0][chosen].ravel(), others[chosen].ravel())
                                     for (said, others), chosen in zip(seen, sample)]))
        low, high = numpy.percentile(gains, [2.5, 97.5])
        gain = float(mean["consensus"] - mean["mean"])
        say(f"{kept} raters of {name} predict the mean of the others, r (mean error): "
            + ", ".join(f"{rule} {mean[rule]:.3f} ({off[rule]:.3f})" for rule in RULES)
            + f"; consensus gains r {gain:+.4f} ({low:+.4f} to {high:+.4f}), n {len(drawn[0][1])}, {SEEDS} draws of raters")
        row(f"raters_{name}_{kept}_gain", gain, "r", 0 if named else -MOST_LOST, True)
        row(f"raters_{name}_{kept}_over_majority", float(mean["consensus"] - mean["majority"]), "r", 0, True)


def profiles(programs, folder, units):
    """Whether a rater is alike in two halves of the units: r of bias, scale and noise over raters."""
    found = {"bias": [], "scale": [], "noise": []}
    for seed in range(SEEDS):
        order = numpy.random.default_rng(seed).permutation(len(units))
        halves = []
        for half in (order[::2], order[1::2]):
            rows = [(int(i), rater, value) for i in half for rater, value in units[i]]
            halves.append({each["rater"]: each for each in agreed(programs, folder, rows)[1]})
        both = sorted(set(halves[0]) & set(halves[1]))
        for what, seen in found.items():
            seen.append(correlation([halves[0][rater][what] for rater in both], [halves[1][rater][what] for rater in both]))
    for what, seen in found.items():
        say(f"raters of POPQUORN, {what} in one half of the units and in the other: r {numpy.mean(seen):.3f} ({min(seen):.3f} to {max(seen):.3f} "
            f"over {SEEDS} halvings), n {len(both)} raters; chance 0")
        row(f"raters_profile_{what}", float(numpy.mean(seen)), "r", 0, True)


def met(programs, folder):
    """How often CREMA-D's raters name what the actor meant, by modality, and by the actor's age and sex."""
    units, names = crema_d(folder)
    with open(folder / "crema-d" / "VideoDemographics.csv", encoding="utf-8") as stream:
        people = {each["ActorID"]: each for each in csv.DictReader(stream)}
    meant = {"ANG": 0, "DIS": 1, "FEA": 2, "HAP": 3, "NEU": 4, "SAD": 5}
    for modality, answers in units.items():
        shares = numpy.array([numpy.mean([values for _, values in unit], 0) for unit in answers])
        aim = numpy.array([meant[name.split("_")[2]] for name in names[modality]])
        actors = numpy.array([name[:4] for name in names[modality]])
        right = shares[numpy.arange(len(aim)), aim]
        majority = shares == shares.max(1, keepdims=True)
        met_by_most = majority[numpy.arange(len(aim)), aim] / majority.sum(1)
        groups = {"all": numpy.ones(len(aim), bool)}
        for sex in ("Male", "Female"):
            groups[sex.lower()] = numpy.array([people[actor]["Sex"] == sex for actor in actors])
        ages = numpy.array([int(people[actor]["Age"]) for actor in actors])
        groups |= {"under 30": ages < 30, "30 to 49": (ages >= 30) & (ages < 50), "50 and more": ages >= 50}
        for group, chosen in groups.items():
            low, high = interval(lambda said, _: float(said.mean()), right[chosen], right[chosen], actors[chosen])
            say(f"CREMA-D by {modality}, actors {group}: a rater names what was meant in {right[chosen].mean():.3f} ({low:.3f} to {high:.3f}), most in "
                f"{met_by_most[chosen].mean():.3f}; n {chosen.sum()}, {len(numpy.unique(actors[chosen]))} actors")


def measure(programs, folder, data):
    votes, work = data / "votes", folder / "raters"
    work.mkdir(exist_ok=True)
    named = popquorn(votes)[1::2]
    compared(programs, work, "popquorn", named, True)
    profiles(programs, work, named)
    compared(programs, work, "vader", vader(votes), False)
    compared(programs, work, "emobank", emobank(votes), False)
    for modality, units in crema_d(votes)[0].items():
        compared(programs, work, f"crema_d_{modality}", units, False)
    met(programs, votes)
