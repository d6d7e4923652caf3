#pragma once

#include <cstddef>
#include <string_view>

namespace engine {

/// For functions that read one argument at the places of another: refuses arguments that do not belong
/// together before anything is read behind an end.
/// @param what  `labels of predictions`
/// @throws ShapeError (`row_mismatch`) unless both are the same.
void requireSameLength(std::string_view what, std::size_t found, std::size_t expected);

/// The same for a place. @throws ShapeError (`row_mismatch`) unless it is below `size`.
void requirePlace(std::string_view what, std::size_t place, std::size_t size);

}
