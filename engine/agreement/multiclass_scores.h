#pragma once

#include "engine/numbers/count_matrix.h"

#include <cstddef>
#include <span>
#include <vector>

namespace engine {

/// How well one class was found. A score that would divide by 0 is 0.
struct ClassScore {
    double precision = 0.0;
    double recall = 0.0;
    double f1 = 0.0;
    std::size_t support = 0; ///< rows of which it is true

    friend bool operator==(const ClassScore&, const ClassScore&) = default;
};

/// How well predicted classes 0…C − 1 agree with true ones; weighted means are by support.
struct MulticlassScores {
    std::size_t count = 0;
    double accuracy = 0.0;
    double precision = 0.0; ///< weighted by support
    double recall = 0.0; ///< weighted by support
    double f1 = 0.0; ///< weighted by support
    double macroPrecision = 0.0; ///< plain mean over the classes that are true or predicted somewhere
    double macroRecall = 0.0; ///< plain mean over the classes that are true or predicted somewhere
    double macroF1 = 0.0; ///< plain mean over the classes that are true or predicted somewhere
    std::vector<ClassScore> classes; ///< C
    CountMatrix confusion; ///< C × C, rows truth, columns prediction

    friend bool operator==(const MulticlassScores&, const MulticlassScores&) = default;
};

/// @throws ShapeError (code `row_mismatch`) when there are not as many truths, or none, or a class is not
/// among the C.
MulticlassScores scoreClasses(std::span<const std::size_t> predictions, std::span<const std::size_t> truths,
                              std::size_t classes);

}
