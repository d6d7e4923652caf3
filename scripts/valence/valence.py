"""Tokens, rules and numbers of a text, as engine/parts/text has them in C++: the same in both to the last digit that counts."""
import json
import math
import re

LETTERS = re.compile(r"[A-Za-z0-9'\u0080-\U0010ffff]+")
ENTITIES = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#39;", "'"), ("&amp;", "&"), ("\u2019", "'")]
ENDS = ".,;:!?"  # behind a word, they end its clause
REACH = 3  # words that a negation or a booster reaches over
FADING = (1.0, 0.95, 0.9)  # of a booster, by its distance
TURNED = -0.74
CAPITALS = 0.7
BEFORE, BEHIND = 0.5, 1.5  # a turn
NUMBERS = ["tone", "positive", "negative", "mean", "highest", "lowest", "last", "found", "exclamations", "questions", "negations"]


class Token:
    def __init__(self, text, is_capitals, is_sign=False):
        self.text, self.is_capitals, self.is_sign = text, is_capitals, is_sign
        self.ends_clause = False


def lower(text):
    """ASCII only: what the ratings and the table know."""
    return "".join(chr(ord(c) + 32) if "A" <= c <= "Z" else c for c in text)


def tokens_of(text, ratings):
    for entity, sign in ENTITIES:
        text = text.replace(entity, sign)
    tokens = []
    for chunk in re.split(r"[ \t\r\n\f\v]+", text):
        if not chunk:
            continue
        if not any("a" <= c <= "z" or "0" <= c <= "9" for c in lower(chunk[:1])) and chunk in ratings or lower(chunk) in ratings and len(chunk.encode()) < 5 and LETTERS.fullmatch(chunk) is None:
            tokens.append(Token(chunk if chunk in ratings else lower(chunk), False, True))
            continue
        end = 0
        for run in LETTERS.finditer(chunk):
            word = run.group().strip("'")
            between = chunk[end:run.start()]
            if tokens and end > 0 and any(c in ENDS for c in between):
                tokens[-1].ends_clause = True
            end = run.end()
            if word:
                capitals = sum("A" <= c <= "Z" for c in word)
                small = sum("a" <= c <= "z" for c in word)
                tokens.append(Token(lower(word), capitals > 1 and not small))
        if tokens and any(c in ENDS for c in chunk[end:]):
            tokens[-1].ends_clause = True
    return tokens


def bare(word):
    return word.replace("'", "")


class Rules:
    def __init__(self, file):
        self.negations, self.boosters, self.turns, self.phrases = set(), {}, set(), {}
        self.harmless = set()
        for line in open(file, encoding="utf-8"):
            if line.startswith("#"):
                continue
            kind, words, number = line.rstrip("\n").split("\t")
            if kind == "negation":
                self.negations.add(words)
            elif kind == "booster":
                self.boosters[words] = float(number)
            elif kind == "turn":
                self.turns.add(words)
            elif kind == "harmless":
                self.harmless.add(tuple(words.split(" ")))
            else:
                self.phrases[tuple(words.split(" "))] = float(number)
        self.longest = max(len(phrase) for phrase in self.phrases)


def rating_of(token, ratings):
    if token.text in ratings:
        return ratings[token.text]
    if token.text.endswith("'s") and token.text[:-2] in ratings:
        return ratings[token.text[:-2]]
    return None


