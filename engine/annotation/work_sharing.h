#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace engine {

/// How items are shared out among raters: some to several of them, so that their agreement is known, the rest
/// to fewer.
struct WorkSharing {
    std::size_t raters = 2;
    double common = 0.2; ///< the part of the items that several judge, 0…1
    std::size_t each = 2; ///< how many raters judge these
    std::uint32_t seed = 1; ///< equal seeds share in the same way
    std::size_t rest = 1; ///< how many raters judge each of the others

    friend bool operator==(const WorkSharing&, const WorkSharing&) = default;
};

/// The items of each rater, ascending. No rater gets more than one item more than another. Where fewer raters
/// than `each` are there, all of them judge the common items. No raters: none get any.
std::vector<std::vector<std::size_t>> shareWork(std::size_t items, const WorkSharing& sharing);

}
