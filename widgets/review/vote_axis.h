#pragma once

#include <QWidget>

namespace widgets {

/// One answer as a dot on the axis of its scale.
class VoteAxis : public QWidget {
    Q_OBJECT
public:
    VoteAxis(double value, double least, double greatest, QWidget* parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_value;
    double m_least;
    double m_greatest;
};

}
