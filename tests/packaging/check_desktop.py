"""check_desktop.py ROOT BUILD FOLDER: fails unless the entry of the menu and the metadata are valid, name what is there in three
languages, and a file manager knows our files by name and by content. Tools that are not installed are named, not needed."""
import os
import re
import shutil
import sqlite3
import subprocess
import sys

failures = []


def expect(what, holds, why=""):
    if not holds:
        failures.append(f"{what}: {why}")


def runs(what, *command, env=None):
    if not shutil.which(command[0]):
        print(f"{command[0]} is not installed: {what} not tried")
        return None
    said = subprocess.run(command, capture_output=True, text=True, env=env)
    remarks = re.sub(r"^I: .*unknown-tag developer$", "", said.stdout + said.stderr, flags=re.M)  # of AppStream before 1.0
    expect(what, said.returncode == 0 and not re.search(r"^[EWIP]:|error|warning", remarks, re.M), remarks)
    return said.stdout


def check_entries(root, build):
    runs("the entry of the menu", "desktop-file-validate", f"{root}/resources/desktop/polylogue.desktop")
    named = f"{build}/resources/org.polylogue.polylogue.metainfo.xml"
    runs("the metadata", "appstreamcli", "validate", "--pedantic", "--no-net", named)
    entry = open(f"{root}/resources/desktop/polylogue.desktop", encoding="utf-8").read()
    for key in set(re.findall(r"^(GenericName|Comment|Keywords)=", entry, re.M)):
        for language in ("de", "zh_CN"):
            expect("the entry of the menu", f"\n{key}[{language}]=" in entry, f"{key} is not there in {language}")
    expect("the action", entry.count("\nName[") == 2, "its name is not there in two other languages")
    metadata = open(named, encoding="utf-8").read()
    expect("the metadata", "<id>org.polylogue.polylogue</id>" in metadata, "lie in a file that is not named by their id")
    for element in ("p", "li", "summary", "caption"):
        count = [len(re.findall(rf"<{element}{more}>", metadata)) for more in ("", ' xml:lang="de"', ' xml:lang="zh_CN"')]
        expect("the metadata", count[0] and count.count(count[0]) == 3, f"<{element}> is there {count} times in en, de, zh_CN")
    pictures = re.findall(r"/docs/pictures/([^<]+)</image>", metadata)
    expect("the metadata", len(pictures) >= 3, "less than three pictures")
    for width, height, name in re.findall(r'width="(\d+)" height="(\d+)">[^<]*/docs/pictures/([^<]+)<', metadata):
        size = open(f"{root}/docs/pictures/{name}", "rb").read(24)[16:]
        expect(name, size == int(width).to_bytes(4, "big") + int(height).to_bytes(4, "big"), "has another size than the metadata say")


def check_types(root, folder):
    """As a file manager: the type of a csd, of a project, of both without their endings, and of what only resembles them."""
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(f"{folder}/mime/packages")
    shutil.copy(f"{root}/resources/desktop/polylogue-mime.xml", f"{folder}/mime/packages/polylogue.xml")
    if runs("the types", "update-mime-database", f"{folder}/mime") is None or not shutil.which("gio"):
        return
    words = f"{root}/resources/demo/words.csd"
    for name in ("a.csd", "renamed_csd", "a.h5"):
        shutil.copy(words, f"{folder}/{name}")
    for name, application in (("a.polylogue", 0x504C4755), ("renamed_project", 0x504C4755), ("another.db", 1), ("another", 1)):
        database = sqlite3.connect(f"{folder}/{name}")
        database.execute(f"PRAGMA application_id = {application}")
        database.execute("CREATE TABLE a (b)")
        database.commit()
        database.close()
    for name, expected in (("a.csd", "application/x-computational-sequence"), ("a.h5", "application/x-hdf"), ("renamed_csd", "application/x-hdf"),
                           ("a.polylogue", "application/x-polylogue"), ("renamed_project", "application/x-polylogue"),
                           ("another.db", "application/vnd.sqlite3"), ("another", "application/vnd.sqlite3")):
        said = runs(name, "gio", "info", "-a", "standard::content-type", f"{folder}/{name}", env={**os.environ, "XDG_DATA_HOME": folder})
        found = re.search(r"content-type: (\S+)", said)
        expect(name, found and found.group(1) == expected, f"is {found and found.group(1)}, not {expected}")
    shutil.rmtree(folder)


root, build, folder = sys.argv[1:]
check_entries(root, build)
check_types(root, os.path.abspath(folder))
print("\n".join(failures) or "menu, metadata and types are as they should be")
sys.exit(1 if failures else 0)
