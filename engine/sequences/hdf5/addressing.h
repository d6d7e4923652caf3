#pragma once

#include <cstddef>
#include <cstdint>

namespace engine::hdf5 {

/// How a file writes where something lies in it, and how long it is.
struct Addressing {
    std::uint64_t base = 0; ///< what addresses count from, in bytes of the file
    std::size_t addressBytes = 8;
    std::size_t lengthBytes = 8;
};

}
