#include "engine/alignment/timed_segments.h"

#include "engine/alignment/overlap.h"
#include "engine/alignment/recipe_sequences.h"
#include "engine/core/error.h"
#include "engine/sequences/computational_sequence.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <set>

namespace engine {

namespace {

/// The files of a recipe of which some may be missing.
struct TimedFiles {
    TimedFiles(const DatasetList& list, const SegmentRecipe& recipe)
        : modalities(openModalities(list, recipe))
    {
        const bool areWordsRows = !recipe.hasOwnRows && !recipe.rate;
        if (areWordsRows || list.sequence(recipe.words))
            words.emplace(openWords(list, recipe));
        if (!recipe.windows)
            labels.emplace(openSequence(list, recipe.labels));
    }

    ModalityColumns modalities;
    std::optional<CsdFile> words, labels;
};

/// A segment before its rows are made.
struct TimedSpan {
    std::string id;
    Interval span;
    std::vector<float> labels{};
};

/// Mean 0 and deviation 1 in each column; one that is constant becomes 0, numbers that are none stay.
void scaleColumns(FeatureMatrix& features)
{
    for (std::size_t column = 0; column < features.columns; ++column) {
        double sum = 0.0, squares = 0.0, count = 0.0;
        for (std::size_t row = 0; row < features.rows; ++row) {
            const auto value = static_cast<double>(features.at(row, column));
            if (!std::isfinite(value))
                continue;
            sum += value;
            ++count;
        }
        const double mean = count > 0.0 ? sum / count : 0.0;
        for (std::size_t row = 0; row < features.rows; ++row) {
            const double distance = static_cast<double>(features.at(row, column)) - mean;
            squares += std::isfinite(distance) ? distance * distance : 0.0;
        }
        const double deviation = count > 0.0 ? std::sqrt(squares / count) : 0.0;
        const double scale = deviation > 1e-6 * std::abs(mean) ? 1.0 / deviation : 0.0;
        for (std::size_t row = 0; row < features.rows; ++row) {
            float& value = features.at(row, column);
            if (std::isfinite(value))
                value = static_cast<float>((static_cast<double>(value) - mean) * scale);
        }
    }
}

/// One video's rows.
class TimedVideo {
public:
    TimedVideo(const TimedFiles& files, const std::string& video, const SegmentRecipe& recipe)
        : m_recipe(recipe)
    {
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            if (!files.modalities[i])
                continue;
            TimedFeatures rows = files.modalities[i]->read(video);
            if (recipe.isScaledByVideo)
                scaleColumns(rows.features);
            m_rows[i] = std::make_shared<const TimedFeatures>(std::move(rows));
            if (!recipe.hasOwnRows)
                m_collapsers[i] = WordCollapser(m_rows[i]);
        }
        if (files.words) {
            m_words = readIntervals(*files.words, video);
            m_wordType = timeTypeOf(*files.words, video);
            m_texts = textsOf(*files.words, video);
        }
    }

    /// From where the last modality begins to where the first ends; of text there are rows only where
    /// somebody speaks.
    Interval common() const
    {
        std::optional<Interval> common;
        for (const Modality modality : {Modality::Acoustic, Modality::Visual}) {
            const auto& rows = m_rows[static_cast<std::size_t>(modality)];
            if (!rows || rows->intervals.empty())
                continue;
            const Interval whole{rows->intervals.front().start,
                                 std::ranges::max(rows->intervals, {}, &Interval::end).end};
            common = common ? Interval{std::max(common->start, whole.start), std::min(common->end, whole.end)}
                            : whole;
        }
        return common.value_or(Interval{});
    }

    /// Absent for a span without any row.
    std::optional<LabelledSegment> segment(TimedSpan&& span) const
    {
        const auto [first, last] = wordsOf(span.span, m_words, m_wordType);
        SegmentInput input = m_recipe.hasOwnRows
            ? ownRows(span.span)
            : alignedRows(m_recipe.rate
                              ? stepsOf(span.span, *m_recipe.rate)
                              : std::vector<Interval>(m_words.begin() + static_cast<std::ptrdiff_t>(first),
                                                      m_words.begin() + static_cast<std::ptrdiff_t>(last)));
        const bool hasRows = std::ranges::any_of(
            allModalities, [&](Modality modality) { return input.of(modality).rows > 0; });
        if (!hasRows || span.span.length() < kTouching)
            return std::nullopt;
        return LabelledSegment{std::move(span.id),
                               "",
                               span.span,
                               std::move(input),
                               std::move(span.labels),
                               transcriptOf(m_texts, first, last)};
    }

private:
    SegmentInput alignedRows(const std::vector<Interval>& intervals) const
    {
        return segmentInput(intervals, m_collapsers[0], m_collapsers[1], m_collapsers[2], m_recipe.collapse);
    }

