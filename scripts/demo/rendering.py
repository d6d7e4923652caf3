"""Makes one talk: speech, face, media file, and the truth about both."""
from pathlib import Path

import numpy as np

import face
import media
from casting import Talk
from speech import Synthesiser, Timed

LEAD = 0.3  # seconds of silence in front
MARGIN = 0.08  # seconds by which a segment reaches beyond its words
NOISE_FLOOR = 12 / 32768
FACE_COLUMNS = ["mouth_open", "smile", "brow", "yaw", "pitch", "blink"]


def render(talk: Talk, number: int, path: Path) -> dict:
    """Writes the video and returns what was spoken and drawn, ready for JSON.

    @param number  which talk this is; seeds what is random about it
    @return        duration, words, segments (interval, parts, labels) and `face`, one row of FACE_COLUMNS per frame
    """
    generator = np.random.RandomState(100 + number)
    samples, sample_rate, words, phones, spans = speak(talk, generator)
    frame_count = int(np.ceil(len(samples) / sample_rate * media.FRAMES_PER_SECOND))
    samples = np.pad(samples, (0, int(frame_count / media.FRAMES_PER_SECOND * sample_rate) - len(samples)))
    samples = samples + generator.randn(len(samples)) * NOISE_FLOOR
    poses = act(talk, generator, frame_count, samples, sample_rate, phones, spans)
    pictures = (face.draw(talk.speaker, pose, index) for index, pose in enumerate(poses))
    media.encode(path, pictures, samples, sample_rate)
    return {
        "duration": frame_count / media.FRAMES_PER_SECOND,
        "speaker": talk.speaker.name,
        "subject": talk.subject,
        "words": [[word.text, round(word.start, 4), round(word.end, 4)] for word in words],
        "segments": [describe(segment, span) for segment, span in zip(talk.segments, spans)],
        "face": [[round(float(getattr(pose, column)), 3) for column in FACE_COLUMNS] for pose in poses],
    }


def describe(segment, span) -> dict:
    parts = {name: getattr(segment, name) for name in ("words", "voice", "face", "loudness", "brow", "family")}
    return {"start": round(span[0], 4), "end": round(span[1], 4), "sentence": segment.sentence, "parts": parts,
            "labels": segment.labels()}


def speak(talk: Talk, generator) -> tuple:
    """(samples, sample rate, words, phones, span of each segment in seconds)."""
    synthesiser = Synthesiser()
    speaker, rate = talk.speaker, synthesiser.rate
    pieces, words, phones, spans = [np.zeros(int(LEAD * rate))], [], [], []
    at = len(pieces[0])
    for segment in talk.segments:
        mood = segment.voice + 0.12 * generator.randn()
        samples, segment_words, segment_phones = synthesiser.say(
            segment.sentence, speaker.voice,
            rate=round(speaker.rate * (1 + 0.09 * mood)),
            pitch=round(np.clip(speaker.pitch + 16 * mood, 5, 95)),
            pitch_range=round(np.clip(speaker.pitch_range + 28 * mood, 5, 95)))
        gain_db = -5 + 4.5 * segment.loudness + 0.8 * generator.randn()
        offset = at / rate
        words += [Timed(word.text, offset + word.start, offset + word.end) for word in segment_words]
        phones += [Timed(phone.text, offset + phone.start, offset + phone.end) for phone in segment_phones]
        spans.append((words[-len(segment_words)].start - MARGIN, words[-1].end + MARGIN))
        gap = np.zeros(int(rate * (0.2 + 0.2 * generator.rand())))
        pieces += [samples * 10 ** (gain_db / 20), gap]
        at += len(samples) + len(gap)
    return np.concatenate(pieces), rate, words, phones, spans


def act(talk: Talk, generator, frame_count, samples, sample_rate, phones, spans) -> list:
    """One pose per frame: the mouth follows phonemes and energy, smile and brow follow the segment's parts."""
    times = (np.arange(frame_count) + 0.5) / media.FRAMES_PER_SECOND
    opening, rounding = np.zeros(frame_count), np.zeros(frame_count)
    for phone in phones:
        now = (times >= phone.start) & (times < phone.end)
        opening[now], rounding[now] = face.mouth_of_phoneme(phone.text)
    energy = frame_energy(samples, sample_rate, frame_count)
    opening = smooth(opening * np.sqrt(energy), 3)

    smile, brow = np.zeros(frame_count), np.zeros(frame_count)
    for segment, (start, end) in zip(talk.segments, spans):
        now = (times >= start - 0.15) & (times < end + 0.15)
        smile[now] = 0.9 * segment.face + 0.12 * generator.randn()
        brow[now] = 0.85 * segment.brow + 0.1 * generator.randn()
    smile = smooth(smile, 9) + talk.speaker.rest_smile + wander(generator, frame_count, 25, 0.05)
    brow = smooth(brow, 9) + wander(generator, frame_count, 25, 0.05) + 0.1 * energy
    return [face.Pose(*row) for row in zip(
        np.clip(opening, 0, 1), np.clip(smooth(rounding, 3), 0, 1), np.clip(smile, -1, 1), np.clip(brow, -1, 1),
        wander(generator, frame_count, 31, 0.4), wander(generator, frame_count, 25, 0.4) + 0.15 * energy,
        blinks(generator, frame_count))]


def frame_energy(samples, sample_rate, frame_count):
    """Loudness of the sound during each frame, about 0 .. 1.1 whatever the speaker's level."""
    bounds = (np.arange(frame_count + 1) / media.FRAMES_PER_SECOND * sample_rate).astype(int)
    energy = np.array([np.sqrt(np.mean(samples[a:b] ** 2)) for a, b in zip(bounds, bounds[1:])])
    return np.clip(energy / np.percentile(energy, 90), 0, 1.1)


def blinks(generator, frame_count):
    """A blink of three frames every few seconds."""
    blink, at = np.zeros(frame_count + 3), media.FRAMES_PER_SECOND
    while at < frame_count:
        blink[at:at + 3] = (0.6, 1.0, 0.5)
        at += int((2.2 + 2.5 * generator.rand()) * media.FRAMES_PER_SECOND)
    return blink[:frame_count]


def wander(generator, count, window, deviation):
    """Slow random movement around 0 with the given standard deviation."""
    kernel = bell(window)
    return smooth(generator.randn(count), window) * deviation / np.sqrt(np.sum(kernel**2))


def bell(window):
    kernel = np.hanning(window + 2)[1:-1]
    return kernel / kernel.sum()


def smooth(values, window):
    """Moving average with a bell of an odd number of values."""
    return np.convolve(np.pad(values, window // 2, "edge"), bell(window), "valid")
