#pragma once

#include "engine/training/figures/model_comparison.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace engine {

/// How many of the segments on which models differ most are printed.
inline constexpr std::size_t kSegmentsShown = 20;

/// What a comparison found.
struct ModelComparison {
    std::string fold; ///< `test`, `all`
    std::size_t videos = 0;
    std::size_t draws = 0;
    std::vector<std::size_t> seeds; ///< of two sides: how many models each has; else none
    std::vector<ComparedFigure> figures;
    std::vector<ComparedSegment> segments; ///< segments, those on which the models differ most first
};

/// @param seed  of the draws of videos, and of models
ModelComparison comparisonOf(const ComparedPredictions& compared, const std::string& fold,
                             std::uint64_t seed);

/// The same of two sides (comparedSides()); segments are those on which their means differ most.
/// @param firsts  how many models are the first side. @param means  meansOfSides() of `compared`
ModelComparison comparisonOfSides(const ComparedPredictions& compared, std::size_t firsts,
                                  const ComparedPredictions& means, const std::string& fold,
                                  std::uint64_t seed);

/// Prints tables: models by letters, their figures with intervals, and the first segments.
void printComparison(const ComparedPredictions& compared, const ModelComparison& result);

/// Prints a line of JSON.
void printComparisonJson(const ComparedPredictions& compared, const ModelComparison& result);

/// Writes a row per segment and output. @throws IoError (`io`).
void writeComparison(const std::filesystem::path& path, const ComparedPredictions& compared,
                     const ModelComparison& result);

}
