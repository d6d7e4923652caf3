#include "engine/training/data/part_segments.h"

#include "engine/alignment/recipe_sequences.h"
#include "engine/core/error.h"
#include "engine/core/segment_id.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <optional>

namespace engine {

namespace {

/// What is said in a video, word by word; nothing where no words are known.
class SaidWords {
public:
    SaidWords(const std::optional<CsdFile>& words, const std::string& video)
    {
        if (!words || !words->contains(video))
            return;
        m_intervals = readIntervals(*words, video);
        m_texts = textsOf(*words, video);
        m_type = timeTypeOf(*words, video);
    }

    std::string in(Interval span) const
    {
        const auto [first, last] = wordsOf(span, m_intervals, m_type);
        return transcriptOf(m_texts, first, last);
    }

private:
    std::vector<Interval> m_intervals;
    std::vector<std::string> m_texts;
    ElementType m_type = ElementType::Float64;
};

}

std::vector<LabelledSegment> partSegments(const DatasetList& list, const SegmentRecipe& recipe,
                                          const RunContext& run)
{
    std::vector<LabelledSegment> segments;
    std::optional<CsdFile> words;
    if (list.sequence(recipe.words))
        words.emplace(openWords(list, recipe));
    const std::optional<CsdFile> labels
        = list.sequence(recipe.labels) ? std::optional(openSequence(list, recipe.labels)) : std::nullopt;
    const auto videos = labels ? entriesByVideo(*labels) : std::map<std::string, std::vector<std::string>>();
    std::size_t done = 0;
    for (const auto& [video, ids] : videos) {
        run.tick(done++, videos.size());
        if (!list.mediaOf(video))
            continue;
        const SaidWords said(words, video);
        const auto first = static_cast<std::ptrdiff_t>(segments.size());
        for (const std::string& id : ids) {
            const TimedFeatures rows = readFeatures(*labels, id);
            for (std::size_t k = 0; k < rows.intervals.size(); ++k) {
                if (rows.intervals[k].length() < kTouching)
                    continue;
                LabelledSegment& segment = segments.emplace_back();
                segment.id = isSegmentId(id) ? id : fmt::format("{}[{}]", video, k);
                segment.interval = rows.intervals[k];
                segment.fold = list.foldOf(segment.id).value_or("");
                const std::span<const float> values = rows.features.row(k);
                segment.labels.assign(values.begin(), values.end());
                segment.transcript = said.in(segment.interval);
                for (const Modality modality : allModalities)
                    segment.input.of(modality) = FeatureMatrix(1, 0);
            }
        }
        std::ranges::stable_sort(segments.begin() + first, segments.end(), {},
                                 [](const LabelledSegment& segment) { return segment.interval.start; });
    }
    if (segments.empty())
        throw FormatError("no_segments", list.name,
                          "has no labelled segment with a recording yet, which is what a model of parts is "
                          "asked about");
    return segments;
}

}
