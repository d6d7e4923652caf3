// What completing a half-labelled tier saves: docs/label-errors.md. bench_completion [--seeds N]; tables go
// to stderr.
#include "engine/core/stopwatch.h"
#include "engine/training/suspects/suspect_search.h"

#include <cmath>
#include <cstdlib>
#include <fmt/format.h>
#include <functional>
#include <map>

#include "tests/bench/bench_row.h"
#include "tests/bench/interval.h"
#include "tests/support/planted_errors.h"
#include "tests/support/planted_tiers.h"

namespace {

using namespace bench;
using namespace engine;
using namespace engine::test;

constexpr double kWishedShare = 0.9; // of what is accepted unseen

/// What a replay gives, a value per seed.
struct Replay {
    std::vector<double> right; ///< of all suggestions
    std::vector<double> accepted; ///< unseen, as a part of what was open
    std::vector<double> acceptedRight; ///< of these
    std::vector<double> work; ///< what a person did, as a part of labelling from scratch
};

void print(const std::string& what, double share, const Replay& replay)
{
    std::fprintf(stderr, "%s\n",
                 fmt::format("| {} | {:.0f} % | {} | {} | {} | {} |", what, 100.0 * share,
                             shown(replay.right), shown(replay.accepted), shown(replay.acceptedRight),
                             shown(replay.work))
                     .c_str());
}

/// A person labels `given` of `units`, looks at each suggestion below the threshold (one act, right or
/// wrong), and later finds and mends what was accepted wrongly or was never suggested (one act each).
void replayed(const Completion& completion, double units, double given,
              const std::function<bool(const Suggestion&)>& isRight, Replay& replay)
{
    const double threshold = thresholdFor(completion.checks, kWishedShare);
    double right = 0.0, accepted = 0.0, acceptedRight = 0.0, seenRight = 0.0;
    for (const Suggestion& suggestion : completion.suggestions) {
        const bool isHit = isRight(suggestion);
        right += isHit ? 1.0 : 0.0;
        if (suggestion.confidence >= threshold) {
            accepted += 1.0;
            acceptedRight += isHit ? 1.0 : 0.0;
        } else {
            seenRight += isHit ? 1.0 : 0.0;
        }
    }
    const auto all = static_cast<double>(completion.suggestions.size());
    replay.right.push_back(right / std::max(1.0, all));
    replay.accepted.push_back(accepted / std::max(1.0, units - given));
    if (accepted > 0.0)
        replay.acceptedRight.push_back(acceptedRight / accepted);
    const double seen = all - accepted;
    const double toMake = std::max(0.0, units - given - right); // wrong, or not suggested
    const double seenWrong = std::min(toMake, seen - seenRight); // mended by the look itself
    replay.work.push_back((given + seen + toMake - seenWrong) / units);
}

void replaySegments(SegmentTask task, const std::vector<double>& truths, double share, Replay& replay)
{
    const auto units = task.segments.size();
    const auto labelled = static_cast<std::size_t>(share * static_cast<double>(units));
    task.isWished.assign(units, true);
    task.given.assign(units, std::nullopt);
    for (std::size_t i = 0; i < labelled; ++i)
        task.given[i] = truths[i];
    replayed(
        completeSegments(task), static_cast<double>(units), static_cast<double>(labelled),
        [&](const Suggestion& suggestion) {
            const double far = task.categories > 0 ? 0.0 : task.scale.tolerance();
            return std::abs(suggestion.value - truths[suggestion.segment]) <= far + 1e-9;
        },
        replay);
}

/// Segments one after the other, each video a recording. @param truths  labels, or their signs as categories
SegmentTask taskOf(const FoldData& data, bool isScale, std::vector<double>& truths)
{
    SegmentTask task;
    task.scale = {-3.0, 3.0, 0.0};
    task.categories = isScale ? 0 : 2;
    std::map<std::string, std::size_t> videos;
    truths.clear();
    for (std::size_t i = 0; i < data.size(); ++i) {
        const auto [place, isNew]
            = videos.emplace(data.ids[i].substr(0, data.ids[i].rfind('[')), videos.size());
        if (isNew)
            task.recordings.push_back({kPlantedRate, FeatureMatrix()});
        FeatureMatrix& rows = task.recordings[place->second].rows;
        std::size_t steps = 0;
        rows.columns = 0;
        for (const FeatureBlock& block : data.features) {
            rows.columns += block.width;
            steps = std::max(steps, block.steps);
        }
        const std::size_t first = rows.rows;
        rows.rows += steps;
        rows.values.resize(rows.rows * rows.columns, std::nanf(""));
        std::size_t column = 0;
        for (const FeatureBlock& block : data.features) {
            for (std::size_t t = 0; t < block.steps; ++t) {
                for (std::size_t d = 0; d < block.width; ++d)
                    rows.at(first + t, column + d) = block.segment(i)[t * block.width + d];
            }
            column += block.width;
        }
        task.segments.push_back(
            {place->second,
             {static_cast<double>(first) / kPlantedRate, static_cast<double>(rows.rows) / kPlantedRate}});
        const double label = data.labels.at(i, 0);
        truths.push_back(isScale ? label : label >= 0.0 ? 1.0 : 0.0);
    }
    return task;
}

void measureSegments(const std::string& name, const std::function<FoldData(std::uint64_t)>& data,
                     std::size_t seeds)
{
    for (const bool isScale : {false, true}) {
        for (const double share : {0.1, 0.25, 0.5}) {
            Replay replay;
            for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
                std::vector<double> truths;
                const SegmentTask task = taskOf(data(seed), isScale, truths);
                replaySegments(task, truths, share, replay);
            }
            print(name + (isScale ? ", scale" : ", sign"), share, replay);
        }
    }
}

