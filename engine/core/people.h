#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace engine {

/// Whom data show, and so whom a model learnt from.
enum class People {
    Real, ///< as they are
    Acted, ///< who play what they are asked to
    Drawn, ///< pictures and voices that a program made
    Own ///< in a user's own recordings
};

std::string name(People people); ///< `real`, `acted`, `drawn`, `own`
std::optional<People> peopleCalled(std::string_view name);

}
