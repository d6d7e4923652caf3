#include "app/scripting/script_waits.h"

#include <algorithm>
#include <chrono>

namespace app {

namespace {

constexpr int kLookMs = 20;
constexpr double kLongest = 3600.0; ///< seconds

}

ScriptWaits::ScriptWaits(QObject* parent) : QObject(parent)
{
    m_timer.setInterval(kLookMs);
    connect(&m_timer, &QTimer::timeout, this, &ScriptWaits::look);
}

void ScriptWaits::wait(const ScriptReply& reply, double seconds, std::function<bool()> isSo,
                       std::function<void()> then, std::function<void()> late, int looks)
{
    const auto most = static_cast<qint64>(std::clamp(seconds, 0.0, kLongest) * 1000.0);
    m_waiting.push_back(
        {reply, QDeadlineTimer(most), std::move(isSo), std::move(then), std::move(late), looks, 0});
    m_timer.start();
}

void ScriptWaits::look()
{
    std::vector<std::function<void()>> due;
    std::erase_if(m_waiting, [&due](Waiting& one) {
        if (!one.reply.connection() || one.reply.isGiven())
            return true;
        one.seen = one.isSo() ? one.seen + 1 : 0;
        if (one.seen < one.looks && !one.until.hasExpired())
            return false;
        due.push_back(one.seen >= one.looks ? one.then : one.late);
        return true;
    });
    if (m_waiting.empty())
        m_timer.stop();
    for (const auto& answer : due) // they may wait anew
        answer();
}

}
