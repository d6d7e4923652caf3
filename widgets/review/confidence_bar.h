#pragma once

#include <QWidget>

#include <array>
#include <optional>

class QToolButton;

namespace widgets {

/// How sure a person is of an answer: a button each for low, medium and high.
class ConfidenceBar : public QWidget {
    Q_OBJECT
public:
    static constexpr std::size_t kSteps = 3;

    explicit ConfidenceBar(QWidget* parent = nullptr);

    void setKeys(const std::array<QString, kSteps>& keys);
    /// @param confidence  above 0 to 1; absent: not said. Never emits.
    void setConfidence(std::optional<double> confidence);

signals:
    void chosen(double confidence);

private:
    std::array<QToolButton*, kSteps> m_buttons;
};

}
