"""check_licences.py ROOT: fails where REUSE.toml and debian/copyright say different licences of a file, where a licence has no text in
LICENSES, or where a paragraph names no file. (`reuse lint` of version 4 or later, where it is installed, is asked, too.)"""
import fnmatch
import os
import re
import shutil
import subprocess
import sys
import tomllib

SAME = {"GPL-3+": "GPL-3.0-or-later", "Expat": "MIT", "Expat and Apache-2.0": "MIT AND Apache-2.0"}  # Debian's names


def files_of(root):
    listed = subprocess.run(["git", "-C", root, "ls-files", "-z"], capture_output=True, text=True)
    return [] if listed.returncode else [name for name in listed.stdout.split("\0") if name]


def reuse_paragraphs(root):
    with open(f"{root}/REUSE.toml", "rb") as stream:
        for paragraph in tomllib.load(stream)["annotations"]:
            paths = paragraph["path"] if isinstance(paragraph["path"], list) else [paragraph["path"]]
            holders = paragraph["SPDX-FileCopyrightText"]
            yield [path.replace("**", "*") for path in paths], paragraph["SPDX-License-Identifier"], [holders] if isinstance(holders, str) else holders


def debian_paragraphs(root):
    with open(f"{root}/debian/copyright", encoding="utf-8") as stream:
        for paragraph in stream.read().split("\n\n"):
            if paragraph.startswith("Files:"):
                field = {name: value for name, value in re.findall(r"^(\w+): ?((?:.*)(?:\n .*)*)", paragraph, re.M)}
                yield field["Files"].split(), SAME.get(field["License"], field["License"]), [line.strip() for line in field["Copyright"].split("\n")]


def of_file(paragraphs, name):
    return [(licence, holders) for paths, licence, holders in paragraphs if any(fnmatch.fnmatchcase(name, path) for path in paths)][-1]


def main(root):
    failures = []
    files = files_of(root)
    if not files:
        print("SKIPPED: no git clone, so no list of files")
        return 0
    reuse, debian = list(reuse_paragraphs(root)), list(debian_paragraphs(root))
    for name in files:
        if of_file(reuse, name) != of_file(debian, name):
            failures.append(f"{name}: {of_file(reuse, name)} in REUSE.toml, {of_file(debian, name)} in debian/copyright")
    for paths, licence, _ in reuse + debian:
        failures += [f"there is no {path}" for path in paths if not any(fnmatch.fnmatchcase(name, path) for name in files)]
        failures += [f"LICENSES has no {one}" for one in licence.split(" AND ") if not os.path.exists(f"{root}/LICENSES/{one}.txt")]
    used = {one for _, licence, _ in reuse for one in licence.split(" AND ")}
    failures += [f"no file is under {name[:-4]}" for name in os.listdir(f"{root}/LICENSES") if name[:-4] not in used]
    with open(f"{root}/LICENSE", "rb") as one, open(f"{root}/LICENSES/GPL-3.0-or-later.txt", "rb") as other:
        if one.read() != other.read():
            failures.append("LICENSE is not LICENSES/GPL-3.0-or-later.txt")
    if shutil.which("reuse"):
        version = re.search(r"(\d+)\.", subprocess.run(["reuse", "--version"], capture_output=True, text=True).stdout)
        if version and int(version.group(1)) >= 4:
            said = subprocess.run(["reuse", "--root", root, "lint"], capture_output=True, text=True)
            failures += [said.stdout] if said.returncode else []
    print("\n".join(failures) or f"{len(files)} files have a licence, the same in both lists")
    return 1 if failures else 0


sys.exit(main(sys.argv[1]))
