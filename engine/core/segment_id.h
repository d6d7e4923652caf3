#pragma once

#include <cstdint>
#include <optional>
#include <string>

/// Segments are called by their video: `ada_1[2]`, or as packed files of CMU call them, `ada_1$_$2`.
namespace engine {

inline constexpr std::string_view kClipSeparator = "$_$";

struct SegmentName {
    std::string video; ///< `ada_1`
    std::string clip; ///< `2`; empty: the id is that of a video
};
SegmentName segmentName(const std::string& id);

/// The video of a segment; an id of another form is the video itself.
inline std::string videoOfSegment(const std::string& id)
{
    return segmentName(id).video;
}

/// The video that a dataset keeps a segment under: without the `[2]` behind it. Where packed segments are
/// videos of their own, `ada_1$_$2` of `ada_1$_$2[0]`.
std::string entryOfSegment(const std::string& id);

/// The name that an id has as an entry of a `.csd`, and as a file: HDF5 and folders part names at slashes, so
/// that `talks/ada_1` is `talks%2Fada_1`. Other ids stay as they are.
std::string storedId(const std::string& id);

/// The 2 of `ada_1[2]`; absent where an id has no such number.
std::optional<std::int64_t> placeOfSegment(const std::string& id);

/// Which segment of its video it is, as people count: 3 of `ada_1[2]`. An id without such a number: 1.
inline int numberOfSegment(const std::string& id)
{
    return static_cast<int>(placeOfSegment(id).value_or(0)) + 1;
}

}
