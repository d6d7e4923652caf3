#pragma once

#include "engine/core/feature_matrix.h"

#include <QWidget>

#include <optional>

namespace widgets {

/// Paints how two versions of a video's rows differ. Time runs from left to right, dimensions from the foot
/// up. The larger a difference is, the stronger is its colour; where both are the same, the background shows.
class DifferenceMap : public QWidget {
    Q_OBJECT
public:
    explicit DifferenceMap(QWidget* parent = nullptr);
    /// @param difference  N × D; NaN where a version has no number
    void setDifference(const std::optional<engine::FeatureMatrix>& difference);
    QSize sizeHint() const override { return {240, fontMetrics().height() * 5}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<engine::FeatureMatrix> m_difference;
    float m_largest = 0.0F;
};

}
