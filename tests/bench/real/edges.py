"""How near the edges of words lie to those that people (TIMIT) and another aligner (GRID) set, where `polylogue-cli extract` is given sound and
transcript. `scripts/bench speech` measures the same aligner as a library, with its bounds, in noise and with padding (docs/features.md)."""
import csv
import json
import os
import subprocess

import numpy
from figures import interval, row, say

MEASURED = {  # corpus, options → least share within 50 ms, most ms of the mean; GRID's aligner widens words into pauses, which --pad imitates
    ("timit", ""): (0.91, 17.5),
    ("grid", ""): (0.85, 30),
    ("grid", "--pad=0.06,0.04"): (0.90, 25),
}


def recordings(shared, corpus):
    """List of (name, media, words with start, end, text and speaker or clip)."""
    def timed(file, rate, group):
        rows = [line.split() for line in file.read_text().splitlines()]
        return [(int(start) / rate, int(end) / rate, word, group) for start, end, word in rows if word not in ("sil", "sp")]

    if corpus == "timit":
        return [(f"{file.parent.name}_{file.stem}", file, timed(file.with_suffix(".wrd"), 16000, file.parent.name))
                for file in sorted((shared / "data" / "timit_sample").glob("*/*.wav"))]
    grid = shared / "media" / "grid"
    told = json.loads((grid / "grid_talk_a.words.json").read_text(encoding="utf-8"))["words"]
    return [(file.stem, file.with_suffix(".mpg"), timed(file, 25000, file.stem)) for file in sorted(grid.glob("*.align"))] \
        + [("grid_talk_a", grid / "grid_talk_a.mp4", [(each["start"], each["end"], each["w"], each["clip"].split(".")[0]) for each in told])]


def found_words(programs, folder, files, options):
    """name → list of (start, end, word), as the program finds them."""
    media = folder / "media"
    media.mkdir(parents=True, exist_ok=True)
    for name, file, words in files:
        link = media / f"{name}{file.suffix}"
        if not link.exists():
            os.symlink(file.resolve(), link)
        link.with_suffix(".txt").write_text(" ".join(word for _, _, word, _ in words) + "\n", encoding="utf-8")
    cli = programs / "polylogue-cli"
    subprocess.run([cli, "extract", media, "--features", "words", "--again", "--out", folder / "out", *options.split()], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([cli, "convert", folder / "out" / "words.csd", folder / "words.csv", "--overwrite"], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
    found = {}
    with open(folder / "words.csv", encoding="utf-8") as stream:
        for each in csv.DictReader(stream):
            if each["text"] not in ("", "sp"):
                found.setdefault(each["video_id"], []).append((float(each["start"]), float(each["end"]), each["text"]))
    return found


def by_letters(words):
    """The simplest guess, which is told where speech begins and ends: words as long as they have letters."""
    ends = numpy.cumsum([len(word) for _, _, word, _ in words]) / sum(len(word) for _, _, word, _ in words)
    places = words[0][0] + numpy.concatenate([[0], ends]) * (words[-1][1] - words[0][0])
    return [off for i, (start, end, _, _) in enumerate(words) for off in (places[i] - start, places[i + 1] - end)]


def share_within(seconds):
    return lambda off, _: float((numpy.abs(off) <= seconds).mean())


def measure(programs, folder, data):
    for (corpus, options), (share, mean) in MEASURED.items():
        files = recordings(data.parents[1], corpus)
        name_of = corpus + ("_padded" if options else "")
        found = found_words(programs, folder / "edges" / name_of, files, options)
        off, speakers, missed, simple = [], [], 0, []
        for name, _, words in files:
            said = found.get(name, [])
            if len(said) != len(words):
                missed += 1
                continue
            simple += by_letters(words)
            for true, word in zip(words, said):
                off += [word[0] - true[0], word[1] - true[1]]
                speakers += [true[3]] * 2
        off, speakers = numpy.array(off), numpy.array(speakers)
        text = []
        for seconds in (0.02, 0.05):
            low, high = interval(share_within(seconds), off, off, speakers)
            text.append(f"{share_within(seconds)(off, off):.3f} ({low:.3f} to {high:.3f}) within {1000 * seconds:.0f} ms")
        say(f"edges of words on {name_of}: {', '.join(text)}; median {1000 * numpy.median(abs(off)):.1f} ms, mean {1000 * abs(off).mean():.1f} ms, starts "
            f"{1000 * numpy.median(off[::2]):+.0f} and ends {1000 * numpy.median(off[1::2]):+.0f} ms in the median; n {len(off)} edges, {len(numpy.unique(speakers))} "
            f"{'speakers' if corpus == 'timit' else 'clips'}, {missed} recordings with other words")
        simple = share_within(0.05)(numpy.array(simple), None)
        say(f"  by letters alone, between the first word's start and the last one's end: {simple:.3f} within 50 ms")
        row(f"edges_{name_of}_50_ms", share_within(0.05)(off, off), "-", share, True, round(simple, 3))
        row(f"edges_{name_of}_mean", 1000 * float(abs(off).mean()), "ms", mean, False)
