"""bill_of_materials.py --version VERSION --date SECONDS --owners FILE [--module]: prints what a portable folder holds beside our
own, as CycloneDX 1.5 (JSON): a component for each distribution package (FILE: a package a line) with its version, source package,
licences and address, and our own parts that others' work is in, by debian/copyright. --module: what the package python3-polylogue loads
instead. The same folder gives the same bytes."""
import argparse
import datetime
import json
import os
import re
import subprocess
import uuid

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def licences_of(name):
    """The names that the package's copyright file gives its licences, as Debian has them; none where it is no table."""
    with open(f"/usr/share/doc/{name}/copyright", encoding="utf-8", errors="replace") as stream:
        paragraphs = re.split(r"\n\s*\n", stream.read())
    found = {re.sub(r"\s+", " ", licence).strip() for paragraph in paragraphs if re.match(r"Files\s*:", paragraph)
             for licence in re.findall(r"^License\s*:[ \t]*(\S.*)$", paragraph, re.M)}
    return [{"license": {"name": licence}} for licence in sorted(found)]


def packages(owners, terms):
    with open(owners, encoding="utf-8") as stream:
        names = sorted({line.strip() for line in stream if line.strip()})
    form = "${Package}\t${Version}\t${Architecture}\t${source:Package}\t${Homepage}\t${Maintainer}\n"
    said = subprocess.run(["dpkg-query", "-W", "-f", form, *names], capture_output=True, text=True, check=True).stdout
    with open("/etc/os-release", encoding="utf-8") as stream:
        release = dict(re.findall(r'^(\w+)="?([^"\n]*)"?$', stream.read(), re.M))
    for line in sorted(said.splitlines()):
        name, version, architecture, source, homepage, maintainer = line.split("\t")
        component = {
            "type": "library", "bom-ref": f"{name}@{version}", "name": name, "version": version, "publisher": maintainer,
            "purl": f"pkg:deb/{release['ID']}/{name}@{version.replace(':', '%3A').replace('+', '%2B')}?arch={architecture}"
                    f"&distro={release['ID']}-{release['VERSION_ID']}",
            "properties": [{"name": "source", "value": source},
                           {"name": "terms", "value": f"{terms}/{name}/copyright"}]}
        licences = licences_of(name)
        if licences: # else the text is in `terms`
            component["licenses"] = licences
        if homepage:
            component["externalReferences"] = [{"type": "website", "url": homepage}]
        yield component


def own_parts(version):
    """Files that are not, or not only, ours: paths as in the folder."""
    names = {"Expat": "MIT", "Expat and Apache-2.0": "MIT AND Apache-2.0", "GPL-3+": "GPL-3.0-or-later"}
    with open(f"{ROOT}/debian/copyright", encoding="utf-8") as stream:
        for paragraph in stream.read().split("\n\n"):
            found = re.match(r"Files: resources/(?!desktop)(\S+?)(?:/\*)?\nCopyright: ((?:.*)(?:\n .*)*)\nLicense: (.*)", paragraph)
            if found:
                path, holders, licence = found.groups()
                yield {"type": "data", "bom-ref": f"share/polylogue/{path}", "name": f"share/polylogue/{path}", "version": version,
                       "copyright": ", ".join(line.strip() for line in holders.split("\n")),
                       "licenses": [{"expression": names.get(licence, licence)}]}


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    for option in ("--version", "--date", "--owners"):
        parser.add_argument(option, required=True)
    parser.add_argument("--module", action="store_true")
    wish = parser.parse_args()
    components = list(packages(wish.owners, "/usr/share/doc" if wish.module else "share/doc/licences"))
    components += [] if wish.module else own_parts(wish.version)
    name = "python3-polylogue" if wish.module else "polylogue"
    program = {"type": "library" if wish.module else "application", "bom-ref": name, "name": name, "version": wish.version,
               "licenses": [{"license": {"id": "GPL-3.0-or-later"}}]}
    listed = json.dumps(components, sort_keys=True)
    print(json.dumps({
        "bomFormat": "CycloneDX", "specVersion": "1.5", "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, listed)}", "version": 1,
        "metadata": {"timestamp": datetime.datetime.fromtimestamp(int(wish.date), datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"), "component": program},
        "components": components,
        "dependencies": [{"ref": name, "dependsOn": [component["bom-ref"] for component in components]}]}, indent=1, ensure_ascii=False))


main()
