#pragma once

#include <QObject>

#include <nlohmann/json_fwd.hpp>

namespace app {

class Actions;
class ScriptDesk;
class ScriptFields;
class ScriptReply;
class ScriptWaits;

/// The commands of the window for scripts: their names and whether they can be run; running one as if a
/// person had chosen it. A command that opens a dialog is answered while the dialog is open.
class ScriptCommands : public QObject {
    Q_OBJECT
public:
    ScriptCommands(const Actions& actions, ScriptDesk& desk, ScriptWaits& waits, QObject* parent);

private:
    nlohmann::json list() const;
    void run(const ScriptFields& fields, const ScriptReply& reply);
    void closeDialog(const ScriptReply& reply);

    const Actions& m_actions;
    ScriptWaits& m_waits;
};

}
