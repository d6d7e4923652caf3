"""Points of a face: the smile of `face_mesh` on FER+'s fold `test`, by which nothing was chosen, and its mouth, brow and yaw on people who speak (GRID).
Where a face_landmarker.task is named (POLYLOGUE_FACE_TASK): its blendshapes."""
import csv
import os
import subprocess

import numpy
import task_nets
from faces import faces_of
from figures import correlation, interval, row, say

HAPPINESS = 1  # of FER+'s columns
TASK = os.environ.get("POLYLOGUE_FACE_TASK")
COMPARED = 40  # faces
MOST_PIXELS, MOST_SHAPE = 1e-3, 1e-3  # between this program's nets and NumPy's
SHAPES_SMILE_R = 0.78  # expected before anything was measured here
FACE_SMILE_R = 0.483  # of `face` on the same faces, where its model is not installed
LEVEL = "rms_db"


def smile_of_mesh(programs, folder, pictures, task=None):
    """(smile (n), seconds of one core); with a task, the mean of its mouthSmileLeft and mouthSmileRight (chosen on FER+'s fold `valid`)"""
    file, out = folder / "mesh_faces.bin", folder / "face_mesh.csv"
    file.write_bytes(pictures.tobytes())
    began = os.times()
    by = ["--blendshapes", task] if task else []
    subprocess.run([programs / "polylogue-cli", "face-mesh", file, "--size", "48x48", "--out", out, *by], check=True,
                   preexec_fn=lambda: os.sched_setaffinity(0, [min(os.sched_getaffinity(0))]))
    ended = os.times()
    with open(out, encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    columns = ["mouthSmileLeft", "mouthSmileRight"] if task else ["smile"]
    return numpy.array([[float(each[name]) for name in columns] for each in rows]).mean(1), ended.children_user + ended.children_system - began.children_user - began.children_system


def smile_of_landmarks(programs, folder):
    """That of `face` on the same crops, by the program of scripts/bench features_face; None where it is not there."""
    program = programs.parent / "bench" / "bench_features_face"
    if not program.exists():
        return None
    done = subprocess.run([program, folder / "mesh_faces.bin"], capture_output=True, text=True)
    return numpy.array([float(line) for line in done.stdout.split()]) if done.returncode == 0 else None


def compare_nets(programs, folder):
    """The nets as the engine computes them beside NumPy, on the same parts of the same faces. Milliseconds of one core for a look."""
    program = programs.parent / "bench" / "bench_features_face"
    if not program.exists():
        return None
    done = subprocess.run([program, folder / "mesh_faces.bin", TASK, str(COMPARED)], capture_output=True, text=True, check=True,
                          preexec_fn=lambda: os.sched_setaffinity(0, [min(os.sched_getaffinity(0))]))
    ours = numpy.array([[float(each) for each in line.split()] for line in done.stdout.splitlines()])
    faces = numpy.frombuffer((folder / "mesh_faces.bin").read_bytes(), numpy.uint8).reshape(-1, 48, 48)[:COMPARED]
    task = task_nets.Task(TASK)
    looks = [task.look(numpy.repeat(face[..., None], 3, 2), (24.0, 24.0, 72.0, 0.1)) for face in faces]
    pixels = max(numpy.abs(own[:1434].reshape(-1, 3) - points).max() for own, (points, _, _) in zip(ours, looks))
    shape = max(numpy.abs(own[1434:] - shapes).max() for own, (_, _, shapes) in zip(ours, looks))
    say(f"nets of the task beside NumPy, {COMPARED} faces: points differ by {pixels:.1e} pixels at most, blendshapes by {shape:.1e}")
    row("blendshapes_numpy_px", pixels, "px", MOST_PIXELS, False)
    row("blendshapes_numpy", shape, "-", MOST_SHAPE, False)
    return float(done.stderr.split()[-1])


def blendshapes(programs, folder, pictures, happy, mesh_r, mesh_took):
    """A user's own face_landmarker.task; happy: the share of raters who saw happiness."""
    if not TASK:
        say("blendshapes: left out, since no face_landmarker.task is named (scripts/bench --blendshapes FILE real); Google publishes that file")
        return
    smile, took = smile_of_mesh(programs, folder, pictures, TASK)
    r = correlation(smile, happy)
    low, high = interval(correlation, smile, happy)
    say(f"mouthSmile of blendshapes on the same faces: {r:.3f} ({low:.3f} to {high:.3f})")
    row("blendshapes_smile_r", r, "-", SHAPES_SMILE_R, True, mesh_r)
    say(f"blendshapes of a crop, by the detector, two looks and the blendshapes' net: {1000 * (took - mesh_took) / len(pictures):.1f} ms of one core")
    look = compare_nets(programs, folder)
    if look:
        say(f"blendshapes of a face that is followed (one look): {look:.1f} ms of one core, {1000 / look:.0f} faces a second")


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
    blendshapes(programs, folder, pictures, happy, r, took)
    clips = data.parent.parent / "media" / "grid"
    if clips.is_dir():
        on_grid(programs, folder, clips)
