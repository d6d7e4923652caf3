#pragma once

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QToolButton;

namespace widgets {

/// One label's values as a row of buttons, from the least to the greatest whole number of its scale.
///
/// A value between two steps is a mark at its place, with its number. The chosen step, clicked again, takes
/// the value away.
class ValueScale : public QWidget {
    Q_OBJECT
public:
    enum class Style {
        Wide, ///< over the whole width, signed, with the key that gives each value below it
        Narrow, ///< small, with the label's name before them
        Row ///< as Narrow, over the whole width
    };
    /// The most steps that are drawn as buttons.
    static constexpr int kMostSteps = 11;

    ValueScale(const QString& label, int least, int greatest, Style style, QWidget* parent = nullptr);

    /// @param value  absent: nobody labelled this
    void setValue(std::optional<double> value);
    std::optional<double> value() const { return m_value; }
    /// Underlines the letter of the label's name that chooses it.
    void setLetter(QChar letter);
    static constexpr int kNameWidth = 76; ///< pixels of the name before the steps
    static constexpr int kRowSpacing = 4; ///< pixels between the steps of a Row

signals:
    void chosen(const QString& label, std::optional<double> value);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void placeMark();

    QString m_label;
    int m_least;
    std::vector<QToolButton*> m_steps;
    QLabel* m_name = nullptr;
    QLabel* m_mark; ///< of a value between two steps
    std::optional<double> m_value;
};

}
