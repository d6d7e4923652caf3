#pragma once

#include "engine/numbers/count_matrix.h"

#include <cstddef>
#include <span>

namespace engine {

/// By which classes values of a scale are told apart.
enum class StepClasses {
    Steps, ///< the whole numbers of the scale, rounded half to even, as Acc-7 does (Tsai et al. 2019)
    /// Negative or positive, as Acc-2 without 0; of a scale that begins at 0: absent or present; of one that
    /// begins above 0 or ends below: below or above its middle.
    Signs,
};

/// How values of a scale become classes.
class StepScale {
public:
    StepScale(StepClasses classes, double low, double high);

    std::size_t size() const { return m_size; } ///< C
    /// The class of a value; C, where it has none: of signs, a label of 0, or of the middle.
    std::size_t classOf(double value, bool isLabel) const;
    /// The whole number that a class of Steps stands for.
    double valueOf(std::size_t place) const { return m_first + static_cast<double>(place); }
    StepClasses classes() const { return m_classes; }
    bool isSigned() const { return m_isSigned; } ///< whether the scale has numbers below 0
    /// Whether it has two sides of a neutral point, and neither absence nor presence.
    bool hasSides() const { return m_isSigned || m_neutral != 0.0; }
    double neutral() const { return m_neutral; } ///< neutralOf() the scale

    friend bool operator==(const StepScale&, const StepScale&) = default;

private:
    StepClasses m_classes;
    bool m_isSigned;
    double m_neutral;
    double m_first;
    double m_last;
    std::size_t m_size;
};

/// How often each class was labelled (row) and predicted (column).
/// @param predictions, labels  of the same size
/// @throws ShapeError (`row_mismatch`) when they differ in size.
CountMatrix stepConfusion(std::span<const double> predictions, std::span<const double> labels,
                          const StepScale& scale);

}
