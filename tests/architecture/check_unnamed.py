"""check_unnamed.py ROOT: fails when two files of a target give one name in unnamed namespaces.

The release build compiles several files as one, so that such names meet; which files come together shifts with every
file that is added. This finds what would clash, whatever the batches are. Functions may share a name (they are overloads)
when their parameters differ."""
import os
import re
import sys

# What a declaration at the margin of an unnamed namespace begins with, up to the name that it gives.
TYPE = re.compile(r"^(?:struct|class|enum class|enum) (\w+)\b(?!;)")
ALIAS = re.compile(r"^using (\w+) = (.*);")
VALUE = re.compile(r"^(?:inline |static |thread_local |const |constexpr )*[\w:<>,*& ]+?[ *&](\w+)(?:\[\w*\])* ?[={;]")
FUNCTION = re.compile(r"^(?!return |using |struct |class |enum )[\w:<>,*&\[\] ]+?[ *&](\w+)\(")
SKIPPED = {"engine/media"}  # their files are compiled one by one (UNITY_BUILD OFF)


def names(text):
    """Name and kind of what the file's unnamed namespaces declare, with its line number."""
    depth, found, lines = 0, [], text.split("\n")
    for number, line in enumerate(lines):
        if line.startswith("namespace {"):
            depth = 1
        elif line.startswith("}") and not line.startswith("};") and depth and line.strip() in ("}", "} // namespace"):
            # the end of a function stands at the margin, too: the namespace ends after an empty line
            if number and not lines[number - 1].strip():
                depth = 0
        elif (depth and (line[:1].isalpha() or line.startswith("[[")) or line.startswith("static ")) and not line.startswith("namespace "):
            whole = re.sub(r"^(?:\[\[\w+\]\] )+", "", line)
            while whole.count("(") > whole.count(")") and number + 1 < len(lines):
                number += 1
                whole += " " + lines[number].strip()
            if match := TYPE.match(whole):
                found.append((match[1], "", number + 1))
            elif match := ALIAS.match(whole):
                found.append((match[1], "=" + match[2], number + 1))
            elif match := FUNCTION.match(whole):
                parameters = whole[match.end() - 1:]
                types = re.sub(r"\b\w+(?= ?[,)=])", "", parameters.split(" = ")[0]).split("{")[0]
                found.append((match[1], types.rstrip(" ;"), number + 1))
            elif match := VALUE.match(whole):
                found.append((match[1], "", number + 1))
    return found


def clash(types, others):
    if types.startswith("=") and others.startswith("="):
        return types != others  # an alias may be said twice
    return types == others or "(" not in types + others or not types or not others


def target_of(folder, root):
    while folder != root:
        if any(name == "CMakeLists.txt" or name.endswith(".cmake") for name in os.listdir(folder)):
            return folder
        folder = os.path.dirname(folder)
    return root


def main(root):
    targets = {}
    for layer in ("app", "engine", "widgets"):
        for folder, _, files in os.walk(os.path.join(root, layer)):
            for file in files:
                if file.endswith(".cpp"):
                    targets.setdefault(target_of(folder, root), []).append(os.path.join(folder, file))
    clashes = 0
    for target, sources in sorted(targets.items()):
        if os.path.relpath(target, root) in SKIPPED:
            continue
        given = {}
        for source in sorted(sources):
            with open(source, encoding="utf-8") as stream:
                for name, types, line in names(stream.read()):
                    for other, otherTypes in given.setdefault(name, {}).items():
                        if other != source and clash(types, otherTypes):
                            print(f"{os.path.relpath(source, root)}:{line}: {name} is in {os.path.relpath(other, root)}, too")
                            clashes += 1
                    given[name][source] = types
    sys.exit(1 if clashes else 0)


main(os.path.abspath(sys.argv[1]))
