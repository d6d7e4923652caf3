#include "engine/cli/polylogue_models/models_commands.h"
#include "engine/models/serving/case_file.h"
#include "engine/models/threads.h"

#include <CLI/CLI.hpp>
#include <memory>

namespace engine {

void addRunCaseCommand(CLI::App& program)
{
    struct Options {
        std::string in;
        std::string out;
    };
    auto options = std::make_shared<Options>();
    CLI::App* const command = program.add_subcommand(
        "run-case", "Run a weight exchange file: its model, its weights, its inputs.");
    command->add_option("case", options->in, "The case (.h5)")->required();
    command->add_option("--out", options->out, "Where outputs, loss and gradients go (.h5)")->required();
    command->callback([options] {
        const TorchThreads torchThreads(1);
        writeResult(options->out, runCase(readCase(options->in)));
    });
}

}
