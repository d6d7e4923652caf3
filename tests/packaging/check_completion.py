"""check_completion.py MANUALS FOLDER: completes command lines in bash, zsh and fish (those that are installed; bash must be), by Tab in a
terminal, and fails where they become others than expected. FOLDER is made anew."""
import os
import pty
import re
import select
import shutil
import subprocess
import sys
import time

# what is typed, where `\t` completes; what the program is then given
TYPED = [
    ("polylogue-cli ag\t", ["agreement"]),
    ("polylogue-cli --vers\t", ["--version"]),
    ("polylogue-cli align --refe\twords --ra\t2", ["align", "--reference", "words", "--rate", "2"]),
    ("polylogue-cli agreement --metric no\t", ["agreement", "--metric", "nominal"]),
    ("polylogue-cli slurm ext\t --tas\t3", ["slurm", "extract", "--tasks", "3"]),
    ("polylogue-cli extract --den\t", ["extract", "--denoise"]),
    ("polylogue-cli info only\t", ["info", "only_one.csd"]),
    ("polylogue-cli face-mesh --ou\tx", ["face-mesh", "--out", "x"]),
    ("polylogue-extract --timed-words a_f\t", ["--timed-words", "a_folder"]),
    ("polylogue-models train --prog\tjs\t", ["train", "--progress", "json"]),
    ("polylogue --theme da\t", ["--theme", "dark"]),
    ("polylogue --screenshot x only\t", ["--screenshot", "x", "only_one.csd"]),
]
LISTS = [("polylogue-cli extract --features words,log\t", ["extract", "--features", "words,logmel"])]  # fish knows no lists
PROGRAMS = ("polylogue", "polylogue-cli", "polylogue-extract", "polylogue-media", "polylogue-models")
SHOW = "{ printf '\\nGIVEN'; printf '<%s>' \"$@\"; printf 'END\\n'; }"


def in_terminal(command, begin, folder):
    """Types each line into a shell. Returns what the programs were given."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.environ.update({"TERM": "dumb", "PS1": "$ ", "HISTFILE": "", "HOME": folder, "LC_ALL": "C.UTF-8"})
        os.execvp(command[0], command)
    text = ""

    def read_until(pattern):
        nonlocal text
        ends = time.monotonic() + 20
        while not re.search(pattern, text) and time.monotonic() < ends:
            if select.select([terminal], [], [], 0.2)[0]:
                try:
                    text += os.read(terminal, 65536).decode("utf-8", "replace")
                except OSError:
                    return
    for line in begin + ["echo rea''dy"]:
        os.write(terminal, (line + "\n").encode())
    read_until(r"ready\r?\n")
    given = []
    for typed, _ in TYPED + LISTS:
        text = ""
        for piece in re.findall(r"[^\t]+|\t", typed):  # a shell that completes drops what comes meanwhile
            os.write(terminal, piece.encode())
            time.sleep(0.25)
        os.write(terminal, b"\n")
        read_until(r"GIVEN.*END")
        found = re.search(r"GIVEN((?:<[^>]*>)*)END", text)
        given.append(re.findall(r"<([^>]*)>", found.group(1)) if found else [text])
    os.close(terminal)
    os.waitpid(child, 0)
    return given


def bash(manuals, folder):
    begin = ["bind 'set bell-style none'"] + [f". {manuals}/bash/{name}; {name}() {SHOW}" for name in PROGRAMS]
    return in_terminal(["bash", "--norc", "--noprofile", "-i"], begin, folder)


def zsh(manuals, folder):
    begin = [f"fpath=({manuals}/zsh $fpath); autoload -Uz compinit; compinit -D -u"] + [f"{name}() {SHOW}" for name in PROGRAMS]
    return in_terminal(["zsh", "-f", "-i"], begin, folder)


def fish(manuals, folder):
    """Asks fish itself what a line would become, piece by piece."""
    given = []
    for typed, _ in TYPED:
        line = ""
        for piece in re.findall(r"[^\t]+|\t", typed):
            if piece != "\t":
                line += piece
                continue
            script = "".join(f"source {manuals}/fish/{name}.fish;" for name in PROGRAMS) + f"complete -C '{line}'"
            said = subprocess.run(["fish", "-N", "-c", script], capture_output=True, text=True, cwd=folder, env={**os.environ, "HOME": folder})
            found = [row.split("\t")[0] for row in said.stdout.splitlines()]
            if len(found) != 1:
                line += f"({'|'.join(found)}{said.stderr})"
                break
            line = re.sub(r"[^ ]*$", "", line) + found[0] + " "
        given.append(line.split()[1:])
    return given


def main(manuals, folder):
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(f"{folder}/a_folder")
    open(f"{folder}/only_one.csd", "w").close()
    failed = []
    for name, complete, cases in (("bash", bash, TYPED + LISTS), ("zsh", zsh, TYPED + LISTS), ("fish", fish, TYPED)):
        if not shutil.which(name):
            print(f"{name} is not installed: not tried")
            if name == "bash":
                failed.append(name)
            continue
        for (typed, expected), given in zip(cases, complete(manuals, folder)):
            words = [word.rstrip("/") for piece in given for word in piece.split("=", 1)]
            if words != expected:
                failed.append(f"{name}: {typed!r} became {given}, not {expected}")
        print(f"{name}: {len(cases)} lines completed")
    shutil.rmtree(folder)
    print("\n".join(failed))
    return 1 if failed else 0


sys.exit(main(*map(os.path.abspath, sys.argv[1:])))
