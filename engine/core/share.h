#pragma once

#include <cstddef>

namespace engine {

/// One of several parts that a work is divided into.
struct Share {
    std::size_t number = 0; ///< from 0
    std::size_t of = 1;

    bool isWhole() const { return of == 1; }
    /// Whether the item at this place belongs to it: each has every `of`-th.
    bool has(std::size_t place) const { return place % of == number; }
};

}
