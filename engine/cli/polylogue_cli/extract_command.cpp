#include "engine/cli/polylogue_cli/commands.h"
#include "engine/core/error.h"
#include "engine/core/installation.h"

#include <cerrno>
#include <cstring>
#include <string>
#include <unistd.h>

namespace engine::cli {

/// For the list of commands only: main() hands the whole call to handToExtract().
void addExtract(CLI::App& program, Action&)
{
    program.add_subcommand("arousal", "Says how roused voices sound.");
    program.add_subcommand(
        "deidentify",
        "Makes a copy of a project without faces, voices and names, and looks at what was made.");
    program.add_subcommand("erase-person", "Lists where a person occurs in a project, and takes them out.");
    program.add_subcommand("expression", "Says which expression raters see in the faces of pictures.");
    program.add_subcommand("face-mesh", "Finds 468 points in the faces of pictures, and measures them.");
    program.add_subcommand(
        "extract",
        "Makes sequences of recordings: words, phones, sound, face and word vectors, and a dataset.json.");
}

bool isOfExtract(std::string_view command)
{
    return command == "arousal" || command == "deidentify" || command == "erase-person" || command == "expression" || command == "extract" || command == "face-mesh";
}

void handToExtract(char** arguments)
{
    std::string program = Installation::ofThisProgram().program("polylogue-extract").string();
    const std::string command = arguments[1];
    std::string option = "--" + command;
    if (command == "extract")
        ++arguments;
    else
        arguments[1] = option.data();
    arguments[0] = program.data();
    execv(program.c_str(), arguments); // takes the place of this process: signals and exit code are its own
    throw IoError("io", program, std::string("cannot be run: ") + std::strerror(errno));
}

}
