#pragma once

#include "app/conversation/dialogue_answers.h"
#include "app/tasks/task.h"
#include "widgets/conversation/turn_predictions.h"
#include "widgets/tracks/turn_arcs.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <memory>

namespace app {

class ConversationInSight;
class ConversationTracks;
class Document;
class Player;
class ProjectMoments;
class Tasks;
class VideoOpener;

/// What a model of conversations, which a person chose, makes of the turn under the playhead: bars in the
/// Conversation tab, and arcs of the timeline to the turns that it attends to. The model is asked in the
/// background, about the whole conversation at once; its answers are kept in memory. While a pass hides
/// anything, nothing is asked and nothing is shown.
class DialoguePredictions : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Document& document;
        VideoOpener& videos;
        Tasks& tasks;
        Player& player;
        ConversationInSight& conversation;
        ConversationTracks& tracks;
        const ProjectMoments& moments;
        QString programs; ///< the folder of polylogue-models
    };
    DialoguePredictions(const Parts& parts, widgets::TurnPredictions& panel);

    /// Asks this model from now on; where the file is none of conversations, the panel says so.
    void choose(const QString& path);
    void setContext(std::optional<std::size_t> turns);
    bool isComputing() const { return m_asking.isRunning() || m_looking.isRunning() || m_again.isActive(); }

signals:
    void openWished(); ///< a model from a file

private:
    struct Question {
        DialogueModel model;
        engine::Conversation conversation;
        std::optional<std::size_t> context;

        friend bool operator==(const Question&, const Question&) = default;
    };
    struct Known {
        Question question;
        std::shared_ptr<const DialogueAnswers> answers;
    };
    void look();
    void take(std::vector<DialogueModel> models);
    std::optional<Question> question() const;
    const Known* known(const Question& question) const;
    void ask();
    void show();
    void showTurn();
    void showArcs(const DialogueAnswers* answers, std::optional<std::size_t> turn);
    void addAnswers(widgets::TurnPredictions::Content& content, const DialogueAnswers& answers,
                    std::size_t turn) const;
    widgets::TurnPredictions::Person person(const DialogueAnswers::Answer* answer, std::size_t participant,
                                            bool speaks) const;
    QString attentionText(const DialogueAnswers& answers, std::size_t turn) const;
    QString absence() const;

    Parts m_parts;
    widgets::TurnPredictions& m_panel;
    Task m_looking;
    Task m_asking;
    QTimer m_again; ///< a slider moves in bursts
    std::vector<DialogueModel> m_models; ///< that can be chosen
    QStringList m_opened; ///< files that a person opened
    QString m_wanted; ///< path of a model that a person chose, until it is known
    std::optional<DialogueModel> m_model; ///< that is asked
    std::optional<std::size_t> m_context; ///< absent: all turns
    std::deque<Known> m_known; ///< the newest first
    std::optional<Question> m_asked; ///< that is on its way
    std::optional<Question> m_failed; ///< that had no answer, which `m_problem` says
    QString m_problem; ///< of the model or its file
    std::optional<std::size_t> m_shownTurn; ///< that the panel shows
};

}
