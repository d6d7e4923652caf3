#pragma once

#include <cstdint>
#include <vector>

namespace engine {

/// Draws which of the raters see a prediction of which unit.
///
/// Units are paired by chance; a drawn half of the raters sees the prediction of the one, the other half that
/// of the other. So of each unit's raters half see the prediction, and each rater sees that of half of the
/// units, up to one where their number is odd.
/// @return by unit and rater: whether the prediction is shown
std::vector<std::vector<bool>> influenceArms(std::size_t units, std::size_t raters, std::uint32_t seed);

}
