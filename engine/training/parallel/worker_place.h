#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace engine {

/// Which of several processes this one is, that train one model together, and where they find each other.
struct WorkerPlace {
    std::size_t rank = 0; ///< 0 ≤ rank < count; the first one writes all files
    std::size_t count = 1; ///< of the processes
    /// A folder that all of them see. It is made where there is none, and gone when they are done, unless
    /// something else is in it.
    std::filesystem::path rendezvous;
    /// The address or name of this machine at which the others reach it. The usual one is reached by this
    /// machine alone.
    std::string address = "127.0.0.1";
    /// Of which end a process came that this one started (`signal 9`); nothing while it runs. May be empty.
    std::function<std::optional<std::string>(std::size_t rank)> fate{};
};

}
