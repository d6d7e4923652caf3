#include "engine/alignment/segment_rows.h"

#include "engine/alignment/listener_words.h"
#include "engine/alignment/overlap.h"
#include "engine/alignment/recipe_sequences.h"
#include "engine/alignment/sentences.h"
#include "engine/alignment/timed_segments.h"
#include "engine/alignment/word_rule.h"
#include "engine/core/error.h"
#include "engine/sequences/computational_sequence.h"
#include "engine/sequences/csd_file.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <optional>

namespace engine {

namespace {

/// The files that a recipe names.
struct RecipeFiles {
    RecipeFiles(const DatasetList& list, const SegmentRecipe& recipe)
        : words(openWords(list, recipe))
        , modalities(openModalities(list, recipe))
        , labels(openSequence(list, recipe.labels))
        , rowWords(list, words, recipe)
    {
    }
    RecipeFiles(const RecipeFiles&) = delete;

    CsdFile words;
    ModalityColumns modalities;
    CsdFile labels;
    ListenerWords rowWords; ///< of which rows are made
};

/// One video's words and the rows that can be aligned to them.
class VideoRows {
public:
    VideoRows(const RecipeFiles& files, const std::string& video, const SegmentRecipe& recipe)
        : m_recipe(recipe)
        , m_video(video)
        , m_rows{rowsIn(files.modalities[0], video), rowsIn(files.modalities[1], video),
                 rowsIn(files.modalities[2], video)}
    {
        RowWords words = files.rowWords.of(video);
        m_words = std::move(words.intervals);
        m_texts = std::move(words.texts);
        m_wordType = words.type;
        if (!recipe.fill)
            leaveOutIncomplete();
        else if (*recipe.fill != Fill::Zeros)
            alignAll(*recipe.fill);
    }

    const std::vector<Interval>& words() const { return m_words; }

    /// Absent for a span that is too short or has no words.
    std::optional<LabelledSegment> segment(std::size_t k, Interval span) const
    {
        const auto [first, last] = wordsOf(span, m_words, m_wordType);
        if (first >= last || span.length() < kTouching)
            return std::nullopt;
        LabelledSegment segment{fmt::format("{}[{}]", m_video, k), "", span, {}, {},
                                transcriptOf(m_texts, first, last)};
        for (const Modality modality : allModalities)
            segment.input.of(modality) = rowsOf(modality, first, last);
        return segment;
    }

private:
    /// None of a modality that the recipe does not have.
    static WordCollapser rowsIn(const std::optional<ChosenColumns>& columns, const std::string& video)
    {
        return WordCollapser(columns ? columns->read(video) : TimedFeatures());
    }

    void leaveOutIncomplete()
    {
        std::vector<bool> isComplete(m_words.size(), true);
        for (const Modality modality : allModalities) {
            const WordCollapser& rows = m_rows[static_cast<std::size_t>(modality)];
            if (rows.dimensions() == 0 || (m_recipe.isOfListeners && modality != Modality::Visual))
                continue; // the recipe has no such modality; who listens is only seen
            const std::vector<std::size_t> received = rows.receivedRows(m_words);
            for (std::size_t word = 0; word < m_words.size(); ++word)
                isComplete[word] = isComplete[word] && received[word] > 0;
        }
        const bool haveTexts = m_texts.size() == m_words.size();
        std::vector<Interval> words;
        std::vector<std::string> texts;
        for (std::size_t word = 0; word < m_words.size(); ++word) {
            if (!isComplete[word])
                continue;
            words.push_back(m_words[word]);
            if (haveTexts)
                texts.push_back(std::move(m_texts[word]));
        }
        m_words = std::move(words);
        m_texts = std::move(texts);
    }

    /// A fill may look at all words of the video, so that these are aligned once.
    void alignAll(Fill fill)
    {
        for (const Modality modality : allModalities) {
            const auto place = static_cast<std::size_t>(modality);
            m_aligned[place]
                = alignWords(m_rows[place], m_words, 0, m_words.size(), {m_recipe.collapse, fill}).features;
        }
    }

