#pragma once

#include <QWidget>

#include <optional>
#include <vector>

class QToolButton;

namespace widgets {

/// One label's values as a row of buttons, from the least to the greatest whole number of its scale.
///
/// A value between two steps marks neither. The chosen one, clicked again, takes the value away.
class ValueScale : public QWidget {
    Q_OBJECT
public:
    enum class Style {
        Wide, ///< over the whole width, signed, with the key that gives each value below it
        Narrow ///< small, with the label's name before them
    };
    /// The most steps that are drawn as buttons.
    static constexpr int kMostSteps = 11;

    ValueScale(const QString& label, int least, int greatest, Style style, QWidget* parent = nullptr);

    /// @param value  absent: nobody labelled this
    void setValue(std::optional<double> value);
    std::optional<double> value() const { return m_value; }

signals:
    void chosen(const QString& label, std::optional<double> value);

private:
    QString m_label;
    int m_least;
    std::vector<QToolButton*> m_steps;
    std::optional<double> m_value;
};

}
