"""check_words.py ROOT: fails where a comment of a header is a riddle: its subject is a word whose noun stands elsewhere.

  what stands behind a declaration (`///<`) must not begin with it, its, they, their, those, this, these, whose, likewise, the same:
  the noun of the subject stands there instead;
  nothing is told by "likewise" or "so many": the parameter or the noun is named.
CONTRIBUTING.md has the rule, and these are its sentences that a program can find."""
import os
import re
import sys

TRAILING = re.compile(r"///< (it|its|they|them|their|those|this|these|whose|likewise|the same)\b", re.IGNORECASE)
WITHOUT_NOUN = re.compile(r"//.*\b(likewise|so many)\b", re.IGNORECASE)
FOLDERS = ["app", "engine", "python", "widgets"]


def headers(root):
    for folder in FOLDERS:
        for here, _, files in os.walk(os.path.join(root, folder)):
            for name in sorted(files):
                if name.endswith(".h"):
                    yield os.path.join(here, name)


def main(root):
    riddles = []
    for path in headers(root):
        with open(path, encoding="utf-8") as stream:
            for number, line in enumerate(stream, 1):
                if TRAILING.search(line) or WITHOUT_NOUN.search(line):
                    riddles.append(f"{os.path.relpath(path, root)}:{number}: {line.strip()}")
    if riddles:
        sys.exit("The noun of these sentences stands elsewhere:\n  " + "\n  ".join(riddles))


main(os.path.abspath(sys.argv[1]))
