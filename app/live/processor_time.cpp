#include "app/live/processor_time.h"

#include <QThread>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <unistd.h>
#include <utility>

namespace app {

namespace {

/// Seconds of processor time since the process began; absent: it is gone, or the system does not tell.
std::optional<double> usedBy(qint64 process)
{
    std::ifstream file("/proc/" + std::to_string(process) + "/stat");
    std::string line;
    if (!std::getline(file, line))
        return std::nullopt;
    const std::size_t name = line.rfind(')'); // which may hold blanks
    if (name == std::string::npos)
        return std::nullopt;
    std::istringstream fields(line.substr(name + 1));
    constexpr int before = 11; // fields between the name and the user's time
    std::string skipped;
    for (int i = 0; i < before; ++i)
        fields >> skipped;
    double user = 0.0, system = 0.0;
    if (!(fields >> user >> system))
        return std::nullopt;
    return (user + system) / static_cast<double>(std::max(1L, sysconf(_SC_CLK_TCK)));
}

}

std::optional<double> ProcessorTime::load(const std::vector<qint64>& processes)
{
    const auto now = std::chrono::steady_clock::now();
    const auto since = std::exchange(m_since, now);
    const std::map<qint64, double> before = std::exchange(m_used, {});
    double used = 0.0;
    for (const qint64 process : processes) {
        const std::optional<double> seconds = usedBy(process);
        if (!seconds)
            continue;
        m_used.emplace(process, *seconds);
        if (const auto known = before.find(process); known != before.end())
            used += *seconds - known->second;
    }
    if (!since || m_used.empty() || before.empty())
        return std::nullopt;
    const double passed = std::chrono::duration<double>(now - *since).count();
    const double all = passed * std::max(1, QThread::idealThreadCount());
    return all > 0.0 ? std::optional(std::clamp(used / all, 0.0, 1.0)) : std::nullopt;
}

}
