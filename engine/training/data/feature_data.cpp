#include "engine/training/data/feature_data.h"

#include "engine/core/error.h"
#include "engine/core/same_length.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numeric>

namespace engine {

namespace {

void appendTo(OfParticipants& pool, const OfParticipants& more)
{
    if (more.count == 0)
        return;
    pool.count = more.count;
    pool.values.columns = more.values.columns;
    pool.values.rows += more.values.rows;
    pool.values.values.insert(pool.values.values.end(), more.values.values.begin(), more.values.values.end());
}

OfParticipants selectedOf(const OfParticipants& from, std::span<const std::size_t> segments)
{
    if (from.count == 0)
        return {};
    OfParticipants result{from.count, FeatureMatrix(segments.size(), from.values.columns)};
    for (std::size_t i = 0; i < segments.size(); ++i)
        std::ranges::copy(from.values.row(segments[i]), result.values.row(i).begin());
    return result;
}

void append(FoldData& pool, const FoldData& fold, bool isAligned)
{
    for (const Modality modality : allModalities) {
        FeatureBlock& to = pool.of(modality);
        const FeatureBlock& from = fold.of(modality);
        const std::size_t before = pool.size();
        to.values.resize((before + fold.size()) * to.segmentLength());
        for (std::size_t i = 0; i < fold.size() && from.width > 0; ++i)
            std::ranges::copy(from.segment(i), to.segment(before + i).begin());
        const std::vector<bool>& presence = fold.presenceOf(modality);
        pool.presenceOf(modality).insert(pool.presenceOf(modality).end(), presence.begin(), presence.end());
    }
    for (const Modality modality : {Modality::Acoustic, Modality::Visual}) {
        std::vector<std::int64_t>& own = pool.of(modality).lengths;
        if (!isAligned)
            own.insert(own.end(), fold.lengthsOf(modality).begin(), fold.lengthsOf(modality).end());
    }
    pool.ids.insert(pool.ids.end(), fold.ids.begin(), fold.ids.end());
    pool.lengths.insert(pool.lengths.end(), fold.lengths.begin(), fold.lengths.end());
    pool.labels.values.insert(pool.labels.values.end(), fold.labels.values.begin(), fold.labels.values.end());
    pool.labels.rows += fold.labels.rows;
    pool.spans.insert(pool.spans.end(), fold.spans.begin(), fold.spans.end());
    pool.transcripts.insert(pool.transcripts.end(), fold.transcripts.begin(), fold.transcripts.end());
    pool.turns.insert(pool.turns.end(), fold.turns.begin(), fold.turns.end());
    appendTo(pool.listening, fold.listening);
    appendTo(pool.seen, fold.seen);
}

/// Whether each fold with segments has as many slots and columns of these as the others; else the pool has
/// none.
bool areAlike(const FeatureData& data, OfParticipants FoldData::*member)
{
    const OfParticipants* first = nullptr;
    for (const FoldData& fold : data.folds) {
        const OfParticipants& own = fold.*member;
        if (fold.size() == 0)
            continue;
        if (first && (own.count != first->count || own.values.columns != first->values.columns))
            return false;
        first = first ? first : &own;
    }
    return true;
}

/// Rows of labels stand in the pool one after the other: they must be of one width.
std::size_t labelColumnsOf(const FeatureData& data)
{
    const FoldData* first = nullptr;
    for (const FoldData& fold : data.folds) {
        if (fold.size() == 0)
            continue;
        if (first && fold.labels.columns != first->labels.columns)
            throw FormatError("no_labels", data.source,
                              fmt::format("the fold {} has {} labels per segment, {} has {}", fold.name,
                                          fold.labels.columns, first->name, first->labels.columns));
        first = first ? first : &fold;
    }
    return first ? first->labels.columns : 0;
}

}

bool FoldData::hasAny(Modality modality) const
{
    return std::ranges::find(presenceOf(modality), true) != presenceOf(modality).end();
}

const std::vector<std::int64_t>& FoldData::lengthsOf(Modality modality) const
{
    return of(modality).lengths.empty() ? lengths : of(modality).lengths;
}

bool FoldData::isAligned() const
{
    return std::ranges::all_of(features, [](const FeatureBlock& block) { return block.lengths.empty(); });
}

bool FeatureData::isAligned() const
{
    return std::ranges::all_of(folds, &FoldData::isAligned);
}

std::size_t FeatureData::widthOf(Modality modality) const
{
    std::size_t width = 0;
    for (const FoldData& fold : folds)
        width = std::max(width, fold.of(modality).width);
    return width;
}

FoldData selected(const FoldData& fold, std::span<const std::size_t> segments)
{
    for (const std::size_t segment : segments)
        requirePlace("segment", segment, fold.size());
    FoldData result;
    result.name = fold.name;
    result.media = fold.media;
    result.noise = fold.noise;
    result.labels = FeatureMatrix(segments.size(), fold.labels.columns);
    result.listening = selectedOf(fold.listening, segments);
    result.seen = selectedOf(fold.seen, segments);
    for (const Modality modality : allModalities) {
        const FeatureBlock& from = fold.of(modality);
        FeatureBlock& to = result.of(modality);
        to = {from.steps, from.width,
              std::vector<float>(from.values.empty() ? 0 : segments.size() * from.segmentLength())};
        for (std::size_t i = 0; i < segments.size(); ++i) {
            if (!from.lengths.empty())
                to.lengths.push_back(from.lengths[segments[i]]);
            if (!from.values.empty())
                std::ranges::copy(from.segment(segments[i]), to.segment(i).begin());
            result.presenceOf(modality).push_back(fold.presenceOf(modality)[segments[i]]);
        }
    }
    for (std::size_t i = 0; i < segments.size(); ++i) {
        result.ids.push_back(fold.ids[segments[i]]);
        result.lengths.push_back(fold.lengths[segments[i]]);
        std::ranges::copy(fold.labels.row(segments[i]), result.labels.row(i).begin());
        if (!fold.transcripts.empty())
            result.transcripts.push_back(fold.transcripts[segments[i]]);
        if (!fold.spans.empty())
            result.spans.push_back(fold.spans[segments[i]]);
        if (!fold.turns.empty())
            result.turns.push_back(fold.turns[segments[i]]);
    }
    return result;
}

FoldData slice(const FoldData& fold, std::size_t first, std::size_t last)
{
    std::vector<std::size_t> segments(last - first);
    std::iota(segments.begin(), segments.end(), first);
    return selected(fold, segments);
}

FoldData pooled(const FeatureData& data)
{
    FoldData pool;
    const bool haveTranscripts = std::ranges::all_of(
        data.folds, [](const FoldData& fold) { return fold.transcripts.size() == fold.size(); });
    const bool haveTurns = std::ranges::all_of(
        data.folds, [](const FoldData& fold) { return fold.turns.size() == fold.size(); });
    pool.labels.columns = labelColumnsOf(data);
    for (const Modality modality : allModalities) {
        FeatureBlock& block = pool.of(modality);
        block.width = data.widthOf(modality);
        for (const FoldData& fold : data.folds)
            block.steps = std::max(block.steps, fold.of(modality).steps);
    }
    for (const FoldData& fold : data.folds)
        append(pool, fold, data.isAligned());
    if (!haveTranscripts)
        pool.transcripts.clear();
    if (!haveTurns)
        pool.turns.clear();
    for (const auto member : {&FoldData::listening, &FoldData::seen}) {
        if (!haveTurns || !areAlike(data, member))
            pool.*member = {};
    }
    return pool;
}

bool isUnlabelled(const FoldData& fold, std::size_t segment)
{
    return std::ranges::any_of(fold.labels.row(segment), [](float label) { return std::isnan(label); });
}

FoldData labelledOnly(const FoldData& fold)
{
    std::vector<std::size_t> segments;
    for (std::size_t i = 0; i < fold.size(); ++i) {
        if (!isUnlabelled(fold, i))
            segments.push_back(i);
    }
    return segments.size() == fold.size() ? fold : selected(fold, segments);
}

void noteUnaligned(FeatureData& data)
{
    if (data.isAligned())
        return;
    std::array<std::size_t, allModalities.size()> steps{};
    for (const FoldData& fold : data.folds) {
        for (std::size_t i = 0; i < steps.size(); ++i)
            steps[i] = std::max(steps[i], fold.features[i].steps);
    }
    data.notes.push_back(fmt::format("unaligned: each modality has steps of its own, text up to {}, acoustic "
                                     "{}, visual {}",
                                     steps[0], steps[1], steps[2]));
}

}
