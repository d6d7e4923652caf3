#pragma once

#include "app/scripting/script_fields.h"
#include "app/scripting/script_server.h"

#include <map>
#include <string>

namespace app {

/// What scripts can ask for, by name: the parts of the room add their works, and the server hands requests
/// on. While a dialog or a menu is open, a script changes nothing, as a person could not either.
class ScriptDesk : public QObject {
    Q_OBJECT
public:
    using Work = std::function<void(const ScriptFields& fields, const ScriptReply& reply)>;
    explicit ScriptDesk(const ScriptLimits& limits = {}, QObject* parent = nullptr);

    ScriptServer& server() { return *m_server; }
    /// Work that only looks.
    void addLook(const std::string& name, Work work) { m_works[name] = {std::move(work), false}; }
    /// Work that changes something. It neither asks a person nor waits: what may open a dialog is done later.
    void addChange(const std::string& name, Work work) { m_works[name] = {std::move(work), true}; }
    /// A change that is done when the work returns: it is answered then.
    void addStep(const std::string& name, const std::function<void(const ScriptFields& fields)>& work);
    /// Why scripts change nothing now, as a sentence; empty: they may.
    static QString whyBusy();

private:
    struct Entry {
        Work work;
        bool changes = false;
    };
    void doWork(const nlohmann::json& request, const ScriptReply& reply) const;

    std::map<std::string, Entry> m_works;
    ScriptServer* m_server;
};

}
