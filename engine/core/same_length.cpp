#include "engine/core/same_length.h"

#include "engine/core/error.h"

#include <string>

namespace engine {

void requireSameLength(std::string_view what, std::size_t found, std::size_t expected)
{
    if (found != expected)
        throw ShapeError("row_mismatch",
                         "Of " + std::string(what) + " there are " + std::to_string(found) + "; expected "
                             + std::to_string(expected) + ".");
}

void requirePlace(std::string_view what, std::size_t place, std::size_t size)
{
    if (place >= size)
        throw ShapeError("row_mismatch",
                         "There is no " + std::string(what) + " " + std::to_string(place) + " among "
                             + std::to_string(size) + ".");
}

}
