#include "engine/alignment/segment_rows.h"

#include "engine/alignment/overlap.h"
#include "engine/core/error.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

namespace engine {

namespace {

constexpr std::size_t kPieceBytes = std::size_t{4} << 20; // of rows that are read from a file at once

CsdFile open(const DatasetList& list, const std::string& key)
{
    const DatasetList::Sequence* sequence = list.sequence(key);
    if (!sequence)
        throw FormatError("recipe_invalid", list.name, "the dataset has no sequence called " + key);
    return CsdFile(sequence->file);
}

/// The files that a recipe names.
struct RecipeFiles {
    RecipeFiles(const DatasetList& list, const SegmentRecipe& recipe)
        : words(open(list, recipe.words))
        , text(open(list, recipe.text))
        , acoustic(open(list, recipe.acoustic))
        , visual(open(list, recipe.visual))
        , labels(open(list, recipe.labels))
    {
    }

    CsdFile words;
    CsdFile text;
    CsdFile acoustic;
    CsdFile visual;
    CsdFile labels;
};

/// One video's words and the rows that can be aligned to them.
class VideoRows {
public:
    VideoRows(const RecipeFiles& files, const std::string& video)
        : m_video(video)
        , m_words(files.words.contains(video) ? files.words.intervals(video).values : std::vector<Interval>{})
        , m_text(readFeatures(files.text, video))
        , m_acoustic(readFeatures(files.acoustic, video))
        , m_visual(readFeatures(files.visual, video))
    {
    }

    const std::vector<Interval>& words() const { return m_words; }

