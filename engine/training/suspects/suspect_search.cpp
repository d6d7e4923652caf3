#include "engine/training/suspects/suspect_search.h"

#include "engine/core/error.h"
#include "engine/core/neutral.h"
#include "engine/core/segment_id.h"
#include "engine/models/threads.h"
#include "engine/training/data/feature_files.h"
#include "engine/training/data/feature_shaping.h"
#include "engine/training/data/packed_dataset.h"
#include "engine/training/data/task.h"
#include "engine/training/suspects/data_errors.h"
#include "engine/training/suspects/labels_of.h"
#include "engine/training/suspects/word_edges.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <ranges>
#include <set>

namespace engine {

namespace {

/// Part of a job's progress: from `first` to `last`.
RunContext partOf(const RunContext& run, double first, double last)
{
    RunContext part = run;
    if (run.progress)
        part.progress = [&run, first, last](double done) { run.progress(first + (last - first) * done); };
    return part;
}

FoldData labelledFold(const FeatureSource& source, const SegmentRecipe& recipe, const RunContext& run)
{
    std::vector<LabelledSegment> segments = labelledSegments(readDatasetList(source.dataset), recipe, run);
    std::erase_if(segments, [](const LabelledSegment& segment) { return segment.labels.empty(); });
    if (segments.empty())
        throw FormatError("no_labels", source.name(),
                          fmt::format("has no labelled segment in its sequence {}", recipe.labels));
    return foldOf("train", segments, !recipe.hasOwnRows);
}

/// Of classes with a column each.
std::string classNamed(const std::vector<std::string>& names, std::size_t column)
{
    return column < names.size() ? names[column] : fmt::format("class {}", column + 1);
}

/// Drops the columns of classes that no segment has: nothing can be learnt of them, and nothing said.
void keepUsedClasses(SuspectData& data)
{
    const FeatureMatrix& labels = data.segments.labels;
    if (!areOneHot(labels))
        return;
    std::vector<std::size_t> used;
    for (std::size_t column = 0; column < labels.columns; ++column) {
        const auto isOf = [&](std::size_t row) { return labels.at(row, column) > 0.5F; };
        if (std::ranges::any_of(std::views::iota(std::size_t{0}, labels.rows), isOf))
            used.push_back(column);
    }
    if (used.size() < 2 || used.size() == labels.columns)
        return;
    FeatureMatrix kept(labels.rows, used.size());
    std::vector<std::string> names;
    for (std::size_t place = 0; place < used.size(); ++place) {
        for (std::size_t row = 0; row < labels.rows; ++row)
            kept.at(row, place) = labels.at(row, used[place]);
        names.push_back(classNamed(data.labelNames, used[place]));
    }
    data.segments.labels = std::move(kept);
    data.labelNames = std::move(names);
}

/// Leaves the columns that are used, and names the one that is looked through: classes with a column each
/// have none of their own.
void settleColumns(SuspectData& data, std::size_t column)
{
    keepUsedClasses(data);
    if (!areOneHot(data.segments.labels) && column < data.labelNames.size())
        data.labelName = data.labelNames[column];
}

/// Segments of a packed file, all folds together.
void takePacked(SuspectData& data, FeatureData read, std::size_t column)
{
    requireLabels(read);
    settleBrokenNumbers(read, /*asZero=*/false);
    data.labelNames = read.labelNames;
    if (read.isUtteranceLevel)
        for (FoldData& fold : read.folds)
            fold = windowed(fold, 1);
    data.segments = pooled(read);
    settleColumns(data, column);
}

/// What is labelled: numbers on a scale, one of two values, or one of the classes that have a column each.
void takeLabels(const SuspectData& data, std::size_t column, SuspectEvidence& evidence)
{
    const FeatureMatrix& labels = data.segments.labels;
    PredictionEvidence& predictions = evidence.predictions;
    if (areOneHot(labels)) {
        for (std::size_t i = 0; i < labels.rows; ++i) {
            std::size_t own = 0;
            while (own + 1 < labels.columns && labels.at(i, own) < 0.5F)
                ++own;
            predictions.labels.push_back(static_cast<double>(own));
        }
        for (std::size_t k = 0; k < labels.columns; ++k) {
            predictions.classes.push_back(static_cast<double>(k));
            evidence.classNames.push_back(classNamed(data.labelNames, k));
        }
        return;
    }
    for (std::size_t i = 0; i < labels.rows; ++i)
        predictions.labels.push_back(labels.at(i, column));
    const std::set<double> values(predictions.labels.begin(), predictions.labels.end());
    if (values.size() == 2)
        predictions.classes.assign(values.begin(), values.end());
}

/// The segments of each video in their order: by their times, else by the numbers in their ids, else as they
/// come.
SegmentChains chainsOf(const FoldData& segments)
{
    std::map<std::string, std::vector<std::size_t>> videos;
    for (std::size_t i = 0; i < segments.size(); ++i)
        videos[videoOfSegment(segments.ids[i])].push_back(i);
    SegmentChains chains;
    for (auto& [video, places] : videos) {
        if (!segments.spans.empty())
            std::ranges::stable_sort(places, {}, [&](std::size_t i) { return segments.spans[i].start; });
        else
            std::ranges::stable_sort(
                places, {}, [&](std::size_t i) { return placeOfSegment(segments.ids[i]).value_or(0); });
        chains.push_back(std::move(places));
    }
    return chains;
}

/// The usual scale where labels lie within one, else as far as they go.
LabelScale scaleOf(const std::vector<double>& labels)
{
    const auto [low, high] = std::ranges::minmax(labels);
    if (low < 0.0 && low >= -3.0 && high <= 3.0 && (low < -1.0 || high > 1.0))
        return {-3.0, 3.0, 0.0};
    return {low, high, neutralOf(low, high)};
}

SegmentRatings ratingsOf(const RatingTable& table, const FoldData& segments, const std::string& where)
{
    std::map<std::string, std::size_t> units;
    for (std::size_t unit = 0; unit < table.units().size(); ++unit)
        units.emplace(table.units()[unit], unit);
    SegmentRatings ratings;
    ratings.raters = table.raters();
    ratings.values.assign(ratings.raters.size(), std::vector<std::optional<double>>(segments.size()));
    std::size_t found = 0;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const auto unit = units.find(segments.ids[i]);
        if (unit == units.end())
            continue;
        ++found;
        for (std::size_t rater = 0; rater < ratings.raters.size(); ++rater)
            ratings.values[rater][i] = table.value(unit->second, rater);
    }
    if (found == 0)
        throw FormatError("no_ratings", where,
                          fmt::format("none of its segments is among the {} units of the ratings; they are "
                                      "expected to be named as the segments are, such as {}",
                                      table.units().size(), segments.ids.front()));
    return ratings;
}

}

