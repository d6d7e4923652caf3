#pragma once

#include <QWidget>

#include <vector>

namespace widgets {

/// Errors of one segment after each epoch of a training, beside the middle half of those of all others. A
/// label that stays hard to learn is a line above the band.
class ErrorCurve : public QWidget {
    Q_OBJECT
public:
    explicit ErrorCurve(QWidget* parent = nullptr);

    struct Errors {
        std::vector<double> own; ///< E, at least 0
        std::vector<double> lower, median, upper; ///< E, of all segments
        friend bool operator==(const Errors&, const Errors&) = default;
    };
    void setErrors(Errors errors);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {fontMetrics().height() * 12, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Errors m_errors;
};

}
