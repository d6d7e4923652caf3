"""check_waits.py ROOT: fails when a test waits less long than a busy machine may take, for something that has to come.

Tests wait as long as tests/support/waiting.h says. A wait of a few seconds is a test that fails now and then: six changes in a row
were refused for one such wait each. tests/bench measures, and waits as it likes."""
import os
import re
import sys

LONG_ENOUGH = 150_000  # ms, as in waiting.h
WAITS = re.compile(r"\bQTRY_(?:VERIFY2?|COMPARE)\b|\bQTest::qWaitFor")
LENGTHS = re.compile(r"\bqWaitFor\w*\((?:[^;]*?),\s*([\d']+)\)\)?[;)&|]|_WITH_TIMEOUT\((?:[^;]*?),\s*([\d']+)\);", re.S)
BRIEF = re.compile(r"isWhole(?:Soon)?\b")  # what need not come


def main(root):
    problems = []
    for folder, _, names in os.walk(os.path.join(root, "tests")):
        if os.path.basename(folder) in ("bench", "fixtures"):
            continue
        for name in sorted(names):
            if not name.endswith((".cpp", ".h")) or name == "waiting.h":
                continue
            path = os.path.join(folder, name)
            with open(path, encoding="utf-8") as stream:
                text = stream.read()
            shown = os.path.relpath(path, root)
            if WAITS.search(text) and '"tests/support/waiting.h"' not in text:
                problems.append(f"{shown}: waits, and does not include tests/support/waiting.h")
            for found in LENGTHS.finditer(text):
                length = int((found[1] or found[2]).replace("'", ""))
                if length < LONG_ENOUGH and not BRIEF.search(found[0]):
                    problems.append(f"{shown}: waits {length} ms only; support::kPatience is {LONG_ENOUGH}")
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
