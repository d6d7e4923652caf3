"""How roused voices sound, on RAVDESS: acted English of actors 1 to 12, where the part learnt from ten German ones. Roused: happy, angry,
fearful; calm: neutral, calm, sad. The gain of each file is drawn from ± 12 dB, since a microphone's is not known either."""
import csv
import subprocess

import numpy
from figures import interval, row, say

ROUSED, CALM = {"03", "05", "06"}, {"01", "02", "04"}
GAINS = [-12, -6, 0, 6, 12]  # dB
DRAWS = 20


def area(score, roused):
    """The chance that a roused voice has the higher score."""
    order = numpy.argsort(numpy.argsort(score, kind="stable"), kind="stable") + 1.0
    hits = roused == 1
    return float((order[hits].sum() - hits.sum() * (hits.sum() + 1) / 2) / (hits.sum() * (~hits).sum()))


def samples_of(file):
    """Mono at 16 kHz, as 32-bit floats."""
    made = subprocess.run(["ffmpeg", "-nostdin", "-v", "error", "-i", file, "-ar", "16000", "-ac", "1", "-f", "f32le", "-"], check=True, capture_output=True)
    return numpy.frombuffer(made.stdout, numpy.float32)


def write_wave(path, samples):
    """Floats, so that no gain cuts anything off."""
    data = samples.astype("<f4").tobytes()
    head = b"RIFF" + (36 + len(data)).to_bytes(4, "little") + b"WAVEfmt " + (16).to_bytes(4, "little") + (3).to_bytes(2, "little")
    head += (1).to_bytes(2, "little") + (16000).to_bytes(4, "little") + (64000).to_bytes(4, "little") + (4).to_bytes(2, "little") + (32).to_bytes(2, "little")
    path.write_bytes(head + b"data" + len(data).to_bytes(4, "little") + data)


def asked(programs, folder, files, speakers=None):
    out = folder / "arousal.csv"
    command = [programs / "polylogue-cli", "arousal", *files, "--out", out]
    if speakers is not None:
        table = folder / "speakers.csv"
        table.write_text("file,speaker\n" + "".join(f"{file},{speaker}\n" for file, speaker in zip(files, speakers)), encoding="utf-8")
        command += ["--by-speaker", table]
    subprocess.run(command, check=True)
    with open(out, encoding="utf-8") as stream:
        return numpy.array([float(each["arousal"]) for each in csv.DictReader(stream)])


def scaled(values, speakers):
    result = numpy.empty_like(values)
    for speaker in set(speakers):
        own = numpy.array([each == speaker for each in speakers])
        result[own] = (values[own] - values[own].mean()) / values[own].std()
    return result


def measure(programs, folder, data):
    files = [file for file in sorted((data / "ravdess").glob("*.flac")) if file.stem.split("-")[2] in ROUSED | CALM]
    roused = numpy.array([file.stem.split("-")[2] in ROUSED for file in files]).astype(int)
    speakers = [file.stem[-2:] for file in files]
    sounds = [samples_of(file) for file in files]
    loudness = numpy.array([10 * numpy.log10((sound.astype(float) ** 2).mean()) for sound in sounds])
    draw = numpy.random.default_rng(1)
    gains = draw.choice(GAINS, (DRAWS, len(files)))
    by_loudness = [area(loudness + each, roused) for each in gains]
    by_own_loudness = [area(scaled(loudness + each, speakers), roused) for each in gains]
    said = {}  # of each gain, that of each file
    for gain in GAINS:
        changed = []
        for file, sound in zip(files, sounds):
            changed.append(folder / f"{file.stem}.wav")
            write_wave(changed[-1], sound * 10 ** (gain / 20))
        said[gain] = asked(programs, folder, changed)
    drawn = [numpy.array([said[gain][i] for i, gain in enumerate(each)]) for each in gains]
    unscaled = float(numpy.mean([area(each, roused) for each in drawn]))
    # A speaker's voice is compared with all of it, under the gains of one draw.
    for i, (file, sound) in enumerate(zip(files, sounds)):
        write_wave(folder / f"{file.stem}.wav", sound * 10 ** (gains[0][i] / 20))
    own = asked(programs, folder, [folder / f"{file.stem}.wav" for file in files], speakers)
    low, high = interval(area, said[0], roused, speakers)
    own_low, own_high = interval(area, own, roused, speakers)
    say(f"arousal of the voice on RAVDESS, area under the curve: {unscaled:.3f} ({low:.3f} to {high:.3f}), scaled per speaker {area(own, roused):.3f} "
        f"({own_low:.3f} to {own_high:.3f}), n {len(files)}, intervals over 12 speakers")
    say(f"  at the studio's equal gain: {area(said[0], roused):.3f}; loudness alone {area(loudness, roused):.3f}, scaled per speaker "
        f"{area(scaled(loudness, speakers), roused):.3f}; under gains {numpy.mean(by_loudness):.3f}, {numpy.mean(by_own_loudness):.3f}")
    for name, odd in (("men", 1), ("women", 0)):
        these = numpy.array([int(speaker) % 2 == odd for speaker in speakers])
        say(f"  of {name}: {area(said[0][these], roused[these]):.3f}, scaled per speaker {area(own[these], roused[these]):.3f}, n {these.sum()}; mean answer "
            f"{said[0][these].mean():.2f}")
    row("arousal_unscaled", unscaled, "-", 0.80, True, 0.80)
    row("arousal_by_speaker", area(own, roused), "-", 0.86, True, 0.87)
    row("arousal_above_loudness", unscaled - float(numpy.mean(by_loudness)), "-", 0.02, True)
    row("arousal_above_loudness_by_speaker", area(own, roused) - float(numpy.mean(by_own_loudness)), "-", 0.02, True)
