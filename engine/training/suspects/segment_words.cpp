#include "engine/training/suspects/segment_words.h"

#include "engine/alignment/recipe_sequences.h"
#include "engine/core/segment_id.h"

#include <map>
#include <utility>

namespace engine {

SegmentWords segmentWords(const DatasetList& list, const SegmentRecipe& recipe, const FoldData& segments)
{
    struct Spoken {
        std::vector<Interval> spans;
        std::vector<std::string> texts;
    };
    const CsdFile file = openWords(list, recipe);
    std::map<std::string, Spoken> videos;
    SegmentWords words(segments.size());
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const std::string video = videoOfSegment(segments.ids[i]);
        if (!file.contains(video))
            continue;
        const auto [spoken, isNew] = videos.try_emplace(video);
        if (isNew)
            spoken->second = {readIntervals(file, video), textsOf(file, video)};
        const auto& [spans, texts] = spoken->second;
        const Interval segment = segments.spans[i];
        const auto [first, last] = wordsOf(segment, spans);
        for (std::size_t word = first; word < last; ++word)
            words[i].push_back({{spans[word].start - segment.start, spans[word].end - segment.start},
                                texts.size() == spans.size() ? texts[word] : std::string()});
    }
    return words;
}

}
