"""`Ready for real people` on *composed* segments, since no recordings of real people with labels of all that they show are to be had: a face of
FER+'s test with its votes, a voice of RAVDESS, a text of CMU-MOSI with its rating, of three people who never met. In a third of the segments face
and text agree, in a third they are opposed, in a third they are drawn at random. VADER's rated sentences would be no test: the part that reads
words learnt from all of them."""
import csv
import json
import subprocess

import numpy
from arousal import CALM, ROUSED, area, samples_of, write_wave
from arousal import asked as voices_asked
from faces import SIDE, VALENCE, faces_of
from faces import asked as faces_asked
from figures import correlation, interval, row, say

ON = "composed segments: a face of FER+, a voice of RAVDESS, a text of CMU-MOSI"
SEGMENTS, SECONDS, RATE = 300, 4, 16000
SHOWN = 8  # times: a face of 48 pixels in a picture of its own
MARGIN = 60  # pixels around it
FRAMES = 5  # a second
LEAST_STRENGTH = 0.3  # of a valence that has a sign, of 1


def drawn(data):
    """(pictures, their valence, sounds with their speakers and emotions, texts, their valence), SEGMENTS of each; valences −1 … 1."""
    draw = numpy.random.default_rng(42)
    pictures, shares = faces_of(data / "ferplus", "test")
    seen = shares @ VALENCE
    with open(data / "text" / "mosi.csv", encoding="utf-8") as stream:
        texts = [each for each in csv.DictReader(stream) if each["text"].strip()]
    said = numpy.array([float(each["sentiment"]) for each in texts]) / 3
    files = [file for file in sorted((data / "ravdess").glob("*.flac")) if file.stem.split("-")[2] in ROUSED | CALM]
    chosen = []
    for i in range(SEGMENTS):
        while True:
            face, text = draw.integers(len(seen)), draw.integers(len(said))
            is_strong = min(abs(seen[face]), abs(said[text])) >= LEAST_STRENGTH
            agree = seen[face] * said[text] > 0
            if i % 3 == 2 or is_strong and agree == (i % 3 == 0):
                break
        chosen.append((face, text, draw.integers(len(files))))
    faces, words, voices = (numpy.array(each) for each in zip(*chosen))
    return pictures[faces], seen[faces], [files[i] for i in voices], [texts[i]["text"] for i in words], said[words]


def clock(seconds):
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d},000"


def compose(folder, name, pictures, files, texts):
    """A recording of segments of SECONDS each, with its words."""
    side = SIDE * SHOWN + 2 * MARGIN
    frames = b""
    for picture in pictures:
        large = numpy.pad(numpy.kron(picture, numpy.ones((SHOWN, SHOWN), numpy.uint8)), MARGIN, mode="edge")
        frames += large.tobytes() * (SECONDS * FRAMES)
    sound = numpy.zeros(len(files) * SECONDS * RATE, numpy.float32)
    for i, file in enumerate(files):
        samples = samples_of(file)[:SECONDS * RATE]
        sound[i * SECONDS * RATE:i * SECONDS * RATE + len(samples)] = samples
    wave, media = folder / f"{name}.wav", folder / f"{name}.mkv"
    write_wave(wave, sound)
    process = subprocess.Popen(["ffmpeg", "-nostdin", "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "gray", "-s", f"{side}x{side}", "-r", str(FRAMES), "-i", "pipe:0", "-i",
                                wave, "-vf", "gblur=sigma=3", "-c:v", "libx264", "-qp", "10", "-pix_fmt", "yuv420p", "-c:a", "flac", media], stdin=subprocess.PIPE)
    process.communicate(frames)
    if process.returncode != 0:
        raise RuntimeError("ffmpeg could not compose " + name)
    words = folder / f"{name}.srt"
    words.write_text("".join(f"{i + 1}\n{clock(i * SECONDS)} --> {clock((i + 1) * SECONDS)}\n{text}\n\n" for i, text in enumerate(texts)), encoding="utf-8")
    return media, words


def asked(programs, media, words, modalities=None):
    command = [programs / "polylogue-models", "predict", "ready", "--media", media, "--transcript", words, "--json"]
    if modalities:
        command += ["--modalities", modalities]
    answers = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return [each["scores"] for each in answers[:-1]]


