#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// What a child may use before the system ends it.
struct ChildLimits {
    std::uint64_t processorSeconds = 10;
    std::uint64_t memoryBytes = std::uint64_t{1} << 30; ///< address space
};

struct ChildResult {
    int exitCode = 0; ///< 127: the program could not be started
    int signal = 0; ///< not 0: what ended it
    std::string output; ///< its stdout
    std::string errors; ///< its stderr
    bool succeeded() const { return exitCode == 0 && signal == 0; }
};

/// Runs a program to its end and collects what it writes. `command[0]` is sought in PATH when it has no
/// slash.
/// @throws IoError (`io`) when no process can be made.
ChildResult runChild(const std::vector<std::string>& command,
                     const std::optional<ChildLimits>& limits = std::nullopt);

}
