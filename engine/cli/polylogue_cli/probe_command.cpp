#include "engine/cli/polylogue_cli/cli_output.h"
#include "engine/cli/polylogue_cli/commands.h"
#include "engine/cli/probing.h"
#include "engine/confinement/confinement.h"
#include "engine/formats/format_registry.h"
#include "engine/packed/packed_file.h"
#include "engine/sequences/csd_walk.h"

#include <fmt/format.h>

namespace engine::cli {

namespace {

struct ProbeOptions {
    std::string file;
    std::string index;
    std::string format;
    bool again = false;
};

int probe(const ProbeOptions& options, const Format* other)
{
    if (options.again) {
        const auto prober = makeProber();
        prober->forget(options.file, options.format);
        prober->check(options.file, options.format);
        say(stdout, "{}: may be opened\n", options.file);
        return 0;
    }
    Confinement confinement;
    confinement.readsAll = other != nullptr; // some annotation lies in several files
    confinement.readable = {options.file};
    if (!options.index.empty()) {
        std::error_code ignored; // where no index can be left, the verdict counts all the same
        std::filesystem::create_directories(options.index, ignored);
        confinement.writable = {options.index};
    }
    confine(confinement);
    if (options.format == kPackedProbe) {
        PackedFile(options.file).check();
    } else if (other) {
        other->read(options.file, {});
    } else if (options.index.empty()) {
        walkCsd(options.file);
    } else {
        freshIndex(options.file, options.index);
    }
    return 0;
}

}

void addProbe(CLI::App& program, Action& action)
{
    auto* command = program.add_subcommand(
        "probe",
        "Walks an unknown csd (or reads annotation) in this process; run it with limits on time and memory.");
    auto options = std::make_shared<ProbeOptions>();
    command->add_option("FILE", options->file, "the file to walk")->required();
    command->add_option("--index", options->index, "folder to leave the index of a sound file in");
    command->add_option(
        "--as", options->format,
        "read it as this format of annotation instead (mmsa), or as packed segments (packed)");
    command->add_flag(
        "--again", options->again,
        "forget what is remembered of the file, and have a child process with limits walk it anew");
    command->callback([options, &action] {
        const Format* other = formatById(options->format);
        if (!options->format.empty() && options->format != kPackedProbe && (!other || !other->read))
            throw CLI::ValidationError("--as", "'" + options->format + "' is no format that is read");
        action = [options, other] { return probe(*options, other); };
    });
}

}
