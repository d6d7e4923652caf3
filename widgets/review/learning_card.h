#pragma once

#include "widgets/review/learning_curve.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace widgets {

/// What a model learns of the answers of a pass while it goes on, below its queue.
class LearningCard : public QWidget {
    Q_OBJECT
public:
    explicit LearningCard(QWidget* parent = nullptr);

    struct State {
        QString note; ///< what is going on, and what to expect
        bool isWarned = false; ///< the note says that something failed
        bool isWorking = false;
        std::vector<LearningCurve::Point> curve;
        std::optional<LearningCurve::Outlook> outlook;
        friend bool operator==(const State&, const State&) = default;
    };
    void setState(const State& state);

signals:
    void stopWished();

private:
    QLabel* m_title;
    QLabel* m_note;
    LearningCurve* m_curve;
};

}