def toned(tokens, ratings, rules):
    """Each token's rating as its context leaves it; None: it has none."""
    words = [bare(token.text) for token in tokens]
    count = len(tokens)
    has_capitals = any(token.is_capitals for token in tokens) and any(not token.is_capitals and not token.is_sign and len(token.text) > 1 for token in tokens)
    values = [None] * count
    is_part = [False] * count  # of an idiom: it turns and strengthens nothing
    for first in range(count):
        for length in range(rules.longest, 1, -1):
            phrase = tuple(words[first:first + length])
            if len(phrase) == length and phrase in rules.phrases and not any(is_part[first:first + length]):
                for place in range(first, first + length):
                    is_part[place] = True
                if rules.phrases[phrase]:
                    values[first + length - 1] = rules.phrases[phrase]
    is_idiom = list(is_part)
    negated, boosted = [False] * count, [0.0] * count
    for place in range(count):
        if not is_idiom[place]:
            rating = rating_of(tokens[place], ratings)
            if rating is None or words[place] in rules.boosters or words[place] in rules.negations:
                continue
            values[place] = rating
        if not values[place]:
            continue
        value = values[place]
        sign = 1.0 if value > 0 else -1.0
        if has_capitals and tokens[place].is_capitals:
            value += sign * CAPITALS
        change = 0.0
        for distance in range(1, REACH + 1):
            before = place - distance
            if before < 0 or tokens[before].ends_clause or words[before] in rules.turns:
                break
            if is_part[before]:
                continue
            if words[before] in rules.boosters:
                change += rules.boosters[words[before]] * FADING[distance - 1]
            is_harmless = before + 1 < count and (words[before], words[before + 1]) in rules.harmless
            if (words[before] in rules.negations or tokens[before].text.endswith("n't")) and not is_harmless:
                negated[place] = True
        value += sign * change
        boosted[place] = change
        values[place] = value * (TURNED if negated[place] else 1.0)
    turn = next((place for place in range(count - 2, 0, -1) if words[place] in rules.turns and not is_part[place]), None)
    if turn is not None:
        for place in range(count):
            if values[place] is not None and place != turn:
                values[place] *= BEFORE if place < turn else BEHIND
    return values, negated, boosted


def numbers_of(text, tokens, values, negated):
    """What the rules say of a text, in the order of NUMBERS."""
    known = [value for value in values if value is not None]
    exclamations, questions = min(text.count("!"), 4), min(text.count("?"), 4)
    total = sum(known)
    if total:
        total += (0.3 if total > 0 else -0.3) * exclamations
    positive = sum(value + 1 for value in known if value > 0)
    negative = sum(1 - value for value in known if value < 0)
    whole = positive + negative + sum(1 for value in values if not value)
    count = max(len(tokens), 1)
    return [total / math.sqrt(total * total + 15), positive / whole if whole else 0.0, negative / whole if whole else 0.0,
            sum(known) / len(known) if known else 0.0, max(known + [0.0]), min(known + [0.0]), known[-1] if known else 0.0,
            len(known) / count, float(exclamations), float(questions), min(sum(negated), 3)]


def grams_of(tokens):
    """Words and pairs of words, each once."""
    words = [bare(token.text) for token in tokens]
    return list(dict.fromkeys(words + [f"{one} {two}" for one, two in zip(words, words[1:])]))


class Part:
    """What scripts/make-valence wrote, read again: for measuring."""

    def __init__(self, folder):
        self.ratings = {cells[0]: float(cells[1]) for cells in table(folder / "ratings.tsv")}
        self.rules = Rules(folder / "rules.tsv")
        self.sums = json.loads((folder / "sums.json").read_text(encoding="utf-8"))
        unit = self.sums["unit_of_grams"]
        self.grams = {cells[0]: (float(cells[1]), float(cells[2]) * unit) for cells in table(folder / "grams.tsv")}

    def valence(self, text):
        tokens = tokens_of(text, self.ratings)
        if not tokens:
            return 0.0
        values, negated, _ = toned(tokens, self.ratings, self.rules)
        known = [self.grams[gram] for gram in grams_of(tokens) if gram in self.grams]
        if not known and not any(value is not None for value in values):
            return 0.0
        total = self.sums["constant"]
        for name, number in zip(NUMBERS, numbers_of(text, tokens, values, negated)):
            total += self.sums["numbers"][name] * number
        if known:
            total += sum(rarity * weight for rarity, weight in known) / math.sqrt(sum(rarity * rarity for rarity, _ in known))
        return min(max(total, -3.0), 3.0)


def table(file):
    for line in file.read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("# "):
            yield line.split("\t")
