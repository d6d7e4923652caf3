"""unite_tests.py OUTPUT TEST.cpp...: writes one source that compiles several tests, each in a namespace of its own.

What the tests include is included once, before the namespaces; their own main() functions are called by the name of
the test, which the program takes as its first argument."""
import os
import sys

# what moc's output includes, which may not come first within a namespace; some since Qt 6.5
MOC_HEADERS = ["QtCore/qmetatype.h", "QtCore/qtmochelpers.h", "QtCore/qxptype_traits.h", "QtCore/qtmocconstants.h"]


def included(source):
    """The lines that include headers; what moc made of the test itself stays where it is."""
    with open(source, encoding="utf-8") as stream:
        return [line.rstrip() for line in stream if line.startswith("#include") and ".moc" not in line]


def united(sources):
    names = [os.path.splitext(os.path.basename(source))[0] for source in sources]
    lines = sorted({line for source in sources for line in included(source)})
    lines += ["#include <cstdio>", "#include <cstring>"]
    for header in MOC_HEADERS:
        lines += [f"#if __has_include(<{header}>)", f"#include <{header}>", "#endif"]
    for name, source in zip(names, sources):
        lines += ["", f"namespace {name} {{", f'#include "{source}"', "}"]
    lines += ["", "int main(int argc, char** argv)", "{", '    const char* name = argc > 1 ? argv[1] : "";']
    for name in names:
        lines += [f'    if (std::strcmp(name, "{name}") == 0)', f"        return {name}::main(argc - 1, argv + 1);"]
    lines += ['    std::fprintf(stderr, "%s: which test? One of: ' + " ".join(names) + '\\n", argv[0]);', "    return 2;", "}", ""]
    return "\n".join(lines)


with open(sys.argv[1], "w", encoding="utf-8") as output:
    output.write(united(sys.argv[2:]))
