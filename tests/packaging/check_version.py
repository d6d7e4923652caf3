"""check_version.py ROOT BIN: fails unless CMakeLists.txt, debian/changelog, CITATION.cff, the metadata and the programs say the same version,
and CHANGELOG.md has it as its newest, or has not yet released it."""
import os
import re
import subprocess
import sys

root, programs = sys.argv[1:]


def found(path, pattern):
    with open(f"{root}/{path}", encoding="utf-8") as stream:
        return re.search(pattern, stream.read(), re.M).group(1)


version = found("CMakeLists.txt", r"VERSION (\S+) LANGUAGES")
said = {
    "debian/changelog": found("debian/changelog", r"^polylogue \(([^)]+)\)"),
    "CITATION.cff": found("CITATION.cff", r"^version: (\S+)"),
    "the metadata": found("resources/desktop/org.polylogue.polylogue.metainfo.xml.in", r'<release version="([^"]+)"'),
    "CHANGELOG.md": found("CHANGELOG.md", r"^## \[(\d[^\]]*)\]"),
}
for program in ("polylogue-cli", "polylogue-media", "polylogue-models", "polylogue"):
    output = subprocess.run([os.path.join(programs, program), "--version"], capture_output=True, text=True, check=True).stdout
    said[program] = output.split()[-1]
date = found("CITATION.cff", r"^date-released: (\S+)")
wrong = [f"{place} says {other}, CMakeLists.txt says {version}" for place, other in said.items() if other != version]
if date != found("resources/desktop/org.polylogue.polylogue.metainfo.xml.in", r'<release version="[^"]+" date="([^"]+)"') or date != found(
        "CHANGELOG.md", r"^## \[\d[^\]]*\] - (\S+)"):
    wrong.append("CITATION.cff, the metadata and CHANGELOG.md say different days")
print("\n".join(wrong) or f"everything says {version}")
sys.exit(1 if wrong else 0)
