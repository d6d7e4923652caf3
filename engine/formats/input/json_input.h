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
    /// Where the objects and lists in it begin, by their addresses; empty where a file says a field twice.
    std::vector<std::pair<const OrderedJson*, std::uint32_t>> lines = {};

    /// The line that an object or list within this tree begins in, from 1. 0: not known
    std::size_t lineOf(const OrderedJson& part) const;
};

/// `NaN` and `Infinity`, which Python writes and JSON does not have, are null.
/// @throws IoError, FormatError as readText(); FormatError (`data_invalid`) with the line where it is no
/// JSON,
/// (`too_large`) where it nests deeper than any such file or would not fit into memory.
JsonInput readJson(const std::filesystem::path& path);

/// A field of an object; null when there is none, or no object.
const OrderedJson& field(const OrderedJson& object, const char* name);

/// A list itself, not a copy; an empty one for what is none.
const OrderedJson& listOf(const OrderedJson& value);

/// Whether a beginning of JSON has a field of this name; the same word as a text does not count.
bool hasKey(std::string_view beginning, std::string_view name);

/// A finite number, also in quotes.
std::optional<double> numberOf(const OrderedJson& value);

/// Text as it is, numbers as JSON; anything else is empty.
std::string textOf(const OrderedJson& value);

}
