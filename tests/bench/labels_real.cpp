#include "tests/bench/labels_real.h"

#include "engine/core/segment_id.h"
#include "engine/suspects/class_prediction.h"
#include "engine/suspects/queue_figures.h"
#include "engine/training/suspects/suspect_search.h"

#include <cmath>
#include <filesystem>
#include <fmt/format.h>
#include <map>
#include <random>
#include <set>

#include "tests/bench/bench_row.h"
#include "tests/bench/interval.h"
#include "tests/bench/work_folder.h"
#include "tests/support/planted_errors.h"

namespace bench {

using namespace engine;

namespace {

/// Labels with this kind planted, by the search's own planter, whose seeds are others here; mixed: a share of
/// each.
PlantedLabels plantInReal(const PredictionEvidence& labels, const LabelScale& scale,
                          const SegmentChains& chains, const std::vector<SuspectKind>& kinds,
                          std::uint64_t seed)
{
    std::mt19937_64 random(seed * 40503 + 7);
    PlantedLabels all{labels.labels, std::vector<bool>(labels.labels.size(), false)};
    for (const SuspectKind kind : kinds) {
        const PlantedLabels one
            = plantedLabels(labels, scale, chains, kind, 0.1 / static_cast<double>(kinds.size()), random);
        for (std::size_t i = 0; i < one.labels.size(); ++i) {
            if (one.isWrong[i] && !all.isWrong[i]) {
                all.labels[i] = one.labels[i];
                all.isWrong[i] = true;
            }
        }
    }
    return all;
}

/// Segments of a file with real features, and what is known of their labels.
struct RealSet {
    SuspectData data;
    PredictionEvidence labels;
    SegmentChains chains; ///< how segments follow each other in their videos
    LabelScale scale;
    bool hasColumnPerClass = false;

    SuspectData labelled(const std::vector<double>& given) const
    {
        SuspectData told = data;
        for (std::size_t i = 0; i < given.size(); ++i) {
            if (!hasColumnPerClass)
                told.segments.labels.at(i, 0) = static_cast<float>(given[i]);
            else
                for (std::size_t k = 0; k < told.segments.labels.columns; ++k)
                    told.segments.labels.at(i, k) = static_cast<double>(k) == given[i] ? 1.0F : 0.0F;
        }
        return told;
    }
};

/// Which of three classes, of about as many labels each.
std::vector<double> thirds(const std::vector<double>& labels)
{
    std::vector<double> sorted = labels;
    std::ranges::sort(sorted);
    const double first = sorted[sorted.size() / 3], second = sorted[sorted.size() * 2 / 3];
    std::vector<double> classes;
    for (const double label : labels)
        classes.push_back(label <= first ? 0.0 : label <= second ? 1.0 : 2.0);
    return classes;
}

/// @param isOfClasses  the labels become one of three classes, which have columns of their own
RealSet setOf(SuspectData data, bool isOfClasses)
{
    RealSet set{std::move(data), {}, {}, {}, isOfClasses};
    const FoldData& segments = set.data.segments;
    std::vector<double>& labels = set.labels.labels;
    std::map<std::string, std::vector<std::size_t>> videos;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        labels.push_back(segments.labels.at(i, 0));
        videos[videoOfSegment(segments.ids[i])].push_back(i);
    }
    for (const auto& [video, places] : videos)
        set.chains.push_back(places);
    if (isOfClasses) {
        labels = thirds(labels);
        set.data.segments.labels = FeatureMatrix(labels.size(), 3);
        set.data.labelNames = {"low", "middle", "high"};
        set.data.labelName.clear();
    }
    const std::set<double> values(labels.begin(), labels.end());
    if (isOfClasses || values.size() == 2)
        set.labels.classes.assign(values.begin(), values.end());
    const auto [low, high] = std::ranges::minmax(labels);
    set.scale = {low, high, 0.5 * (low + high)};
    return set;
}

/// What orders the same segments more simply: by what all models say together, and by a ridge regression.
struct SimpleOrders {
    std::vector<double> own, ridge;
};

SimpleOrders ordersOf(const Suspects& suspects, const std::map<std::string, std::size_t>& places)
{
    SimpleOrders orders{std::vector<double>(places.size()), std::vector<double>(places.size())};
    const auto ridgeOfAll = std::ranges::find(suspects.members, kRidgeOfAll, &Suspects::Member::name)
        - suspects.members.begin();
    for (const Suspect& one : suspects.segments) {
        const std::size_t i = places.at(one.id);
        orders.own[i] = std::abs(one.label - one.expected);
        orders.ridge[i] = std::abs(one.label - one.grounds.said[static_cast<std::size_t>(ridgeOfAll)]);
    }
    return orders;
}

/// Of more than two classes: 1 − p(label) of all models together, and by the ridge regression alone.
SimpleOrders classOrders(const SuspectData& data, const std::vector<double>& labels,
                         const OutOfFoldSettings& how)
{
    const OutOfFold models = trainOutOfFold(data.segments, how, data.where); // kept by the search
    ClassEvidence evidence;
    evidence.classes = data.segments.labels.columns;
    evidence.folds = models.folds;
    for (const double label : labels)
        evidence.labels.push_back(static_cast<std::size_t>(label));
    std::vector<double> plain;
    for (const OutOfFold::Member& member : models.members) {
        evidence.members.push_back(member.values);
        if (member.name == kRidgeOfAll)
            plain = member.values;
    }
    const std::vector<double> chances = classPrediction(evidence);
    SimpleOrders orders;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const std::size_t own = i * evidence.classes + evidence.labels[i];
        orders.own.push_back(1.0 - chances[own]);
        orders.ridge.push_back(-plain[own]);
    }
    return orders;
}

