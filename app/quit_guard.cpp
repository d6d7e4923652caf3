#include "app/quit_guard.h"

#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>

namespace app {

QuitGuard::~QuitGuard()
{
    m_thread.request_stop();
}

int QuitGuard::exec(std::chrono::milliseconds patience)
{
    const int status = QCoreApplication::exec();
    begin(patience, status);
    return status;
}

void QuitGuard::begin(std::chrono::milliseconds patience, int status)
{
    m_thread = std::jthread([this, patience, status](const std::stop_token& stop) {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, stop, patience, [] { return false; });
        if (stop.stop_requested())
            return;
        std::fputs("polylogue: a disk does not answer, so the program ends without waiting for it\n", stderr);
        std::_Exit(status);
    });
}

}
