#pragma once

#include <string>

namespace engine {

/// Whether a path fits a pattern: `*` any name or part of one, `**/` any folders or none, `{a,b}` one of
/// them; everything else stands for itself.
/// @param path  relative, with slashes
bool fitsPattern(const std::string& path, const std::string& pattern);

}
