#pragma once

#include "app/scripting/script_reply.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QLocalServer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>
#include <vector>

namespace app {

class ScriptPlace;

/// Lets scripts of the same user connect, and hands their requests on: a little in each turn of the event
/// loop, one script after the other, and after each turn the window has as long for itself, however much the
/// scripts ask.
class ScriptServer : public QObject {
    Q_OBJECT
public:
    /// Does what a request asks for. What it throws becomes the answer.
    using Work = std::function<void(const nlohmann::json& request, const ScriptReply& reply)>;
    explicit ScriptServer(Work work, const ScriptLimits& limits = {}, QObject* parent = nullptr);
    ~ScriptServer() override;

    /// Begins to listen. @return the path of the socket. @throws IoError (`script_folder`, `io`).
    QString listen();
    bool isListening() const { return m_server.isListening(); }
    /// Tells scripts something that they did not ask for. @param message  for one of them; absent: nothing
    void tell(const std::function<std::optional<nlohmann::json>(const ScriptConnection& script)>& message);
    int count() const { return static_cast<int>(m_scripts.size()); } ///< of connections

signals:
    void left(const app::ScriptConnection* script); ///< a connection is over; only its address is of use
    void cut(const QString& why); ///< a script was cut off

private:
    void welcome();
    void serveSoon();
    void serve();
    bool serveOne(ScriptConnection& script);
    void forget(ScriptConnection* script);

    Work m_work;
    ScriptLimits m_limits;
    std::unique_ptr<ScriptPlace> m_place;
    QLocalServer m_server;
    std::vector<ScriptConnection*> m_scripts; ///< the script whose turn is next comes first
    QTimer m_turn;
    QDeadlineTimer m_rest; ///< until the next turn may begin
};

}
