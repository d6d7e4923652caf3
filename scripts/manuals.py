#!/usr/bin/env python3
"""usage: manuals.py --version VERSION --out FOLDER PROGRAM…

Makes manual pages and completion for bash, zsh and fish of what the programs say of their own options (`PROGRAM --option-tree`,
engine/cli/option_tree.h): OUT/man1/*.1, OUT/bash/PROGRAM, OUT/zsh/_PROGRAM, OUT/fish/PROGRAM.fish. Each command has a page of its
own, as with git: `man polylogue-cli-align`. The same programs give the same bytes."""
import argparse
import json
import os
import re
import subprocess

PROGRAMS = {"polylogue": "the window", "polylogue-cli": "the command line", "polylogue-extract": "what makes sequences of recordings",
            "polylogue-media": "what opens media for the window", "polylogue-models": "fusion models"}
NUMBERS = ("INT", "UINT", "FLOAT", "SECONDS", "WIDTHxHEIGHT", "ANNOTATOR")  # what no file is completed for


# the tree

def tree_of(program, *command):
    said = subprocess.run([program, *command, "--option-tree"], check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(said.stdout)


def whole_tree(program):
    """With what another program answers for this one."""
    tree = tree_of(program)
    for place, command in enumerate(tree["commands"]):
        if command.get("elsewhere"):
            found = tree_of(program, command["name"])
            tree["commands"][place] = {**found, "name": command["name"]}
    return tree


def walk(tree, path=()):
    """(words behind the program, tree) of the program and of each of its commands."""
    yield path, tree
    for command in tree["commands"]:
        yield from walk(command, path + (command["name"],))


def first_sentence(text):
    """Without its stop: what one line has room for."""
    line = text.strip().split("\n")[0]
    return re.split(r"(?<=[^.])[.;](?:\s|$)", line)[0].rstrip(".:")


# manual pages

def roff(text):
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("`", "\\(ga").replace("^", "\\(ha").replace("~", "\\(ti")
    return "\n".join(("\\&" + line) if line.startswith(".") else line for line in text.split("\n"))


def lines_of(text):
    """A text of several lines, the lines kept."""
    return "\n.br\n".join(roff(line.strip()) for line in text.strip().split("\n"))


def head_of(option):
    names = ", ".join(f"\\fB{roff(name)}\\fR" if name.startswith("-") else f"\\fI{roff(name)}\\fR" for name in option["names"])
    value = option["value"]
    if not value or not option["names"][0].startswith("-"):
        return names
    return f"{names} \\fI{roff(value)}\\fR" + (" ..." if option["several"] else "")


def body_of(option):
    parts = [lines_of(option["help"])] if option["help"] else []
    choices = [choice for choice in option["choices"] if not re.search(rf"\b{re.escape(choice)}\b", option["help"])]
    if choices and option["names"][0].startswith("-"):
        parts.append("One of " + ", ".join(f"\\fB{roff(choice)}\\fR" for choice in option["choices"]) + ".")
    for key, word in (("needs", "Only with"), ("excludes", "Not with")):
        if option[key]:
            parts.append(f"{word} " + ", ".join(f"\\fB{roff(name)}\\fR" for name in option[key]) + ".")
    if option.get("one_of"):
        parts.append("Exactly one of " + ", ".join(f"\\fB{roff(name)}\\fR" for name in option["one_of"]) + " must be given.")
    if option["required"] and option["names"][0].startswith("-"):
        parts.append("Must be given.")
    return "\n.br\n".join(parts) if parts else "\\&"


def synopsis(words, tree):
    parts = [f".B {roff(' '.join(words))}"]
    for option in tree["options"]:
        if option["required"]:
            parts.append(f"\\fB{roff(option['names'][-1])}\\fR" + (f" \\fI{roff(option['value'].split(' ')[0])}\\fR" if option["value"] else ""))
    groups = dict.fromkeys(tuple(option.get("one_of", [])) for option in tree["options"])
    parts += ["|".join(f"\\fB{roff(name)}\\fR" for name in group) for group in groups if group]
    parts.append("[\\fIOPTIONS\\fR]")
    if tree["commands"]:
        parts.append("\\fICOMMAND\\fR")
    for argument in tree["arguments"]:
        name = f"\\fI{roff(argument['names'][0])}\\fR" + ("..." if argument["several"] else "")
        parts.append(name if argument["required"] else f"[{name}]")
    return "\n".join(parts)


def page(program, path, tree, version, pages):
    words = (program,) + path
    name = "-".join(words)
    about = tree["about"].strip() or name
    short = first_sentence(about)
    short = short[0].lower() + short[1:]
    out = [f'.TH "{roff(name.upper())}" 1 "" "Polylogue {version}" "Polylogue"', ".SH NAME", f"{roff(name)} \\- {roff(short)}",
           ".SH SYNOPSIS", synopsis(words, tree), ".SH DESCRIPTION", lines_of(about)]
    for title, what in (("ARGUMENTS", "arguments"), ("OPTIONS", "options")):
        if tree[what]:
            out.append(f".SH {title}")
            for option in tree[what]:
                out += [".TP", head_of(option), body_of(option)]
    if path and program != "polylogue":
        out += [".PP", f"Options of the program, \\fB{roff('--trust')}\\fR among them, are in", f".BR {roff(program)} (1)."]
    if tree["commands"]:
        out.append(".SH COMMANDS")
        for command in tree["commands"]:
            out += [".TP", f".BR {roff('-'.join(words + (command['name'],)))} (1)", lines_of(command["about"])]
    if tree["footer"].strip():
        title, _, rest = tree["footer"].strip().partition("\n")
        out += [f".SH {roff(title.rstrip(':').upper())}", ".nf", roff(rest), ".fi"]
    out += [".SH EXIT STATUS", ".TP", "0", "It is done.", ".TP", "1",
            "Something was wrong with files or data, or could not be read or written; a sentence on standard error says what.", ".TP", "2",
            "The call was wrong."]
    if program == "polylogue-models":
        out += [".TP", "130", "It was stopped by Ctrl\\-C."]
    others = [other for other in sorted(pages) if other != name and (other in PROGRAMS or other == "-".join(words[:-1]))]
    out += [".SH SEE ALSO", "\n".join(f".BR {roff(other)} (1){',' if place < len(others) else ''}" for place, other in enumerate(others, 1)), ".PP",
            "The guide of the window (F1) and the folder \\fIdocs\\fR that is installed with the program."]
    return "\n".join(out) + "\n"


# completion

def shell(text):
    return "'" + text.replace("'", "'\\''") + "'"


def kind_of(option):
    """What follows: `none`, `files`, `folders`, or the choices."""
    if option["choices"]:
        return "choices"
    if option["files"] == "folder":
        return "folders"
    if option["value"].split(" ")[0].split(":")[0] in NUMBERS:
        return "none"
    return "files"


def names_in(tree):
    return [name for option in tree["options"] for name in option["names"]]


def function_of(program):
    return "_" + program.replace("-", "_")


BASH = """# Completion of @PROGRAM@ for bash, made of the program's own options by scripts/manuals.py.
@FUNCTION@() {
    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} path= word place options= commands= follows=none choices= separator=
    if [[ $before == = ]]; then
        before=${COMP_WORDS[COMP_CWORD-2]}
    elif [[ $current == = ]]; then
        current=
    fi
    for ((place = 1; place < COMP_CWORD; ++place)); do
        word=${COMP_WORDS[place]}
        case "$path $word" in
        @PATHS@) path="$path $word" ;;
        esac
    done
    case "$path" in
@LISTS@
    esac
    COMPREPLY=()
    case "$path|$before" in
@VALUES@
    *)
        if [[ $current == -* ]]; then
            mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
            return
        elif [[ $commands ]]; then
            mapfile -t COMPREPLY < <(compgen -W "$commands" -- "$current")
            return
        fi
        ;;
    esac
    case "$follows" in
    choices)
        local done_before=
        if [[ $separator && $current == *"$separator"* ]]; then
            done_before=${current%"$separator"*}$separator
        fi
        mapfile -t COMPREPLY < <(compgen -P "$done_before" -W "$choices" -- "${current#"$done_before"}")
        ;;
    files) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$current") ;;
    folders) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$current") ;;
    esac
}
complete -F @FUNCTION@ @PROGRAM@
"""


def bash(program, tree):
    lists, values, paths = [], [], []
    for path, inner in walk(tree):
        at = "".join(" " + word for word in path)
        if path:
            paths.append(shell(at))
        follows = kind_of(inner["arguments"][-1]) if inner["arguments"] else "none"
        commands = " ".join(command["name"] for command in inner["commands"])
        lists.append(f"    {shell(at)}) options={shell(' '.join(names_in(inner)))} commands={shell(commands)} follows={follows} ;;")
        if inner["arguments"] and follows == "choices":
            lists[-1] = lists[-1][:-3] + f" choices={shell(' '.join(inner['arguments'][-1]['choices']))} ;;"
        for option in inner["options"]:
            if option["value"]:
                patterns = "|".join(shell(f"{at}|{name}") for name in option["names"])
                what = f"follows={kind_of(option)}"
                if option["choices"]:
                    what += f" choices={shell(' '.join(option['choices']))} separator={shell(option['separator'])}"
                values.append(f"    {patterns}) {what} ;;")
    return (BASH.replace("@PATHS@", " | ".join(paths) or "'<none>'").replace("@LISTS@", "\n".join(lists)).replace("@VALUES@", "\n".join(values))
            .replace("@PROGRAM@", program).replace("@FUNCTION@", function_of(program)))


def zsh_text(text):
    """A description inside of brackets, inside of single quotes."""
    short = first_sentence(text)
    for sign in "\\[]:":
        short = short.replace(sign, "\\" + sign)
    return short.replace("'", "'\\''")


def zsh_action(option):
    follows = kind_of(option)
    if follows == "choices":
        choices = " ".join(option["choices"])
        return f"_values -s {option['separator']} choice {choices}" if option["separator"] else f"({choices})"
    return {"files": "_files", "folders": "_files -/", "none": " "}[follows]


def zsh_option(option):
    value = option["value"]
    text = zsh_text(option["help"])
    message = zsh_text(value.split(" ")[0]).lower() or " "
    follows = f":{message}:{zsh_action(option)}" if value else ""
    again = "*" if option["several"] else ""
    names = option["names"]
    if len(names) == 1:
        return f"'{again}{names[0]}{'=' if value and names[0].startswith('--') else ''}[{text}]{follows}'"
    all_names = " ".join(names)
    return f"'{again or f'({all_names})'}'{{{','.join(names)}}}'[{text}]{follows}'"


def zsh(program, tree):
    out = [f"#compdef {program}", f"# Completion of {program} for zsh, made of the program's own options by scripts/manuals.py."]
    for path, inner in reversed(list(walk(tree))):
        function = "_".join([function_of(program), *(word.replace("-", "_") for word in path)])
        rows = [zsh_option(option) for option in inner["options"]]
        out += ["", f"{function}() {{"]
        if inner["commands"]:
            rows += ["'1: :->command'", "'*:: :->rest'"]
            out += ["    local context state line", "    typeset -A opt_args", "    _arguments -C \\"]
            out += ["        " + row + " \\" for row in rows[:-1]] + ["        " + rows[-1]]
            out += ["    case $state in", "    command)", "        local -a commands=("]
            out += [f"            '{command['name']}:{zsh_text(command['about'])}'" for command in inner["commands"]]
            out += ["        )", "        _describe -t commands command commands", "        ;;", "    rest)", "        case $line[1] in"]
            out += [f"        {command['name']}) {function}_{command['name'].replace('-', '_')} ;;" for command in inner["commands"]]
            out += ["        esac", "        ;;", "    esac", "}"]
            continue
        for argument in inner["arguments"]:
            several = "*" if argument["several"] else ""
            rows.append(f"'{several}:{zsh_text(argument['names'][0])}:{zsh_action(argument)}'")
        out += ["    _arguments \\"] + ["        " + row + " \\" for row in rows[:-1]] + ["        " + rows[-1]] + ["}"]
    return "\n".join(out) + f"\n\n{function_of(program)} \"$@\"\n"


def fish_text(text):
    return "'" + first_sentence(text).replace("\\", "\\\\").replace("'", "\\'") + "'"


def fish(program, tree):
    at = f"__{program.replace('-', '_')}_at"
    paths = " ".join(f"'{'/'.join(path)}'" for path, _ in walk(tree) if path)
    out = [f"# Completion of {program} for fish, made of the program's own options by scripts/manuals.py.", f"function {at}",
           "    set -l path", "    set -l words (commandline -opc)", "    for word in $words[2..-1]",
           "        set -l longer (string join / $path $word)", f"        contains -- $longer {paths}; and set path $longer" if paths else "",
           "    end", "    test \"$path\" = \"$argv[1]\"", "end", f"complete -c {program} -f"]
    for path, inner in walk(tree):
        here = f"complete -c {program} -n \"{at} '{'/'.join(path)}'\""
        for command in inner["commands"]:
            out.append(f"{here} -a {command['name']} -d {fish_text(command['about'])}")
        for argument in inner["arguments"][-1:]:
            if argument["choices"]:
                out.append(f"{here} -a {shell(' '.join(argument['choices']))}")
            elif kind_of(argument) in ("files", "folders"):
                out.append(f"{here} -F")
        for option in inner["options"]:
            names = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option["names"])
            follows = ""
            if option["value"]:
                follows = {"choices": " -x -a " + shell(" ".join(option["choices"])), "files": " -r -F", "folders": " -x -a '(__fish_complete_directories)'",
                           "none": " -x"}[kind_of(option)]
            out.append(f"{here} {names}{follows} -d {fish_text(option['help'])}")
    return "\n".join(line for line in out if line) + "\n"


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as stream:
        stream.write(text)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    for option in ("--version", "--out"):
        parser.add_argument(option, required=True)
    parser.add_argument("programs", nargs="+")
    wish = parser.parse_args()
    trees = {os.path.basename(program): whole_tree(program) for program in wish.programs}
    pages = ["-".join((name,) + path) for name, tree in trees.items() for path, _ in walk(tree)]
    for name, tree in trees.items():
        for path, inner in walk(tree):
            write(f"{wish.out}/man1/{'-'.join((name,) + path)}.1", page(name, path, inner, wish.version, pages))
        write(f"{wish.out}/bash/{name}", bash(name, tree))
        write(f"{wish.out}/zsh/_{name}", zsh(name, tree))
        write(f"{wish.out}/fish/{name}.fish", fish(name, tree))


if __name__ == "__main__":
    main()
