#pragma once

#include <QWidget>

#include <vector>

namespace widgets {

/// What a training did epoch by epoch.
struct TrainingCurve {
    QString name;
    int colour = 1; ///< as Theme::trackColour() takes it
    std::vector<double> training; ///< E: the loss on what is learnt from
    std::vector<double> validation; ///< E: the loss on the validation fold
    std::vector<double> watched; ///< E: the figure that decides which epoch is best
    std::size_t best = 0; ///< the best epoch, counted from 1; 0: none

    friend bool operator==(const TrainingCurve&, const TrainingCurve&) = default;
};

/// Draws trainings over each other: epochs from left to right. Of losses, what is learnt from is a dashed
/// line and the validation fold a solid one; a ring marks the best epoch. Hovering tells the numbers.
class CurvePlot : public QWidget {
    Q_OBJECT
public:
    enum class Show { Losses, Watched };

    explicit CurvePlot(QWidget* parent = nullptr);

    void setCurves(std::vector<TrainingCurve> curves);
    void setShown(Show shown);
    /// The sentence in the place of curves while there are none.
    void setEmptyText(const QString& text);
    /// The numbers at an epoch (counted from 1), a line per curve.
    QString textAt(std::size_t epoch) const;
    QSize sizeHint() const override { return {fontMetrics().height() * 30, fontMetrics().height() * 16}; }
    QSize minimumSizeHint() const override
    {
        return {fontMetrics().height() * 14, fontMetrics().height() * 8};
    }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    struct Axes {
        QRectF area;
        double low = 0.0;
        double high = 1.0;
        double step = 0.5; ///< between two lines
        std::size_t epochs = 1;

        double x(std::size_t epoch) const;
        double y(double value) const;
    };
    Axes axes() const;
    void paintGrid(QPainter& painter, const Axes& axes) const;
    void paintLine(QPainter& painter, const Axes& axes, const std::vector<double>& values) const;

    std::vector<TrainingCurve> m_curves;
    Show m_shown = Show::Losses;
    QString m_emptyText;
    std::size_t m_hovered = 0; ///< an epoch, counted from 1; 0: none
};

}
