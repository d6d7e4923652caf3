#pragma once

#include <cstddef>
#include <functional>
#include <stop_token>
#include <string>

namespace engine {

/// What long work is given: a way to be stopped and a way to tell how far it is.
struct RunContext {
    std::stop_token stop;
    std::function<void(double fraction)> progress; ///< may be empty; called with 0…1
    std::function<void(const std::string& text)> note
        = {}; ///< may be empty; what a person should know meanwhile

    /// Reports that `done` of `total` steps are finished. @throws Cancelled when `stop` was requested.
    void tick(std::size_t done, std::size_t total) const;
};

}
