"""Two drawn people who talk to each other: each has a recording of their own, which begins at another moment.

What is planted, and what the tools should find: who speaks when (conversation.txt), that the second person's smile follows the
first one's, where the second recording begins, and how much faster its clock runs.
"""
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

import casting
import face
import media
from casting import Speaker
from rendering import blinks, frame_energy, smooth, wander
from speech import Synthesiser, Timed

CONVERSATION = "saturday"
PEOPLE = {
    "mira": Speaker("mira", "en-us+f5", 176, 55, 52, (165, 195, 230), (35, 60, 120), (110, 130, 50), long_hair=True),
    "tom": Speaker("tom", "en-us+m2", 170, 46, 48, (140, 170, 208), (25, 35, 55), (70, 60, 130), glasses=True),
}
NAMES = {"mira": "Mira", "tom": "Tom"}
OFFSET, DRIFT_PPM = 1.3, 40.0  # of the second recording: conversation time = OFFSET + moment * (1 + DRIFT_PPM / 1e6)
TAIL = 1.5  # seconds after the last word; the second recording goes on longer
LONGER = 0.8
BLEED_DB = -22.0  # how loud the other is in somebody's microphone
NOISE_FLOOR = 12 / 32768
COUPLING, LAG = 0.62, 0.8  # of the second person's smile to the first one's, seconds later
SMILE_DEVIATION = 0.36
SMILE_WINDOW = 41  # frames: how slowly a smile comes and goes


@dataclass
class Said:
    """A line of conversation.txt with its times, in seconds of the conversation."""

    who: str
    when: float
    isWithin: bool  # the turn before goes on
    words: float
    voice: float
    sentence: str
    samples: np.ndarray = None
    start: float = 0.0  # of the first sample
    spoken: list = field(default_factory=list)  # words
    phones: list = field(default_factory=list)

    @property
    def span(self) -> tuple:
        """From the first word's beginning to the last word's end."""
        return self.spoken[0].start, self.spoken[-1].end


def read_lines(path: Path) -> list:
    """Reads conversation.txt (its head explains the form)."""
    lines = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        who, when, words, voice, sentence = line.split(None, 4)
        if who not in PEOPLE or {float(words), float(voice)} - set(casting.LEVELS):
            raise SystemExit(f"{path}: cannot read the line: {line}")
        lines.append(Said(who, float(when.lstrip("@")), when.startswith("@"), float(words), float(voice), sentence))
    return lines


def speak(lines: list) -> int:
    """Speaks every line and places it; returns the samples per second."""
    synthesiser = Synthesiser()
    before = None  # the last line that was no backchannel
    for said in lines:
        speaker = PEOPLE[said.who]
        said.samples, words, phones = synthesiser.say(
            said.sentence, speaker.voice, rate=round(speaker.rate * (1 + 0.06 * said.voice)),
            pitch=round(speaker.pitch + 14 * said.voice), pitch_range=round(speaker.pitch_range + 24 * said.voice))
        if before is None:
            begins = said.when
        else:
            begins = before.span[0 if said.isWithin else 1] + said.when
        said.start = begins - words[0].start
        moved = lambda timed: Timed(timed.text, said.start + timed.start, said.start + timed.end)
        said.spoken, said.phones = [moved(word) for word in words], [moved(phone) for phone in phones]
        if not said.isWithin:
            before = said
    return synthesiser.rate


def moment_of(who: str, time):
    """The moment of somebody's recording at a time of the conversation, in seconds; arrays, too."""
    return time if who == "mira" else (time - OFFSET) / (1 + DRIFT_PPM * 1e-6)


def time_of(who: str, moment):
    """Conversation time of a moment of somebody's recording."""
    return moment if who == "mira" else OFFSET + moment * (1 + DRIFT_PPM * 1e-6)


def recorded(who: str, lines: list, rate: int, frames: int) -> tuple:
    """(what somebody's microphone hears, what it hears of themselves): the other bleeds in, more quietly."""
    length = int(frames / media.FRAMES_PER_SECOND * rate)
    own, other = np.zeros(length), np.zeros(length)
    for said in lines:
        at = round(moment_of(who, said.start) * rate)
        track = own if said.who == who else other
        cut = said.samples[max(0, -at):][:max(0, length - max(0, at))]
        track[max(0, at):max(0, at) + len(cut)] += cut * 10 ** (-5 / 20)
    noise = np.random.RandomState(900 + list(PEOPLE).index(who)).randn(length) * NOISE_FLOOR
    return own + other * 10 ** (BLEED_DB / 20) + noise, own


def smiles(duration: float) -> dict:
    """The course of each one's smile at the frame rate, from 5 s before the conversation: the second follows the first."""
    generator = np.random.RandomState(77)
    count = int((duration + 10) * media.FRAMES_PER_SECOND)
    first, second = (wander(generator, count, SMILE_WINDOW, 1.0) for _ in PEOPLE)
    late = round(LAG * media.FRAMES_PER_SECOND)
    followed = COUPLING * np.roll(first, late) + np.sqrt(1 - COUPLING**2) * second
    return {"mira": SMILE_DEVIATION * first, "tom": SMILE_DEVIATION * followed}


def act(who: str, lines: list, frames: int, own, rate: int, course) -> list:
    """One pose per frame of somebody's recording."""
    generator = np.random.RandomState(950 + list(PEOPLE).index(who))
    times = time_of(who, (np.arange(frames) + 0.5) / media.FRAMES_PER_SECOND)
    opening, rounding = np.zeros(frames), np.zeros(frames)
    for said in lines:
        for phone in said.phones if said.who == who else []:
            now = (times >= phone.start) & (times < phone.end)
            opening[now], rounding[now] = face.mouth_of_phoneme(phone.text)
    energy = frame_energy(own + 1e-6, rate, frames)
    opening = smooth(opening * np.sqrt(energy), 3)
    smile = np.interp(times, np.arange(len(course)) / media.FRAMES_PER_SECOND - 5, course)
    return [face.Pose(*row) for row in zip(
        np.clip(opening, 0, 1), np.clip(smooth(rounding, 3), 0, 1), np.clip(smile, -1, 1),
        np.clip(wander(generator, frames, 31, 0.22), -1, 1), wander(generator, frames, 31, 0.4),
        wander(generator, frames, 25, 0.4) + 0.15 * energy, blinks(generator, frames))]


def turns_of(lines: list) -> list:
    return [said for said in lines if not said.isWithin]


def seen(poses: list, who: str, span: tuple) -> float:
    """The mean smile of somebody over a span of the conversation, -1 .. 1."""
    first, last = (int(np.clip(moment_of(who, time) * media.FRAMES_PER_SECOND, 0, len(poses))) for time in span)
    return float(np.mean([pose.smile for pose in poses[first:max(last, first + 1)]] or [0.0]))


def labels_of(who: str, lines: list, poses: list) -> dict:
    """Sequence -> (spans of the conversation, sentiment of each): of the own turns, and of the face in the other's turns."""
    own = [said for said in turns_of(lines) if said.who == who]
    heard = [said for said in turns_of(lines) if said.who != who and moment_of(who, said.span[0]) > 0]
    halves = lambda value: max(-3.0, min(3.0, casting.round_half_up(2 * value) / 2))
    return {
        "labels": ([said.span for said in own],
                   [casting.sentiment(said.words, said.voice, 2 * seen(poses, who, said.span)) for said in own]),
        "labels_listening": ([said.span for said in heard], [halves(5 * seen(poses, who, said.span)) for said in heard]),
    }