void measureSet(const RealSet& set, const std::string& shownName, std::size_t seeds)
{
    std::map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < set.data.segments.size(); ++i)
        places[set.data.segments.ids[i]] = i;
    std::vector<std::vector<SuspectKind>> plantings{{}};
    const std::vector<SuspectKind> kinds = plantableKinds(set.labels, set.chains);
    for (const SuspectKind kind : kinds)
        plantings.push_back({kind});
    if (kinds.size() > 1)
        plantings.push_back(kinds);
    std::array<double, 5> count{}, scores{}, wrong{};
    double behind = 0.0;
    for (const std::vector<SuspectKind>& planting : plantings) {
        std::vector<double> found, own, ridge, above, right;
        double worst = 1.0;
        for (std::size_t seed = 1; seed <= seeds; ++seed) {
            const PlantedLabels planted = plantInReal(set.labels, set.scale, set.chains, planting, seed);
            const SuspectData data = set.labelled(planted.labels);
            const WorkFolder work;
            OutOfFoldSettings how;
            how.seed = seed;
            if (set.hasColumnPerClass)
                how.work = work.path;
            const Suspects suspects = findSuspects(data, {}, how);
            std::vector<double> order(places.size());
            double sure = 0.0, rightOnes = 0.0;
            for (std::size_t k = 0; k < suspects.segments.size(); ++k) {
                const Suspect& one = suspects.segments[k];
                const std::size_t i = places.at(one.id);
                order[i] = -static_cast<double>(k);
                sure += one.score >= 0.5 ? 1.0 : 0.0;
                rightOnes += one.score >= 0.5 && planted.isWrong[i] ? 1.0 : 0.0;
                if (planting.empty())
                    continue;
                const auto fifth = std::min<std::size_t>(4, static_cast<std::size_t>(5.0 * one.score));
                count[fifth] += 1.0;
                scores[fifth] += one.score;
                wrong[fifth] += planted.isWrong[i] ? 1.0 : 0.0;
            }
            above.push_back(sure / static_cast<double>(places.size()));
            if (planting.empty())
                continue;
            const SimpleOrders simple
                = set.hasColumnPerClass ? classOrders(data, planted.labels, how) : ordersOf(suspects, places);
            right.push_back(rightOnes / static_cast<double>(planted.count()));
            found.push_back(queueFigures(order, planted.isWrong).averagePrecision);
            own.push_back(queueFigures(simple.own, planted.isWrong).averagePrecision);
            ridge.push_back(queueFigures(simple.ridge, planted.isWrong).averagePrecision);
            worst = std::min(worst, found.back() - std::max(own.back(), ridge.back()));
        }
        if (planting.empty()) {
            std::fprintf(
                stderr, "%s\n",
                fmt::format("| {} | none | | | | | {:.4f} above .5 |", shownName, meanOf(above)).c_str());
            printRow("labels: suspected of none, " + shownName, 100.0 * meanOf(above), "%", 1.0, 1.0);
            continue;
        }
        const std::string kind = planting.size() > 1 ? "mixed" : std::string(engine::name(planting.front()));
        std::fprintf(stderr, "%s\n",
                     fmt::format("| {} | {} | {} | {} | {} | {:+.3f} | {:.2f} |", shownName, kind,
                                 shown(found), shown(own), shown(ridge), worst, meanOf(right))
                         .c_str());
        behind = std::max(behind, std::max(meanOf(own), meanOf(ridge)) - meanOf(found));
    }
    printRow("labels: AP short of residuals, " + shownName, behind, "-", 0.01, 0.0);
    for (std::size_t fifth = 0; fifth < count.size(); ++fifth)
        std::fprintf(stderr, "%s\n",
                     fmt::format("{}: scores {:.1f} to {:.1f}: {:.0f} labels, score {:.2f}, planted {:.2f}",
                                 shownName, 0.2 * static_cast<double>(fifth),
                                 0.2 * static_cast<double>(fifth + 1), count[fifth],
                                 scores[fifth] / std::max(1.0, count[fifth]),
                                 wrong[fifth] / std::max(1.0, count[fifth]))
                         .c_str());
}

}

void measureRealSet(const std::string& name, bool isOfClasses, std::size_t seeds)
{
    const bool isDemo = name == "demo";
    const std::filesystem::path file = isDemo ? std::filesystem::path(DEMO) / "dataset.json"
                                              : std::filesystem::path(SHARED_DATA) / (name + ".h5");
    if (!std::filesystem::exists(file)) {
        std::fprintf(stderr, "labels: %s is not here; nothing is measured on it\n", file.filename().c_str());
        return;
    }
    const FeatureSource source = isDemo ? FeatureSource{{}, file, {}} : FeatureSource{file, {}, {}};
    measureSet(setOf(readSuspectData(source, 0, SuspectFrames::None), isOfClasses),
               isOfClasses ? name + " in three classes" : name, seeds);
}

void measureMadeSet(double noise, std::size_t seeds)
{
    test::MadeSettings settings;
    settings.noise = noise;
    const SuspectData data{test::makeSegments(settings).words, {}, "made segments", "sentiment"};
    measureSet(setOf(data, /*isOfClasses=*/false), fmt::format("made at noise {}", noise), seeds);
}

}
