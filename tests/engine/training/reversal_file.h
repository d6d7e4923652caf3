#pragma once

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "tests/engine/training/feature_file.h"

namespace engine::test {

/// A file of sequences that a translation can only get right by attention: `audio` is noise of 4 to 8 steps,
/// `vision` the same steps from the last to the first, turned and with a fifth of noise; the label is three
/// times the tanh of the mean of audio's first column.
class ReversalFile {
public:
    static constexpr std::size_t steps = 8, width = 4;

    /// @param labels  whether the segments have any
    static void make(const std::string& path, std::size_t training, bool labels = true)
    {
        FeatureFile file(path);
        writeFold(file, "train", training, 1, labels);
        writeFold(file, "valid", training / 4, 2, labels);
        writeFold(file, "test", training / 4, 3, labels);
        file.close();
    }

private:
    /// Turns two planes by fixed angles: a rotation.
    static std::vector<float> turned(const float* x)
    {
        const auto plane = [x](std::size_t i, float angle) {
            return std::pair(std::cos(angle) * x[i] - std::sin(angle) * x[i + 1],
                             std::sin(angle) * x[i] + std::cos(angle) * x[i + 1]);
        };
        const auto [a, b] = plane(0, 0.7f);
        const auto [c, d] = plane(2, 2.1f);
        return {c, a, b, d};
    }

    static void writeFold(FeatureFile& file, const std::string& fold, std::size_t count, std::uint64_t seed,
                          bool labels)
    {
        std::mt19937_64 random(seed);
        std::normal_distribution<float> noise;
        std::vector<float> audio(count * steps * width), vision(count * steps * width), truths(count);
        std::vector<std::int64_t> lengths(count);
        std::vector<std::string> ids(count);
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t length = 4 + random() % 5;
            float sum = 0.0f;
            for (std::size_t step = 0; step < length; ++step) {
                float* const x = audio.data() + (i * steps + step) * width;
                std::generate_n(x, width, [&] { return noise(random); });
                const std::vector<float> y = turned(x);
                for (std::size_t column = 0; column < width; ++column)
                    vision[(i * steps + length - 1 - step) * width + column]
                        = y[column] + 0.2f * noise(random);
                sum += x[0];
            }
            truths[i] = 3.0f * std::tanh(sum / static_cast<float>(length));
            lengths[i] = static_cast<std::int64_t>(length);
            ids[i] = fold + "_" + std::to_string(i) + "[0]";
        }
        file.write(fold + "/audio", {count, steps, width}, audio);
        file.write(fold + "/vision", {count, steps, width}, vision);
        if (labels)
            file.write(fold + "/labels", {count}, truths);
        file.writeLengths(fold + "/lengths", lengths);
        file.writeTexts(fold + "/ids", ids);
    }
};

}
