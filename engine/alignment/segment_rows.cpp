#include "engine/alignment/segment_rows.h"

#include <algorithm>

#include <fmt/format.h>

#include "engine/alignment/overlap.h"
#include "engine/core/error.h"

namespace engine {

namespace {

CsdFile open(const DatasetList& list, const std::string& key)
{
    const DatasetList::Sequence* sequence = list.sequence(key);
    if (!sequence)
        throw FormatError("recipe_invalid", list.name, "the dataset has no sequence called " + key);
    return CsdFile(sequence->file);
}

/// The numeric mean needs no copies of rows; it is what runs while a boundary is dragged.
void meanInto(std::span<float> target, const FeatureMatrix& features, std::span<const std::size_t> rows)
{
    std::vector<double> sums(target.size(), 0.0);
    for (const std::size_t row : rows) {
        const std::span<const float> values = features.row(row);
        for (std::size_t column = 0; column < sums.size(); ++column)
            sums[column] += static_cast<double>(values[column]);
    }
    for (std::size_t column = 0; column < sums.size(); ++column)
        target[column] = static_cast<float>(sums[column] / static_cast<double>(rows.size()));
}

void collapseInto(std::span<float> target, const FeatureMatrix& features, const OverlapFinder::Rows& rows,
                  const CollapseFunction& function)
{
    FeatureArray array {ElementType::Float32, {rows.indices.size(), features.columns}, {}};
    std::vector<float> values;
    for (const std::size_t row : rows.indices) {
        const std::span<const float> source = features.row(row);
        values.insert(values.end(), source.begin(), source.end());
    }
    array.values = std::move(values);
    const Entry collapsed = collapse({{ElementType::Float64, rows.clipped}, std::move(array)}, std::span(&function, 1));
    const FeatureMatrix row = collapsed.features.toMatrix();
    if (row.columns != target.size())
        throw ShapeError("dimension_mismatch",
                         fmt::format("'{}' changes the number of dimensions, which a model cannot take.", function.toString()));
    std::copy(row.values.begin(), row.values.end(), target.begin());
}

}

AlignedWords alignToWords(std::span<const Interval> words, const TimedFeatures& source, const CollapseFunction& collapse)
{
    const IntervalArray intervals {ElementType::Float64, source.intervals};
    const OverlapFinder finder(intervals, ElementType::Float64);
    AlignedWords aligned {FeatureMatrix(words.size(), source.features.columns), std::vector<WordRow>(words.size())};
    for (std::size_t k = 0; k < words.size(); ++k) {
        const OverlapFinder::Rows rows = finder.find(words[k]);
        if (rows.indices.empty())
            continue;
        aligned.rows[k] = {rows.indices.size(), {rows.clipped.front().start, rows.clipped.back().end}};
        if (collapse.name == "mean")
            meanInto(aligned.features.row(k), source.features, rows.indices);
        else
            collapseInto(aligned.features.row(k), source.features, rows, collapse);
    }
    return aligned;
}

std::pair<std::size_t, std::size_t> wordsOf(Interval segment, std::span<const Interval> words)
{
    const auto first = std::partition_point(words.begin(), words.end(), [&](Interval word) {
        return word.end - segment.start <= kTouching;
    });
    const auto last = std::partition_point(first, words.end(), [&](Interval word) {
        return segment.end - word.start > kTouching;
    });
    return {static_cast<std::size_t>(first - words.begin()), static_cast<std::size_t>(last - words.begin())};
}

SegmentInput segmentInput(std::span<const Interval> words, const TimedFeatures& text, const TimedFeatures& acoustic,
                          const TimedFeatures& visual, const CollapseFunction& collapse)
{
    return {alignToWords(words, text, collapse).features, alignToWords(words, acoustic, collapse).features,
            alignToWords(words, visual, collapse).features};
}

std::vector<LabelledSegment> labelledSegments(const DatasetList& list, const SegmentRecipe& recipe, const RunContext& run)
{
    const CsdFile words = open(list, recipe.words);
    const CsdFile text = open(list, recipe.text);
    const CsdFile acoustic = open(list, recipe.acoustic);
    const CsdFile visual = open(list, recipe.visual);
    const CsdFile labels = open(list, recipe.labels);
    std::vector<LabelledSegment> segments;
    for (std::size_t done = 0; done < labels.ids().size(); ++done) {
        run.tick(done, labels.ids().size());
        const std::string& video = labels.ids()[done];
        if (video.find('[') != std::string::npos)
            throw FormatError("reference_already_aligned", labels.path().string(),
                              video + " is a segment already; expected one entry per video");
        const TimedFeatures rows = readFeatures(labels, video);
        const std::vector<Interval> wordTimes = words.contains(video) ? words.intervals(video).values : std::vector<Interval> {};
        const TimedFeatures sources[] {readFeatures(text, video), readFeatures(acoustic, video), readFeatures(visual, video)};
        for (std::size_t k = 0; k < rows.intervals.size(); ++k) {
            const auto [first, last] = wordsOf(rows.intervals[k], wordTimes);
            if (first >= last || rows.intervals[k].length() < kTouching)
                continue;
            const std::span<const float> values = rows.features.row(k);
            segments.push_back({fmt::format("{}[{}]", video, k), list.foldOf(video).value_or(""), rows.intervals[k],
                                segmentInput(std::span(wordTimes).subspan(first, last - first), sources[0], sources[1],
                                             sources[2], recipe.collapse),
                                {values.begin(), values.end()}});
        }
    }
    return segments;
}

}
