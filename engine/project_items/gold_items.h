#pragma once

#include "engine/annotation/annotation.h"
#include "engine/annotation/change.h"
#include "engine/core/interval.h"

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace engine {

inline constexpr auto kGoldItems = "gold"; ///< by video and start

/// A segment whose right values are known: to train annotators, and to check them. It is known by video and
/// times, as the places of a pass are.
struct GoldItem {
    std::string video;
    Interval span; ///< seconds
    std::map<std::string, std::variant<double, std::string>> values; ///< by label
    std::string explanation; ///< why these are right; may be empty
    std::string by; ///< who made it one
    std::int64_t when = 0; ///< milliseconds since 1970, UTC

    friend bool operator==(const GoldItem&, const GoldItem&) = default;
};

Item itemOf(const GoldItem& gold);
/// All that can be read, by video and time.
std::vector<GoldItem> goldItems(const Annotation& annotation);
/// The one that lies where a segment lies: each holds the other's middle. Null: there is none.
const GoldItem* goldAt(const std::vector<GoldItem>& gold, const std::string& video, const Interval& span);
/// The same of all that the project has.
std::optional<GoldItem> goldItemAt(const Annotation& annotation, const std::string& video,
                                   const Interval& span);
/// What is right of a segment by what the project knows: its settled values, else its labels.
/// @param judged  of a tier of labelled segments
GoldItem goldOf(const Annotation& annotation, const Segment& judged);
/// The change that takes the gold item of a segment away. Empty: there is none.
Change takeGoldAway(const Annotation& annotation, const std::string& video, const Interval& span);

}
