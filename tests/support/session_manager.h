#pragma once

#include <QByteArray>

#include <memory>

namespace support {

/// A session manager of X11 (XSMP) for one program: what a desktop runs, and what tells programs at logout to
/// save, and then to end. It answers while the event loop of this thread runs.
class SessionManager {
public:
    SessionManager();
    ~SessionManager();

    QByteArray address() const; ///< for SESSION_MANAGER in the environment of the program
    bool hasProgram() const; ///< it has registered
    void askToSave(); ///< since the session ends
    bool hasSaved() const; ///< it said so, with success
    bool wantsToAsk() const; ///< it wishes to show a question before, which a logout may be stopped by
    void end(); ///< tells it to end
    void callOff(); ///< tells it that the session goes on

    struct State;

private:
    std::unique_ptr<State> m_state;
};

}
