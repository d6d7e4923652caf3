#include "engine/annotation/formats/format_registry.h"
#include "engine/cli/commands.h"
#include "engine/sequences/csd_walk.h"

namespace engine::cli {

void addProbe(CLI::App& program, Action& action)
{
    auto* command = program.add_subcommand(
        "probe",
        "Walks an unknown csd (or reads annotation) in this process; run it with limits on time and memory.");
    auto file = std::make_shared<std::string>();
    auto folder = std::make_shared<std::string>();
    command->add_option("FILE", *file, "the file to walk")->required();
    command->add_option("--index", *folder, "folder to leave the index of a sound file in");
    auto format = std::make_shared<std::string>();
    command->add_option("--as", *format, "read it as this format of annotation instead: mmsa");
    command->callback([file, folder, format, &action] {
        const Format* other = formatById(*format);
        if (!format->empty() && (!other || !other->read))
            throw CLI::ValidationError("--as", "'" + *format + "' is no format that is read");
        action = [file, folder, other] {
            if (other)
                other->read(*file, {});
            else if (folder->empty())
                walkCsd(*file);
            else
                freshIndex(*file, *folder);
            return 0;
        };
    });
}

}