    /// Absent for a span that is too short or has no words.
    std::optional<LabelledSegment> segment(std::size_t k, Interval span,
                                           const CollapseFunction& collapse) const
    {
        const auto [first, last] = wordsOf(span, m_words);
        if (first >= last || span.length() < kTouching)
            return std::nullopt;
        const auto part = std::span(m_words).subspan(first, last - first);
        return LabelledSegment{fmt::format("{}[{}]", m_video, k),
                               "",
                               span,
                               segmentInput(part, m_text, m_acoustic, m_visual, collapse),
                               {}};
    }

private:
    std::string m_video;
    std::vector<Interval> m_words;
    WordAligner m_text;
    WordAligner m_acoustic;
    WordAligner m_visual;
};

}

WordAligner::WordAligner(TimedFeatures source)
    : WordAligner(std::make_shared<const TimedFeatures>(std::move(source)))
{
}

WordAligner::WordAligner(std::shared_ptr<const TimedFeatures> source)
    : m_source(std::move(source))
    , m_finder(m_source->intervals, ElementType::Float64, ElementType::Float64)
{
}

WordAligner::WordAligner(std::shared_ptr<const StoredFeatures> source)
    : m_stored(std::move(source))
    , m_finder(m_stored->intervals(), ElementType::Float64, ElementType::Float64)
{
}

std::vector<float> WordAligner::row(std::size_t index) const
{
    if (m_stored)
        return m_stored->read(index, 1).values;
    const std::span<const float> values = m_source->features.row(index);
    return {values.begin(), values.end()};
}

/// Calls take(values) for each row. What lies in a file is read in pieces, with the few rows in between.
/// @param rows  in ascending order
template <typename Take>
void WordAligner::visitRows(std::span<const std::size_t> rows, Take take) const
{
    if (!m_stored) {
        for (const std::size_t row : rows)
            take(m_source->features.row(row));
        return;
    }
    const std::size_t atOnce
        = std::max<std::size_t>(1, kPieceBytes / (sizeof(float) * std::max<std::size_t>(1, dimensions())));
    for (std::size_t i = 0; i < rows.size();) {
        const std::size_t first = rows[i];
        const std::size_t count = std::min(atOnce, rows.back() - first + 1);
        const FeatureMatrix piece = m_stored->read(first, count);
        for (; i < rows.size() && rows[i] < first + count; ++i)
            take(piece.row(rows[i] - first));
    }
}

/// The numeric mean needs no copies of rows; it is what runs while a boundary is dragged.
void WordAligner::meanInto(std::span<float> target, std::span<const std::size_t> rows) const
{
    std::vector<double> sums(target.size(), 0.0);
    visitRows(rows, [&](std::span<const float> values) {
        for (std::size_t column = 0; column < sums.size(); ++column)
            sums[column] += static_cast<double>(values[column]);
    });
    for (std::size_t column = 0; column < sums.size(); ++column)
        target[column] = static_cast<float>(sums[column] / static_cast<double>(rows.size()));
}

void WordAligner::collapseInto(std::span<float> target, const OverlapFinder::Rows& rows,
                               const CollapseFunction& function) const
{
    FeatureArray array{ElementType::Float32, {rows.indices.size(), dimensions()}, {}};
    std::vector<float> values;
    visitRows(rows.indices, [&](std::span<const float> source) {
        values.insert(values.end(), source.begin(), source.end());
    });
    array.values = std::move(values);
    const Entry collapsed
        = collapse({{ElementType::Float64, rows.clipped}, std::move(array)}, std::span(&function, 1));
    const FeatureMatrix row = collapsed.features.toMatrix();
    if (row.columns != target.size())
        throw ShapeError("dimension_mismatch",
                         fmt::format("'{}' changes the number of dimensions, which a model cannot take.",
                                     function.toString()));
    std::copy(row.values.begin(), row.values.end(), target.begin());
}

AlignedWords WordAligner::align(std::span<const Interval> words, const CollapseFunction& collapse) const
{
    AlignedWords aligned{FeatureMatrix(words.size(), dimensions()), std::vector<WordRow>(words.size())};
    for (std::size_t k = 0; k < words.size(); ++k) {
        const OverlapFinder::Rows rows = m_finder.find(words[k]);
        if (rows.indices.empty())
            continue;
        aligned.rows[k] = {rows.indices.size(), {rows.clipped.front().start, rows.clipped.back().end}};
        if (collapse.name == "mean")
            meanInto(aligned.features.row(k), rows.indices);
        else
            collapseInto(aligned.features.row(k), rows, collapse);
    }
    return aligned;
}

std::vector<std::size_t> WordAligner::receivedRows(std::span<const Interval> words) const
{
    std::vector<std::size_t> counts;
    counts.reserve(words.size());
    for (const Interval& word : words)
        counts.push_back(m_finder.find(word).indices.size());
    return counts;
}

std::pair<std::size_t, std::size_t> wordsOf(Interval segment, std::span<const Interval> words)
{
    const auto first = std::partition_point(
        words.begin(), words.end(), [&](Interval word) { return word.end - segment.start <= kTouching; });
    const auto last = std::partition_point(
        first, words.end(), [&](Interval word) { return segment.end - word.start > kTouching; });
    return {static_cast<std::size_t>(first - words.begin()), static_cast<std::size_t>(last - words.begin())};
}

SegmentInput segmentInput(std::span<const Interval> words, const WordAligner& text,
                          const WordAligner& acoustic, const WordAligner& visual,
                          const CollapseFunction& collapse)
{
    return {text.align(words, collapse).features, acoustic.align(words, collapse).features,
            visual.align(words, collapse).features};
}

std::vector<LabelledSegment> labelledSegments(const DatasetList& list, const SegmentRecipe& recipe,
                                              const RunContext& run)
{
    const RecipeFiles files(list, recipe);
    std::vector<LabelledSegment> segments;
    for (std::size_t done = 0; done < files.labels.ids().size(); ++done) {
        run.tick(done, files.labels.ids().size());
        const std::string& video = files.labels.ids()[done];
        if (video.find('[') != std::string::npos)
            throw FormatError("reference_already_aligned", files.labels.path().string(),
                              video + " is a segment already; expected one entry per video");
        const TimedFeatures rows = readFeatures(files.labels, video);
        const VideoRows sources(files, video);
        for (std::size_t k = 0; k < rows.intervals.size(); ++k) {
            auto segment = sources.segment(k, rows.intervals[k], recipe.collapse);
            if (!segment)
                continue;
            const std::span<const float> values = rows.features.row(k);
            segment->labels.assign(values.begin(), values.end());
            segment->fold = list.foldOf(video).value_or("");
            segments.push_back(std::move(*segment));
        }
    }
    return segments;
}

std::vector<Interval> utterances(std::span<const Interval> words)
{
    std::vector<Interval> spans;
    for (const Interval& word : words) {
        if (spans.empty() || word.start - spans.back().end > kUtterancePause)
            spans.push_back(word);
        else
            spans.back().end = std::max(spans.back().end, word.end);
    }
    return spans;
}

std::vector<LabelledSegment> unlabelledSegments(const DatasetList& list, const SegmentRecipe& recipe,
                                                const RunContext& run)
{
    const RecipeFiles files(list, recipe);
    std::vector<LabelledSegment> segments;
    for (std::size_t done = 0; done < files.words.ids().size(); ++done) {
        run.tick(done, files.words.ids().size());
        const std::string& video = files.words.ids()[done];
        if (files.labels.contains(video))
            continue;
        const VideoRows sources(files, video);
        const std::vector<Interval> spans = utterances(sources.words());
        for (std::size_t k = 0; k < spans.size(); ++k) {
            if (auto segment = sources.segment(k, spans[k], recipe.collapse))
                segments.push_back(std::move(*segment));
        }
    }
    return segments;
}

}
