#pragma once

#include "app/conversation/conversation_in_sight.h"
#include "app/tasks/task.h"

#include <QDialog>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;

namespace widgets {
class OffsetView;
}

namespace app {

class ConversationCameras;
class Document;
class Player;

/// When the recording of a participant begins and how fast it runs, against that of the participant in sight:
/// dragged, typed, or found by the sound. Each change is a step of the history.
class RecordingTimeDialog : public QDialog {
    Q_OBJECT
public:
    struct Parts {
        Document& document;
        Player& player;
        Tasks& tasks;
        ConversationInSight& conversation;
        ConversationCameras& cameras;
    };
    RecordingTimeDialog(const Parts& parts, QWidget* parent);

private:
    using Levels = std::pair<std::vector<double>, std::vector<double>>; ///< of the one in sight, of the other

    std::optional<std::size_t> other() const;
    void showConversation();
    void listen();
    void find();
    void set(double offset, double driftPpm);
    void showTime();
    void showMoment(const engine::RecordingTime& time);

    Parts m_parts;
    QComboBox* m_who;
    QDoubleSpinBox* m_offset;
    QDoubleSpinBox* m_drift;
    QPushButton* m_find;
    QLabel* m_said;
    widgets::OffsetView* m_view;
    Task m_listening;
    Task m_finding;
    std::shared_ptr<const Levels> m_levels;
    int m_gesture = 0; ///< a drag is one step
};

}
