#include "app/scripting/script_connection.h"

#include "app/scripting/script_place.h"
#include "engine/core/error.h"

#include <QCoreApplication>

#include <array>
#include <nlohmann/json.hpp>
#include <utility>

namespace app {

namespace {

constexpr qint64 kPiece = 64 * 1024; ///< bytes that Qt keeps for us, and that are taken at once
constexpr std::size_t kUnpackedAtOnce = 256 * 1024; ///< bytes of a message
constexpr int kProtocol = 1;

}

ScriptConnection::ScriptConnection(std::unique_ptr<QLocalSocket> socket, QByteArray token,
                                   const ScriptLimits& limits, QObject* parent)
    : QObject(parent)
    , m_socket(std::move(socket))
    , m_token(std::move(token))
    , m_limits(limits)
    , m_reader(limits.helloBytes)
    , m_mostValues(8)
{
    m_socket->setParent(nullptr);
    m_socket->setReadBufferSize(kPiece); // what is not taken waits in the script
    m_patience.setSingleShot(true);
    connect(m_socket.get(), &QLocalSocket::readyRead, this, &ScriptConnection::readable);
    connect(m_socket.get(), &QLocalSocket::bytesWritten, this, &ScriptConnection::written);
    connect(m_socket.get(), &QLocalSocket::disconnected, this, &ScriptConnection::gone);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        if (m_isWelcome)
            cutOff("unread", QStringLiteral("The script does not read its answers."));
        else
            cutOff("no_token", QStringLiteral("The first message did not come."));
    });
    m_patience.start(m_limits.tokenWait);
}

/// The socket says that it ends; nobody must follow that.
ScriptConnection::~ScriptConnection()
{
    m_socket->disconnect(this);
}

bool ScriptConnection::mayTake() const
{
    return !m_isOver && m_open < m_limits.open && m_socket->bytesToWrite() <= m_limits.unread;
}

std::optional<nlohmann::json> ScriptConnection::next()
{
    while (mayTake()) {
        std::optional<nlohmann::json> message = nextMessage();
        if (!message)
            return std::nullopt;
        if (!m_isWelcome) {
            takeHello(*message);
            continue;
        }
        if (!message->is_object() || !message->contains("id") || !(*message)["id"].is_number_integer()
            || !message->contains("do") || !(*message)["do"].is_string()) {
            cutOff("bad_request",
                   QStringLiteral("A request is an object with a number “id” and a text “do”."));
            return std::nullopt;
        }
        ++m_open;
        return message;
    }
    return std::nullopt;
}

/// The next whole message; a frame that is nonsense ends the connection, since nobody knows where the next
/// begins.
std::optional<nlohmann::json> ScriptConnection::nextMessage()
{
    if (m_unpacked)
        return std::exchange(m_unpacked, std::nullopt);
    std::array<char, kPiece> piece; // NOLINT(cppcoreguidelines-pro-type-member-init): it is read into
    try {
        while (!m_isOver && !m_unpacking.isRunning()) {
            if (const std::optional<std::string_view> frame = m_reader.nextFrame()) {
                if (frame->size() <= kUnpackedAtOnce)
                    return engine::decodeMessage(*frame, m_mostValues);
                unpackLater(std::string(*frame));
                m_reader.feed({}); // gives the memory of that frame back
                return std::nullopt;
            }
            const qint64 count = m_socket->read(piece.data(), piece.size());
            if (count <= 0)
                return std::nullopt;
            m_reader.feed({piece.data(), static_cast<std::size_t>(count)});
            if (count == kPiece) { // a long message comes in several turns
                emit readable();
                return std::nullopt;
            }
        }
    } catch (const engine::Error& error) {
        cutOff("bad_frame",
               QStringLiteral("What was sent is no message: %1").arg(QString::fromUtf8(error.what())));
    }
    return std::nullopt;
}

/// What takes longer than a frame of the window is done on another thread; nothing else is taken meanwhile.
void ScriptConnection::unpackLater(std::string frame)
{
    using Message = std::shared_ptr<nlohmann::json>;
    m_unpacking.start(
        {},
        [frame = std::move(frame), most = m_mostValues](const TaskRun&) {
            return std::make_shared<nlohmann::json>(engine::decodeMessage(frame, most));
        },
        [this](const Outcome<Message>& end) {
            if (const Message* message = std::get_if<Message>(&end)) {
                m_unpacked = std::move(**message);
                emit readable();
            } else {
                cutOff("bad_frame", QStringLiteral("What was sent is no message: %1").arg(failureOf(end)));
            }
        });
}

void ScriptConnection::takeHello(const nlohmann::json& message)
{
    const auto token = message.is_object() ? message.find("token") : message.end();
    if (!message.is_object() || token == message.end() || !token->is_string()
        || !ScriptPlace::isSame(m_token, QByteArray::fromStdString(token->get<std::string>()))) {
        cutOff("bad_token",
               QStringLiteral("The first message must name the token that lies beside the socket."));
        return;
    }
    m_patience.stop();
    m_isWelcome = true;
    m_reader.setLimit(m_limits.messageBytes);
    m_mostValues = m_limits.values;
    send({{"hello",
           {{"protocol", kProtocol},
            {"program", "polylogue"},
            {"version", QCoreApplication::applicationVersion().toStdString()}}}});
}

void ScriptConnection::answer(const nlohmann::json& message)
{
    if (m_isOver)
        return;
    --m_open;
    send(message);
    emit readable(); // one more may be taken
}

void ScriptConnection::tell(const nlohmann::json& message)
{
    if (!m_isOver && m_isWelcome)
        send(message);
}

void ScriptConnection::send(const nlohmann::json& message)
{
    const std::string frame = engine::encodeFrame(message);
    m_socket->write(frame.data(), static_cast<qint64>(frame.size()));
    if (m_socket->bytesToWrite() > m_limits.unread && !m_patience.isActive())
        m_patience.start(m_limits.readWait);
}

void ScriptConnection::written()
{
    if (m_isOver || !m_isWelcome)
        return;
    if (m_socket->bytesToWrite() <= m_limits.unread)
        m_patience.stop();
    else
        m_patience.start(m_limits.readWait); // it reads
    emit readable();
}

void ScriptConnection::cutOff(const char* code, const QString& why)
{
    if (m_isOver)
        return;
    m_isOver = true;
    m_patience.stop();
    const std::string frame = engine::encodeFrame({{"bye", why.toStdString()}, {"code", code}});
    m_socket->write(frame.data(), static_cast<qint64>(frame.size()));
    m_socket->flush();
    if (m_isWelcome)
        emit cut(why);
    m_socket->abort(); // what the script did not read is dropped
    emit gone();
}

}
