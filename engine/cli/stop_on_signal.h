#pragma once

#include <stop_token>
#include <thread>

namespace engine {

/// While it lives, Ctrl-C (SIGINT) and SIGTERM ask for a stop instead of ending the program at once; a second
/// one ends it. To be made before other threads are.
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
