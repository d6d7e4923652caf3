#pragma once

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace widgets {

/// The steps of a recipe, one chosen; each with a menu of its own.
class StepList : public QWidget {
    Q_OBJECT
public:
    struct Step {
        QString title;
        QString detail; ///< what it does to the video in sight, or why it cannot be done
        bool failed = false;
        friend bool operator==(const Step&, const Step&) = default;
    };

    explicit StepList(QWidget* parent = nullptr);
    void setSteps(const std::vector<Step>& steps, std::size_t chosen);
    /// Steps that cannot be edited can still be looked at, one after the other.
    void setEditable(bool isEditable);

signals:
    void chosen(std::size_t step);
    void moveRequested(std::size_t step, int by); ///< −1: before the one above
    void removeRequested(std::size_t step);

private:
    void rebuild();

    QVBoxLayout* m_layout;
    std::vector<Step> m_steps;
    std::size_t m_chosen = 0;
    bool m_isEditable = true;
};

}
