#pragma once

#include <filesystem>
#include <optional>
#include <type_traits>
#include <utility>

namespace engine {

/// What lies at 0 s of a timeline.
enum class TimeZero {
    EarliestStream, ///< the first picture or the first sample, whichever is earlier
    FirstPicture, ///< the first picture, or the first sample where there is none: the rule of projects of
                  ///< earlier versions
};

/// A video or sound file, and what lies at 0 s of its timeline.
struct MediaFile {
    template <typename Path, typename = std::enable_if_t<std::is_convertible_v<Path, std::filesystem::path>>>
    MediaFile(Path&& place, TimeZero rule = TimeZero::EarliestStream) // NOLINT: a path is a file
        : path(std::forward<Path>(place))
        , zero(rule)
    {
    }

    std::filesystem::path path;
    TimeZero zero;
    /// Of the sound, the only one that AudioReader reads, from 0; absent: all, mixed as is asked for.
    std::optional<int> channel = {};

    friend bool operator==(const MediaFile&, const MediaFile&) = default;
};

}
