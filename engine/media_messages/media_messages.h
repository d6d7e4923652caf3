#pragma once

#include "engine/media/cut_short.h"
#include "engine/media/frame_index.h"
#include "engine/media/media_file.h"
#include "engine/media/media_info.h"

#include <exception>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace engine {

// What a program and its `polylogue-media` say to each other, as JSON in MediaMessage. What comes from the other end
// is believed as far as its shape goes; the functions that read throw nlohmann::json::exception or FormatError
// (`bad_frame`) for anything else.

nlohmann::json jsonOf(const MediaFile& file);
MediaFile mediaFileIn(const nlohmann::json& json);

nlohmann::json jsonOf(const MediaInfo& info);
/// @param file  whose info this is
MediaInfo mediaInfoIn(const nlohmann::json& json, const MediaFile& file);

nlohmann::json jsonOf(const std::optional<CutShort>& cut);
std::optional<CutShort> cutShortIn(const nlohmann::json& json);

/// The part of an index from its entry `from` on: what does not repeat as JSON, the entries as bytes behind it.
struct IndexPart {
    nlohmann::json head;
    std::vector<char> bytes;
};
IndexPart partOf(const FrameIndex& index, std::size_t from);
/// The index with that part in the place of all that `known` has from there on.
FrameIndex indexWith(const FrameIndex& known, const nlohmann::json& head, std::string_view bytes);

/// An error, to be thrown at the other end.
nlohmann::json jsonOf(const std::exception& error);
/// @param path  that the error names
/// @throws what jsonOf() was given: IoError, FormatError, Cancelled or std::bad_alloc.
[[noreturn]] void throwErrorIn(const nlohmann::json& json, const std::string& path);

}
