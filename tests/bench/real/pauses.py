"""Where somebody speaks, by `polylogue-cli speech`, against labels by hand: EmoDB's phones, TIMIT's phones, GRID's words; as they are and
with noise added 10 dB below the speech. RAVDESS has no labels, so nothing can be said of it."""
import csv
import subprocess
import wave

import numpy
from figures import row, say

RATE = 16000
STEP = 100  # rows a second
SHORTEST = 0.2  # seconds of a pause that counts, in labels and for the program
BABBLE = 6  # voices at once
SAMPLES = 2000
BELOW = 10  # dB of the noise
BOUNDS = {"emodb": {"": 0.94, "white": 0.92, "babble": 0.88}, "timit": {"": 0.95, "white": 0.89, "babble": 0.87}, "grid": {"": 0.92}}
SILENT = {"h#", "pau", "epi", "sil", "sp"}


def joined(spans):
    result = []
    for start, end in spans:
        if result and start - result[-1][1] < SHORTEST:
            result[-1][1] = end
        else:
            result.append([start, end])
    return result


def lines_of(file, rate):
    rows = [line.split() for line in file.read_text().splitlines()]
    return [(int(start) / rate, int(end) / rate) for start, end, name in rows if name not in SILENT]


def emodb_spans(file, length):
    """Of phones, each with its start; closures and pauses before the first sound are silence, `.` and `(` are pauses."""
    text = file.read_text(encoding="latin-1").split("\n")
    spans, name, before = [], ".", None
    for line in text[text.index("#") + 1:] + [f"{length} -1 ."]:
        fields = line.split("\t")[0].split()
        if len(fields) < 2:
            continue
        start = min(float(fields[0]), length)
        is_silent = name[0] in ".(" or (not spans and name.startswith("_"))
        if before is not None and not is_silent and start > before:
            spans.append((before, start))
        before, name = start, fields[2] if len(fields) > 2 else name
    return spans


def recordings(data):
    """corpus → list of (file, spans of speech as a rule of the length, speaker)"""
    shared = data.parents[1]
    labels = data / "emodb" / "lablaut"
    return {
        "emodb": [(file, labels / (file.stem + "xx.lablaut"), file.stem[:2]) for file in sorted((data / "emodb").glob("*.flac"))
                  if (labels / (file.stem + "xx.lablaut")).exists()],
        "timit": [(file, file.with_suffix(".phn"), file.parent.name) for file in sorted((shared / "data" / "timit_sample").glob("*/*.wav"))],
        "grid": [(file.with_suffix(".mpg"), file, file.stem) for file in sorted((shared / "media" / "grid").glob("*.align"))],
    }


def sound_of(programs, folder, corpus, number, file):
    """The sound as the program hears it, at 16 kHz."""
    target = folder / "clean" / f"{corpus}{number}.wav"
    if not target.exists():
        made = folder / "made"
        subprocess.run([programs / "polylogue-cli", "extract", file, "--wav", "--out", made], check=True, stdout=subprocess.DEVNULL)
        (made / file.stem / "audio.wav").rename(target)
    with wave.open(str(target)) as stream:
        return target, numpy.frombuffer(stream.readframes(stream.getnframes()), numpy.int16) / 32768


def active(spans, count):
    rows = numpy.zeros(count, bool)
    for start, end in spans:
        rows[max(0, round(start * STEP)):max(0, round(end * STEP))] = True
    return rows


