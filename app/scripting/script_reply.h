#pragma once

#include "app/scripting/script_connection.h"

#include <QPointer>

#include <memory>
#include <nlohmann/json.hpp>

namespace app {

/// Answers one request of a script, now or later; copies answer the same request. Only the first answer
/// counts, and none does once the script is gone.
class ScriptReply {
public:
    ScriptReply(ScriptConnection& connection, std::int64_t id)
        : m_connection(&connection)
        , m_id(id)
        , m_isGiven(std::make_shared<bool>(false))
    {
    }

    void answer(nlohmann::json value = nullptr) const { send({{"id", m_id}, {"ok", std::move(value)}}); }
    void refuse(const std::string& code, const std::string& why) const
    {
        send({{"id", m_id}, {"error", {{"code", code}, {"message", why}}}});
    }
    bool isGiven() const { return *m_isGiven; }
    ScriptConnection* connection() const { return m_connection; } ///< null: the script is gone

private:
    void send(const nlohmann::json& message) const
    {
        if (!std::exchange(*m_isGiven, true) && m_connection)
            m_connection->answer(message);
    }

    QPointer<ScriptConnection> m_connection;
    std::int64_t m_id;
    std::shared_ptr<bool> m_isGiven;
};

}
