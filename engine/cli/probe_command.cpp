#include "engine/cli/commands.h"
#include "engine/sequences/csd_walk.h"

namespace engine::cli {

void addProbe(CLI::App& program, Action& action)
{
    auto* command = program.add_subcommand(
        "probe", "Walks an unknown csd in this process; run it with limits on time and memory.");
    auto file = std::make_shared<std::string>();
    auto folder = std::make_shared<std::string>();
    command->add_option("FILE", *file, "the file to walk")->required();
    command->add_option("--index", *folder, "folder to leave the index of a sound file in");
    command->callback([file, folder, &action] {
        action = [file, folder] {
            if (folder->empty())
                walkCsd(*file);
            else
                freshIndex(*file, *folder);
            return 0;
        };
    });
}

}
