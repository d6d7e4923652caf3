#pragma once

#include <stop_token>
#include <thread>

namespace engine {

/// While it lives, the first Ctrl-C (SIGINT) or SIGTERM asks for a stop instead of ending the program; the
/// second ends it. It must be made before any other thread starts.
class StopOnSignal {
public:
    StopOnSignal();
    ~StopOnSignal();
    StopOnSignal(const StopOnSignal&) = delete;
    StopOnSignal& operator=(const StopOnSignal&) = delete;

    std::stop_token token() const { return m_stop.get_token(); }

private:
    std::stop_source m_stop;
    std::jthread m_waiting;
};

}
