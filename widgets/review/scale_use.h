#pragma once

#include <QWidget>

#include <vector>

namespace widgets {

/// How often a rater gave each value: bars, with a line over each for the others on the same segments.
class ScaleUse : public QWidget {
    Q_OBJECT
public:
    explicit ScaleUse(QWidget* parent = nullptr);

    struct Bar {
        double value = 0.0;
        QString text; ///< of the value
        double own = 0.0;
        double others = 0.0;
    };
    /// @param reach  of the scale, by which the bars are coloured; 0: it has no negative values
    void setBars(std::vector<Bar> bars, double reach);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<Bar> m_bars;
    double m_reach = 0.0;
};

}
