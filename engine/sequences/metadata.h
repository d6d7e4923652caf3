#pragma once

#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// A sequence's metadata: field name → any JSON value.
using Metadata = std::map<std::string, nlohmann::json>;

/// The fields that a complete sequence has, as the CMU-MultimodalSDK lists them. Its list joins two of them
/// into one name by mistake; here they are apart.
inline constexpr std::array<std::string_view, 11> metadataFields{"root name",
                                                                 "computational sequence description",
                                                                 "dimension names",
                                                                 "computational sequence version",
                                                                 "alignment compatible",
                                                                 "dataset name",
                                                                 "dataset version",
                                                                 "creator",
                                                                 "contact",
                                                                 "featureset bib citation",
                                                                 "dataset bib citation"};

/// One stored field as JSON. Some fields become plain text, so that they are written as they were read: bare
/// text that is not JSON, a number that JSON would write differently (`1.50`), and JSON of more than 200
/// levels.
nlohmann::json decodeMetadataField(const std::string& stored);

/// A field's value as text: text as it is, anything else as JSON (as the SDK shows numbers).
std::string metadataText(const nlohmann::json& value);

/// The sequence's name in its metadata; absent when there is none, or it is empty, or neither text nor a
/// number.
std::optional<std::string> rootNameIn(const Metadata& metadata);

/// Which of `metadataFields` are absent, in their order.
std::vector<std::string> missingFields(const Metadata& metadata);

/// The names of the dimensions, when there are exactly `width` of them; otherwise `dim 0`, `dim 1`, ….
std::vector<std::string> dimensionNames(const Metadata& metadata, std::size_t width);

/// A fresh random UUID (version 4), as deploying a sequence gives it.
std::string randomUuid();

}
