"""hostile_files.py PROGRAMS CORPUS [COUNT]: opens damaged and made-up files of strangers in the window, each in a home of its own
and under strace, and says what the window and its processes did: whether the window came to its end with a picture, which signals
ended processes, which sockets were asked for, and which files were opened for writing outside the home and the memory that processes
share. CORPUS is what scripts/fuzz keeps; damaged recordings and tables are made of the demo and the fixtures of the tests. COUNT files
of each kind (20), chosen by their sums, so that the same corpus gives the same files."""

import hashlib
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
ENDINGS = {"csd": ".csd", "packed": ".npz", "project": ".polylogue", "list": ".json", "safetensors": ".safetensors"}
HANG_S = 300


def chosen(files, count):
    return sorted(files, key=lambda file: hashlib.sha256(file.read_bytes()).hexdigest())[:count]


def damaged(original, seed):
    """Overwritten bytes, or a part that is missing, doubled or full of zeros; the header is hit more often than chance would."""
    data, draw = bytearray(original), random.Random(seed)
    for _ in range(draw.choice([1, 3, 30])):
        place = draw.randrange(min(len(data), 4096) if draw.random() < 0.5 else len(data))
        length = draw.choice([1, 4, 64])
        what = draw.randrange(4)
        if what == 0:
            data[place : place + length] = draw.randbytes(length)
        elif what == 1:
            del data[place : place + length]
        elif what == 2:
            data[place:place] = data[place : place + length]
        else:
            data[place : place + length] = bytes(length)
    return bytes(data[: draw.randrange(1, len(data))] if draw.random() < 0.2 else data)


def files_of(corpus, count, folder):
    """kind → paths in the folder."""
    kinds = {}
    for reader, ending in ENDINGS.items():
        found = [file for file in (corpus / reader).glob("*") if file.is_file() and file.stat().st_size]
        kinds[reader] = []
        for number, file in enumerate(chosen(found, count)):
            kinds[reader].append(folder / f"{reader}_{number}{ending}")
            shutil.copyfile(file, kinds[reader][-1])
    originals = {
        "video": [*(ROOT / "resources/demo/media").glob("*.mp4")][:3],
        "archive": [*(ROOT / "tests/fuzz/seeds/tar").glob("*")],
        "table": sorted((ROOT / "tests/fixtures").rglob("*.csv"))[:8],
    }
    for kind, sources in originals.items():
        kinds[kind] = []
        for number in range(count if sources else 0):
            source = sources[number % len(sources)]
            ending = ".tar" if kind == "archive" else source.suffix
            kinds[kind].append(folder / f"{kind}_{number}{ending}")
            kinds[kind][-1].write_bytes(damaged(source.read_bytes(), f"{kind} {number}"))
    return kinds


def opened(window, file, home):
    """(how the window ended: opened, refused or what else; the lines of strace)."""
    environment = {**os.environ, "HOME": str(home), "TMPDIR": str(home / "tmp")}
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS"):
        environment.pop(name, None)
    (home / "tmp").mkdir(parents=True)
    picture, log = home / "picture.png", home / "strace.log"
    calls = "trace=socket,openat,open,creat,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,link,linkat,symlink,symlinkat,truncate"
    command = ["strace", "-f", "-qq", "--seccomp-bpf", "-e", calls, "-o", str(log), window, str(file), "--screenshot", str(picture), "--size", "1366x768"]
    try:
        ran = subprocess.run(command, env=environment, capture_output=True, timeout=HANG_S, check=False)
    except subprocess.TimeoutExpired:
        end = f"hung for {HANG_S} s"
    else:
        end = f"ended with {ran.returncode}"
        if ran.returncode == 0 and picture.exists():
            end = "opened"
        elif ran.returncode == 1 and ran.stderr.strip():
            end = "refused"  # by a sentence
    return end, log.read_text(errors="replace").splitlines()


def main():
    programs, corpus = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 20
    failed = False
    print(f"{'kind':12} {'files':>5} {'opened':>6} {'refused':>7} {'processes killed by':24} sockets, writing elsewhere")
    with tempfile.TemporaryDirectory(prefix="hostile") as name:
        folder = pathlib.Path(name)
        for kind, files in files_of(corpus, count, folder).items():
            ends, signals, odd = {"opened": 0, "refused": 0}, {}, set()
            for file in files:
                home = folder / "home"
                end, lines = opened(str(programs / "polylogue"), file, home)
                if end in ends:
                    ends[end] += 1
                else:
                    odd.add(f"the window {end} over {file.name}")
                    shutil.copyfile(file, pathlib.Path(tempfile.gettempdir()) / f"hostile-{file.name}")
                for line in lines:
                    if signal := re.search(r"\+\+\+ killed by (SIG\w+)", line):
                        signals[signal[1]] = signals.get(signal[1], 0) + 1
                    if family := re.search(r"\bsocket\((\w+)", line):
                        if family[1] not in ("AF_UNIX", "AF_NETLINK"):
                            odd.add(f"socket {family[1]}")
                    writes = re.search(r"\b(openat|open|creat|rename\w*|unlink\w*|mkdir\w*|link\w*|symlink\w*|truncate)\((.*)", line)
                    if not writes or re.search(r"= -1 ", line) or (writes[1].startswith("open") and not re.search(r"O_(WRONLY|RDWR|CREAT)", line)):
                        continue
                    for path in re.findall(r'"(/[^"]*)"', writes[2]):
                        if not path.startswith((str(home), "/dev/", "/proc/", "/tmp/.X")):
                            odd.add(f"{writes[1]} {path}")
                shutil.rmtree(home)
            ended = ", ".join(f"{signal} {times}" for signal, times in sorted(signals.items())) or "none"
            print(f"{kind:12} {len(files):5} {ends['opened']:6} {ends['refused']:7} {ended:24} {'; '.join(sorted(odd)) or 'none'}", flush=True)
            failed = failed or bool(odd)
    sys.exit(failed)


main()
