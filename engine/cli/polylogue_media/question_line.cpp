#include "engine/cli/polylogue_media/question_line.h"

#include <cstdlib>
#include <unistd.h>

namespace engine::cli {

QuestionLine::QuestionLine(MessageSocket& socket) : m_socket(socket), m_thread([this] { read(); }) { }

QuestionLine::Question QuestionLine::next()
{
    std::unique_lock lock(m_mutex);
    m_came.wait(lock, [this] { return !m_waiting.empty(); });
    Question question{std::move(m_waiting.front()), {}};
    m_waiting.pop_front();
    m_number = question.message.head.value("number", std::uint64_t{0});
    m_stop = std::stop_source();
    if (m_stopped == m_number)
        m_stop.request_stop();
    question.stop = m_stop.get_token();
    return question;
}

void QuestionLine::read()
{
    while (auto message = m_socket.receive()) {
        const std::lock_guard lock(m_mutex);
        if (message->head.value("do", "") == "stop") {
            m_stopped = message->head.value("number", std::uint64_t{0});
            if (m_stopped == m_number)
                m_stop.request_stop();
            continue;
        }
        m_waiting.push_back(std::move(*message));
        m_came.notify_one();
    }
    ::_exit(EXIT_SUCCESS);
}

}
