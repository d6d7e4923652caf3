#pragma once

#include <QWidget>

#include <optional>

namespace widgets {

/// Draws a named value as a bar that begins at the low end of its scale, with the number beside it; the label
/// is a tick on the bar.
class ValueBar : public QWidget {
    Q_OBJECT
public:
    ValueBar(const QString& name, double low, double high, QWidget* parent = nullptr); ///< low < high

    void setValue(std::optional<double> value);
    void setLabel(std::optional<double> label);
    QSize sizeHint() const override { return {140, 22}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString numberText() const;

    QString m_name;
    double m_low;
    double m_high;
    std::optional<double> m_value;
    std::optional<double> m_label;
};

}
