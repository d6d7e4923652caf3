#pragma once

#include <QWidget>

#include <optional>
#include <vector>

namespace widgets {

/// A small curve from 0 to 1 over a few settings, which stand at equal distances, and a dashed line of what
/// chance reaches. A setting without a value leaves a gap.
class SweepCurve : public QWidget {
    Q_OBJECT
public:
    explicit SweepCurve(QWidget* parent = nullptr);

    struct Point {
        QString setting; ///< `0.25 s`
        std::optional<double> value; ///< 0…1
        std::optional<double> chance; ///< 0…1; absent: none is drawn
        friend bool operator==(const Point&, const Point&) = default;
    };
    /// @param title  above the curve, and read by a screen reader before the values
    void setCurve(const QString& title, std::vector<Point> points);
    const std::vector<Point>& points() const { return m_points; }

    QSize sizeHint() const override { return {fontMetrics().height() * 16, fontMetrics().height() * 9}; }
    QSize minimumSizeHint() const override
    {
        return {fontMetrics().height() * 10, fontMetrics().height() * 7};
    }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_title;
    std::vector<Point> m_points;
};

}
