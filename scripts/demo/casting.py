"""Who says what, how it is spoken, which face goes with it, and which label follows from that.

Every segment has five parts, written as numbers:

    words     -1 .. +1   what the wording alone says (talks.txt)
    voice     -1 .. +1   dark, flat, slow  ..  bright, lively, quick
    face      -1 .. +1   mouth corners down  ..  up
    loudness  -1, 0, +1  quiet, normal, loud
    brow      -1, 0, +1  drawn down, at rest, raised

and the family of feeling that the wording names.  The labels are functions of these parts only.
"""
import math
import random
from dataclasses import dataclass, field
from pathlib import Path

LABELS = ["sentiment", "happy", "sad", "anger", "surprise", "disgust", "fear"]
LEVELS = [-1.0, -0.5, 0.0, 0.5, 1.0]
FAMILIES = {"joy", "wonder", "sadness", "anger", "disgust", "fear", "plain"}
FAVOURED_CORRELATION = 0.15  # between words, voice and face: people mostly, but not always, sound as they speak
CASTING_DRAWS = 3000


@dataclass(frozen=True)
class Speaker:
    """A voice of espeak-ng and the colours (blue, green, red) and features of a drawn head."""

    name: str
    voice: str
    rate: int  # words per minute
    pitch: int  # espeak units, 0..99
    pitch_range: int  # espeak units, 0..99
    skin: tuple
    hair: tuple
    shirt: tuple
    long_hair: bool = False
    glasses: bool = False
    rest_smile: float = 0.0  # the face at rest


SPEAKERS = {
    speaker.name: speaker
    for speaker in [
        Speaker("ada", "en-us+f3", 168, 56, 55, (170, 200, 235), (40, 50, 70), (150, 60, 60), long_hair=True),
        Speaker("bert", "en-us+m3", 160, 45, 45, (150, 180, 215), (20, 20, 30), (60, 90, 40), rest_smile=-0.08),
        Speaker("cleo", "en-us+f2", 174, 52, 50, (110, 140, 180), (15, 15, 20), (40, 120, 160), long_hair=True),
        Speaker("dan", "en-us+m7", 156, 45, 45, (130, 160, 200), (90, 100, 110), (120, 80, 90), glasses=True),
        Speaker("eve", "en-us+f4", 162, 50, 48, (160, 185, 220), (50, 90, 150), (70, 70, 70), rest_smile=0.08),
        Speaker("finn", "en-us+m1", 170, 50, 52, (140, 175, 210), (30, 60, 120), (30, 60, 140)),
    ]
}

FOLDS = {"train": ["ada", "bert", "cleo", "dan"], "valid": ["eve"], "test": ["finn"]}


@dataclass
class Segment:
    """One sentence with its parts."""

    sentence: str
    family: str
    words: float
    voice: float = 0.0
    face: float = 0.0
    loudness: int = 0
    brow: int = 0

    def labels(self) -> list:
        """Sentiment and the six emotions, in the order of LABELS."""
        value = sentiment(self.words, self.voice, self.face)
        return [value] + emotions(self, value)


@dataclass
class Talk:
    """One video: its id, its speaker, its subject and its segments."""

    id: str
    subject: str
    segments: list = field(default_factory=list)

    @property
    def speaker(self) -> Speaker:
        return SPEAKERS[self.id.rsplit("_", 1)[0]]


def round_half_up(value: float) -> int:
    return math.floor(value + 0.5)


def sentiment(words: float, voice: float, face: float) -> float:
    """-3 .. +3 in steps of a half.

    The three add up, and strong words (of either sign) make the delivery count for more: "wonderful" with a sour
    voice and a sour face is worse than "nine o'clock" said the same way.
    """
    delivery = (voice + face) / 2
    raw = 1.4 * words + 2.2 * delivery + 0.8 * abs(words) * delivery
    return max(-3.0, min(3.0, round_half_up(2 * raw) / 2))


def emotions(segment: Segment, value: float) -> list:
    """happy, sad, anger, surprise, disgust, fear, each 0 .. 3 in whole steps.

    Happiness is the positive side of the sentiment.  The negative side is shared out by the evidence for each feeling
    in wording, loudness and brow.  Surprise is independent of the sign.
    """
    positive, negative = max(0.0, value), max(0.0, -value)
    says = lambda family: 1.0 if segment.family == family else 0.0
    quiet, loud = max(0, -segment.loudness), max(0, segment.loudness)
    lowered, raised = max(0, -segment.brow), max(0, segment.brow)
    evidence = {
        "sad": says("sadness") + 0.5 * quiet,
        "anger": says("anger") + 0.5 * lowered + 0.5 * loud,
        "disgust": says("disgust") + (0.5 if segment.words > 0 else 0.0),  # kind words, turned sour
        "fear": says("fear") + 0.5 * raised,
    }
    if not any(evidence.values()):
        evidence["sad"] = 0.5
    share = {name: min(3, round_half_up(negative * min(1.0, weight))) for name, weight in evidence.items()}
    surprise = min(3, round_half_up(1.5 * says("wonder") + 1.0 * raised + 0.5 * loud))
    return [round_half_up(positive), share["sad"], share["anger"], surprise, share["disgust"], share["fear"]]


