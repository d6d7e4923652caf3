"""check_sizes.py ROOT: fails when a class has more than 500 lines in all its files.

The files of a class are the header that declares it and each .cpp that defines one of its members. They count whole, helpers
included, but for what in them belongs to other classes."""
import collections
import os
import re
import sys

MOST = 500
FOLDERS = ["app", "engine", "python", "widgets"]
NAMESPACE = re.compile(r"\bnamespace\s*([\w:]*)$")
TYPE = re.compile(r"^(?:template\s*<.*>\s*)?(?:class|struct)\s+(?:\[\[\w+\]\]\s*)?(\w+)\s*(?:final\s*)?(?::[^:].*)?$", re.S)
MEMBER = re.compile(r"\b((?:\w+::)+)~?\w+[^\w\s(]*\s*\(")


def without_texts(source):
    """Comments and texts become blanks, so that places stay."""
    def blank(match):
        return re.sub(r"[^\n]", " ", match.group())
    return re.sub(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'|^[ \t]*#(?:[^\n\\]|\\.|\\\n)*', blank, source,
                  flags=re.S | re.M)


def owner_of(head, namespace):
    """The class of which a definition is: of a type itself, of a function that of which it is a member."""
    kind = TYPE.match(head)
    if kind:
        return "::".join([*namespace, kind.group(1)]), True
    member = MEMBER.search(head)
    return ("::".join([*namespace, member.group(1).split("::")[0]]) if member else None), False


def definitions(source):
    """What a file defines in namespaces: owner, whether it is the type itself, first and last line."""
    open_braces = []  # the name of a namespace, or None for anything else
    begin = 0
    current = None  # the definition that is open
    for brace in re.finditer(r"[{}]", source):
        if brace.group() == "{":
            text = source[begin:brace.start()]
            text = text[text.rfind(";") + 1:]
            head = text.strip()
            namespace = NAMESPACE.search(head)
            if not namespace and all(name is not None for name in open_braces):
                if current and (not head or head[0] in ",)"):
                    pass  # the body behind a list of members in braces
                else:
                    if current:
                        yield tuple(current)
                    is_hidden = "" in open_braces  # in an unnamed namespace
                    owner, is_type = (None, False) if is_hidden else owner_of(head, open_braces)
                    start = brace.start() - len(text.lstrip())
                    current = [owner, is_type, source.count("\n", 0, start), 0] if owner else None
            open_braces.append(namespace.group(1) if namespace else None)
        elif open_braces:
            open_braces.pop()
            if current and all(name is not None for name in open_braces):
                current[3] = source.count("\n", 0, brace.start())
        begin = brace.end()
    if current:
        yield tuple(current)


def main(root):
    lines = {}  # of each file
    parts = collections.defaultdict(lambda: collections.defaultdict(int))  # file, owner: lines of its own
    header_of = {}
    for folder in FOLDERS:
        for here, _, names in os.walk(os.path.join(root, folder)):
            for name in names:
                if not name.endswith((".h", ".cpp")):
                    continue
                path = os.path.relpath(os.path.join(here, name), root)
                with open(os.path.join(root, path), encoding="utf-8") as file:
                    source = file.read()
                lines[path] = source.count("\n")
                for owner, is_type, first, last in definitions(without_texts(source)):
                    parts[path][owner] += last - first + 1
                    if is_type and name.endswith(".h"):
                        header_of[owner] = path
    if len(header_of) < 100:
        print(f"only {len(header_of)} classes were found: the check itself is broken")
        return 1
    sizes = collections.defaultdict(dict)  # class, file: lines
    for path, owners in parts.items():
        known = {owner: count for owner, count in owners.items() if owner in header_of}
        for owner in known:
            others = sum(count for other, count in known.items() if other != owner)
            if path.endswith(".cpp") or header_of[owner] == path:
                sizes[owner][path] = lines[path] - others
    large = {owner: files for owner, files in sizes.items() if sum(files.values()) > MOST}
    for owner, files in sorted(large.items()):
        print(f"{owner} has {sum(files.values())} lines, more than {MOST}, in "
              f"{', '.join(f'{path} ({count})' for path, count in sorted(files.items()))}: split it by subject")
    return 1 if large else 0


sys.exit(main(sys.argv[1]))
