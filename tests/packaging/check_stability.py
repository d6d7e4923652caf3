"""check_stability.py ROOT BIN FOLDER: holds docs/stability.md to the programs. Fails where a command ends with another exit code than it says,
where `--json` lacks a key of its table or has one that the table lacks, or where a code of failures is in no source."""
import json
import os
import re
import shutil
import subprocess
import sys

root, programs, folder = map(os.path.abspath, sys.argv[1:])
failures = []
demo = f"{root}/resources/demo"
talk = f"{root}/resources/demo_conversation"


def run(program, *arguments):
    return subprocess.run([f"{programs}/{program}", *arguments], capture_output=True, text=True, cwd=folder, env={**os.environ, "HOME": folder})


def keys_in(value, names, before=""):
    """`a.b`, `a[].c`; the names of files and sequences become FILE and NAME."""
    if isinstance(value, dict):
        for key, inner in value.items():
            path = before + names.get(key, key)
            yield path
            if key not in ("metadata", "model", "training", "interval"):  # of whatever people put there
                yield from keys_in(inner, names, path + ".")
    elif isinstance(value, list):
        for inner in value:
            yield from keys_in(inner, names, (before[:-1] if before else "") + "[].")


def check_json(text):
    calls = {
        "info": ("polylogue-cli", f"{demo}/words.csd"),
        "validate": ("polylogue-cli", f"{demo}/words.csd", f"{root}/tests/fixtures/broken/cut_off.csd"),
        "stats": ("polylogue-cli", f"{demo}/labels.csd"),
        "words": ("polylogue-cli", f"{demo}/words.csd"),
        "media": ("polylogue-cli", f"{demo}/media/grid_talk_a.mp4"),
        "align": ("polylogue-cli", "--sequences", f"{demo}/words.csd", f"{demo}/labels.csd", "--reference", "labels", "--out", f"{folder}/out"),
        "agreement": ("polylogue-cli", f"{folder}/ratings.csv"),
        "consensus": ("polylogue-cli", f"{folder}/ratings.csv"),
        "design": ("polylogue-cli", "--units", "50", "--raters", "2"),
        "turns": ("polylogue-cli", f"{talk}/dataset.json"),
        "synchrony": ("polylogue-cli", f"{talk}/dataset.json", "--signal", "visual:smile", "--surrogates", "19"),
        "accommodation": ("polylogue-cli", f"{talk}/dataset.json", "--value", "loudness"),
        "offset": ("polylogue-cli", f"{talk}/media/mira.mp4", f"{talk}/media/tom.mp4"),
        "classes": ("polylogue-models",),
    }
    with open(f"{folder}/ratings.csv", "w", encoding="utf-8") as stream:
        stream.write("unit,a,b\n1,1,2\n2,2,2\n3,3,1\n")
    promised = dict(re.findall(r"^\| `(\w+)` \| (`.*) \|$", text[text.index("## JSON"):], re.M))
    if sorted(promised) != sorted(calls):
        failures.append(f"the table is of {sorted(promised)}, this test of {sorted(calls)}")
    for command, (program, *arguments) in calls.items():
        names = {argument: "FILE" for argument in arguments} | {"words": "NAME", "labels": "NAME", "loudness": "NAME", "mira": "P", "tom": "P"}
        said = run(program, command, "--json", *arguments)
        there = set(keys_in(json.loads(said.stdout), names))
        listed = set(re.findall(r"`([^` ]*)`", re.sub(r" \([^)]*\)", "", promised.get(command, ""))))
        if listed - there:
            failures.append(f"{command} --json lacks {sorted(listed - there)}")
        new = {key for key in there - listed if key.count(".") <= 3 and not any(key.startswith(old + "[]") for old in listed)}
        if command != "agreement" and new:
            failures.append(f"docs/stability.md does not have {sorted(new)} of {command} --json")


def check_exits(text):
    promised = re.findall(r"^\| (\d+) \| ", text, re.M)
    if promised != ["0", "1", "2", "130"]:
        failures.append(f"the page lists the exit codes {promised}")
    for expected, code, program, *arguments in (
            (0, "", "polylogue-cli", "info", f"{demo}/words.csd"), (1, "file_not_found", "polylogue-cli", "info", "nothing.csd"),
            (1, "", "polylogue-cli", "validate", f"{root}/tests/fixtures/broken/cut_off.csd"), (2, "", "polylogue-cli", "info"),
            (2, "", "polylogue-cli", "no-such-command"), (2, "", "polylogue-cli", "info", "--no-such-option"), (0, "", "polylogue-cli", "--help"),
            (2, "", "polylogue-models", "train"), (1, "", "polylogue-models", "predict", "nothing.safetensors", "--dataset", "nothing.json"),
            (0, "", "polylogue-models", "classes"), (2, "", "polylogue-extract"), (2, "", "polylogue", "--theme", "green"),
            (1, "", "polylogue-extract", "nothing.mp4", "--out", "there")):
        said = run(program, *arguments)
        if said.returncode != expected or (code and not said.stderr.startswith(code + ": ") and f"\n{code}: " not in said.stderr):
            failures.append(f"{program} {' '.join(arguments)} ended with {said.returncode}, not {expected} {code}: {said.stderr[:300]}")


def check_codes(text):
    start = text.index("Codes keep their meaning")
    codes = re.findall(r"`([a-z0-9_]+)`", text[start:text.index("## JSON")])
    sources = ""
    for here, _, names in os.walk(f"{root}/engine"):
        for name in names:
            if name.endswith((".cpp", ".h")):
                with open(f"{here}/{name}", encoding="utf-8") as stream:
                    sources += stream.read()
    failures.extend(f"no source knows the code {code}" for code in codes if f'"{code}"' not in sources)
    if len(codes) < 30 or codes != sorted(codes):
        failures.append("the list of codes is not whole or not sorted")


shutil.rmtree(folder, ignore_errors=True)
os.makedirs(folder)
os.environ.update({"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"})
with open(f"{root}/docs/stability.md", encoding="utf-8") as stream:
    page = stream.read()
check_json(page)
check_exits(page)
check_codes(page)
shutil.rmtree(folder)
print("\n".join(failures) or "docs/stability.md holds")
sys.exit(1 if failures else 0)
