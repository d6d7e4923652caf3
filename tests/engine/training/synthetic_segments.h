#pragma once

#include "engine/alignment/segment_rows.h"

#include <random>

namespace engine::test {

/// Segments of 2 to 6 words whose score is the mean of the first text feature plus that of the only acoustic
/// one; the visual feature is noise. Text has 2 features.
inline std::vector<LabelledSegment> syntheticSegments(std::size_t count, std::uint64_t seed,
                                                      const std::string& fold = {})
{
    std::mt19937_64 random(seed);
    std::normal_distribution<float> noise;
    std::vector<LabelledSegment> segments;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t words = 2 + random() % 5;
        const float text = noise(random);
        const float acoustic = noise(random);
        LabelledSegment segment;
        segment.id = "video_" + std::to_string(i / 4) + "[" + std::to_string(i % 4) + "]";
        segment.fold = fold;
        segment.input = {FeatureMatrix(words, 2), FeatureMatrix(words, 1), FeatureMatrix(words, 1)};
        for (std::size_t word = 0; word < words; ++word) {
            segment.input.text.at(word, 0) = text;
            segment.input.text.at(word, 1) = noise(random);
            segment.input.acoustic.at(word, 0) = 10.0f + 3.0f * acoustic;
            segment.input.visual.at(word, 0) = noise(random);
        }
        segment.labels = {text + acoustic, 0.0f};
        segments.push_back(std::move(segment));
    }
    return segments;
}

}
