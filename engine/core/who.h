#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace engine {

/// Whom data show, and so whom a model learnt from.
enum class Who {
    Real, ///< as they are
    Acted, ///< who play what they are asked to
    Drawn, ///< pictures and voices that a program made
    Own ///< in a user's own recordings
};

std::string name(Who who); ///< `real`, `acted`, `drawn`, `own`
std::optional<Who> whoCalled(std::string_view name);
/// A field of JSON that is one of these names. @throws what its refuse() throws.
template <typename Value>
Who whoIn(const Value& value)
{
    const std::optional<Who> who = whoCalled(value.choice({"real", "acted", "drawn", "own"}));
    if (!who)
        value.refuse("real, acted, drawn or own");
    return *who;
}

}
