#include "engine/cli/stop_on_signal.h"

#include <csignal>
#include <ctime>

namespace engine {

namespace {

sigset_t stopSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

/// Set where a signal arrives at a thread that a library made before the signals were blocked, such as OpenBLAS.
volatile std::sig_atomic_t isAskedToStop = 0;

/// @param handler  of both signals
void handleBy(void (*handler)(int))
{
    for (const int signal : {SIGINT, SIGTERM})
        std::signal(signal, handler);
}

}

StopOnSignal::StopOnSignal()
{
    const sigset_t signals = stopSignals();
    isAskedToStop = 0;
    handleBy([](int) { isAskedToStop = 1; });
    pthread_sigmask(SIG_BLOCK, &signals, nullptr); // threads made from now on inherit it
    m_waiting = std::jthread([this](const std::stop_token& over) {
        const sigset_t awaited = stopSignals();
        constexpr timespec aMoment{0, 100'000'000};
        while (!over.stop_requested()) {
            if (sigtimedwait(&awaited, nullptr, &aMoment) < 0 && isAskedToStop == 0)
                continue;
            handleBy(SIG_DFL);
            m_stop.request_stop();
            pthread_sigmask(SIG_UNBLOCK, &awaited,
                            nullptr); // the next one arrives here, and does what it always does
            return;
        }
    });
}

StopOnSignal::~StopOnSignal()
{
    m_waiting.request_stop();
    m_waiting.join();
    handleBy(SIG_DFL);
    const sigset_t signals = stopSignals();
    pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
}

}
