#pragma once

#include "app/scripting/script_reply.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <vector>

namespace app {

/// Requests that are answered as soon as something is so: looked at some fifty times a second, until it is
/// so, the time is over, or the script is gone.
class ScriptWaits : public QObject {
    Q_OBJECT
public:
    explicit ScriptWaits(QObject* parent = nullptr);

    /// @param isSo     also looked at within a dialog's own event loop. @param then  answers
    /// @param looks    how often in a row it must be so: one thing that comes may ask for the next
    /// @param late     answers when `seconds` are over
    void wait(const ScriptReply& reply, double seconds, std::function<bool()> isSo,
              std::function<void()> then, std::function<void()> late, int looks = 1);

private:
    struct Waiting {
        ScriptReply reply;
        QDeadlineTimer until;
        std::function<bool()> isSo;
        std::function<void()> then;
        std::function<void()> late;
        int looks = 1;
        int seen = 0;
    };
    void look();

    std::vector<Waiting> m_waiting;
    QTimer m_timer;
};

}
