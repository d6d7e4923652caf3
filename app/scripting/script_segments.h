#pragma once

#include <nlohmann/json_fwd.hpp>

namespace app {

class Document;
class ScriptFields;

/// How many segments a script is told of in one answer at most, so that none takes long.
inline constexpr std::size_t kSegmentsTold = 2000;

/// Segments of a tier of the video in sight, in the order of time, from the place `first` on: `{"count": all,
/// "ids", "spans", "texts", "values"}`. @throws engine::Error (`no_video`, `no_tier`; `blind` while a pass
/// hides labels).
nlohmann::json segmentsTold(const Document& document, const ScriptFields& fields);

}
