#include "engine/cli/polylogue_models/models_progress.h"

#include "engine/core/json_text.h"
#include "engine/training/run/run_folder.h"

#include <cstdio>
#include <fmt/format.h>
#include <unistd.h>

namespace engine {

namespace {

/// `1:05` of 65 seconds, `40 s` of less than a minute.
std::string duration(double seconds)
{
    const auto whole = static_cast<long>(seconds + 0.5);
    if (whole < 60)
        return fmt::format("{} s", whole);
    return whole < 3600 ? fmt::format("{}:{:02}", whole / 60, whole % 60)
                        : fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

}

RunContext progressOnStderr(ProgressForm form)
{
    if (form == ProgressForm::InPlace && isatty(STDERR_FILENO) == 0)
        return {};
    RunContext run;
    run.progress = [form, last = -1](double fraction) mutable {
        const int percent = static_cast<int>(fraction * 100.0);
        if (percent != last && form == ProgressForm::Lines)
            fmt::print(stderr, "progress {:.2f}\n", percent / 100.0);
        else if (percent != last)
            fmt::print(stderr, "\r{:3} %\r", percent);
        last = percent;
    };
    return run;
}

RunContext progressInEpochs(std::size_t epochs)
{
    if (isatty(STDERR_FILENO) == 0)
        return {};
    RunContext run;
    run.progress = [epochs, last = -1](double fraction) mutable {
        const double done = fraction * static_cast<double>(epochs);
        const auto epoch = static_cast<std::size_t>(done);
        const int percent = static_cast<int>((done - static_cast<double>(epoch)) * 100.0);
        if (percent != last && epoch < epochs)
            fmt::print(stderr, "epoch {}: {:3} %\r", epoch + 1, percent);
        last = percent;
    };
    return run;
}

void printEpoch(EpochLines lines, const std::string& modalities, const EpochReport& epoch)
{
    if (lines == EpochLines::None)
        return;
    if (lines == EpochLines::Json) {
        nlohmann::json line = toJson(modalities, epoch);
        line["seconds_left"] = epoch.secondsLeft;
        fmt::print(stderr, "{}\n", jsonText(line));
        return;
    }
    fmt::print(stderr,
               "{}{}  epoch {}/{}  loss {:.4f}  valid {:.4f}{}  best {}  lr {:.2g}  {:.2f} s  {} left\n",
               modalities, epoch.stage.empty() ? "" : "  " + epoch.stage, epoch.epoch, epoch.epochs,
               epoch.trainingLoss, epoch.validationLoss,
               epoch.watched == epoch.validationLoss ? "" : fmt::format("  watched {:.4f}", epoch.watched),
               epoch.bestEpoch, epoch.rate, epoch.seconds, duration(epoch.secondsLeft));
}

}
