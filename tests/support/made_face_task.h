#pragma once

#include <cmath>
#include <string>
#include <vector>

#include "tests/support/stored_zip.h"
#include "tests/support/tflite_writer.h"

namespace engine::test {

/// A `face_landmarker.task` that a test makes up: its points lie at fixed places of the part that it is
/// shown, in which it always sees a face; its blendshapes follow from them by the operators of Google's file.
class MadeFaceTask {
public:
    static constexpr int kSide = 16; ///< pixels of the points' net
    static constexpr std::size_t kCount = 478;

    /// Places are such that the part stays what it is when it is sought round them.
    static std::vector<float> places()
    {
        std::vector<float> numbers;
        for (std::size_t i = 0; i < kCount; ++i) {
            const auto column = static_cast<float>(i % 22);
            const auto row = static_cast<float>(i / 22);
            const bool isEye = i == 33 || i == 263;
            const float x = i == 33 ? 0.3F : i == 263 ? 0.7F : column / 21.0F;
            const float y = isEye ? 0.4F : row / 21.0F;
            numbers.push_back(kSide * (1.0F + 4.0F * x) / 6.0F);
            numbers.push_back(kSide * (1.0F + 4.0F * y) / 6.0F);
            numbers.push_back(0.25F);
        }
        return numbers;
    }

    /// @param presence  how sure the net is, before it is squashed
    static std::string points(float presence = 8.0F, int side = kSide)
    {
        TfliteWriter file;
        const std::int32_t given = file.tensor({1, side, side, 3});
        const std::int32_t pooled = file.tensor({1, 1, 1, 3});
        file.run(17, {given}, pooled, optionsOf({{1, side}, {2, side}, {3, side}, {4, side}}));
        const auto made = [&](std::vector<float> bias) {
            const auto count = static_cast<std::int32_t>(bias.size());
            const std::int32_t last = file.tensor({1, 1, 1, count});
            file.run(3,
                     {pooled, file.floats({count, 1, 1, 3}, std::vector<float>(3 * bias.size(), 0.0F)),
                      file.floats({count}, bias)},
                     last, optionsOf({{1, 1}, {2, 1}}));
            return last;
        };
        const std::int32_t numbers = made(places());
        const std::int32_t sure = made({presence});
        return file.written({given}, {numbers, sure});
    }

    /// The points are taken from their middle and scaled by their mean distance, as in Google's net. A
    /// blendshape is the chance of a hundredth of its number and `scale` times the place of the fourth of the
    /// points from left to right.
    static std::string shapes(std::int32_t count = 52, float scale = 1.0F)
    {
        TfliteWriter file;
        const std::int32_t given = file.tensor({1, 146, 2});
        const auto next = [&](std::int32_t code, std::vector<std::int32_t> all, FlatNode options = {}) {
            const std::int32_t made = file.tensor({1});
            file.run(code, std::move(all), made, std::move(options));
            return made;
        };
        const std::int32_t middle = file.whole({1});
        const std::int32_t last = file.whole({-1});
        const FlatNode keeps = optionsOf({}, {{0, std::int8_t{1}}});
        const std::int32_t centred = next(41, {given, next(40, {given, middle}, keeps)});
        const std::int32_t away = next(75, {next(74, {next(18, {centred, centred}), last}, keeps)});
        const std::int32_t scaled = next(42, {centred, next(40, {away, middle}, keeps)});
        const std::int32_t flat = next(22, {scaled, file.whole({1, 1, 1, 292})});
        std::vector<float> weights(static_cast<std::size_t>(292 * count), 0.0F);
        std::vector<float> bias;
        for (std::int32_t i = 0; i < count; ++i) {
            weights[static_cast<std::size_t>(292 * i) + 6] = scale;
            bias.push_back(static_cast<float>(i) / 100.0F);
        }
        const std::int32_t made
            = next(3, {flat, file.floats({count, 1, 1, 292}, weights), file.floats({count}, bias)},
                   optionsOf({{1, 1}, {2, 1}}));
        const std::int32_t chances = next(14, {next(22, {made, file.whole({count})})});
        return file.written({given}, {chances});
    }

    static std::string archive(const std::string& points, const std::string& shapes)
    {
        return storedZip({{"face_detector.tflite", "not used"},
                          {"face_landmarks_detector.tflite", points},
                          {"face_blendshapes.tflite", shapes}});
    }
    /// @param scale  other blendshapes, by the same points
    static std::string bytes(float scale = 1.0F) { return archive(points(), shapes(52, scale)); }
};

}
