#include "engine/cli/option_tree.h"
#include "engine/cli/polylogue_models/models_commands.h"
#include "engine/cli/polylogue_models/models_confinement.h"
#include "engine/cli/polylogue_models/models_environment.h"
#include "engine/cli/probing.h"
#include "engine/core/error.h"
#include "engine/core/freed_memory.h"
#include "engine/core/terminal_text.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <fmt/format.h>

namespace {

int refuseOutput()
{
    fmt::print(stderr, "polylogue-models: standard output: cannot be written\n");
    return 1;
}

}

int main(int argc, char** argv)
{
    engine::restartWithMathEnvironment(argv);
    constexpr std::size_t largest = 32U << 20U; // what a layer of a network gives; not a whole file
    engine::keepFreedMemory(largest);
    CLI::App program("Trains, evaluates and runs the fusion models of Polylogue.", "polylogue-models");
    program.set_version_flag("--version", "polylogue-models " POLYLOGUE_VERSION);
    program.require_subcommand(1);
    engine::cli::addTrust(program); // before the commands, which inherit that options may stand behind them
    engine::addTrainCommand(program, {argv + 1, argv + argc});
    engine::addEvaluateCommand(program);
    engine::addPredictCommand(program);
    engine::addClassesCommand(program);
    engine::addCompareCommand(program);
    engine::addReproduceCommand(program);
    engine::addBenchmarkCommand(program);
    engine::addExplainCommand(program);
    engine::addFitLabelsCommand(program);
    engine::addFuseCommand(program);
    engine::addSearchCommand(program);
    engine::addModelsSlurmCommand(program);
    engine::addRetrieveCommand(program);
    engine::addRunCaseCommand(program);
    engine::addLiveCommand(program);
    engine::addSuspectsCommand(program);
    engine::addLearnNextCommand(program);
    engine::addLearnOrderCommand(program);
    engine::addServeCommand(program);
    if (engine::cli::printsOptionTree(program, argc, argv))
        return 0;
    // Before the command begins, and after what it was given is known.
    program.parse_complete_callback([&program] { engine::confineCommand(*program.get_subcommands().front()); });
    int exitCode = 0;
    try {
        program.parse(argc, argv);
    } catch (const engine::EndsWith& ending) {
        exitCode = ending.exitCode;
    } catch (const CLI::ParseError& error) {
        return program.exit(error) == 0 ? 0 : 2;
    } catch (const engine::Cancelled&) {
        constexpr int interrupted = 130; // as a shell says it of Ctrl-C
        fmt::print(stderr, "polylogue-models: stopped; --resume goes on from the checkpoint\n");
        return interrupted;
    } catch (const std::exception& error) {
        if (std::ferror(stdout) != 0) // such an error knows only that something could not be written
            return refuseOutput();
        fmt::print(stderr, "polylogue-models: {}\n", engine::terminalLines(error.what()));
        return 1;
    }
    if (std::fflush(stdout) != 0)
        return refuseOutput();
    return exitCode;
}
