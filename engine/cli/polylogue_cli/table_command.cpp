#include "engine/cli/polylogue_cli/cli_output.h"
#include "engine/cli/polylogue_cli/commands.h"
#include "engine/cli/probing.h"
#include "engine/cli/said.h"
#include "engine/core/output_guard.h"
#include "engine/feature_tables/table_writer.h"

#include <array>

namespace engine::cli {

void addTable(CLI::App& program, Action& action)
{
    struct Options {
        std::string in;
        std::string out;
    };
    auto* command = program.add_subcommand(
        "table", "Writes the rows of a sequence of numbers as a table (CSV): id, start, end, every column.");
    auto options = std::make_shared<Options>();
    command->add_option("FILE", options->in, "a computational sequence (.csd)")->required();
    command->add_option("OUT", options->out, "the table to write (.csv)")->required();
    command->callback([options, &action] {
        action = [options] {
            const std::array inputs{std::filesystem::path(options->in)};
            const std::array outputs{std::filesystem::path(options->out)};
            refuseInputsAsOutputs(inputs, outputs);
            const auto prober = makeProber();
            const auto sequence = openProbed(options->in, *prober);
            const std::size_t rows = writeTable(*sequence, options->out, progressOnTerminal(options->in));
            say(stdout, "{}: {} rows of {}\n", options->out, rows, sequence->rootName());
            return 0;
        };
    });
}

}
