#pragma once

#include "engine/core/run_context.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// What a child may use before the system ends it.
struct ChildLimits {
    std::uint64_t processorSeconds = 10;
    std::uint64_t memoryBytes = std::uint64_t{1} << 30; ///< address space
    /// Wall-clock time, since a child that waits for a disk or a network folder uses no processor time. 0: no
    /// limit.
    std::chrono::seconds wall{0};
};

struct ChildResult {
    int exitCode = 0; ///< 127: the program could not be started
    int signal = 0; ///< the signal that ended it; 0: none
    bool wasTooSlow = false; ///< its wall-clock time was over; it was ended, or abandoned
    std::string output; ///< its stdout
    std::string errors; ///< its stderr
    bool succeeded() const { return exitCode == 0 && signal == 0 && !wasTooSlow; }
};

/// Runs a program to its end and collects what it writes. `command[0]` is sought in PATH when it has no
/// slash.
/// @param run  its stop ends the program within 0.1 s; its progress is what the program says on stderr in
///             lines like `progress 0.25`, which are left out of `errors`
/// @throws IoError (`io`) when no process can be made, Cancelled
ChildResult runChild(const std::vector<std::string>& command,
                     const std::optional<ChildLimits>& limits = std::nullopt, const RunContext& run = {});

}
