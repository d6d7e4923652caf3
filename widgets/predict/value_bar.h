#pragma once

#include <QWidget>

#include <optional>

namespace widgets {

/// A named value from 0 to a maximum as a bar with its number; the label as a tick on it.
class ValueBar : public QWidget {
    Q_OBJECT
public:
    ValueBar(const QString& name, double maximum, QWidget* parent = nullptr);

    void setValue(std::optional<double> value);
    void setLabel(std::optional<double> label);
    QSize sizeHint() const override { return {140, 22}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString numberText() const;

    QString m_name;
    double m_maximum;
    std::optional<double> m_value;
    std::optional<double> m_label;
};

}
