#pragma once

#include "engine/completion/drawn_segments.h"
#include "engine/completion/segment_completion.h"
#include "engine/completion/trace_completion.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>

/// Recordings in whose features the truth of a tier is planted, for tests and benchmarks of completion.
namespace engine::test {

inline constexpr double kPlantedRate = 10.0;

/// Noise that lasts about `seconds`, of deviation 1.
inline std::vector<double> slowNoise(std::size_t count, double seconds, std::mt19937_64& random)
{
    std::normal_distribution<double> normal;
    const double keep = std::exp(-1.0 / (seconds * kPlantedRate));
    std::vector<double> values(count);
    double value = normal(random);
    for (double& one : values)
        one = value = keep * value + std::sqrt(1.0 - keep * keep) * normal(random);
    return values;
}

/// T × D: the first half of the columns follow `courses` under noise, the others are slow noise.
inline FrameFeatures featuresOf(const std::vector<std::vector<double>>& courses, std::size_t columns,
                                double noise, std::mt19937_64& random)
{
    const std::size_t count = courses.front().size();
    FrameFeatures frames{kPlantedRate, FeatureMatrix(count, columns)};
    for (std::size_t d = 0; d < columns; ++d) {
        const std::vector<double> own = slowNoise(count, 1.0, random);
        for (std::size_t t = 0; t < count; ++t) {
            const double truth = d < columns / 2 ? courses[d % courses.size()][t] : 0.0;
            frames.rows.at(t, d) = static_cast<float>(truth + noise * own[t]);
        }
    }
    return frames;
}

/// Moves the rows of a recording around, so that nothing of the truth is left in them.
inline void shuffleRows(FrameFeatures& frames, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    std::vector<std::size_t> order(frames.rows.rows);
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::ranges::shuffle(order, random);
    const FeatureMatrix was = frames.rows;
    for (std::size_t t = 0; t < order.size(); ++t)
        std::ranges::copy(was.row(order[t]), frames.rows.row(t).begin());
}

/// Segments of 2 to 5 s with pauses between; values 0, 1, 2 or, of a scale, −3 … 3.
struct PlantedSegments {
    SegmentTask task; ///< all given
    std::vector<double> truths;
};

inline PlantedSegments plantedSegments(std::size_t count, bool isScale, double noise, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    PlantedSegments planted;
    double time = 0.5;
    for (std::size_t i = 0; i < count; ++i) {
        const double length = std::uniform_real_distribution<double>(2.0, 5.0)(random);
        planted.task.segments.push_back({0, {time, time + length}});
        time += length + 0.5;
        planted.truths.push_back(isScale
                                     ? static_cast<double>(std::uniform_int_distribution<int>(-3, 3)(random))
                                     : static_cast<double>(std::uniform_int_distribution<int>(0, 2)(random)));
    }
    const auto frames = static_cast<std::size_t>(time * kPlantedRate);
    std::vector<std::vector<double>> courses(3, std::vector<double>(frames, 0.0));
    for (std::size_t i = 0; i < count; ++i) {
        const Interval span = planted.task.segments[i].span;
        for (auto t = static_cast<std::size_t>(span.start * kPlantedRate);
             t < static_cast<std::size_t>(span.end * kPlantedRate); ++t) {
            if (isScale)
                courses[0][t] = planted.truths[i];
            else
                courses[static_cast<std::size_t>(planted.truths[i])][t] = 2.0;
        }
    }
    planted.task.recordings.push_back(featuresOf(courses, 40, noise, random));
    planted.task.categories = isScale ? 0 : 3;
    planted.task.scale = {-3.0, 3.0, 1.0};
    planted.task.isWished.assign(count, true);
    planted.task.given.assign(planted.truths.begin(), planted.truths.end());
    return planted;
}

/// Segments of two categories, 1 to 3 s long, with nothing for 1 to 4 s between.
struct PlantedDrawing {
    DrawnTask task; ///< all drawn and looked through
    double end = 0.0;
};

inline PlantedDrawing plantedDrawing(double seconds, double noise, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    PlantedDrawing planted;
    planted.end = seconds;
    std::vector<std::vector<double>> courses(
        2, std::vector<double>(static_cast<std::size_t>(seconds * kPlantedRate), 0.0));
    for (double time = 1.0; time + 4.0 < seconds;) {
        const double length = std::uniform_real_distribution<double>(1.0, 3.0)(random);
        const std::size_t category = random() % 2;
        planted.task.segments.push_back({0, {time, time + length}});
        planted.task.categories.push_back(category);
        for (auto t = static_cast<std::size_t>(time * kPlantedRate);
             t < static_cast<std::size_t>((time + length) * kPlantedRate); ++t)
            courses[category][t] = 2.0;
        time += length + std::uniform_real_distribution<double>(1.0, 4.0)(random);
    }
    planted.task.categoryCount = 2;
    planted.task.recordings.push_back(featuresOf(courses, 40, noise, random));
    planted.task.lookedThrough = {{0, {0.0, seconds}}};
    return planted;
}

/// Keeps what a person did up to `seconds`; the rest is open.
inline DrawnTask halfDrawn(const PlantedDrawing& planted, double seconds)
{
    DrawnTask task = planted.task;
    task.segments.clear();
    task.categories.clear();
    double last = 0.0;
    for (std::size_t i = 0; i < planted.task.segments.size(); ++i) {
        if (planted.task.segments[i].span.end <= seconds) {
            task.segments.push_back(planted.task.segments[i]);
            task.categories.push_back(planted.task.categories[i]);
            last = planted.task.segments[i].span.end;
        }
    }
    task.lookedThrough = {{0, {0.0, last}}};
    task.open = {{0, {last, planted.end}}};
    return task;
}

/// A rating of −1 … 1 that follows a feature 1.5 s late.
inline TraceTask plantedTrace(double seconds, double noise, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    const auto count = static_cast<std::size_t>(seconds * kPlantedRate);
    const auto late = static_cast<std::size_t>(1.5 * kPlantedRate);
    const std::vector<double> course = slowNoise(count + late, 8.0, random);
    TraceTask task;
    task.recordings.push_back(
        featuresOf({std::vector<double>(course.begin() + static_cast<std::ptrdiff_t>(late), course.end())},
                   40, noise, random));
    task.given.emplace_back();
    for (std::size_t t = 0; t < count; ++t)
        task.given[0].push_back(std::clamp(0.4 * course[t], -1.0, 1.0));
    return task;
}

}