def with_noise(sounds, truths, kind):
    """The sounds with noise, the power of which is that of the speech less BELOW."""
    draw, noisy = numpy.random.default_rng(1), []
    for number, (sound, truth) in enumerate(zip(sounds, truths)):
        noise = draw.normal(size=len(sound))
        if kind == "babble":
            noise = numpy.zeros(len(sound))
            for other in draw.choice([i for i in range(len(sounds)) if i != number], min(BABBLE, len(sounds) - 1), replace=False):
                voice = numpy.roll(numpy.resize(sounds[other], len(sound)), draw.integers(len(sound)))
                noise += voice / numpy.sqrt((voice ** 2).mean() + 1e-12)
        spoken = numpy.repeat(active(truth, len(sound) * STEP // RATE + 1), RATE // STEP)[:len(sound)]
        power = (sound[spoken] ** 2).mean() * 10 ** (-BELOW / 10)
        noisy.append(sound + noise * numpy.sqrt(power / (noise ** 2).mean()))
    return noisy


def written(folder, name, sounds):
    files = []
    (folder / name).mkdir(exist_ok=True)
    for number, sound in enumerate(sounds):
        files.append(folder / name / f"{number}.wav")
        with wave.open(str(files[-1]), "wb") as stream:
            stream.setparams((1, 2, RATE, 0, "NONE", ""))
            stream.writeframes(numpy.clip(numpy.rint(sound * 32768 * 0.5), -32768, 32767).astype("<i2").tobytes())
    return files


def heard(programs, folder, files):
    out = folder / "spans.csv"
    subprocess.run([programs / "polylogue-cli", "speech", *files, "--pause", str(SHORTEST), "--margin", "0", "--out", out], check=True,
                   stdout=subprocess.DEVNULL)
    found = {str(file): [] for file in files}
    with open(out, encoding="utf-8") as stream:
        for each in csv.DictReader(stream):
            found[each["file"]].append((float(each["start"]), float(each["end"])))
    return [found[str(file)] for file in files]


def by_peak(sounds):
    """The simplest baseline: loud is what lies less than 25 dB below the loud rows."""
    found = []
    for sound in sounds:
        rows = sound[:len(sound) // 160 * 160].reshape(-1, 160)
        levels = 10 * numpy.log10((rows ** 2).mean(1) + 1e-9)
        places = numpy.flatnonzero(levels >= numpy.quantile(levels, 0.95) - 25) / STEP
        found.append([span for span in joined((at, at + 1 / STEP) for at in places) if span[1] - span[0] >= 0.25])
    return found


def counts_of(found, truths, lengths):
    """Of each recording: rows of speech, of these missed, rows of pauses, of these taken for speech."""
    counts = []
    for spans, truth, length in zip(found, truths, lengths):
        said, true = active(spans, length), active(truth, length)
        counts.append((true.sum(), (true & ~said).sum(), (~true).sum(), (~true & said).sum()))
    return numpy.array(counts, float)


def balanced(counts):
    speech, missed, pause, taken = counts.sum(0)
    return 1 - (missed / speech + taken / pause) / 2


def over_speakers(counts, speakers):
    draw, known = numpy.random.default_rng(1), numpy.unique(speakers)
    sums = numpy.array([counts[speakers == one].sum(0) for one in known])
    drawn = sorted(balanced(sums[draw.integers(0, len(known), len(known))]) for _ in range(SAMPLES))
    return drawn[SAMPLES // 40], drawn[SAMPLES - 1 - SAMPLES // 40]


def edges_text(found, truths, ends):
    starts = numpy.array([spans[0][0] - truth[0][0] for spans, truth in zip(found, truths) if spans])
    stops = numpy.array([spans[-1][1] - truth[-1][1] for spans, truth, is_end in zip(found, truths, ends) if spans and is_end])
    return "; ".join(f"{name} off by {1000 * numpy.median(abs(off)):.0f} ms (median {1000 * numpy.median(off):+.0f}), {(abs(off) < 0.05).mean():.2f} "
                     f"within 50 ms, n {len(off)}" for name, off in (("starts", starts), ("ends", stops)))


def measure(programs, folder, data):
    work = folder / "pauses"
    for name in ("clean", "made"):
        (work / name).mkdir(parents=True, exist_ok=True)
    for corpus, files in recordings(data).items():
        heard_as = [sound_of(programs, work, corpus, number, file) for number, (file, _, _) in enumerate(files)]
        lengths = [len(sound) / RATE for _, sound in heard_as]
        truths = [joined(emodb_spans(label, length) if corpus == "emodb" else lines_of(label, 25000 if corpus == "grid" else RATE))
                  for (_, label, _), length in zip(files, lengths)]
        kept = [i for i, truth in enumerate(truths) if truth]
        sounds, truths = [heard_as[i][1] for i in kept], [truths[i] for i in kept]
        speakers = numpy.array([files[i][2] for i in kept])
        ends = [truth[-1][1] < lengths[i] - 0.02 for i, truth in zip(kept, truths)]
        for kind, bound in BOUNDS[corpus].items():
            noisy = with_noise(sounds, truths, kind) if kind else sounds
            found = heard(programs, work, written(work, f"{corpus}_{kind}", noisy))
            rows = [int(lengths[i] * STEP) for i in kept]
            counts = counts_of(found, truths, rows)
            right, (low, high) = balanced(counts), over_speakers(counts, speakers)
            simple = balanced(counts_of(by_peak(noisy), truths, rows))
            say(f"speech and pauses of {corpus}{', ' + kind + f' noise {BELOW} dB below' if kind else ''}: mean of rows of both that are right {right:.3f} "
                f"({low:.3f} to {high:.3f}), speech missed {counts[:, 1].sum() / counts[:, 0].sum():.3f}, pauses taken for speech "
                f"{counts[:, 3].sum() / counts[:, 2].sum():.3f}; 25 dB below the loud: {simple:.3f}; n {len(kept)}, {len(numpy.unique(speakers))} speakers; "
                f"{edges_text(found, truths, ends)}")
            row(f"pauses_{corpus}{'_' + kind if kind else ''}", right, "-", bound, True, round(float(simple), 3))
