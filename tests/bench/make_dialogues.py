#!/usr/bin/env python3
"""usage: make_dialogues.py OUT.h5 [--seed 1] [--torn]

Generated conversations in which the context counts, and who speaks: 300 to learn from, 60 to choose by, 100 to test on.

Two people have a mood each, 0 or 1. Of a turn the text (4 numbers) tells the speaker's mood badly: ±0.6 in the first one, under noise of
deviation 1. The sound (3) says in its first number whether the turn provokes, with probability 0.15; then the listener's mood turns over
from that turn on. What is seen (3) is noise. The next turn is the other one's with probability 0.5; there are 12 to 20. `labels` is the
speaker's mood, `labels_listener` that of the other one after the turn. With --torn each turn is a conversation of its own: the same
turns, but nothing that a context could tell.
"""
import argparse

import h5py
import numpy

FOLDS = (("train", 300), ("valid", 60), ("test", 100))
PEOPLE = ("ada", "bert")
COLUMNS = ("text", "audio", "vision", "labels", "labels_listener", "id", "conversation", "participant", "start", "end")


def turns(random):
    """The turns of one conversation: speaker, text, sound, sight, mood of the speaker, of the other one afterwards."""
    count = int(random.integers(12, 21))
    moods = random.integers(0, 2, 2)
    speaker = 0
    for _ in range(count):
        provokes = random.random() < 0.15
        text = random.normal(0, 1, 4)
        text[0] += 1.2 * (moods[speaker] - 0.5)
        sound = random.normal(0, 0.1, 3)
        sound[0] += provokes
        sight = random.normal(0, 1, 3)
        mood = moods[speaker]
        if provokes:
            moods[1 - speaker] = 1 - moods[1 - speaker]
        yield speaker, text, sound, sight, mood, moods[1 - speaker]
        if random.random() < 0.5:
            speaker = 1 - speaker


def fold_of(random, fold, conversations, is_torn):
    columns = {name: [] for name in COLUMNS}
    for number in range(conversations):
        time, spoken = 0.0, [0, 0]
        for speaker, text, sound, sight, mood, other in list(turns(random)):
            length = 1 + 3 * random.random()
            name = "%s_%03d" % (fold, number)
            if is_torn:
                name += "_%d" % len(columns["id"])
            values = (text, sound, sight, numpy.eye(2)[mood], numpy.eye(2)[other],
                      "%s@%s[%d]" % (name, PEOPLE[speaker], spoken[speaker]), name, PEOPLE[speaker], time, time + length)
            for column, value in zip(COLUMNS, values):
                columns[column].append(value)
            spoken[speaker] += 1
            time = time + length + 0.2
    return columns


def write(path, seed, is_torn):
    random = numpy.random.default_rng(seed)
    with h5py.File(path, "w") as file:
        for fold, conversations in FOLDS:
            for column, values in fold_of(random, fold, conversations, is_torn).items():
                array = numpy.array(values)
                kind = "S" if array.dtype.kind == "U" else "f8" if column in ("start", "end") else "f4"
                file["%s/%s" % (fold, column)] = array.astype(kind)
        file["label_names"] = numpy.array(["calm", "upset"], "S")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--torn", action="store_true")
    given = parser.parse_args()
    write(given.out, given.seed, given.torn)
