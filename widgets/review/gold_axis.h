#pragma once

#include <QWidget>

namespace widgets {

/// The right value as a mark above the axis of a scale, the given one as a dot on it, each with its number.
class GoldAxis : public QWidget {
    Q_OBJECT
public:
    explicit GoldAxis(QWidget* parent = nullptr);

    struct Mark {
        double value = 0.0;
        QString text;
    };
    void setMarks(const Mark& right, const Mark& given, double least, double greatest);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Mark m_right;
    Mark m_given;
    double m_least = 0.0;
    double m_greatest = 1.0;
};

}
