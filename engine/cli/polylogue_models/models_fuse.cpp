#include "engine/cli/polylogue_models/models_commands.h"
#include "engine/core/output_guard.h"
#include "engine/models/serving/fuse_model.h"
#include "engine/models/threads.h"

#include <CLI/CLI.hpp>
#include <array>
#include <filesystem>
#include <fmt/format.h>
#include <memory>

namespace engine {

void addFuseCommand(CLI::App& program)
{
    struct Options {
        std::string in;
        std::string out;
    };
    auto options = std::make_shared<Options>();
    CLI::App* const command = program.add_subcommand(
        "fuse", "Fold the branches of an FV2ES into one: a faster model with the same scores.");
    command->add_option("model", options->in, "The model file (.safetensors)")->required();
    command->add_option("--out", options->out, "Where the fused model goes (.safetensors)")->required();
    command->callback([options] {
        const TorchThreads torchThreads(1);
        refuseInputsAsOutputs(std::array{std::filesystem::path(options->in)},
                              std::array{std::filesystem::path(options->out)});
        const double difference = fuseModel(options->in, options->out);
        fmt::print("The trunk has one branch now; on random faces its scores differ by {:.1e} at most.\n",
                   difference);
    });
}

}
