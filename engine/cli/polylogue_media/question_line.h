#pragma once

#include "engine/media_messages/message_socket.h"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>

namespace engine::cli {

/// Questions in the order in which they come, read on a thread of its own, so that a question that is being
/// answered can be stopped. When the other end closes the line, the process ends at once, whatever it does.
class QuestionLine {
public:
    explicit QuestionLine(MessageSocket& socket);

    struct Question {
        MediaMessage message;
        std::stop_token stop; ///< requested when the other end no longer wants the answer
    };
    Question next();

private:
    void read();

    MessageSocket& m_socket;
    std::mutex m_mutex;
    std::condition_variable m_came;
    std::deque<MediaMessage> m_waiting;
    std::stop_source m_stop; ///< of the question that is being answered
    std::uint64_t m_number = 0; ///< of it
    std::uint64_t m_stopped = 0; ///< the last question that is to be stopped
    std::jthread m_thread; ///< last: it uses all of the above
};

}