    SegmentInput ownRows(Interval span) const
    {
        SegmentInput input;
        for (const Modality modality : allModalities) {
            const auto& rows = m_rows[static_cast<std::size_t>(modality)];
            if (!rows)
                continue;
            FeatureMatrix& own = input.of(modality);
            own.columns = rows->features.columns;
            for (const std::size_t i : rowsInside(rows->intervals, span)) {
                const std::span<const float> row = rows->features.row(i);
                own.values.insert(own.values.end(), row.begin(), row.end());
                ++own.rows;
            }
        }
        return input;
    }

    const SegmentRecipe& m_recipe;
    std::array<std::shared_ptr<const TimedFeatures>, allModalities.size()> m_rows;
    std::array<WordCollapser, allModalities.size()> m_collapsers;
    std::vector<Interval> m_words;
    ElementType m_wordType = ElementType::Float64; ///< of their times in the file
    std::vector<std::string> m_texts; ///< of the words, or none
};

std::vector<TimedSpan> windowsOf(const std::string& video, Interval whole, const SlidingWindow& windows,
                                 bool mayOverlap)
{
    const double hop = mayOverlap ? windows.hop : std::max(windows.hop, windows.window);
    std::vector<TimedSpan> spans;
    for (std::size_t k = 0;; ++k) {
        const double start = whole.start + static_cast<double>(k) * hop;
        const double end = k == 0 ? std::min(start + windows.window, whole.end) : start + windows.window;
        if (end > whole.end + kTouching || end - start < kTouching)
            return spans;
        spans.push_back({fmt::format("{}[{}]", video, k), {start, end}});
    }
}

/// The segments that the labels have of a video: in one entry with a row for each, or in an entry for each.
std::vector<TimedSpan> labelledSpans(const CsdFile& labels, const std::string& video,
                                     const std::vector<std::string>& ids)
{
    std::vector<TimedSpan> spans;
    for (const std::string& id : ids) {
        TimedFeatures rows = readFeatures(labels, id);
        for (std::size_t k = 0; k < rows.intervals.size(); ++k) {
            const std::span<const float> values = rows.features.row(k);
            spans.push_back({isSegmentId(id) ? id : fmt::format("{}[{}]", video, k),
                             rows.intervals[k],
                             {values.begin(), values.end()}});
        }
    }
    std::ranges::stable_sort(spans, {}, [](const TimedSpan& span) { return span.span.start; });
    return spans;
}

/// The videos that labels, or else sound and picture, have, with the labels' entries.
std::map<std::string, std::vector<std::string>> videosIn(const TimedFiles& files)
{
    if (files.labels)
        return entriesByVideo(*files.labels);
    std::map<std::string, std::vector<std::string>> videos;
    for (const Modality modality : {Modality::Acoustic, Modality::Visual}) {
        const auto& file = files.modalities[static_cast<std::size_t>(modality)];
        for (const std::string& id : file ? file->file().ids() : std::vector<std::string>())
            videos[strippedId(id)];
    }
    return videos;
}

/// A video that lacks a sequence has it in the width of the others.
void giveWidths(std::vector<LabelledSegment>& segments)
{
    for (const Modality modality : allModalities) {
        std::size_t width = 0;
        for (const LabelledSegment& segment : segments)
            width = std::max(width, segment.input.of(modality).columns);
        for (LabelledSegment& segment : segments) {
            FeatureMatrix& features = segment.input.of(modality);
            if (features.columns == 0)
                features = FeatureMatrix(features.rows, width);
        }
    }
}

}

std::vector<Interval> stepsOf(Interval segment, FixedRate rate)
{
    const auto count = std::max<std::int64_t>(1, std::llround(segment.length() * rate.hertz));
    std::vector<Interval> steps;
    for (std::int64_t i = 0; i < count; ++i)
        steps.push_back({segment.start + static_cast<double>(i) / rate.hertz,
                         segment.start + static_cast<double>(i + 1) / rate.hertz});
    return steps;
}

std::vector<LabelledSegment> timedSegments(const DatasetList& list, const SegmentRecipe& recipe,
                                           const RunContext& run)
{
    const TimedFiles files(list, recipe);
    const auto videos = videosIn(files);
    std::vector<LabelledSegment> segments;
    std::size_t done = 0;
    for (const auto& [video, ids] : videos) {
        run.tick(done++, videos.size());
        const TimedVideo rows(files, video, recipe);
        const bool isLearntFrom = list.foldOf(video).value_or("") == "train";
        std::vector<TimedSpan> spans = recipe.windows
            ? windowsOf(video, rows.common(), *recipe.windows, isLearntFrom)
            : labelledSpans(*files.labels, video, ids);
        for (TimedSpan& span : spans) {
            auto segment = rows.segment(std::move(span));
            if (!segment)
                continue;
            segment->fold = list.foldOf(segment->id).value_or("");
            segments.push_back(std::move(*segment));
        }
    }
    giveWidths(segments);
    return segments;
}

}
