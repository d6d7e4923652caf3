#include "engine/cli/polylogue_models/models_commands.h"
#include "engine/cli/polylogue_models/models_suspect_options.h"
#include "engine/cli/stop_on_signal.h"
#include "engine/core/text_file.h"
#include "engine/training/suspects/learning_order.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <memory>

namespace engine {

namespace {

struct LearnOrderOptions : SuspectOptions {
    std::size_t start = 0;
    std::size_t step = 0;
};

std::string orderTable(const LearningOrder& order)
{
    std::string table = "rank,id\n";
    for (std::size_t i = 0; i < order.ids.size(); ++i)
        table += fmt::format("{},{}\n", i + 1, tableCell(order.ids[i]));
    return table;
}

void tellOrder(const LearnOrderOptions& options)
{
    const StopOnSignal signals;
    RunContext run = progressOnStderr(options.progressForm());
    run.stop = signals.token();
    const SuspectData data = suspectDataFor(options, {run.stop, nullptr}, SuspectFrames::None);
    const LearningOrder order = learningOrder(
        data.segments,
        {foldsFor(options, data), options.seed, options.column - 1, options.start, options.step}, data.where,
        run);
    const std::string table = orderTable(order);
    if (!options.out.empty())
        writeTextFile(options.out, table).commit();
    if (options.json) {
        fmt::print("{}\n", toLine(order));
        return;
    }
    fmt::print("{}\nlabels,r,random\n", table);
    for (const LearningOrder::Point& point : order.curve)
        fmt::print("{},{:.4f},{:.4f}\n", point.labels, point.correlation, point.atRandom);
    const LearningOrder::Point& first = order.curve.front();
    const std::string gain
        = fmt::format("with {} labels it gains r {:+.3f} ({:+.3f} to {:+.3f})", first.labels,
                      first.correlation - first.atRandom, first.low, first.high);
    if (order.helpsUntil() > 0)
        fmt::print("\nthe order is better than chance up to {} labels; {}\n", order.helpsUntil(), gain);
    else
        fmt::print("\nthe order is no better than chance: {}\n", gain);
}

}

void addLearnOrderCommand(CLI::App& program)
{
    auto options = std::make_shared<LearnOrderOptions>();
    CLI::App* const command = program.add_subcommand(
        "learn-order",
        "Say in which order an active learner would have asked for labels, and what they are worth.");
    addSuspectOptions(*command, *options);
    command->add_option("--out", options->out, "Also the order as a table (.csv)");
    command
        ->add_option("--start", options->start,
                     "Labels that are asked for before any is known; one in twenty, 10 to 200, if not given")
        ->check(CLI::PositiveNumber);
    command
        ->add_option("--step", options->step,
                     "Labels that are asked for together; one in twenty, if not given")
        ->check(CLI::PositiveNumber);
    command->callback([options] { tellOrder(*options); });
}

}
