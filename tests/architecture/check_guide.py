"""check_guide.py ROOT [--write-keys]: fails when README or a page of the guide has a link or a picture that is not there.

It also fails when
  a page of docs/guide or its translation is not in resources/polylogue.qrc, or a picture or document that one links to is not,
  a picture of docs/pictures is shown nowhere, or all of them are larger than MOST_BYTES,
  README has more than MOST_LINES lines,
  a tutorial has no test of its name in tests/app/tutorials, or a test there has no page,
  a page is not there in a language of LANGUAGES, or has other headings, pictures or commands of menus there than in English,
  the list of keys in a language is not that of docs/guide/keys.md; --write-keys writes it anew."""
import os
import re
import sys
import xml.etree.ElementTree as tree

MOST_BYTES = 3_600_000
MOST_LINES = 90
LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)\s]+)\)")
COMMAND = re.compile(r"\*([^*|]+ →\s[^*|]+)\*")
LANGUAGES = {"de": "translations/polylogue_de.ts", "zh": "translations/polylogue_zh_CN.ts"}
LIST_OF_KEYS = {"en": "## Every key\n\n", "de": "## Jede Taste\n\n", "zh": "## 全部按键\n\n"}
OTHER_WORDS = {
    "de": {"| keys | command |": "| Tasten | Befehl |", "In no menu": "In keinem Menü", " or ": " oder "},
    "zh": {"| keys | command |": "| 按键 | 命令 |", "In no menu": "不在菜单中", " or ": " 或 "},
}
KEYS = {
    "de": {"Ctrl": "Strg", "Shift": "Umschalt", "Space": "Leertaste", "Del": "Entf", "Home": "Pos1", "End": "Ende", "Left": "Links",
           "Right": "Rechts", "Up": "Hoch", "Down": "Runter", "PgUp": "Bild auf", "PgDown": "Bild ab"},
    "zh": {"Space": "空格", "Left": "左", "Right": "右", "Up": "上", "Down": "下"},
}


def text_of(path):
    with open(path, encoding="utf-8") as stream:
        return stream.read()


def without_letter(text):
    """A text of a menu without the letter that opens it."""
    return re.sub(r"\(&.\)", "", text).replace("&", "").strip()


def translations(file):
    """What each text is called, those of menus first; texts that are not translated yet are left out."""
    known = {}
    for context in tree.parse(file).iter("context"):
        is_menu = context.find("name").text in ("app::Actions", "app::Menus")
        for message in context.iter("message"):
            own = message.find("translation").text or ""
            if own.strip():
                source = without_letter(message.find("source").text)
                known[source] = without_letter(own) if is_menu or source not in known else known[source]
    return known


def pages_in(folder):
    return sorted(name for name in os.listdir(folder) if name.endswith(".md"))


def headings(text):
    return [line.split(" ")[0] for line in text.split("\n") if re.match(r"#+ ", line)]


def pictures_of(text):
    return [os.path.basename(place) for is_picture, place in LINK.findall(text) if is_picture]


def commands(text, known=None):
    """The commands that a page names, sorted. Those with a text that `known` does not have are None."""
    named = [[part.strip() for part in " ".join(path.split()).split("→")] for path in COMMAND.findall(text)]
    if known is None:
        return sorted(" → ".join(parts) for parts in named)
    return [" → ".join(known[part] for part in parts) if all(part in known for part in parts) else None for parts in named]


def translated_keys(text, language, known):
    """The list of keys at the end of the English page, in another language."""
    words = OTHER_WORDS[language]
    lines = []
    for line in text[text.index(LIST_OF_KEYS["en"]) + len(LIST_OF_KEYS["en"]):].split("\n"):
        heading = re.match(r"### (.*)", line)
        row = re.match(r"\| (`.*`) \| (.*) \|$", line)
        if heading:
            line = "### " + words.get(heading[1], known.get(heading[1], heading[1]))
        elif row:
            keys = re.sub(r"[A-Za-z]+", lambda key: KEYS[language].get(key[0], key[0]) if key[0] != "or" else "or", row[1])
            line = f"| {keys.replace(' or ', words[' or '])} | {known.get(row[2], row[2])} |"
        lines.append(words.get(line, line))
    return "\n".join(lines)


def check_language(language, writes_keys):
    wrong = []
    known = translations(LANGUAGES[language])
    folder = f"docs/guide/{language}"
    pages, own = pages_in("docs/guide"), pages_in(folder) if os.path.isdir(folder) else []
    wrong += [f"{folder}/{page} is not there" for page in pages if page not in own]
    wrong += [f"{folder}/{page} has no page in English" for page in own if page not in pages]
    for page in own:
        place = f"{folder}/{page}"
        text = text_of(place)
        if page not in pages:
            continue
        original = text_of(f"docs/guide/{page}")
        if page == "keys.md":
            head = LIST_OF_KEYS[language]
            wanted = text[:text.index(head) + len(head)] + translated_keys(original, language, known)
            if writes_keys:
                with open(place, "w", encoding="utf-8") as stream:
                    stream.write(wanted)
            elif text != wanted:
                wrong.append(f"{place} has another list of keys than docs/guide/keys.md (--write-keys)")
                continue
            text = wanted
        if headings(text) != headings(original):
            wrong.append(f"{place} has other headings than docs/guide/{page}")
        if pictures_of(text) != pictures_of(original):
            wrong.append(f"{place} has other pictures than docs/guide/{page}")
        has, wants = commands(text), commands(original, known)
        if len(has) != len(wants):
            wrong.append(f"{place} names {len(has)} commands, docs/guide/{page} {len(wants)}")
        wrong += [f"{place} does not name {command}" for command in wants if command and command not in has]
    return wrong


def main(root, writes_keys):
    os.chdir(root)
    guide = [f"docs/guide/{name}" for name in pages_in("docs/guide")]
    translated = [f"docs/guide/{language}/{name}" for language in LANGUAGES if os.path.isdir(f"docs/guide/{language}")
                  for name in pages_in(f"docs/guide/{language}")]
    wrong, shown = [], set()
    for language in LANGUAGES:
        wrong += check_language(language, writes_keys)
    resources = set(re.findall(r'alias="([^"]+)"', text_of("resources/polylogue.qrc")))
    for page in ["README.md"] + guide + translated:
        text = text_of(page)
        if page == "README.md" and text.count("\n") > MOST_LINES:
            wrong.append(f"README.md has more than {MOST_LINES} lines")
        if page != "README.md" and page not in resources:
            wrong.append(f"{page} is not in resources/polylogue.qrc")
        for is_picture, place in LINK.findall(text):
            if re.match(r"https?:", place):
                continue
            target = os.path.normpath(os.path.join(os.path.dirname(page), place.split("#")[0]))
            if not os.path.exists(target):
                wrong.append(f"{page}: {place} is not there")
            elif page != "README.md" and target not in resources:
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


main(os.path.abspath(sys.argv[1]), "--write-keys" in sys.argv[2:])
