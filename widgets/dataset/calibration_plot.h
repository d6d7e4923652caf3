#pragma once

#include "engine/explain/calibration.h"
#include "widgets/dataset/dataset_content.h"
#include "widgets/dataset/value_axes.h"

#include <QWidget>

namespace widgets {

/// The mean label (upwards) of the segments of which the model says so much (to the right), with 95 %
/// intervals. A click on one selects its segments.
class CalibrationPlot : public QWidget {
    Q_OBJECT
public:
    explicit CalibrationPlot(QWidget* parent = nullptr);

    /// @param areClasses  predictions are probabilities, and labels say whether the class was right (1)
    void setBins(std::vector<engine::CalibrationBin> bins, double low, double high, bool areClasses = false);
    void setMessage(const QString& message); ///< stands in the place of the plot; empty: the plot
    QPointF placeOf(std::size_t bin) const; ///< in pixels

signals:
    void binClicked(std::size_t bin, widgets::SelectionStep step);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    ValueAxes axes() const;
    std::optional<std::size_t> binAt(QPointF at) const;

    std::vector<engine::CalibrationBin> m_bins;
    double m_low = -3.0;
    double m_high = 3.0;
    bool m_areClasses = false;
    QString m_message;
};

}
