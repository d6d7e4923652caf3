"""check_unnamed.py ROOT: fails when two files that are compiled as one give one name in unnamed namespaces, or by `static`.

The release build compiles a room as one, in `app` small rooms together as compile_together() of its CMakeLists.txt says, so that
such names meet. Of other targets any files may be compiled together: there all names differ. Functions may share a name (they are overloads)
when their parameters differ, but not when one would silently be taken for the other: `trimmed(const std::string&)` of one file
is a better match for a string than `trimmed(std::string_view)` of a header that the next file calls."""
import os
import re
import sys

# What a declaration at the margin of an unnamed namespace begins with, up to the name that it gives.
TYPE = re.compile(r"^(?:struct|class|enum class|enum) (\w+)\b(?!;)")
ALIAS = re.compile(r"^using (\w+) = (.*);")
VALUE = re.compile(r"^(?:inline |static |thread_local |const |constexpr )*[\w:<>,*& ]+?[ *&](\w+)(?:\[\w*\])* ?[={;]")
FUNCTION = re.compile(r"^(?!return |using |struct |class |enum )[\w:<>,*&\[\] ]+?[ *&](\w+)\(")
NO_FUNCTION = ("namespace", "class", "struct", "using", "#", "template", "enum", "friend", "return", "explicit")


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


def alike(types):
    """The parameters in classes of types that are taken for each other: text, number, or themselves."""
    inner = types[types.index("(") + 1 : types.rindex(")")] if ")" in types else types[1:]
    parameters = []
    for parameter in filter(None, (part.strip() for part in inner.split(","))):
        name = re.sub(r"\bconst\b|&|\bstd::|\bfilesystem::|\bfs::|=.*", "", parameter).strip()
        word = name.split(" ")[0]
        if word in ("string", "string_view", "path", "QString", "QStringView", "QLatin1String") or name.startswith("char*"):
            word = "text"
        elif re.fullmatch(r"(un)?signed|int|long|double|float|bool|size_t|u?int\d+_t|qsizetype|qint64|quint64", word):
            word = "number"
        elif re.match(r"(initializer_list|vector|span|array|QStringList|QList)\b", name):
            word = "list"
        parameters.append(word)
    return parameters


def clash(types, others):
    if types.startswith("=") and others.startswith("="):
        return types != others  # an alias may be said twice
    if "(" in types and "(" in others:
        return alike(types) == alike(others)
    return types == others or "(" not in types + others or not types or not others


def declared(root, layer):
    """Functions that the headers of a layer declare at the margin: name, parameters, header."""
    found = {}
    for folder, _, files in os.walk(os.path.join(root, layer)):
        for file in sorted(files):
            if not file.endswith(".h"):
                continue
            with open(os.path.join(folder, file), encoding="utf-8") as stream:
                lines = stream.read().split("\n")
            for number, line in enumerate(lines):
                if not line[:1].isalpha() or line.startswith(NO_FUNCTION):
                    continue
                while line.count("(") > line.count(")") and number + 1 < len(lines):
                    number += 1
                    line += " " + lines[number].strip()
                if match := FUNCTION.match(line):
                    header = os.path.relpath(os.path.join(folder, file), root)
                    found.setdefault(match[1], []).append((line[match.end() - 1:].split(";")[0], header))
    return found


def target_of(folder, root):
    while folder != root:
        if any(name == "CMakeLists.txt" or name.endswith(".cmake") for name in os.listdir(folder)):
            return folder
        folder = os.path.dirname(folder)
    return root


def rooms_together(folder):
    """Which group a room of a target is compiled with, by room; None where any files may come together."""
    with open(os.path.join(folder, "CMakeLists.txt"), encoding="utf-8") as stream:
        text = stream.read()
    if "compile_rooms(" not in text:
        return None
    groups = [line.split()[1:] for line in re.findall(r"^compile_together\((.*)\)", text, re.M)]
    return {room: group[0] for group in groups for room in group}


def main(root):
    targets, together = {}, {}
    for layer in ("app", "engine", "widgets"):
        for folder, _, files in os.walk(os.path.join(root, layer)):
            for file in files:
                if file.endswith(".cpp"):
                    target = target_of(folder, root)
                    if target not in together:
                        together[target] = rooms_together(target) if layer == "app" else None
                    room = os.path.relpath(folder, target).split(os.sep)[0]
                    group = "" if together[target] is None else together[target].get(room, room)
                    targets.setdefault((target, group), []).append(os.path.join(folder, file))
    clashes = 0
    headers = {layer: declared(root, layer) for layer in ("app", "engine", "widgets")}
    for _, sources in sorted(targets.items()):
        given = {}
        for source in sorted(sources):
            with open(source, encoding="utf-8") as stream:
                for name, types, line in names(stream.read()):
                    for other, otherTypes in given.setdefault(name, {}).items():
                        if other != source and clash(types, otherTypes):
                            print(f"{os.path.relpath(source, root)}:{line}: {name} is in {os.path.relpath(other, root)}, too")
                            clashes += 1
                    given[name][source] = types
                    own = os.path.splitext(os.path.relpath(source, root))[0] + ".h"
                    for others, header in headers[os.path.relpath(source, root).split("/")[0]].get(name, []):
                        if types.startswith("(") and header != own and alike(types) == alike(others):
                            print(f"{os.path.relpath(source, root)}:{line}: {name} is declared in {header}, too")
                            clashes += 1
    sys.exit(1 if clashes else 0)


main(os.path.abspath(sys.argv[1]))
