#pragma once

#include <cstddef>

namespace engine::test {

/// While it lives (one at a time), `new` throws std::bad_alloc for large blocks on all threads but the one
/// that made it: an exception that nobody foresees where it happens.
class NoMemory {
public:
    /// @param largest  bytes that are still given
    explicit NoMemory(std::size_t largest);
    NoMemory(const NoMemory&) = delete;
    NoMemory& operator=(const NoMemory&) = delete;
    ~NoMemory();

    /// How often it was thrown.
    std::size_t refusals() const;
};

}
