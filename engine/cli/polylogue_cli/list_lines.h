#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace engine::cli {

/// The lines of a list that a person wrote, without blanks at their ends; empty ones and those that begin
/// with # are left out. @throws IoError (`io`) where it cannot be read.
std::vector<std::string> linesOfList(const std::filesystem::path& list);

}
