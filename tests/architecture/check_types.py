"""check_types.py ROOT: fails when two types of one namespace have one name in two files.

Of such a pair the linker silently keeps one, and takes its functions for the other's; no compiler sees both. Types within
classes, functions and unnamed namespaces are no concern of it."""
import collections
import os
import re
import sys

FOLDERS = ["app", "engine", "python", "widgets"]
HEAD = re.compile(r"\b(?:class|struct|union|enum(?:\s+class)?)\s+(\w+)\s*(?:final\s*)?(?::[^:].*)?$", re.S)
NAMESPACE = re.compile(r"\bnamespace\s*([\w:]*)$")


def without_texts(source):
    source = re.sub(r"//[^\n]*", "", source)
    source = re.sub(r"/\*.*?\*/", "", source, flags=re.S)
    source = re.sub(r'"(?:\\.|[^"\\\n])*"', '""', source)
    return re.sub(r"'(?:\\.|[^'\\\n])+'", "' '", source)


def types_of(source):
    """The types that a file defines in namespaces with names, `engine::Clip`."""
    open_braces = []  # the name of a namespace, or None for anything else
    begin = 0
    for brace in re.finditer(r"[{}]", source):
        if brace.group() == "{":
            head = re.split(r"[;{}]", source[begin:brace.start()])[-1].strip()
            namespace = NAMESPACE.search(head)
            kind = HEAD.search(head)
            if kind and not namespace and all(open_braces):
                yield "::".join([*open_braces, kind.group(1)])
            open_braces.append(namespace.group(1) if namespace else None)
        elif open_braces:
            open_braces.pop()
        begin = brace.end()


def main(root):
    files_of = collections.defaultdict(set)
    for folder in FOLDERS:
        for here, _, files in os.walk(os.path.join(root, folder)):
            for name in files:
                if not name.endswith((".h", ".cpp")):
                    continue
                path = os.path.join(here, name)
                with open(path, encoding="utf-8") as file:
                    for kind in types_of(without_texts(file.read())):
                        files_of[kind].add(os.path.relpath(path, root))
    if len(files_of) < 100:
        print(f"only {len(files_of)} types were found: the check itself is broken")
        return 1
    twice = {kind: sorted(files) for kind, files in files_of.items() if len(files) > 1}
    for kind, files in sorted(twice.items()):
        print(f"{kind} is defined in {' and '.join(files)}; give one of them another name")
    return 1 if twice else 0


sys.exit(main(sys.argv[1]))
