"""check_guide.py ROOT: fails when README or a page of the guide has a link or a picture that is not there.

It also fails when
  a page of docs/guide is not in resources/polylogue.qrc, or a picture or document that one links to is not,
  a picture of docs/pictures is shown nowhere, or all of them are larger than MOST_BYTES,
  README has more than MOST_LINES lines,
  a tutorial has no test of its name in tests/app/tutorials, or a test there has no page."""
import os
import re
import sys

MOST_BYTES = 3_400_000
MOST_LINES = 90
LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)\s]+)\)")


def main(root):
    os.chdir(root)
    guide = sorted(f"docs/guide/{name}" for name in os.listdir("docs/guide") if name.endswith(".md"))
    wrong, shown = [], set()
    with open("resources/polylogue.qrc", encoding="utf-8") as stream:
        resources = set(re.findall(r'alias="([^"]+)"', stream.read()))
    for page in ["README.md"] + guide:
        with open(page, encoding="utf-8") as stream:
            text = stream.read()
        if page == "README.md" and text.count("\n") > MOST_LINES:
            wrong.append(f"README.md has more than {MOST_LINES} lines")
        if page in guide and page not in resources:
            wrong.append(f"{page} is not in resources/polylogue.qrc")
        for is_picture, place in LINK.findall(text):
            if re.match(r"https?:", place):
                continue
            target = os.path.normpath(os.path.join(os.path.dirname(page), place.split("#")[0]))
            if not os.path.exists(target):
                wrong.append(f"{page}: {place} is not there")
            elif page in guide and target not in resources:
                wrong.append(f"{page}: {place} is not in resources/polylogue.qrc")
            if is_picture:
                shown.add(target)
    pictures = [f"docs/pictures/{name}" for name in os.listdir("docs/pictures")]
    wrong += [f"{picture} is shown nowhere" for picture in sorted(set(pictures) - shown)]
    if sum(os.path.getsize(picture) for picture in pictures) > MOST_BYTES:
        wrong.append(f"docs/pictures has more than {MOST_BYTES} bytes")
    tutorials = {os.path.basename(page)[9:-3].replace("-", "_") for page in guide if "/tutorial-" in page}
    tests = {name[13:-4] for name in os.listdir("tests/app/tutorials") if name.startswith("tst_tutorial_")}
    wrong += [f"the tutorial {name} has not both a page and a test" for name in sorted(tutorials ^ tests)]
    if wrong:
        sys.exit("\n".join(wrong))


main(os.path.abspath(sys.argv[1]))
