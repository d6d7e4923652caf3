#include "engine/cli/polylogue_models/models_confinement.h"

#include "engine/confinement/confinement.h"
#include "engine/core/installation.h"
#include "engine/core/scratch_file.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

namespace engine {

namespace {

namespace fs = std::filesystem;

/// What a command does besides reading. What is not said, it does not do.
struct CommandNeeds {
    std::string_view command;
    std::array<const char*, 3> outputs = {}; ///< options that name files or folders to be written
    bool examines
        = false; ///< has sequences examined by `polylogue-cli probe`, which keeps verdicts in the cache
    bool limitsMemory = false; ///< works on what the window asks it, not on a whole dataset
};

constexpr std::array kNeeds{
    CommandNeeds{"train", {"--out"}, true},
    CommandNeeds{"search", {"--out"}, true},
    CommandNeeds{"reproduce", {"--out"}, true},
    CommandNeeds{"evaluate", {}, true},
    CommandNeeds{"predict", {"--out"}, true},
    CommandNeeds{"compare", {"--out"}, true},
    CommandNeeds{"explain", {"--out", "--work", "--layer"}, true},
    CommandNeeds{"suspects", {"--out", "--work"}, true},
    CommandNeeds{"learn-next", {"--out", "--work"}, true},
    CommandNeeds{"learn-order", {"--out", "--work"}, true},
    CommandNeeds{"fit-labels", {"--out"}, true},
    CommandNeeds{"retrieve", {}, true},
    CommandNeeds{"fuse", {"--out"}},
    CommandNeeds{"run-case", {"--out"}},
    CommandNeeds{"slurm", {"--out"}},
    CommandNeeds{"serve", {}, false, true},
    CommandNeeds{"live", {}, false, true},
    CommandNeeds{"classes"},
    CommandNeeds{"benchmark"},
};

/// What was given for the option; empty: nothing, or the command has none such.
std::string given(const CLI::App& command, const std::string& option)
{
    const CLI::Option* const found = command.get_option_no_throw(option);
    return found && found->count() > 0 ? found->as<std::string>() : std::string();
}

/// Whether the command may compute on a graphics card that is there. A record names the device by itself.
bool mayUseCard(const CLI::App& command)
{
    const std::string device = given(command, "--device");
    return ((!device.empty() && device != "cpu") || command.get_name() == "reproduce")
        && fs::exists("/dev/nvidiactl");
}

/// Drivers of graphics cards write to their devices, keep what they compile, and speak to other programs.
void allowCard(Confinement& confinement)
{
    confinement.writable.insert(confinement.writable.end(), {"/dev", fs::temp_directory_path()});
    if (const char* const home = std::getenv("HOME"); home && *home)
        confinement.writable.push_back(fs::path(home) / ".nv");
    confinement.network = Confinement::Network::All;
}

Confinement confinementFor(const CLI::App& command)
{
    const auto* const found = std::ranges::find(kNeeds, command.get_name(), &CommandNeeds::command);
    const CommandNeeds needs = found == kNeeds.end() ? CommandNeeds{} : *found;
    Confinement confinement;
    confinement.writable = {"/dev/null"};
    for (const char* const option : needs.outputs) {
        const std::string output = option ? given(command, option) : std::string();
        if (!output.empty())
            confinement.writable.push_back(folderOfOutput(output));
    }
    if (needs.examines) {
        confinement.writable.push_back(cacheFolder());
        confinement.runsPrograms = true;
    }
    const std::string meeting = given(command, "--rendezvous");
    if (!meeting.empty()) // the last of the workers removes it
        confinement.writable.push_back(folderOfOutput(fs::absolute(meeting).parent_path()));
    const std::string workers = given(command, "--workers");
    if (!workers.empty() && workers != "1")
        confinement.network = Confinement::Network::Internet;
    const bool makesPassingFolder = confinement.network == Confinement::Network::Internet
        ? meeting.empty()
        : command.get_name() == "reproduce" && given(command, "--out").empty();
    if (makesPassingFolder)
        confinement.writable.push_back(fs::temp_directory_path());
    if (mayUseCard(command))
        allowCard(confinement);
    if (needs.limitsMemory)
        confinement.memoryBytes = shareOfMemory();
    return confinement;
}

}

void confineCommand(const CLI::App& command)
{
    constexpr std::size_t atOnce = 8; // recordings that are learnt from, predicted, or kept for later
    reserveScratchFiles(atOnce);
    confine(confinementFor(command));
}

}
