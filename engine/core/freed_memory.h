#pragma once

#include <cstddef>

namespace engine {

/// Lets this process keep blocks of memory that it frees. Given back to the system each time, blocks of
/// several MB would be zeroed and mapped again page by page: a fifth of a recipe's time, a third of a
/// network's. Call it first of all. Without effect where the C library is not glibc.
///
/// @param largest  bytes of a block that is kept; at most 32 MiB, or 0: any block
void keepFreedMemory(std::size_t largest = 0);

}
