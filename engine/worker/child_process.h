#pragma once

#include "engine/core/run_context.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
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

/// A program that is run to its end. `command[0]` is sought in PATH when it has no slash.
struct ChildRun {
    std::vector<std::string> command;
    std::optional<ChildLimits> limits = std::nullopt;
    /// Variables that the program gets, as name and value, where they are not set already.
    std::vector<std::pair<std::string, std::string>> environment = {};
    /// What the program reads on stdin, which stays open until it ends; empty: stdin is /dev/null.
    std::string input = {};
    /// Is given each line of stdout as it comes, without its end; `output` stays empty then.
    /// @return false: this was enough, and the program is ended
    std::function<bool(std::string_view line)> onLine = {};
    /// How long the program may write nothing on stdout, until its first line and between two. 0: no limit.
    std::chrono::milliseconds firstSilence{0};
    std::chrono::milliseconds nextSilence{0};
    /// How long a program that is to be stopped may put its things away (after SIGTERM) before it is ended.
    std::chrono::milliseconds grace{0};
};

struct ChildResult {
    int exitCode = 0; ///< 127: the program could not be started
    int signal = 0; ///< the signal that ended it; 0: none
    bool wasTooSlow = false; ///< the time was over, or the program was silent for too long; it was ended, or abandoned
    bool wasEnough = false; ///< `onLine` had enough
    std::string output; ///< stdout of the program
    std::string errors; ///< stderr of the program
    bool succeeded() const { return exitCode == 0 && signal == 0 && !wasTooSlow; }
};

/// Runs a program to its end and collects what it writes. The thread sleeps meanwhile, and does not count as
/// one that works (`Waiting`).
/// @param run  its stop ends the program within 0.1 s and its grace; its progress is what the program says on
///             stderr in lines like `progress 0.25`, which are left out of `errors`
/// @throws IoError (`io`) when no process can be made; Cancelled, also where the program came to its end
/// meanwhile; what `onLine` throws, once the program is ended
ChildResult runChild(const ChildRun& child, const RunContext& run = {});

/// The same for a program without further wishes.
inline ChildResult runChild(std::vector<std::string> command, std::optional<ChildLimits> limits = std::nullopt,
                            const RunContext& run = {})
{
    return runChild(ChildRun{std::move(command), limits}, run);
}

}
