"""check_walks.py ROOT: fails when a walk of CONTRIBUTING touches more of the window than its own room.

A new track and a new command with a dialog are made in one room of app, beside the track's own files in widgets/tracks; what else
a walk names there is a list of files for CMake. So the hub that every change had to touch does not come back. The test also fails
when a walk names a file of the tree that is not there, unless the walk makes it."""
import os
import re
import sys

MOST_FILES = {"a track of the timeline": 6, "a command with a dialog": 4}  # of app and widgets, without lists for CMake
NEW = re.compile(r"pause_(track|lane)|pauses_dialog")


def walks(text):
    """The text of each walk by its name."""
    parts = re.split(r"^## Walk \d+: (.*)$", text, flags=re.M)
    return dict(zip(parts[1::2], (re.split(r"^## ", part, flags=re.M)[0] for part in parts[2::2])))


def files_of(walk):
    """The files of app and widgets that a walk has one make or change: those that its steps name outside of code."""
    prose = re.sub(r"```.*?```", "", walk, flags=re.S)
    named = set(re.findall(r"`((?:app|widgets)/[a-z_/]+\.(?:h|cpp|txt))`", prose))
    for header in re.findall(r"`((?:app|widgets)/[a-z_/]+)\.h`[^`]{0,60}`\.cpp`", prose):
        named.add(header + ".cpp")
    return named


def changed(walk):
    """Without the files that a walk only names to read: those that stand in brackets, or as an example."""
    steps = "".join(re.findall(r"^\*\*\d\..*?(?=^\*\*\d\.|\Z)", walk, flags=re.M | re.S))
    return files_of(re.sub(r"\(it includes[^)]*\)|as\s+`[^`]*` does", "", steps))


def main(root):
    with open(os.path.join(root, "CONTRIBUTING.md"), encoding="utf-8") as stream:
        found = walks(stream.read())
    problems = []
    for name, most in MOST_FILES.items():
        if name not in found:
            problems.append(f"there is no walk “{name}”")
            continue
        files = {file for file in changed(found[name]) if not file.endswith(".txt")}
        rooms = {file.split("/")[1] for file in files if file.startswith("app/")}
        print(f"{name}: {len(files)} files in app/{', app/'.join(sorted(rooms))} and widgets")
        if len(files) > most:
            problems.append(f"{name}: {len(files)} files, {most} are enough: {', '.join(sorted(files))}")
        if len(rooms) != 1:
            problems.append(f"{name}: touches the rooms {', '.join(sorted(rooms))}; one is enough")
        if "window" in rooms:
            problems.append(f"{name}: touches the window, which knows no features")
        for file in sorted(files):
            if not NEW.search(file) and not os.path.exists(os.path.join(root, file)):
                problems.append(f"{name}: {file} is not there")
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
