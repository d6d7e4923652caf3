#include "engine/cli/polylogue_models/models_commands.h"
#include "engine/cli/polylogue_models/models_suspect_options.h"
#include "engine/cli/share_option.h"
#include "engine/cli/stop_on_signal.h"
#include "engine/core/error.h"
#include "engine/core/terminal_text.h"
#include "engine/core/text_file.h"
#include "engine/training/suspects/out_of_fold.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <map>
#include <memory>

namespace engine {

namespace {

constexpr std::size_t kShown = 10;

/// By how much to believe what follows.
void printHead(const Suspects& suspects)
{
    fmt::print("{} segments, {} folds of videos; models that have not seen a segment's video ",
               suspects.segments.size(), suspects.folds);
    if (suspects.majority)
        fmt::print("tell its label in {:.0f} %, the commonest label is right in {:.0f} %",
                   100.0 * suspects.reliability, 100.0 * *suspects.majority);
    else
        fmt::print("follow its label with r {:.2f}", suspects.reliability);
    fmt::print("{}\n",
               suspects.areFew()       ? ": too few labels to tell which are wrong"
                   : suspects.isWeak() ? ": too weak to believe what follows"
                                       : "");
    if (suspects.test.kinds.empty())
        return;
    fmt::print(
        "errors planted into these labels, one in ten, were found with an average precision of (by |label - "
        "expected|, by a ridge regression):");
    for (const SelfTest::Found& one : suspects.test.kinds)
        fmt::print(" {} {:.2f} ({:.2f}, {:.2f})", name(one.kind), one.found, one.byExpected, one.byRidge);
    fmt::print("\nscores take {:.1f} % of the labels to be wrong\n", 100.0 * suspects.test.errors);
}

void printSuspects(const Suspects& suspects, const std::filesystem::path& out)
{
    printHead(suspects);
    fmt::print("r of labels and what each model says:\n");
    for (const Suspects::Member& member : suspects.members)
        fmt::print("  {:<16} {:.3f}\n", terminalText(member.name), member.correlation);
    for (const RaterBelief::Rater& rater : suspects.raters)
        fmt::print("rater {}: bias {:+.2f}, scale {:.2f}, noise {:.2f}\n", terminalText(rater.name),
                   rater.bias, rater.scale, rater.noise);
    std::map<std::string_view, std::size_t> kinds;
    for (const Suspect& suspect : suspects.segments) {
        if (suspect.kind != SuspectKind::None)
            ++kinds[name(suspect.kind)];
    }
    for (const auto& [kind, count] : kinds)
        fmt::print("{}: {}\n", kind, count);
    if (!suspects.seesTime)
        fmt::print("aligned features have no time: errors of time, as late_sound, were not sought\n");
    for (std::size_t i = 0; i < std::min(kShown, suspects.segments.size()); ++i) {
        const Suspect& suspect = suspects.segments[i];
        fmt::print("{:>3} {} {:.3f} {}: {}\n", i + 1, terminalText(suspect.id), suspect.score,
                   name(suspect.kind), terminalText(suspect.reason));
    }
    fmt::print("all: {}\n", terminalText(out.string()));
}

struct SuspectsOptions : SuspectOptions {
    std::string shard; ///< `2/8`; empty: all models
};

void findAll(SuspectsOptions options)
{
    const Share share = cli::shareNamed(options.shard);
    const StopOnSignal signals;
    RunContext run = progressOnStderr(options.progressForm());
    run.stop = signals.token();
    if (options.work.empty())
        options.work = options.out.string() + ".work";
    try {
        const SuspectData data
            = suspectDataFor(options, {run.stop, nullptr},
                             options.shard.empty() ? SuspectFrames::Wanted : SuspectFrames::None);
        const OutOfFoldSettings settings{foldsFor(options, data), options.seed, options.column - 1,
                                         options.work, options.threads};
        if (!options.shard.empty()) {
            const TrainedShare done = trainShareOutOfFold(data.segments, settings, share, data.where, run);
            fmt::print("shard {}: {} of {} models are kept in {}; once all shards are done, the same call "
                       "without --shard makes the table of them\n",
                       options.shard, done.models, done.all, terminalText(options.work.string()));
            return;
        }
        const Suspects suspects = findSuspects(data, ratingsFor(options, data.labelName), settings, run);
        writeTextFile(options.out, suspectsTable(suspects)).commit();
        if (options.json)
            fmt::print("{}\n", toLine(suspects));
        else
            printSuspects(suspects, options.out);
    } catch (const Cancelled&) {
        constexpr int interrupted = 130;
        fmt::print(stderr, "polylogue-models: stopped; the same command goes on with what {} keeps\n",
                   terminalText(options.work.string()));
        throw EndsWith{interrupted};
    }
}

}

void addSuspectsCommand(CLI::App& program)
{
    auto options = std::make_shared<SuspectsOptions>();
    CLI::App* const command = program.add_subcommand(
        "suspects", "Rank labelled segments by how likely their label, or their data, is wrong.");
    addSuspectOptions(*command, *options);
    command
        ->add_option("--out", options->out, "The table (.csv), a row per segment, the most suspicious first")
        ->required();
    command->add_option("--shard", options->shard,
                        "i/n: train only this part of the models, which --work keeps; the same call without "
                        "--shard makes the table of all parts");
    command->callback([options] { findAll(*options); });
}

}
