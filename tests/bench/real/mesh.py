"""Points of a face: the smile of `face_mesh` on FER+'s fold `test`, by which nothing was chosen, and its mouth, brow and yaw on people who speak (GRID)."""
import csv
import os
import subprocess

import numpy
from faces import faces_of
from figures import correlation, interval, row, say

HAPPINESS = 1  # of FER+'s columns
FACE_SMILE_R = 0.483  # of `face` on the same faces, where its model is not installed
LEVEL = "rms_db"


def smile_of_mesh(programs, folder, pictures):
    """(smile (n), seconds of one core)"""
    file, out = folder / "mesh_faces.bin", folder / "face_mesh.csv"
    file.write_bytes(pictures.tobytes())
    began = os.times()
    subprocess.run([programs / "polylogue-cli", "face-mesh", file, "--size", "48x48", "--out", out], check=True,
                   preexec_fn=lambda: os.sched_setaffinity(0, [min(os.sched_getaffinity(0))]))
    ended = os.times()
    with open(out, encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    return numpy.array([float(each["smile"]) for each in rows]), ended.children_user + ended.children_system - began.children_user - began.children_system


def smile_of_landmarks(programs, folder):
    """That of `face` on the same crops, by the program of scripts/bench features_face; None where it is not there."""
    program = programs.parent / "bench" / "bench_features_face"
    if not program.exists():
        return None
    done = subprocess.run([program, folder / "mesh_faces.bin"], capture_output=True, text=True)
    return numpy.array([float(line) for line in done.stdout.split()]) if done.returncode == 0 else None


def table(programs, sequence):
    """Columns of a sequence by recording: {recording: {column: values}}."""
    out = sequence.with_suffix(".csv")
    subprocess.run([programs / "polylogue-cli", "table", sequence, out], check=True, stdout=subprocess.DEVNULL)
    recordings = {}
    with open(out, encoding="utf-8") as stream:
        for each in csv.DictReader(stream):
            of_one = recordings.setdefault(each.pop("id"), {})
            for name, value in each.items():
                of_one.setdefault(name.split(" [")[0], []).append(float(value))
    return {name: {column: numpy.array(values) for column, values in columns.items()} for name, columns in recordings.items()}


def with_loudness(face, sound, column):
    """r of a column with the level of the sound in the same frames, over those in which somebody is heard (40 dB) and seen."""
    middles = (sound["start"] + sound["end"]) / 2
    places = [numpy.flatnonzero((middles >= start) & (middles < end)) for start, end in zip(face["start"], face["end"])]
    kept = [i for i, place in enumerate(places) if len(place) and face["found"][i] > 0]
    level = numpy.array([sound[LEVEL][places[i]].mean() for i in kept])
    heard = level > level.max() - 40
    return correlation(face[column][kept][heard], level[heard])


def on_grid(programs, folder, clips):
    out = folder / "grid_faces"
    recordings = sorted(clips.glob("*.mpg"))
    wanted = "spectral,face_mesh,face"
    subprocess.run([programs / "polylogue-cli", "extract", *recordings, "--features", wanted, "--out", out], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    sound, mesh = table(programs, out / "spectral.csd"), table(programs, out / "face_mesh.csd")
    found = sum(each["found"].sum() for each in mesh.values()) / sum(len(each["found"]) for each in mesh.values())
    say(f"face_mesh finds the face in {found:.3f} of the frames of {len(mesh)} GRID clips")
    mouths = numpy.array([with_loudness(mesh[name], sound[name], "mouth_open") for name in sorted(mesh)])
    reference = "null"
    if (out / "face.csd").exists():
        face = table(programs, out / "face.csd")
        of_face = numpy.array([with_loudness(face[name], sound[name], "mouth_open") for name in sorted(mesh)])
        reference = of_face.mean()
        say("mouth with loudness, clip by clip: face_mesh " + ", ".join(f"{each:.2f}" for each in mouths) + "; face " + ", ".join(f"{each:.2f}" for each in of_face))
        for column in ("mouth_open", "smile", "brow", "eye_aspect_ratio", "yaw", "pitch", "roll"):
            each = []
            for name in sorted(mesh):
                both = (mesh[name]["found"] > 0) & (face[name]["found"] > 0)
                each.append(correlation(mesh[name][column][both], face[name][column][both]))
            say(f"  {column}: r of face_mesh with face within a clip, {numpy.mean(each):.2f} on the whole ({min(each):.2f} to {max(each):.2f})")
    row("mesh_mouth_loudness_r", mouths.mean(), "-", 0.0 if reference == "null" else reference, True, reference)


def measure(programs, folder, data):
    pictures, shares = faces_of(data / "ferplus", "test")
    smile, took = smile_of_mesh(programs, folder, pictures)
    happy = shares[:, HAPPINESS]
    r = correlation(smile, happy)
    low, high = interval(correlation, smile, happy)
    say(f"smile of face_mesh on FER+, test, r with the share of raters who saw happiness: {r:.3f} ({low:.3f} to {high:.3f}), n {len(happy)}")
    other = smile_of_landmarks(programs, folder)
    reference = FACE_SMILE_R if other is None else correlation(other, happy)
    if other is not None:
        low, high = interval(correlation, other, happy)
        say(f"smile of face on the same faces: {reference:.3f} ({low:.3f} to {high:.3f})")
    row("mesh_smile_r", r, "-", reference or 0.0, True, reference or "null")
    say(f"a face as crop, with the detector and two looks at its points: {1000 * took / len(pictures):.1f} ms of one core")
    clips = data.parent.parent / "media" / "grid"
    if clips.is_dir():
        on_grid(programs, folder, clips)
