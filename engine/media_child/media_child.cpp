#include "engine/media_child/media_child.h"

#include "engine/media/decoding.h"
#include "engine/media_child/media_template.h"
#include "engine/media_messages/media_messages.h"

namespace engine {

MediaChild::MediaChild(const MediaFile& file) : m_file(file)
{
    for (const ChildOf origin : {ChildOf::Template, ChildOf::Program}) {
        m_socket = std::make_unique<MessageSocket>(lineToNewChild(origin));
        if (greets())
            return;
    }
    throwEnded();
}

/// A template may be about to end; what it was asked for never comes.
bool MediaChild::greets()
{
    return m_socket->send(jsonOf(m_file)) && m_socket->receive();
}

void MediaChild::throwEnded() const
{
    throw IoError(kDecoderEnded, m_file.path.string(),
                  "the program that reads it (polylogue-media) ended unexpectedly; the file may be damaged.");
}

void MediaChild::pose(nlohmann::json question, int handle)
{
    question["number"] = ++m_question;
    if (!m_socket->send(question, {}, handle))
        throwEnded();
}

MediaMessage MediaChild::answer()
{
    std::optional<MediaMessage> message = m_socket->receive();
    if (!message)
        throwEnded();
    const auto error = message->head.find("error");
    if (error != message->head.end()) {
        const std::string path = m_file.path.string();
        try {
            throwErrorIn(*error, path);
        } catch (const nlohmann::json::exception&) {
            throwEnded();
        }
    }
    return std::move(*message);
}

MediaMessage MediaChild::ask(nlohmann::json question, const std::stop_token& stop, int handle)
{
    pose(std::move(question), handle);
    const std::stop_callback onStop(stop, [this] {
        m_socket->send({{"do", "stop"}, {"number", m_question}});
    });
    return answer();
}

}