def rated(programs, folder, texts):
    table, out = folder / "composed-texts.csv", folder / "composed-valence.csv"
    with open(table, "w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([["text"]] + [[text] for text in texts])
    subprocess.run([programs / "polylogue-cli", "valence", table, "--out", out], check=True, capture_output=True)
    with open(out, encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    return numpy.array([float(each["valence"] or 0) for each in rows]), numpy.array([int(each["words_found"]) > 0 for each in rows])


def measure(programs, folder, data):
    pictures, seen, files, texts, said = drawn(data)
    speakers = [file.stem[-2:] for file in files]
    roused = numpy.array([file.stem.split("-")[2] in ROUSED for file in files]).astype(int)
    whole, by_face, by_words, arousal = (numpy.zeros(SEGMENTS) for _ in range(4))
    for speaker in sorted(set(speakers)):
        places = [i for i in range(SEGMENTS) if speakers[i] == speaker]
        media, words = compose(folder, f"composed-{speaker}", pictures[places], [files[i] for i in places], [texts[i] for i in places])
        answers, read = asked(programs, media, words), asked(programs, media, words, "text")
        whole[places] = [each["sentiment"] for each in answers]
        arousal[places] = [each["arousal"] for each in answers]
        by_words[places] = [each["sentiment"] for each in read]
        by_face[places] = whole[places] - by_words[places]  # what is off adds nothing
    human = (seen + said) / 2
    found = numpy.abs(by_face) > 1e-6
    say(f"Ready on {SEGMENTS} composed segments; a face is found in {found.mean():.2f} of them")
    low, high = interval(correlation, whole, human)
    say(f"  r of its sentiment with the mean of what people said of face and text: {correlation(whole, human):.3f} ({low:.3f} to {high:.3f}); by face alone "
        f"{correlation(by_face, human):.3f}, by words alone {correlation(by_words, human):.3f}, by arousal alone {abs(correlation(arousal, human)):.3f}")
    for i, name in enumerate(("agree", "opposed", "at random")):
        say(f"  {name}: {correlation(whole[i::3], human[i::3]):.3f}")
    # Each part by itself, on the same faces, texts and voices, where face and words both have a say: where one has none, the other counts twice.
    valence, has_words = rated(programs, folder, texts)
    both = found & has_words
    own_face = correlation(faces_asked(programs, folder, pictures)[1][both], seen[both])
    own_words = correlation(valence[both], said[both])
    own_voice = area(voices_asked(programs, folder, files), roused)
    lost = {"face": own_face - correlation(by_face[both], seen[both]), "words": own_words - correlation(by_words[both], said[both]),
            "voice": own_voice - area(arousal, roused)}
    say(f"  by themselves, where both have a say (n {both.sum()}): face {own_face:.3f} (inside {own_face - lost['face']:.3f}), words {own_words:.3f} (inside {own_words - lost['words']:.3f}), "
        f"arousal's area {own_voice:.3f} (inside {own_voice - lost['voice']:.3f})")
    for part, figure in lost.items():
        row(f"composed_lost_{part}", figure, "-", 0.03, False)
    say(f"  face alone with its votes {correlation(by_face, seen):.3f}, words alone with their rating {correlation(by_words, said):.3f}, arousal: area "
        f"{area(arousal, roused):.3f}")
    best = max(correlation(by_face, human), correlation(by_words, human))
    measured = [{"on": ON, "what": "r of sentiment with the mean of what people said of face and text", "value": round(correlation(whole, human), 4), "n": SEGMENTS,
                 "low": round(low, 4), "high": round(high, 4)},
                {"on": ON, "what": "the same by the better part alone", "value": round(best, 4), "n": SEGMENTS},
                {"on": ON, "what": "area under the curve of arousal", "value": round(area(arousal, roused), 4), "n": SEGMENTS}]
    (folder / "composed.json").write_text(json.dumps(measured, indent=1), encoding="utf-8")  # for scripts/make-ready
    row("composed_whole_r", correlation(whole, human), "-", 0.70, True)
    row("composed_above_best_part", correlation(whole, human) - best, "-", 0.02, True)
