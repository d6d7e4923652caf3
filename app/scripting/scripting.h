#pragma once

#include "app/scripting/script_sources.h"

#include <QObject>

namespace app {

class Review;
class ScriptDesk;
class ScriptEvents;
class ScriptState;
class ScriptWaits;

/// Everything that scripts can do with the window, once it listens (`polylogue --listen`): the parts of the
/// room, and what they are told of the window.
class Scripting : public QObject {
    Q_OBJECT
public:
    Scripting(const ScriptSources& sources, Review& review, QObject* parent);

    /// Lets scripts connect, from now on until the window goes. @return the path of the socket. @throws
    /// IoError
    /// (`script_folder`, `io`).
    QString listen();
    ScriptState& state() { return *m_state; }
    ScriptDesk& desk() { return *m_desk; } ///< where other parts of the window add what scripts can ask for

private:
    void connectEvents(const ScriptSources& sources, Review& review);

    ScriptDesk* m_desk;
    ScriptWaits* m_waits;
    ScriptState* m_state;
    ScriptEvents* m_events;
};

}
