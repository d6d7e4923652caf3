#pragma once

#include <QWidget>

#include <optional>
#include <vector>

namespace widgets {

/// How a model's correlation grows with the number of labels, and what is expected of further ones.
class LearningCurve : public QWidget {
    Q_OBJECT
public:
    explicit LearningCurve(QWidget* parent = nullptr);

    struct Point {
        std::size_t labels = 0;
        double correlation = 0.0;
        friend bool operator==(const Point&, const Point&) = default;
    };
    struct Outlook {
        Point then;
        double low = 0.0, high = 0.0; ///< of the correlation
        friend bool operator==(const Outlook&, const Outlook&) = default;
    };
    void setCurve(std::vector<Point> points, const std::optional<Outlook>& outlook);
    QSize sizeHint() const override { return {fontMetrics().height() * 14, fontMetrics().height() * 7}; }
    QSize minimumSizeHint() const override
    {
        return {fontMetrics().height() * 8, fontMetrics().height() * 5};
    }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<Point> m_points;
    std::optional<Outlook> m_outlook;
};

}
