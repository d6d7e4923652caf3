#pragma once

#include <QtGlobal>

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace app {

/// What a window takes from scripts at most, so that none of them can slow the window or fill its memory.
struct ScriptLimits {
    std::uint32_t helloBytes = 1024; ///< of the first message, which names the token
    std::uint32_t messageBytes = 16U << 20U; ///< of any other message
    std::size_t values = 400'000; ///< in one message; an array is one value
    int connections = 8; ///< at a time
    int open = 16; ///< requests of one connection that wait for their answers
    qint64 unread = 1
        << 20; ///< bytes of answers that a script has not read: none of its requests is taken until it has
    std::chrono::milliseconds tokenWait{10'000}; ///< for the first message
    std::chrono::milliseconds readWait{60'000}; ///< for a script that does not read its answers
    std::chrono::milliseconds turn{4}; ///< of the window's time; then the window has as long for itself
};

}
