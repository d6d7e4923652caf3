#pragma once

#include <QWidget>

#include <vector>

namespace widgets {

/// How far answers lie from a model's prediction, segment by segment: a ring where the prediction was hidden,
/// a dot where it was visible, a line between them.
class InfluencePlot : public QWidget {
    Q_OBJECT
public:
    explicit InfluencePlot(QWidget* parent = nullptr);

    struct Unit {
        QString name;
        double hidden = 0.0; ///< mean distance to the prediction, in steps
        double shown = 0.0;
    };
    /// Segments are sorted by how much nearer they lie where the prediction was visible.
    void setUnits(std::vector<Unit> units);
    QSize sizeHint() const override { return {fontMetrics().height() * 34, fontMetrics().height() * 12}; }
    QSize minimumSizeHint() const override
    {
        return {fontMetrics().height() * 16, fontMetrics().height() * 8};
    }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override; ///< names the segment under the pointer

private:
    QRectF room() const; ///< of the marks
    double columnWidth() const;

    std::vector<Unit> m_units;
};

}
