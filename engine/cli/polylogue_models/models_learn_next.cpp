#include "engine/cli/polylogue_models/models_commands.h"
#include "engine/cli/polylogue_models/models_suspect_options.h"
#include "engine/cli/stop_on_signal.h"
#include "engine/core/text_file.h"
#include "engine/training/suspects/learning_round.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <memory>

namespace engine {

namespace {

struct LearnNextOptions : SuspectOptions {
    std::size_t more = 20;
};

void tellNext(const LearnNextOptions& options)
{
    const StopOnSignal signals;
    RunContext run = progressOnStderr(options.progressForm());
    run.stop = signals.token();
    const SuspectData data = suspectDataFor(options, {run.stop, nullptr}, SuspectFrames::None);
    const LearningStep step = learningRound(
        data.segments, {foldsFor(options, data), options.seed, options.column - 1, options.more}, data.where,
        run);
    std::string table = "rank,id,expected\n";
    for (std::size_t i = 0; i < step.next.size(); ++i)
        table += fmt::format("{},{},{:.4f}\n", i + 1, tableCell(step.next[i].id), step.next[i].expected);
    if (!options.out.empty())
        writeTextFile(options.out, table).commit();
    if (options.json) {
        fmt::print("{}\n", toLine(step));
        return;
    }
    fmt::print("{}\nlabels,r\n", table);
    for (const LearningStep::Point& point : step.curve)
        fmt::print("{},{:.4f}\n", point.labels, point.correlation);
    if (step.outlook)
        fmt::print("\n{} more labels: r {:.3f} ({:.3f} to {:.3f}){}\n", step.outlook->more,
                   step.outlook->correlation, step.outlook->low, step.outlook->high,
                   step.isEnough() ? "; they would hardly change anything" : "");
    if (step.orderGain)
        fmt::print(
            "typical segments first: r {:+.3f} ({:+.3f} to {:+.3f}) beside chance, tried on these labels{}\n",
            step.orderGain->mean, step.orderGain->low, step.orderGain->high,
            step.orderGain->helps() ? "" : "; no order is shown to help");
}

}

void addLearnNextCommand(CLI::App& program)
{
    auto options = std::make_shared<LearnNextOptions>();
    CLI::App* const command = program.add_subcommand(
        "learn-next",
        "Say which segments without a label (NaN) would teach most, and what the labels so far are worth.");
    addSuspectOptions(*command, *options);
    command->add_option("--out", options->out, "Also the order as a table (.csv)");
    command
        ->add_option("--more", options->more,
                     "Of how many more labels it tells what to expect; 20, if not given")
        ->check(CLI::Range(1, 100000));
    command->callback([options] { tellNext(*options); });
}

}
