#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

/// JSON as text. Ids and names of files may be any bytes: those that are not UTF-8 become the replacement
/// character (`dump()` of the library throws over them).
namespace engine {

/// @param indent  blanks for each level; -1: all stands in one line
template <class Json>
std::string jsonText(const Json& json, int indent = -1)
{
    return json.dump(indent, ' ', /*ensure_ascii=*/false, Json::error_handler_t::replace);
}

/// In one line, with `\u00fc` and the like for all that is not ASCII.
template <class Json>
std::string asciiJsonText(const Json& json)
{
    return json.dump(-1, ' ', /*ensure_ascii=*/true, Json::error_handler_t::replace);
}

/// A path that is looked for again, with slashes. @throws FormatError (`not_utf8`) for one that JSON cannot
/// hold.
std::string jsonPath(const std::filesystem::path& path);

}
