#pragma once

#include "engine/core/interval.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace widgets {

/// How a segment that was learnt from was told over the epochs.
struct SegmentDynamics {
    QString id;
    std::optional<engine::Interval> span; ///< seconds, where it is known
    double mean = 0.0; ///< of its error
    double deviation = 0.0;

    friend bool operator==(const SegmentDynamics&, const SegmentDynamics&) = default;
};

/// Draws each segment as a point: from left to right the deviation of its error over the epochs, upwards its
/// mean. At the foot lies what is easy, at the right what is ambiguous, at the top left what is hard or
/// wrongly labelled. The arrow keys go from point to point, Enter or a click chooses one.
class DynamicsPlot : public QWidget {
    Q_OBJECT
public:
    explicit DynamicsPlot(QWidget* parent = nullptr);

    void setSegments(std::vector<SegmentDynamics> segments);
    /// The sentence in the place of points while there are none.
    void setEmptyText(const QString& text);
    /// Where a segment is drawn. @param index  of setSegments()
    QPointF pointOf(std::size_t index) const;
    QSize minimumSizeHint() const override
    {
        return {fontMetrics().height() * 14, fontMetrics().height() * 8};
    }

signals:
    void chosen(const widgets::SegmentDynamics& segment);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QRectF area() const;
    std::optional<std::size_t> nearest(QPointF place) const;
    QString textOf(std::size_t index) const;
    void mark(std::optional<std::size_t> index);

    std::vector<SegmentDynamics> m_segments; ///< the largest mean first
    double m_mostMean = 1.0;
    double m_mostDeviation = 1.0;
    QString m_emptyText;
    std::optional<std::size_t> m_marked;
};

}
