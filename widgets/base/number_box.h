#pragma once

#include <QDoubleSpinBox>

namespace widgets {

/// A spin box for numbers as they are shown everywhere: with a true minus and the decimal mark of the
/// language. It takes both minus signs, and a point as well as a comma.
class NumberBox : public QDoubleSpinBox {
    Q_OBJECT
public:
    using QDoubleSpinBox::QDoubleSpinBox;

    QString textFromValue(double value) const override;
    double valueFromText(const QString& text) const override;
    QValidator::State validate(QString& text, int& place) const override;

private:
    bool isSpecial(const QString& text) const;
    QString bare(const QString& text) const; ///< without what stands before and behind the number
};

}