def read_talks(path: Path) -> list:
    """Reads talks.txt (its head explains the form); the parts beside the words are still zero."""
    talks = []
    for line in path.read_text(encoding="utf-8").splitlines():
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("["):
            name, subject = line[1:].split("]")
            talks.append(Talk(name, subject.strip()))
            continue
        words, family, sentence = line.split(None, 2)
        if family not in FAMILIES or float(words) not in LEVELS:
            raise SystemExit(f"{path}: cannot read the line: {line}")
        talks[-1].segments.append(Segment(sentence, family, float(words)))
    return talks


def drawn_speaker(number: int) -> Speaker:
    """A further speaker, the same on every call."""
    generator = random.Random(2000 + number)
    voice = generator.choice([f"f{n}" for n in range(1, 6)] + [f"m{n}" for n in range(1, 9)])
    tone = generator.uniform(0.55, 1.0)
    colour = lambda low, high: tuple(generator.randint(low, high) for _ in range(3))
    return Speaker(f"s{number + 1:02d}", f"en-us+{voice}", generator.randint(154, 176), generator.randint(42, 58),
                   generator.randint(45, 55), tuple(round(tone * part) for part in (172, 205, 240)), colour(15, 120),
                   colour(30, 165), long_hair=voice[0] == "f", glasses=generator.random() < 0.25,
                   rest_smile=round(generator.uniform(-0.08, 0.08), 2))


def enlarge(talks: list, speakers: int, videos: int) -> list:
    """Another cast: so many speakers with so many talks each, the last four of them for validation and test.

    Those of the demo come first, with their talks; the others say, in each talk, one sentence of each level of wording
    out of all talks, and none twice.
    """
    names = list(SPEAKERS)[:speakers]
    for number in range(len(names), speakers):
        speaker = drawn_speaker(number)
        SPEAKERS[speaker.name] = speaker
        names.append(speaker.name)
    for name in set(SPEAKERS) - set(names):
        del SPEAKERS[name]
    FOLDS.update(train=names[:-4], valid=names[-4:-2], test=names[-2:])
    pool = {level: [segment for talk in talks for segment in talk.segments if segment.words == level]
            for level in LEVELS}
    result = []
    for number, name in enumerate(names):
        generator = random.Random(3000 + number)
        own = [talk for talk in talks if talk.id.rsplit("_", 1)[0] == name][:videos]
        said = {segment.sentence for talk in own for segment in talk.segments}
        columns = {level: generator.sample([one for one in pool[level] if one.sentence not in said], videos - len(own))
                   for level in LEVELS}
        for place in range(videos - len(own)):
            segments = [Segment(columns[level][place].sentence, columns[level][place].family, level) for level in LEVELS]
            generator.shuffle(segments)
            own.append(Talk(f"{name}_{len(own) + 1}", "one thing and another", segments))
        result += own
    return result


def correlation(first: list, second: list) -> float:
    """Pearson's r of two lists whose means are zero."""
    product = sum(a * b for a, b in zip(first, second))
    return product / math.sqrt(sum(a * a for a in first) * sum(b * b for b in second))


def cast(talks: list) -> None:
    """Fills in voice, face, loudness and brow, the same on every call.

    Within a talk each level of voice and of face occurs once, so that no talk and no speaker is happier than another
    and nothing but the segment can be learnt.  Of many random orders per speaker the one is taken whose correlations
    between words, voice and face come closest to FAVOURED_CORRELATION.
    """
    for number, name in enumerate(SPEAKERS):
        own = [talk for talk in talks if talk.speaker.name == name]
        words = [segment.words for talk in own for segment in talk.segments]
        generator = random.Random(1000 + number)

        def draw() -> list:
            return [level for talk in own for level in generator.sample(LEVELS, len(talk.segments))]

        def cost(order: tuple) -> float:
            voice, face = order
            pairs = [(words, voice), (words, face), (voice, face)]
            return sum((correlation(a, b) - FAVOURED_CORRELATION) ** 2 for a, b in pairs)

        voice, face = min(((draw(), draw()) for _ in range(CASTING_DRAWS)), key=cost)
        segments = [segment for talk in own for segment in talk.segments]
        for segment, segment_voice, segment_face in zip(segments, voice, face):
            segment.voice, segment.face = segment_voice, segment_face
            segment.loudness = lean(generator, {"anger": 1, "wonder": 1, "sadness": -1}.get(segment.family))
            segment.brow = lean(generator, {"anger": -1, "disgust": -1, "wonder": 1, "fear": 1}.get(segment.family))


def lean(generator: random.Random, favourite) -> int:
    """-1, 0 or +1; six times in ten the favourite, if there is one."""
    if favourite is not None and generator.random() < 0.6:
        return favourite
    return generator.choice([-1, 0, 0, 1])
