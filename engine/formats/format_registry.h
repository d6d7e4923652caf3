#pragma once

#include "engine/formats/common/format.h"

/// All formats that annotation is exchanged in. A new one is a file pair and a line in format_registry.cpp.
namespace engine {

std::span<const Format* const> formats();

/// Null: there is none.
const Format* formatById(std::string_view id);

/// The format to read a file as: by its content where several have its ending, or none.
/// @throws IoError (`file_not_found`), FormatError (`unknown_format`) with what can be read.
const Format& formatOf(const std::filesystem::path& file);

/// The format that a new file with this name is written in. @throws FormatError (`unknown_format`).
const Format& formatForName(const std::filesystem::path& file);

}
