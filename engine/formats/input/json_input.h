#pragma once

#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// JSON of other programs, in the order of the file.
namespace engine {

using OrderedJson = nlohmann::ordered_json;

struct JsonInput {
    OrderedJson value;
    std::vector<std::string> notes; ///< about the encoding
    /// The lines in which its objects and lists begin, by their addresses; empty when a file has a field
    /// twice.
    std::vector<std::pair<const OrderedJson*, std::uint32_t>> lines = {};

    /// The line in which an object or list of this tree begins, from 1; 0: not known.
    std::size_t lineOf(const OrderedJson& part) const;
};

/// `NaN` and `Infinity`, which Python writes and JSON does not have, are null.
/// @throws IoError, FormatError as readText(); FormatError (`data_invalid`) with the line where it is
/// not JSON, (`too_large`) when it nests deeper than any such file, or would not fit into memory.
JsonInput readJson(const std::filesystem::path& path);

/// A field of an object; null when it is absent, or `object` is not an object.
const OrderedJson& field(const OrderedJson& object, const char* name);

/// The list itself, not a copy; an empty list when `value` is not a list.
const OrderedJson& listOf(const OrderedJson& value);

/// Whether the beginning of a JSON text has a field of this name; the same word as a value does not count.
bool hasKey(std::string_view beginning, std::string_view name);

/// A finite number, also in quotes.
std::optional<double> numberOf(const OrderedJson& value);

/// Text as it is, numbers as JSON; anything else is empty.
std::string textOf(const OrderedJson& value);

}
