#pragma once

#include "engine/core/feature_matrix.h"

#include <QWidget>

#include <optional>

namespace widgets {

/// How two versions of a video's rows differ: time from left to right, dimensions from the foot up, each
/// against the largest difference of all; what is the same stays dark.
class DifferenceMap : public QWidget {
    Q_OBJECT
public:
    explicit DifferenceMap(QWidget* parent = nullptr);
    void
    setDifference(const std::optional<engine::FeatureMatrix>& difference); ///< N × D; NaN: one is no number
    QSize sizeHint() const override { return {240, fontMetrics().height() * 5}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<engine::FeatureMatrix> m_difference;
    float m_largest = 0.0F;
};

}
