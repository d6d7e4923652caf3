#pragma once

#include <concepts>
#include <nlohmann/json.hpp>
#include <string>

namespace engine {

/// A field's value where it is of the kind of `otherwise`; else `otherwise`. For what is noted beside a result,
/// and is of use without it; what has to be as it is said reads json_fields.h.
/// @tparam T  std::string, bool, double, a whole number (without a sign: none below 0)
template <typename T, typename Json>
T valueOr(const Json& object, const char* field, T otherwise)
{
    if (!object.is_object())
        return otherwise;
    const auto found = object.find(field);
    if (found == object.end())
        return otherwise;
    bool isOfKind = false;
    if constexpr (std::same_as<T, std::string>)
        isOfKind = found->is_string();
    else if constexpr (std::same_as<T, bool>)
        isOfKind = found->is_boolean();
    else if constexpr (std::floating_point<T>)
        isOfKind = found->is_number();
    else
        isOfKind = std::signed_integral<T> ? found->is_number_integer() : found->is_number_unsigned();
    return isOfKind ? found->template get<T>() : otherwise;
}

}