bool isSame(const PlantedDrawing& planted, const Suggestion& suggestion)
{
    for (std::size_t i = 0; i < planted.task.segments.size(); ++i) {
        const Interval truth = planted.task.segments[i].span;
        const double both = std::max(0.0, truth.overlap(suggestion.span));
        if (both / (truth.length() + suggestion.span.length() - both) >= kSameSegment
            && suggestion.value == static_cast<double>(planted.task.categories[i]))
            return true;
    }
    return false;
}

void measureDrawn(std::size_t seeds)
{
    for (const double noise : {0.5, 1.5}) {
        for (const double share : {0.25, 0.5}) {
            Replay replay;
            for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
                const PlantedDrawing planted = plantedDrawing(400.0, noise, seed);
                const DrawnTask task = halfDrawn(planted, 400.0 * share);
                replayed(
                    completeDrawn(task), static_cast<double>(planted.task.segments.size()),
                    static_cast<double>(task.segments.size()),
                    [&](const Suggestion& suggestion) { return isSame(planted, suggestion); }, replay);
            }
            print(fmt::format("made segments, noise {}", noise), share, replay);
        }
    }
}

void measureTrace(std::size_t seeds)
{
    for (const double noise : {0.3, 1.0}) {
        for (const double share : {0.25, 0.5}) {
            Replay replay;
            for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
                TraceTask task = plantedTrace(400.0, noise, seed);
                const TraceFrames truth = task.given[0];
                const auto labelled = static_cast<std::size_t>(share * static_cast<double>(truth.size()));
                for (std::size_t t = labelled; t < truth.size(); ++t)
                    task.given[0][t].reset();
                const double stretch = kTraceStretch * kPlantedRate;
                replayed(
                    completeTrace(task), static_cast<double>(truth.size()) / stretch,
                    static_cast<double>(labelled) / stretch,
                    [&](const Suggestion& suggestion) {
                        const auto first
                            = static_cast<std::size_t>(std::lround(suggestion.span.start * kPlantedRate));
                        double error = 0.0;
                        for (std::size_t i = 0; i < suggestion.samples.size(); ++i)
                            error += std::abs(static_cast<double>(suggestion.samples[i]) - *truth[first + i]);
                        return error / static_cast<double>(suggestion.samples.size())
                            <= kTraceTolerance * (task.greatest - task.least);
                    },
                    replay);
            }
            print(fmt::format("made rating, noise {}", noise), share, replay);
        }
    }
}

/// Ten minutes with as many columns as CMU-MOSI's usual features have.
void measureTime()
{
    std::mt19937_64 random(1);
    PlantedDrawing planted = plantedDrawing(600.0, 1.0, 1);
    planted.task.recordings = {featuresOf({slowNoise(6000, 1.0, random)}, 409, 1.0, random)};
    const DrawnTask task = halfDrawn(planted, 300.0);
    const engine::Stopwatch watch;
    completeDrawn(task);
    printRow("completion: 10 min, segments", watch.milliseconds() / 1000.0, "s", 15, 15);
}

}

int main(int argc, char** argv)
{
    std::size_t seeds = 2;
    if (argc == 3 && std::string(argv[1]) == "--seeds")
        seeds = std::strtoul(argv[2], nullptr, 10);
    measureTime();
    measureDrawn(seeds);
    measureTrace(seeds);
    measureSegments(
        "made opinions",
        [](std::uint64_t seed) {
            MadeSettings settings;
            settings.seed = seed;
            return makeSegments(settings).words;
        },
        seeds);
    const SuspectData demo
        = readSuspectData({{}, std::string(DEMO) + "/dataset.json", {}}, 0, SuspectFrames::Wanted);
    measureSegments(
        "demo", [&](std::uint64_t) { return demo.segments; }, 1);
}
