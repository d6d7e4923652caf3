#pragma once

#include <QPointF>
#include <QWidget>

#include <optional>
#include <vector>

namespace widgets {

/// How the half width of an interval shrinks with the number of ratings: a line for each number of people,
/// the wish dashed across, and a point where a plan lies.
class PlanCurve : public QWidget {
    Q_OBJECT
public:
    explicit PlanCurve(QWidget* parent = nullptr);

    struct Line {
        int people = 0; ///< of a segment
        std::vector<QPointF> points; ///< ratings in all, half width; ascending
        friend bool operator==(const Line&, const Line&) = default;
    };
    /// @param chosen  where the plan lies; its line is the thick one  @param people  of that line
    void setFigures(std::vector<Line> lines, double wished, std::optional<QPointF> chosen, int people);
    const std::vector<Line>& lines() const { return m_lines; }

    QSize sizeHint() const override { return {fontMetrics().height() * 20, fontMetrics().height() * 9}; }
    QSize minimumSizeHint() const override
    {
        return {fontMetrics().height() * 12, fontMetrics().height() * 8};
    }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void drawLines(QPainter& painter, const QRectF& room, const QFontMetrics& metrics) const;
    QPointF at(const QRectF& room, QPointF figures) const;

    std::vector<Line> m_lines;
    double m_wished = 0.0;
    std::optional<QPointF> m_chosen;
    int m_people = 0;
    double m_mostRatings = 1.0;
    double m_mostWidth = 0.1;
};

}
