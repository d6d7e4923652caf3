"""What the synthesisers say: licence texts of the system, words of CMU's dictionary, and commands."""
import random
import re
from pathlib import Path

LICENCES = Path("/usr/share/common-licenses")
TEXTS = ("GPL-3", "GFDL-1.3", "Apache-2.0", "MPL-2.0", "LGPL-2.1")
DICTIONARY = Path("/usr/share/pocketsphinx/model/en-us/cmudict-en-us.dict")
COMMON = ("the of and to a in that is i it for you was with on as have but be they this not are at so we his from "
          "she he my your all what there one out up if about who get which go me when make can like time no just him "
          "know take people into year good some could them see other than then now look only come its over think also "
          "back after use two how our work first well way even new want because any these give day most us really very "
          "movie great bad story character actor saw would did had has were been their her will do said an").split()
COMMANDS = (("bin", "lay", "place", "set"), ("blue", "green", "red", "white"), ("at", "by", "in", "with"),
            tuple("bcdefghijklmnopqrstuvxyz"), ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
            ("again", "now", "please", "soon"))


class Sentences:
    """Draws sentences: lists of lower-case words that the dictionary has, and after which of them there is a comma."""

    def __init__(self, seed: int):
        self.random = random.Random(seed)
        lines = DICTIONARY.read_text(encoding="utf-8").splitlines()
        known = {re.sub(r"\(\d+\)$", "", line.split()[0]) for line in lines if line.strip()}
        self._words = sorted(word for word in known if re.fullmatch(r"[a-z]{3,9}", word))
        text = " ".join((LICENCES / name).read_text(encoding="utf-8") for name in TEXTS)
        self._running = [word for word in re.findall(r"[a-z']+", text.lower())
                         if word in known and (len(word) > 1 or word in ("a", "i"))]

    def draw(self) -> tuple:
        kind = self.random.random()
        if kind < 0.2:
            return [self.random.choice(choices) for choices in COMMANDS], set()
        count = self.random.randrange(5, 12)
        if kind < 0.6:
            first = self.random.randrange(len(self._running) - count)
            words = self._running[first:first + count]
        else:
            words = [self.random.choice(COMMON if self.random.random() < 0.55 else self._words) for _ in range(count)]
        commas = {self.random.randrange(1, count - 2)} if self.random.random() < 0.45 else set()
        return words, commas


def written(words: list, commas: set) -> str:
    return " ".join(word + ("," if index in commas else "") for index, word in enumerate(words))