SuspectData readSuspectData(const FeatureSource& source, std::size_t column, SuspectFrames frames,
                            const RunContext& run)
{
    SuspectData data;
    data.where = source.name();
    if (!source.data.empty()) {
        takePacked(data, readFeatureFile(source.data), column);
        return data;
    }
    const DatasetList list = readDatasetList(source.dataset);
    if (const std::filesystem::path packed = packedFileOf(list, source.recipe); !packed.empty()) {
        const PackedDataset dataset = readPackedDataset(list, source.recipe, packed, run);
        takePacked(data, kept(dataset, dataset.isOfLabels).data, column);
        return data;
    }
    data.segments = labelledFold(source, source.recipe, partOf(run, 0.0, 0.5));
    data.labelNames = labelNamesIn(list, source.recipe, data.segments.labels.columns);
    settleColumns(data, column);
    settleBrokenNumbers(data.segments, data.where, /*asZero=*/false);
    if (frames == SuspectFrames::None)
        return data;
    SegmentRecipe timed = source.recipe;
    timed.rate = FixedRate{kFrameRate};
    try {
        data.frames = labelledFold(source, timed, partOf(run, 0.5, 1.0));
        settleBrokenNumbers(data.frames, data.where, /*asZero=*/false);
        data.words = segmentWords(list, source.recipe, data.segments);
    } catch (const FormatError&) { // sequences that are aligned already have no time
        data.frames = FoldData();
    } catch (const ShapeError&) {
        data.frames = FoldData();
    }
    return data;
}

Suspects findSuspects(const SuspectData& data, const std::optional<RatingTable>& ratings,
                      const OutOfFoldSettings& settings, const RunContext& run)
{
    const FoldData& segments = data.segments;
    SuspectEvidence evidence;
    if (ratings)
        evidence.ratings = ratingsOf(*ratings, segments, data.where);
    OutOfFold models = trainOutOfFold(segments, settings, data.where, partOf(run, 0.0, 0.85));
    const TorchThreads torchThreads(1); // sums are in the same order on all machines
    evidence.ids = segments.ids;
    evidence.seed = settings.seed;
    takeLabels(data, settings.column, evidence);
    evidence.predictions.folds = models.folds;
    for (OutOfFold::Member& member : models.members) {
        if (member.name == kRidgeOfAll)
            evidence.predictions.plain = evidence.memberNames.size();
        evidence.memberNames.push_back(member.name);
        evidence.memberOnly.push_back(member.only);
        evidence.predictions.members.push_back(std::move(member.values));
    }
    evidence.predictions.neighbours = std::move(models.neighbours);
    evidence.predictions.neighbourDeviations = std::move(models.neighbourDeviations);
    evidence.neighbours = std::move(models.nearest);
    evidence.errors = std::move(models.errors);
    evidence.scale = scaleOf(evidence.predictions.labels);
    evidence.chains = chainsOf(segments);

    const bool hasFrames = data.frames.size() > 0 && data.frames.ids == segments.ids;
    const bool hasSteps = segments.isAligned() && segments.steps() > 1;
    if (hasFrames || hasSteps)
        evidence.data.push_back(
            otherFaces(hasFrames ? data.frames : segments, models.folds, hasFrames, partOf(run, 0.85, 0.92)));
    if (hasFrames)
        evidence.data.push_back(lateSounds(data.frames, models.folds, partOf(run, 0.92, 0.96)));
    if (hasFrames && !data.words.empty())
        evidence.data.push_back(
            wordEdges(data.frames, segments, data.words, models.folds, partOf(run, 0.96, 0.99)));
    Suspects suspects = rankedSuspects(evidence);
    suspects.source = data.where;
    suspects.labelName = data.labelName;
    suspects.folds = settings.folds;
    suspects.seed = settings.seed;
    suspects.seesTime = hasFrames;
    std::map<std::string_view, std::size_t> places;
    for (std::size_t i = 0; i < segments.spans.size(); ++i)
        places[segments.ids[i]] = i;
    for (Suspect& suspect : suspects.segments) {
        const auto place = places.find(suspect.id);
        if (place == places.end())
            continue;
        suspect.span = segments.spans[place->second];
        if (suspect.edge) {
            suspect.edge->written += suspect.span.start;
            suspect.edge->suggested += suspect.span.start;
        }
    }
    run.tick(1, 1);
    return suspects;
}

}
