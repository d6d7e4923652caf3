#pragma once

#include "engine/annotation/annotation.h"
#include "engine/annotation/change.h"
#include "engine/core/interval.h"

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace app {

inline constexpr auto kGoldItems = "gold"; ///< by video and start

/// A segment whose right values are known: to train annotators, and to check them. It is known by video and
/// times, as the places of a pass are.
struct GoldItem {
    std::string video;
    engine::Interval span; ///< seconds
    std::map<std::string, std::variant<double, std::string>> values; ///< by label
    std::string explanation; ///< why these are right; may be empty
    std::string by; ///< who made it one
    std::int64_t when = 0; ///< milliseconds since 1970, UTC

    friend bool operator==(const GoldItem&, const GoldItem&) = default;
};

engine::Item itemOf(const GoldItem& gold);
/// All that can be read, by video and time.
std::vector<GoldItem> goldItems(const engine::Annotation& annotation);
/// The one that lies where a segment lies: each holds the other's middle. Null: there is none.
const GoldItem* goldAt(const std::vector<GoldItem>& gold, const std::string& video,
                       const engine::Interval& span);
/// The same of all that the project has.
std::optional<GoldItem> goldItemAt(const engine::Annotation& annotation, const std::string& video,
                                   const engine::Interval& span);
/// What is right of a segment by what the project knows: its settled values, else its labels.
/// @param judged  of a tier of labelled segments
GoldItem goldOf(const engine::Annotation& annotation, const engine::Segment& judged);
/// The change that takes the gold item of a segment away. Empty: there is none.
engine::Change takeGoldAway(const engine::Annotation& annotation, const std::string& video,
                            const engine::Interval& span);

}