    FeatureMatrix rowsOf(Modality modality, std::size_t first, std::size_t last) const
    {
        const auto place = static_cast<std::size_t>(modality);
        const FeatureMatrix& all = m_aligned[place];
        if (all.rows == 0)
            return m_rows[place]
                .align(std::span(m_words).subspan(first, last - first), m_recipe.collapse)
                .features;
        FeatureMatrix part(last - first, all.columns);
        std::copy_n(all.values.begin() + static_cast<std::ptrdiff_t>(first * all.columns), part.values.size(),
                    part.values.begin());
        return part;
    }

    const SegmentRecipe& m_recipe;
    std::string m_video;
    std::vector<Interval> m_words;
    ElementType m_wordType = ElementType::Float64; ///< of their times in the file
    std::vector<std::string> m_texts; ///< of the words, or none
    std::array<WordCollapser, allModalities.size()> m_rows;
    std::array<FeatureMatrix, allModalities.size()> m_aligned; ///< of all words; none where zeros fill
};

/// The words of a segment that the labels have as an entry of its own: likewise an entry, or those of its
/// video that lie in it.
std::vector<Interval> wordsOfEntry(const RecipeFiles& files, const std::string& id, Interval span,
                                   const SegmentRecipe& recipe)
{
    const CsdFile& file = files.words;
    if (recipe.isOfListeners) {
        const RowWords all = files.rowWords.of(strippedId(id));
        const auto [from, to] = wordsOf(span, all.intervals, all.type);
        return {all.intervals.begin() + static_cast<std::ptrdiff_t>(from),
                all.intervals.begin() + static_cast<std::ptrdiff_t>(to)};
    }
    const bool isCut = file.contains(id);
    const std::string entry = isCut ? id : strippedId(id);
    const std::vector<Interval> words = readIntervals(file, entry);
    const auto [first, last] = wordsOf(span, words, timeTypeOf(file, entry));
    if (isCut && last - first < words.size())
        throw FormatError(
            "data_invalid", file.path().string(),
            fmt::format("{} has rows outside of the {} to {} s that its labels are of; expected "
                        "the rows of that segment (is it aligned to words, and the labels not?)",
                        id, span.start, span.end));
    return {words.begin() + static_cast<std::ptrdiff_t>(first),
            words.begin() + static_cast<std::ptrdiff_t>(last)};
}

/// One row per word: as they are where the entry is aligned to these words, otherwise by their times.
FeatureMatrix rowsOfEntry(const std::optional<ChosenColumns>& source, const std::string& id,
                          std::span<const Interval> words, const CollapseFunction& collapse)
{
    if (!source) // the recipe has no such modality
        return FeatureMatrix(words.size(), 0);
    TimedFeatures rows = source->read(source->file().contains(id) ? id : strippedId(id));
    const bool isAligned = std::ranges::equal(rows.intervals, words, [](Interval row, Interval word) {
        return std::abs(row.start - word.start) < kTouching && std::abs(row.end - word.end) < kTouching;
    });
    return isAligned ? std::move(rows.features)
                     : WordCollapser(std::move(rows)).align(words, collapse).features;
}

/// The segment of an entry `video[k]` of the labels, with its labels; absent when it has no words.
std::optional<LabelledSegment> alignedSegment(const RecipeFiles& files, const std::string& id,
                                              const SegmentRecipe& recipe)
{
    TimedFeatures labels = readFeatures(files.labels, id);
    if (labels.intervals.size() != 1)
        throw FormatError("data_invalid", files.labels.path().string(),
                          fmt::format("{} has {} rows; a segment is expected to have one, its labels", id,
                                      labels.intervals.size()));
    const Interval span = labels.intervals.front();
    const std::vector<Interval> words = wordsOfEntry(files, id, span, recipe);
    if (words.empty() || span.length() < kTouching)
        return std::nullopt;
    LabelledSegment segment{id, "", span, {}, std::move(labels.features.values)};
    for (const Modality modality : allModalities)
        segment.input.of(modality)
            = rowsOfEntry(files.modalities[static_cast<std::size_t>(modality)], id, words, recipe.collapse);
    return segment;
}

/// The segments of one video, of which the labels have one entry with a row for each.
std::vector<LabelledSegment> cutSegments(const RecipeFiles& files, const std::string& video,
                                         const SegmentRecipe& recipe)
{
    const TimedFeatures rows = readFeatures(files.labels, video);
    const VideoRows sources(files, video, recipe);
    std::vector<LabelledSegment> segments;
    for (std::size_t k = 0; k < rows.intervals.size(); ++k) {
        auto segment = sources.segment(k, rows.intervals[k]);
        if (!segment)
            continue;
        const std::span<const float> values = rows.features.row(k);
        segment->labels.assign(values.begin(), values.end());
        segments.push_back(std::move(*segment));
    }
    return segments;
}

/// The same where the labels have an entry for each.
std::vector<LabelledSegment> alignedSegments(const RecipeFiles& files, const std::vector<std::string>& ids,
                                             const SegmentRecipe& recipe)
{
    if (recipe.fill != Fill::Zeros)
        throw FormatError("recipe_invalid", files.labels.path().string(),
                          "is aligned already, with what fills its gaps; recipe.impute is for raw sequences");
    std::vector<LabelledSegment> segments;
    for (const std::string& id : ids) {
        if (auto segment = alignedSegment(files, id, recipe))
            segments.push_back(std::move(*segment));
    }
    std::ranges::stable_sort(segments, {},
                             [](const LabelledSegment& segment) { return segment.interval.start; });
    return segments;
}

}

std::pair<std::size_t, std::size_t> wordsOf(Interval segment, std::span<const Interval> words,
                                            ElementType wordType)
{
    if (wordType == ElementType::Float32 || wordType == ElementType::Float16) // as OverlapFinder clips words
        segment = {static_cast<float>(segment.start), static_cast<float>(segment.end)};
    const auto first = std::partition_point(
        words.begin(), words.end(), [&](Interval word) { return word.end - segment.start <= kTouching; });
    const auto last = std::partition_point(
        first, words.end(), [&](Interval word) { return segment.end - word.start > kTouching; });
    return {static_cast<std::size_t>(first - words.begin()), static_cast<std::size_t>(last - words.begin())};
}

SegmentInput segmentInput(std::span<const Interval> words, const WordCollapser& text,
                          const WordCollapser& acoustic, const WordCollapser& visual,
                          const CollapseFunction& collapse)
{
    return {text.align(words, collapse).features, acoustic.align(words, collapse).features,
            visual.align(words, collapse).features};
}

std::vector<LabelledSegment> labelledSegments(const DatasetList& list, const SegmentRecipe& recipe,
                                              const RunContext& run)
{
    if (recipe.isTimed())
        return timedSegments(list, recipe, run);
    const RecipeFiles files(list, recipe);
    const auto videos = entriesByVideo(files.labels);
    std::vector<LabelledSegment> segments;
    std::size_t done = 0;
    for (const auto& [video, ids] : videos) {
        run.tick(done++, videos.size());
        const bool areSegments = isSegmentId(ids.back());
        if (areSegments && !isSegmentId(ids.front()))
            throw FormatError("data_invalid", files.labels.path().string(),
                              fmt::format("has both {} and {}; expected one entry per video, or one per "
                                          "segment",
                                          ids.front(), ids.back()));
        for (LabelledSegment& segment :
             areSegments ? alignedSegments(files, ids, recipe) : cutSegments(files, video, recipe)) {
            segment.fold = list.foldOf(segment.id).value_or("");
            segments.push_back(std::move(segment));
        }
    }
    return segments;
}

std::vector<Interval> utterances(std::span<const Interval> words)
{
    return sentencesOf(words, {}, kUtterancePause);
}

std::vector<LabelledSegment> unlabelledSegments(const DatasetList& list, const SegmentRecipe& recipe,
                                                const RunContext& run)
{
    if (recipe.isTimed())
        return {};
    const RecipeFiles files(list, recipe);
    std::vector<LabelledSegment> segments;
    const auto videos = entriesByVideo(files.words);
    std::size_t done = 0;
    for (const auto& [video, ids] : videos) {
        run.tick(done++, videos.size());
        if (!entriesOf(files.labels, video).empty())
            continue;
        const VideoRows sources(files, video, recipe);
        const std::vector<Interval> spans = utterances(sources.words());
        for (std::size_t k = 0; k < spans.size(); ++k) {
            if (auto segment = sources.segment(k, spans[k]))
                segments.push_back(std::move(*segment));
        }
    }
    return segments;
}

}
