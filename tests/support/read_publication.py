"""read_publication.py FOLDER: reads a published folder with Python's own readers: sums, tables, descriptions; prints what it holds."""
import csv
import hashlib
import json
import pathlib
import sys

folder = pathlib.Path(sys.argv[1])
listed = {}
for line in (folder / "CHECKSUMS.sha256").read_text(encoding="utf-8").splitlines():
    digest, path = line.split("  ", 1)
    listed[path] = digest
for path, digest in listed.items():
    assert hashlib.sha256((folder / path).read_bytes()).hexdigest() == digest, path
assert set(listed) | {"CHECKSUMS.sha256"} == {str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()}


def rows(name):
    with open(folder / name, newline="", encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


labels, votes, splits, raters = rows("labels.csv"), rows("votes.csv"), rows("splits.csv"), rows("raters.csv")
units = {row["unit"] for row in labels}
assert {row["unit"] for row in votes} <= units and {row["unit"] for row in splits} == units
assert {row["rater"] for row in votes} == {row["rater"] for row in raters}
for row in labels + votes:
    assert float(row["start"]) < float(row["end"])
groups = {}
for row in splits:
    groups.setdefault(row["group"], set()).add(row["split"])
assert all(len(found) == 1 for found in groups.values()), groups

described = json.loads((folder / "croissant.json").read_text(encoding="utf-8"))
assert described["@type"] == "sc:Dataset" and described["conformsTo"] == "http://mlcommons.org/croissant/1.1"
files = {each["@id"]: each for each in described["distribution"]}
for name, each in files.items():
    assert each["@type"] == "cr:FileObject" and each["sha256"] == listed[name]
    assert each["contentSize"] == f"{(folder / name).stat().st_size} B"
fields = {field["@id"] for record_set in described["recordSet"] for field in record_set["field"]}
for record_set in described["recordSet"]:
    for key in record_set["key"]:
        assert key["@id"] in fields
    for field in record_set["field"]:
        source = field["source"]
        with open(folder / source["fileObject"]["@id"], newline="", encoding="utf-8") as stream:
            assert source["extract"]["column"] in next(csv.reader(stream))
        if "references" in field:
            assert field["references"]["field"]["@id"] in fields
assert json.loads((folder / ".zenodo.json").read_text(encoding="utf-8"))["creators"]
assert "license:" in (folder / "README.md").read_text(encoding="utf-8").split("---")[1]
print(f"{len(units)} units, {len(votes)} votes, {len(groups)} groups")
