"""check_names.py ROOT: fails when a document names a file, folder, type, function or field of ours that is not there.

Three kinds of words count as names, wherever they stand in a document:
  paths        `app/document/tier_views`, `project/rows`: words with slashes that begin with the name of one of our folders;
               there must be a file or folder whose path ends so, its ending may be left out
  files        `registry.cpp`: there must be a file of this name
  identifiers  `TierRevision`, `reachableEdge`, `recipe_plan`: words with a capital or an underscore inside; the sources must
               have the word, or a file must be called so; a test may be named as ctest names it, without `tst_`
A document that makes names up for an example lists them: `invented: FirstName second_name` in a line of a comment."""
import os
import re
import sys

DOCUMENTS = ["docs/architecture.md", "docs/glossary.md", "CONTRIBUTING.md"]
FOLDERS = ["app", "engine", "python", "widgets", "tests", "scripts", "resources", "docs", "translations"]
FOREIGN = {"QOpenGLWidget"}  # of others, and nowhere in our sources
SOURCE = re.compile(r"\.(h|cpp|cmake|txt|py|json)$|^scripts/")
NO_SOURCE = re.compile(r"^(resources|tests/fixtures|tests/architecture)/")
IDENTIFIER = re.compile(r"[A-Za-z0-9]*[a-z][A-Z][A-Za-z0-9]*|[A-Za-z0-9]+_[A-Za-z0-9_]+")


def endings(path):
    """All ends of a path from one of its folders on, with and without the file's ending."""
    parts = path.split("/")
    for start in range(len(parts)):
        end = "/".join(parts[start:])
        yield end
        yield re.sub(r"\.[a-z]+$", "", end)


def main(root):
    paths, folders, identifiers = set(), set(FOLDERS), set()
    top = [name for name in os.listdir(root) if os.path.isfile(os.path.join(root, name))]
    found = [(name, True) for name in top]
    for folder in FOLDERS:
        for here, inner, files in os.walk(os.path.join(root, folder)):
            place = os.path.relpath(here, root)
            folders.add(os.path.basename(here))
            found += [(place, False)] + [(f"{place}/{name}", True) for name in files]
    folders.discard("polylogue")  # users' folders of caches are called so, too
    for path, is_file in found:
        paths.update(endings(path))
        if is_file and SOURCE.search(path) and not NO_SOURCE.match(path) and path not in top:
            with open(os.path.join(root, path), encoding="utf-8", errors="ignore") as source:
                identifiers.update(re.findall(r"[A-Za-z0-9_]+", source.read()))
    missing = []
    for document in DOCUMENTS:
        with open(os.path.join(root, document), encoding="utf-8") as stream:
            text = stream.read()
        invented = set(re.findall(r"[A-Za-z0-9_]+", " ".join(re.findall(r"invented: ([^\n]*)", text))))
        # <name>.cpp stands for any; addresses are not ours
        text = re.sub(r"[a-z_/.]*<[a-z]+>[a-z_/.]*|https?:[^ )]*", " ", text)
        for word in sorted(set(re.findall(r"[A-Za-z0-9_][A-Za-z0-9_./-]*", text))):
            word = re.sub(r"[./-]+$", "", word)  # the end of a sentence
            stem = os.path.basename(word).split(".")[0]
            if word in FOREIGN or stem in invented:
                continue
            if "/" in word:
                known = word.split("/")[0] not in folders or word in paths
            elif re.search(r"\.(h|cpp|cmake)$", word):
                known = word in paths
            elif IDENTIFIER.fullmatch(word):
                known = word in paths or word in identifiers or f"tst_{word}" in paths
            else:
                continue
            if not known:
                missing.append(f"{document}: {word}")
    if missing:
        sys.exit("These names are not there:\n  " + "\n  ".join(missing))


main(os.path.abspath(sys.argv[1]))
