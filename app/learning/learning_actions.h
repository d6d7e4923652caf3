#pragma once

#include "app/learning/learning_data.h"
#include "app/tasks/task.h"

#include <QObject>

class QAction;

namespace widgets {
class LearningCard;

}

namespace app {

class Actions;
class Document;
class Editor;
class ProjectMoments;
class Review;

/// Learning while somebody labels: a model learns of the answers of the pass that goes on, in the background,
/// and brings those segments to the front of its queue that would teach it most. It never touches the one in
/// hand.
class LearningActions : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Document& document;
        const ProjectMoments& moments;
        Editor& editor;
        Review& review;
        Tasks& tasks;
        QString programs; ///< the folder with `polylogue-models`
        widgets::LearningCard& card;
    };
    LearningActions(const Parts& parts, const Actions& actions, QObject* parent);

    bool isOn() const { return m_isOn; }

signals:
    void reviewWished(); ///< the review's queue is to be in sight
    void shown(bool isShown); ///< the card

private:
    void begin();
    void end();
    void learn();
    void learnWhenDue();
    void take(const LearningData& data, const engine::LearningStep& step);
    void showState();
    QString note() const;
    QString whatIsLearnt() const;

    Parts m_parts;
    Task m_learning;
    QAction* m_action;
    bool m_isOn = false;
    std::size_t m_learntOf = 0; ///< answers, when it last learnt
    std::optional<engine::LearningStep> m_step;
    QString m_problem; ///< of the last round; empty: none
};

}
