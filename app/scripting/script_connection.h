#pragma once

#include "app/scripting/script_limits.h"
#include "app/tasks/task.h"
#include "engine/worker/frames.h"

#include <QLocalSocket>
#include <QObject>
#include <QTimer>

#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

namespace app {

/// The window's end of the connection to one script: frames of CBOR (`engine/worker/frames.h`). A script is
/// welcome once its first message named the token; before that, nothing else is taken. Who sends nonsense,
/// too much, or never reads what is answered is cut off: a last message says why.
class ScriptConnection : public QObject {
    Q_OBJECT
public:
    /// @param socket  connected. @param token  that the script must name
    ScriptConnection(std::unique_ptr<QLocalSocket> socket, QByteArray token, const ScriptLimits& limits,
                     QObject* parent);
    ~ScriptConnection() override;

    bool isWelcome() const { return m_isWelcome; }
    /// Whether all that was sent is on its way to the script.
    bool isDrained() const { return m_socket->bytesToWrite() == 0; }
    /// The next request, which has to be answered; absent: none is there yet, or none is taken because too
    /// many are open or too much is unread. `readable` is emitted when there may be one again.
    std::optional<nlohmann::json> next();
    /// Answers a request that `next` gave.
    void answer(const nlohmann::json& message);
    /// Sends what nobody asked for.
    void tell(const nlohmann::json& message);
    /// Says why and ends the connection.
    void cutOff(const char* code, const QString& why);

signals:
    void readable();
    void cut(const QString& why); ///< a script that was welcome was cut off
    void gone(); ///< the connection is over

private:
    bool mayTake() const;
    void takeHello(const nlohmann::json& message);
    std::optional<nlohmann::json> nextMessage();
    void unpackLater(std::string frame);
    void send(const nlohmann::json& message);
    void written();

    std::unique_ptr<QLocalSocket> m_socket;
    QByteArray m_token;
    ScriptLimits m_limits;
    engine::FrameReader m_reader;
    std::size_t m_mostValues; ///< of a message, now
    Task m_unpacking; ///< of a large message
    std::optional<nlohmann::json> m_unpacked; ///< by that
    QTimer m_patience; ///< for the token, later for a script that reads nothing
    bool m_isWelcome = false;
    bool m_isOver = false;
    int m_open = 0; ///< requests without an answer
};

}
