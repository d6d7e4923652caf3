#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "tests/engine/training/feature_file.h"

namespace engine::test {

/// What decides the labels of a TruthFile.
enum class Truth {
    Xor, ///< words and sound only together
    Additive, ///< each its part
    Dominated, ///< the words alone
    Redundant, ///< the sound says the words again
    PlantedWord, ///< one word of the text
    PlantedSound, ///< one step of the sound
    PlantedPair, ///< one word with one step of the face, only together
};

/// A file of features of which it is known what decides the labels: six steps of three columns per modality,
/// the first of which carries the sign. In train and valid a sign may be 0, so that a model learns what
/// stands for nothing; in test it is not.
class TruthFile {
public:
    static constexpr std::size_t steps = 6, columns = 3;

    struct Fold {
        std::vector<std::string> ids;
        std::vector<std::array<float, 3>> signs; ///< of text, sound, vision
        std::vector<std::size_t> words, spans; ///< which step is planted, in the text, in sound or face
        std::vector<float> labels;
    };

    /// @return its test fold
    static Fold make(const std::string& path, Truth truth, std::uint64_t seed, std::size_t training = 800)
    {
        FeatureFile file(path);
        writeFold(file, "train", truth, training, seed * 3);
        writeFold(file, "valid", truth, training / 4, seed * 3 + 1);
        Fold test = writeFold(file, "test", truth, 100, seed * 3 + 2);
        file.close();
        return test;
    }

private:
    static bool isPlanted(Truth truth)
    {
        return truth == Truth::PlantedWord || truth == Truth::PlantedSound || truth == Truth::PlantedPair;
    }

    static float labelOf(Truth truth, const std::array<float, 3>& signs)
    {
        const auto [text, sound, vision] = signs;
        switch (truth) {
        case Truth::Xor:
            return 2.0F * text * sound;
        case Truth::Additive:
            return text + sound + vision;
        case Truth::Redundant:
            return std::tanh(3.0F * (text + sound));
        case Truth::PlantedSound:
            return 2.0F * sound;
        case Truth::PlantedPair:
            return 2.0F * text * vision;
        case Truth::Dominated:
        case Truth::PlantedWord:
            break;
        }
        return 2.0F * text;
    }

    static Fold writeFold(FeatureFile& file, const std::string& name, Truth truth, std::size_t count,
                          std::uint64_t seed)
    {
        std::mt19937_64 random(seed);
        const auto uniform = [&random] { return static_cast<float>(random() >> 40) / 16777216.0F; };
        const auto noise = [&uniform] { // nearly normal
            float sum = -6.0F;
            for (int i = 0; i < 12; ++i)
                sum += uniform();
            return sum;
        };
        Fold fold;
        std::array<std::vector<float>, 3> features;
        for (std::vector<float>& block : features)
            block.resize(count * steps * columns);
        for (std::size_t i = 0; i < count; ++i) {
            std::array<float, 3> signs{};
            for (float& sign : signs)
                sign = uniform() < 0.5F ? -1.0F : 1.0F;
            if (truth == Truth::Redundant)
                signs[1] = signs[0];
            if (name != "test") {
                for (float& sign : signs)
                    sign = uniform() < 0.25F ? 0.0F : sign;
            }
            const std::size_t word = random() % steps, span = random() % steps;
            for (std::size_t modality = 0; modality < features.size(); ++modality) {
                for (std::size_t step = 0; step < steps; ++step) {
                    float* const x = features[modality].data() + (i * steps + step) * columns;
                    std::generate_n(x, columns, noise);
                    const bool carries = !isPlanted(truth) || step == (modality == 0 ? word : span);
                    x[0] = carries ? signs[modality] * (isPlanted(truth) ? 3.0F : 1.0F) : 0.0F;
                }
            }
            fold.ids.push_back(name + "_" + std::to_string(i / 4) + "[" + std::to_string(i % 4) + "]");
            fold.signs.push_back(signs);
            fold.words.push_back(word);
            fold.spans.push_back(span);
            fold.labels.push_back(labelOf(truth, signs) + 0.05F * noise());
        }
        constexpr std::array names{"text", "audio", "vision"};
        for (std::size_t modality = 0; modality < features.size(); ++modality)
            file.write(name + "/" + names[modality], {count, steps, columns}, features[modality]);
        file.write(name + "/labels", {count}, fold.labels);
        file.writeLengths(name + "/lengths", std::vector<std::int64_t>(count, steps));
        file.writeTexts(name + "/ids", fold.ids);
        return fold;
    }
};

}
