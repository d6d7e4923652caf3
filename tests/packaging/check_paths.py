"""check_paths.py ROOT BUILD: fails where a program names the folder that it was built in, or a source asks for the day of its compilation: two
builds in two folders would then differ."""
import os
import re
import sys

root, build = sys.argv[1:]
failures = []
programs = [f"{build}/bin/{name}" for name in ("polylogue", "polylogue-cli", "polylogue-extract", "polylogue-media", "polylogue-models")]
for here, _, names in os.walk(f"{build}/widgets"):
    programs += [f"{here}/{name}" for name in names if name.endswith(".so")]
programs += [f"{build}/bin/{name}" for name in os.listdir(f"{build}/bin") if name.endswith(".so")]
for program in programs:
    with open(program, "rb") as stream:
        content = stream.read()
    for place in {os.path.realpath(root), os.path.realpath(build)}:
        at = content.find(place.encode())
        if at >= 0:
            failures.append(f"{program} has {content[max(0, at - 60):at + 120]!r}")
for folder in ("app", "engine", "widgets"):
    for here, _, names in os.walk(f"{root}/{folder}"):
        for name in names:
            with open(f"{here}/{name}", encoding="utf-8", errors="ignore") as stream:
                if re.search(r"__(DATE|TIME|TIMESTAMP)__", stream.read()):
                    failures.append(f"{here}/{name} asks for the time of its compilation")
print("\n".join(failures) or f"{len(programs)} programs and modules name no folder of this machine")
sys.exit(1 if failures else 0)
