#pragma once

#include <filesystem>
#include <string>

namespace engine {

/// Refuses a folder that is to be made where something of somebody else is: anything but an empty folder and one that
/// holds the file by which the program knows its own.
/// @param mark      that file
/// @param kind      what the program makes there: `publication`
/// @param replaces  whether one of its own may be replaced
/// @throws IoError (`in_the_way`)
void refuseForeignFolder(const std::filesystem::path& folder, const char* mark, const std::string& kind, bool replaces);

}
