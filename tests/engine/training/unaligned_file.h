#pragma once

#include <algorithm>

#include "tests/engine/training/feature_file.h"

namespace engine::test {

/// Segments whose modalities have steps of their own. Yes, where the first acoustic feature rises before the
/// second does; how often they rise is always the same, so that a mean over the steps, or over those of a
/// word, says nothing. Text and visual features are noise.
class UnalignedFile {
public:
    static constexpr std::size_t textSteps = 6, acousticSteps = 14, visualSteps = 4;

    /// @param isAligned  all modalities with the steps and lengths of the acoustic one
    static void make(const std::string& path, std::size_t count, bool isAligned = false)
    {
        FeatureFile file(path);
        writeFold(file, "train", count, 1, isAligned);
        writeFold(file, "valid", count / 2, 2, isAligned);
        writeFold(file, "test", count / 2, 3, isAligned);
        file.close();
    }

private:
    static void writeFold(FeatureFile& file, const std::string& fold, std::size_t count, std::uint64_t seed,
                          bool isAligned)
    {
        std::mt19937_64 random(seed);
        const auto noise = [&random] { return static_cast<float>(random() >> 40) / 8388608.0f - 1.0f; };
        const auto noiseOf = [&](std::size_t steps) {
            std::vector<float> values(count * steps * 2);
            std::ranges::generate(values, noise);
            return values;
        };
        const std::size_t ofText = isAligned ? acousticSteps : textSteps;
        const std::size_t ofVision = isAligned ? acousticSteps : visualSteps;
        std::vector<float> audio(count * acousticSteps * 2), labels(count);
        std::vector<std::int64_t> textLengths, audioLengths, visionLengths;
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t steps = 6 + random() % (acousticSteps - 5);
            const std::size_t early = random() % (steps / 2);
            const std::size_t late = steps / 2 + random() % (steps - steps / 2);
            const std::size_t earlier = random() % 2; // the column that rises first
            audio[(i * acousticSteps + early) * 2 + earlier] = 1.0f;
            audio[(i * acousticSteps + late) * 2 + 1 - earlier] = 1.0f;
            labels[i] = earlier == 0 ? 1.0f : 0.0f;
            audioLengths.push_back(static_cast<std::int64_t>(steps));
            textLengths.push_back(static_cast<std::int64_t>(1 + random() % textSteps));
            visionLengths.push_back(static_cast<std::int64_t>(1 + random() % visualSteps));
        }
        file.write(fold + "/text", {count, ofText, 2}, noiseOf(ofText));
        file.write(fold + "/audio", {count, acousticSteps, 2}, audio);
        file.write(fold + "/vision", {count, ofVision, 2}, noiseOf(ofVision));
        file.write(fold + "/labels", {count}, labels);
        file.writeLengths(fold + "/lengths", isAligned ? audioLengths : textLengths);
        if (isAligned)
            return;
        file.writeLengths(fold + "/audio_lengths", audioLengths);
        file.writeLengths(fold + "/vision_lengths", visionLengths);
    }
};

}
