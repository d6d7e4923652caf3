#include "app/scripting/script_server.h"

#include "app/scripting/script_place.h"
#include "engine/core/error.h"

#include <algorithm>
#include <sys/socket.h>
#include <unistd.h>

namespace app {

namespace {

/// Whether the process at the other end is of the same user.
bool isOwn(const QLocalSocket& socket)
{
    ucred peer = {};
    socklen_t size = sizeof(peer);
    return getsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0
        && peer.uid == getuid();
}

}

ScriptServer::ScriptServer(Work work, const ScriptLimits& limits, QObject* parent)
    : QObject(parent)
    , m_work(std::move(work))
    , m_limits(limits)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.setMaxPendingConnections(limits.connections);
    m_turn.setSingleShot(true);
    connect(&m_server, &QLocalServer::newConnection, this, &ScriptServer::welcome);
    connect(&m_turn, &QTimer::timeout, this, &ScriptServer::serve);
}

ScriptServer::~ScriptServer() = default;

QString ScriptServer::listen()
{
    if (m_place)
        return m_place->socket();
    auto place = std::make_unique<ScriptPlace>();
    if (!m_server.listen(place->socket()))
        throw engine::IoError("io", place->socket().toStdString(), m_server.errorString().toStdString());
    m_place = std::move(place);
    return m_place->socket();
}

void ScriptServer::welcome()
{
    while (m_server.hasPendingConnections()) {
        std::unique_ptr<QLocalSocket> socket(m_server.nextPendingConnection());
        if (!isOwn(*socket)) {
            socket->abort();
            continue;
        }
        auto* script = new ScriptConnection(std::move(socket), m_place->token(), m_limits, this);
        if (count() >= m_limits.connections) {
            script->cutOff("too_many", QStringLiteral("The window serves %1 scripts already.").arg(count()));
            script->deleteLater();
            continue;
        }
        m_scripts.push_back(script);
        connect(script, &ScriptConnection::readable, this, &ScriptServer::serveSoon);
        connect(script, &ScriptConnection::cut, this, &ScriptServer::cut);
        connect(script, &ScriptConnection::gone, this, [this, script] { forget(script); });
        serveSoon(); // what came before we listened
    }
}

void ScriptServer::forget(ScriptConnection* script)
{
    if (std::erase(m_scripts, script) > 0) {
        script->deleteLater();
        emit left(script);
    }
}

void ScriptServer::serveSoon()
{
    if (!m_turn.isActive())
        m_turn.start(static_cast<int>(std::max<qint64>(m_rest.remainingTime(), 0)));
}

/// One request of each script after the other, until the turn is over.
void ScriptServer::serve()
{
    QElapsedTimer taken;
    taken.start();
    std::size_t idle = 0; // how many in a row had nothing
    while (idle < m_scripts.size() && taken.elapsed() < m_limits.turn.count()) {
        ScriptConnection* script = m_scripts.front();
        std::ranges::rotate(m_scripts, m_scripts.begin() + 1);
        idle = serveOne(*script) ? 0 : idle + 1;
    }
    m_rest.setRemainingTime(taken.elapsed());
    if (idle < m_scripts.size())
        m_turn.start(std::max(static_cast<int>(taken.elapsed()), 1));
}

/// @return whether there was a request
bool ScriptServer::serveOne(ScriptConnection& script)
{
    const std::optional<nlohmann::json> request = script.next();
    if (!request)
        return false;
    const ScriptReply reply(script, request->at("id").get<std::int64_t>());
    try {
        m_work(*request, reply);
    } catch (const engine::Error& error) {
        reply.refuse(error.code(), error.what());
    } catch (const nlohmann::json::exception& error) {
        reply.refuse("bad_request", error.what());
    } catch (const std::exception& error) {
        reply.refuse("failed", error.what());
    }
    return true;
}

void ScriptServer::tell(
    const std::function<std::optional<nlohmann::json>(const ScriptConnection& script)>& message)
{
    for (ScriptConnection* script : std::vector(m_scripts)) { // one that is cut off within goes
        if (const std::optional<nlohmann::json> one = message(*script))
            script->tell(*one);
    }
}

}
