#pragma once

#include <QWidget>

class QButtonGroup;

namespace widgets {

/// A few choices as buttons side by side, of which one is chosen.
class SegmentedChoice : public QWidget {
    Q_OBJECT
public:
    struct Choice {
        QString text;
        QString tip; ///< what it means, or why it cannot be chosen
        bool isEnabled = true;
    };
    /// @param name  of the object; the buttons are called so with their number behind it
    SegmentedChoice(const QString& name, const std::vector<Choice>& choices, QWidget* parent = nullptr);

    int current() const;
    void setCurrent(int choice); ///< never emits
    void setOffered(int choice, bool isEnabled, const QString& tip);

signals:
    void chosen(int choice); ///< by a person

private:
    QButtonGroup* m_buttons;
};

}
