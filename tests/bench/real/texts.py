"""The parts that read English: valence of texts, vectors of words. None of their choices was made on CMU-MOSI."""
import csv
import importlib.machinery
import importlib.util
import json
import subprocess
from pathlib import Path

import numpy
from figures import correlation, interval, mean_error, right_signs, row, say

ROOT = Path(__file__).resolve().parents[3]
LEAST_WORDS = 5  # of a text whose language can be told
YARDSTICK = {"r": 0.646, "sign": 0.754, "error": 0.96}  # a ridge of n-grams and VADER's numbers, at its weaker end


def script(name):
    """A script of the project as a module; it does nothing by itself."""
    loader = importlib.machinery.SourceFileLoader(name.replace("-", "_"), str(ROOT / "scripts" / name))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
    loader.exec_module(module)
    return module


def rated(programs, folder, table):
    out = folder / "valence.csv"
    subprocess.run([programs / "polylogue-cli", "valence", table, "--column", "text", "--out", out], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
    with open(out, encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def valence_on_mosi(programs, folder, table):
    with open(table, encoding="utf-8") as stream:
        texts = list(csv.DictReader(stream))
    answers = rated(programs, folder, table)
    predicted = numpy.array([float(answer["valence"] or 0) for answer in answers])
    true = numpy.array([float(text["sentiment"]) for text in texts])
    for name, rule, bound, is_least in (("r", correlation, 0.64, True), ("sign", right_signs, 0.75, True), ("error", mean_error, 0.98, False)):
        value = rule(predicted, true)
        low, high = interval(rule, predicted, true)
        count = int((true != 0).sum()) if name == "sign" else len(true)
        say(f"valence of CMU-MOSI's texts, {name}: {value:.3f} ({low:.3f} to {high:.3f}), n {count}")
        row(f"valence_mosi_{name}", value, "-", bound, is_least, YARDSTICK[name])
    long = [answer["valence"] != "" for answer, text in zip(answers, texts) if len(text["text"].split()) >= LEAST_WORDS]
    say(f"CMU-MOSI's texts of {LEAST_WORDS} words and more that count as English: {sum(long)} of {len(long)}")
    row("valence_english_share", sum(long) / len(long), "-", 0.99, True)


def valence_held_out(folder):
    make = script("make-valence")
    part = make.valence.Part(ROOT / "resources" / "parts" / "valence")
    sentences = make.Sentences(folder, part.ratings, part.rules)
    written, plain = (correlation(form, sentences.rated) for form in make.held_out(sentences, sentences.fold))
    say(f"valence of VADER's sentences, held out: r {written:.3f}, in lower case without signs {plain:.3f}, n {len(sentences.rated)}")
    row("valence_plain_loss", written - plain, "r", 0.03, False)


def vectors_on_mosi(programs, file):
    make = script("make-word-vectors")
    part = ROOT / "resources" / "parts" / "word_vectors"
    known = set((part / "words.txt").read_text(encoding="utf-8").split("\n")) - {""}
    others = dict(line.split("\t") for line in (part / "others.tsv").read_text(encoding="utf-8").splitlines())
    told = json.loads(subprocess.run([programs / "polylogue-cli", "words", "--json", file], check=True, capture_output=True, text=True).stdout)
    counts = [(each["word"], each["count"]) for each in told if each["word"] not in ("sp", "")]  # a pause is no word
    said = sum(count for _, count in counts)
    share = sum(count for word, count in counts if make.is_known(word, known, others)) / said
    say(f"words of CMU-MOSI's videos that the word vectors have: {share:.4f}, n {said}")
    row("vectors_mosi_share", share, "-", 0.97, True)
    card = json.loads((part / "card.json").read_text(encoding="utf-8"))
    row("vectors_lowest_cosine", min(each["value"] for each in card["measured"] if each["what"].endswith("lowest")), "-", 0.9996, True)


def measure(programs, folder, data):
    valence_on_mosi(programs, folder, data / "text" / "mosi.csv")
    valence_held_out(data / "votes" / "vader")
    vectors_on_mosi(programs, data / "text" / "CMU_MOSI_ModifiedTimestampedWords.csd")
