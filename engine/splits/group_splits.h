#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// A video, and what the video shares with others. Empty names are not known and connect nothing.
struct SplitVideo {
    std::string id;
    double seconds = 0.0; ///< or turns, where these are shared out
    std::vector<std::string> speakers = {};
    std::string conversation = {};
    std::string source = {}; ///< the recording that the video is cut from
};

/// The part of all seconds that a split should have.
struct SplitShare {
    std::string name;
    double part = 0.0; ///< > 0
    double seconds = 0.0; ///< that the split got
};

struct GroupSplits {
    struct Place {
        std::string split;
        std::size_t group = 0; ///< from 0, by the least id of each group
    };
    std::map<std::string, Place> videos; ///< by id
    std::vector<SplitShare> splits; ///< in the order of the wishes
    /// The least video of each group that is longer than 1.5 times its split's part (`group_too_large`).
    std::vector<std::string> tooLarge;
    std::vector<std::string> unknownSpeakers; ///< videos whose speakers nobody named
    double largestDeviation = 0.0; ///< between a split's part of all seconds and the wished part
};

/// Shares videos out among splits so that no video, speaker, conversation or source is in two splits.
///
/// Groups are what anything shared connects. The longest group comes first (ties: the least id), each to the
/// split that lacks most seconds (ties: the first wished). No draws: the same videos give the same splits.
/// @param seed  instead of the longest first, groups come in an order that the seed draws
///
/// @throws ShapeError (`bad_shares`) for no splits, parts that are not above 0 or whose sum is not 1, a split
/// named twice; (`bad_video`) for a video without id, an id twice, or seconds that are below 0 or no number.
GroupSplits groupSplits(const std::vector<SplitVideo>& videos, const std::vector<SplitShare>& wished,
                        std::optional<std::uint64_t> seed = std::nullopt);

}
