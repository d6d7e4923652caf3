"""check_manuals.py PROGRAMS MANUALS: fails unless each command has a page, a page names the options that `--help` of its command names
and no others, and groff reads every page without a word."""
import os
import re
import subprocess
import sys


def help_of(program, path):
    return subprocess.run([program, *path, "--help"], capture_output=True, text=True, check=True, env={**os.environ, "COLUMNS": "1000"}).stdout


def section(text, title):
    found = re.search(rf"^{title}:\n((?:(?: .*)?\n)*)", text, re.M)
    return found.group(1) if found else ""


def options_in_help(text):
    """Names at the beginning of lines; those of groups are indented as the others."""
    names = set()
    for line in text.splitlines():
        found = re.match(r"(?:  |    )(-[^ ,]+(?:, ?-[^ ,]+)*)", line)
        if found:
            names.update(re.sub(r"[<\[].*", "", name).strip() for name in re.split(r", ?", found.group(1)))
    return names


def commands_in_help(text):
    return re.findall(r"^  ([a-z][a-z-]*) ", section(text, "Subcommands"), re.M)


def plain(roff):
    return re.sub(r"\\f[BIR]", "", roff).replace("\\-", "-")


def options_in_page(roff):
    names = set()
    for line in re.findall(r"^\.TP\n(.*)$", roff, re.M):
        names.update(name for name in re.split(r"[ ,]+", plain(line)) if re.match(r"-{1,2}[A-Za-z]", name))
    return names


def check(program, path, manuals, pages, failures):
    words = [os.path.basename(program), *path]
    name = "-".join(words)
    text = help_of(program, path)
    pages.add(f"{name}.1")
    page = f"{manuals}/man1/{name}.1"
    if not os.path.exists(page):
        failures.append(f"{name} has no page")
        return
    with open(page, encoding="utf-8") as stream:
        roff = stream.read()
    said, written = options_in_help(text), options_in_page(roff)
    if "--help" not in said:
        failures.append(f"{name}: --help names no option that this test finds")
    if said != written:
        failures.append(f"{name}: only in --help {sorted(said - written)}, only in the page {sorted(written - said)}")
    read = subprocess.run(["groff", "-K", "utf8", "-T", "utf8", "-man", "-ww", "-z", page], capture_output=True, text=True)
    if read.returncode or read.stderr:
        failures.append(f"{name}: groff says {read.stderr}")
    for command in commands_in_help(text):
        check(program, [*path, command], manuals, pages, failures)


def main(programs, manuals):
    failures, pages = [], set()
    for name in ("polylogue", "polylogue-cli", "polylogue-extract", "polylogue-media", "polylogue-models"):
        check(f"{programs}/{name}", [], manuals, pages, failures)
    failures += [f"{page} describes no command" for page in sorted(set(os.listdir(f"{manuals}/man1")) - pages)]
    if len(pages) < 50:
        failures.append(f"only {len(pages)} pages")
    print("\n".join(failures) or f"{len(pages)} pages say what --help says")
    return 1 if failures else 0


sys.exit(main(*sys.argv[1:]))
