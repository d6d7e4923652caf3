"""Random calls of every public function with random values: an exception in words, or a result; never a crash.

POLYLOGUE_CALLS: how many (default 1500; 20000 for a release, under AddressSanitizer where the module is built with it).
POLYLOGUE_SEED: which. The calls run in a child, so that a crash is a failure with the last call's text.
"""

import os
import random
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import polylogue
from conftest import SOURCE


def values(draw, folder, objects):
    """A value of any kind."""
    huge = "x" * 70000
    makers = [
        lambda: None,
        lambda: draw.choice([0, 1, -1, 2**31, -(2**63), 2**64, 10**30]),
        lambda: draw.choice([0.0, -1.5, float("nan"), float("inf"), -float("inf"), 1e308]),
        lambda: draw.choice(["", "a", "words", "ada_1", "ada_1[0]", "\x00", "ü\ud800", huge, "..", "mean", "labels", "zeros"]),
        lambda: draw.choice([b"", b"\xff\x00", b"words"]),
        lambda: draw.choice([True, False]),
        lambda: np.zeros(draw.choice([(0,), (0, 0), (1, 2), (3, 2), (2, 2, 2), (0, 2), (5, 0)]), draw.choice(["f4", "f8", "i8", "u1", "S3", "U2", "c16", "O", "?", "M8[s]", "f2", ">f8", "V3"])),
        lambda: np.array([[draw.choice([0.0, 1.0, np.nan, np.inf]), draw.random()] for _ in range(draw.randrange(4))]),
        lambda: np.arange(12.0).reshape(3, 4)[:, ::2].T,
        lambda: [draw.choice([1, "a", None, [1], b"x", 1.5])] * draw.randrange(3),
        lambda: {draw.choice(["a", "words", "features", "intervals", 1]): draw.choice([1, "x", None, [[0, 1]], [[1.0]]])},
        lambda: [{"op": draw.choice(["align", "impute", "sort", "unify", 7]), "reference": draw.choice(["labels", "words", 3, {"rate_hz": 5}, {"rate_hz": 1e12}])}],
        lambda: folder / draw.choice(["file/x", "file", "", "out.csd", "demo/words.csd", "demo", "new", "demo/dataset.json"]),
        lambda: lambda *given: draw.choice([None, 1, np.zeros((2, 2)), given]),
        lambda: (lambda *given: 1 / 0),
        lambda: object(),
        lambda: (1, 2),
        lambda: range(3),
        lambda: draw.choice(objects),
    ]
    return draw.choice(makers)()


SKIPPED = {"train", "extract"}  # each starts programs that take long; test_models has their failures


def callables(draw, objects):
    public = [(name, getattr(polylogue, name)) for name in polylogue.__all__ if name not in SKIPPED]
    own = [(f"_engine.{name}", thing) for name, thing in vars(polylogue._engine).items() if callable(thing)]
    target = draw.choice(public + own + [(repr(each)[:40], each) for each in objects])
    if draw.random() < 0.7 and not isinstance(target[1], (str, list)):
        names = [name for name in dir(target[1]) if not name.startswith("__") or name in ("__getitem__", "__setitem__", "__delitem__", "__len__", "__iter__", "__contains__", "__eq__", "__repr__", "__reduce__")]
        name = draw.choice(names)
        if name == "__reduce__" and isinstance(target[1], type):
            name = "__doc__"  # object.__reduce__ of an engine's value is pybind11's, and ends the process
        try:
            return f"{target[0]}.{name}", getattr(target[1], name)
        except Exception:
            return target
    return target


def child(calls, seed, folder):
    draw = random.Random(seed)
    os.chdir(folder)
    os.environ["POLYLOGUE_PROGRAMS"] = str(folder)  # no program is started thousands of times
    shutil.copytree(SOURCE / "resources/demo", folder / "demo", ignore=shutil.ignore_patterns("media", "models", "model"))
    (folder / "file").write_text("a file, no folder")
    demo = polylogue.Dataset(folder / "demo", check=False)

    def fresh():
        sequence = polylogue.Sequence(entries={"v": ([[0, 1], [1, 2]], np.zeros((2, 3), np.float32))})
        small = polylogue.Dataset({"words": sequence.copy(), "labels": sequence})
        return [sequence, small, demo["words"], demo["labels"]["ada_1"], sequence._held, polylogue.Ratings([[1, 2], [2, 2]]), polylogue.Tier("x"), polylogue.Annotation([])]

    objects = fresh()
    done = [0]

    def some(count, draw):
        nonlocal objects
        for number in range(count):
            if number % 50 == 0:
                objects = fresh()
            name, thing = callables(draw, objects)
            given = [values(draw, folder, objects) for _ in range(draw.randrange(5))]
            if draw.random() < 0.02 and "words" in objects[1]:
                name, thing, given = "align", objects[1].align, ["words", given[0] if given else None]
            print(f"{name}({', '.join(repr(each)[:60] for each in given)})".encode("ascii", "replace").decode(), file=sys.stderr)
            if not callable(thing) or any(each in name for each in ("set_num", "exit")):
                continue
            try:
                thing(*given)
            except (Exception, SystemExit) as raised:
                assert not isinstance(raised, (SystemExit, SystemError)), raised
            done[0] += 1

    if seed % 2:
        threads = [threading.Thread(target=some, args=(calls // 4, random.Random(seed * 100 + each))) for each in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    else:
        some(calls, draw)
    print("done", done[0])


def run(seed, outer):
    folder = outer / "a/b/c/d"  # what is asked to be written above it stays in the test's own folder
    folder.mkdir(parents=True)
    calls = int(os.environ.get("POLYLOGUE_CALLS", "1500"))
    code = f"import sys; sys.path[:0] = {[str(Path(__file__).parent), *sys.path]!r}\nimport test_nonsense\nfrom pathlib import Path\ntest_nonsense.child({calls}, {seed}, Path({str(folder)!r}))"
    ended = subprocess.run([sys.executable, "-X", "faulthandler", "-c", code], capture_output=True, text=True, errors="replace")
    assert ended.returncode == 0, f"seed {seed} ended with {ended.returncode} after\n{ended.stderr[-4000:]}"
    assert int(ended.stdout.split()[-1]) > calls // 3


def test_calls_one_after_the_other(tmp_path):
    run(2 * int(os.environ.get("POLYLOGUE_SEED", "1")), tmp_path)


def test_calls_of_several_threads(tmp_path):
    run(2 * int(os.environ.get("POLYLOGUE_SEED", "1")) + 1, tmp_path)
