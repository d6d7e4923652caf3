"""Makes the demo's conversation: two videos, their sequences, the list, and what was planted."""
import json
from pathlib import Path

import numpy as np

import acoustic
import conversation
import csd
import media
import rendering
import visual
from conversation import CONVERSATION, NAMES, PEOPLE

DATASET = "Polylogue demo, a conversation"
OWN_LICENCE = "made by scripts/make-demo, no rights reserved"
BLEED_BELOW_DB = 15.0  # a voice that much quieter than somebody's own loudest is the other's
ACOUSTIC = ["loudness_db", "f0_hz", "voicing", "f0_semitones_from_median"]
GROUPS = {"words": "raw", "turns": "raw", "acoustic": "highlevel", "visual": "highlevel", "labels": "labels",
          "labels_listening": "labels"}
ABOUT = {"labels": {"role": "speaking", "perspective": "observer"},
         "labels_listening": {"role": "listening", "perspective": "observer"}}
DESCRIPTIONS = {
    "words": "The spoken words, lower case, with the synthesiser's own times, in the time of each recording.",
    "turns": "What is said, a row per turn, backchannel or attempt.",
    "acoustic": "Level, pitch and how surely there is one, 100 rows per second; a voice that only bleeds in has no pitch.",
    "visual": "Per video frame: what was drawn, with a little measurement noise, and what can be measured in the picture.",
    "labels": "Sentiment -3..3 of who speaks, per turn. Synthetic: computed from words, voice and the drawn smile.",
    "labels_listening": "Sentiment -3..3 seen in who listens, per turn of the other. Synthetic: computed from the drawn smile.",
}


def make(sources: Path, out: Path) -> dict:
    """Writes everything below `out` and returns what was planted. Call it in a new process: espeak-ng remembers."""
    (out / "media").mkdir(parents=True, exist_ok=True)
    lines = conversation.read_lines(sources / "conversation.txt")
    rate = conversation.speak(lines)
    ends = max(said.span[1] for said in lines) + conversation.TAIL
    courses = conversation.smiles(ends)
    entries = {name: {} for name in GROUPS}
    for number, who in enumerate(PEOPLE):
        length = conversation.moment_of(who, ends + conversation.LONGER * number)
        frames = int(np.ceil(length * media.FRAMES_PER_SECOND))
        heard, own = conversation.recorded(who, lines, rate, frames)
        poses = conversation.act(who, lines, frames, own, rate, courses[who])
        path = out / "media" / f"{who}.mp4"
        pictures = (conversation.face.draw(PEOPLE[who], pose, index) for index, pose in enumerate(poses))
        media.encode(path, pictures, heard, rate, quality=31, sound="40k")
        add_entries(entries, who, lines, poses, path, 700 + number)
    for name, of in entries.items():
        columns = {"acoustic": ACOUSTIC, "visual": visual.NAMES, "words": ["word"], "turns": ["text"]}.get(name, ["sentiment"])
        csd.write(out / f"{name}.csd", name, DESCRIPTIONS[name], columns, of, compress=name in ("acoustic", "visual"),
                  about=ABOUT.get(name), dataset=DATASET)
    write_list(out)
    return planted(lines, ends)


def add_entries(entries: dict, who: str, lines: list, poses: list, path: Path, seed: int) -> None:
    """Adds somebody's rows to every sequence, in the time of their own recording."""
    name = f"{CONVERSATION}@{who}"
    own = [said for said in lines if said.who == who]
    spans = lambda times: np.round(conversation.moment_of(who, np.array(times)), 4)
    texts = lambda values: np.array([[value.encode()] for value in values])
    words = [word for said in own for word in said.spoken]
    entries["words"][name] = texts(word.text for word in words), spans([(word.start, word.end) for word in words])
    entries["turns"][name] = texts(said.sentence for said in own), spans([said.span for said in own])
    sound = loudness_and_pitch(media.decode_sound(path, acoustic.SAMPLE_RATE))
    starts = np.arange(len(sound)) / acoustic.ROWS_PER_SECOND
    entries["acoustic"][name] = csd.shorten(sound), rows_at(starts, 1 / acoustic.ROWS_PER_SECOND)
    drawn = [[getattr(pose, column) for column in rendering.FACE_COLUMNS] for pose in poses]
    seen = visual.extract(path, drawn, seed)
    times = media.probe(path)["frame_times"][:len(seen)]
    entries["visual"][name] = csd.shorten(seen), rows_at(times - times[0], 1 / media.FRAMES_PER_SECOND)
    for labels, (times, values) in conversation.labels_of(who, lines, poses).items():
        entries[labels][name] = np.array(values, np.float32)[:, None], spans(times)


def rows_at(starts, length):
    return np.round(np.column_stack([starts, starts + length]), 6)


def loudness_and_pitch(samples) -> np.ndarray:
    """Rows of ACOUSTIC."""
    rows = acoustic.extract(samples)
    column = lambda name: rows[:, acoustic.NAMES.index(name)].astype(np.float64)
    loudness, pitch, voicing = column("rms_db"), column("f0_hz"), column("voicing")
    isOwn = loudness > np.percentile(loudness, 95) - BLEED_BELOW_DB
    pitch, voicing = np.where(isOwn, pitch, 0.0), np.where(isOwn, voicing, 0.0)
    voiced = pitch > 0
    semitones = np.zeros(len(rows))
    semitones[voiced] = 12 * np.log2(pitch[voiced] / np.median(pitch[voiced]))
    return np.column_stack([loudness, pitch, voicing, semitones]).astype(np.float32)


def write_list(out: Path) -> None:
    second = {"offset_s": conversation.OFFSET, "drift_ppm": conversation.DRIFT_PPM}
    people = [{"id": who, "name": NAMES[who]} | (second if number else {}) for number, who in enumerate(PEOPLE)]
    listed = {
        "name": DATASET, "id": "polylogue_demo_conversation", "who": "drawn", "languages": ["en"],
        "sequences": [{"group": group, "name": name, "file": f"{name}.csd"} for name, group in GROUPS.items()],
        "conversations": [{"id": CONVERSATION, "media": "recordings", "participants": people}],
        "media": [{"id": f"{CONVERSATION}@{who}", "file": f"media/{who}.mp4", "speaker": who, "licence": OWN_LICENCE}
                  for who in PEOPLE],
    }
    (out / "dataset.json").write_text(json.dumps(listed, indent=1) + "\n", encoding="utf-8")


def planted(lines: list, ends: float) -> dict:
    return {
        "offset_s": conversation.OFFSET, "drift_ppm": conversation.DRIFT_PPM, "smile_lag_s": conversation.LAG,
        "smile_coupling": conversation.COUPLING, "ends_s": round(ends, 3),
        "said": [{"who": said.who, "start": round(said.span[0], 4), "end": round(said.span[1], 4),
                  "within": said.isWithin, "words": said.words, "voice": said.voice, "text": said.sentence}
                 for said in lines],
    }
