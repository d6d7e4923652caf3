#pragma once

#include <QtGlobal>

#include <chrono>
#include <map>
#include <optional>
#include <vector>

namespace app {

/// How much of the processor some processes took since the last look, as the system counts it (`/proc`).
class ProcessorTime {
public:
    /// @param processes  their ids; of one that is new, only what it takes from now on counts
    /// @return part of all cores, 0…1; absent at the first look, and where the system does not tell
    std::optional<double> load(const std::vector<qint64>& processes);

private:
    std::map<qint64, double> m_used; ///< seconds, by process
    std::optional<std::chrono::steady_clock::time_point> m_since;
};

}
