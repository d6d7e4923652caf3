#pragma once

#include "engine/annotation/annotation.h"

#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

/// Words and labelled segments are the tiers of their names. A tier of any other name becomes one of them
/// here.
namespace engine {

/// A tier of a video, by its name: people know it by that in all videos.
using TierName = std::string;
inline const TierName kWordsTier = "words";
inline const TierName kLabelsTier = "labels";

/// What the texts of tiers become as a label of their segments.
struct TextsAsLabel {
    enum class Kind {
        Nothing, ///< no tier without labels has texts
        Classes, ///< at most kMostClasses different ones, of few words, not all of them numbers
        Numbers, ///< each is a number
        WordSets, ///< each lists up to kMostWords short words, and some list several, or none
        Texts ///< anything else: they stay texts
    };
    Kind kind = Kind::Nothing;
    LabelScheme label; ///< of Classes, Numbers and WordSets, called as the tier in small letters: `emotion`
    std::size_t segments = 0; ///< that have a text
    std::size_t different = 0; ///< texts
};
inline constexpr std::size_t kMostClasses = 20;

/// What useAsRole() makes of the texts of those of these tiers that have no labels, all together.
/// @param labels  as of useAsRole(): numbers take the scale of the label with the same name, where they are
/// on it
TextsAsLabel textsAsLabel(const Annotation& annotation, const std::set<TierId>& tiers,
                          const std::vector<LabelScheme>& labels);

/// What a text becomes as a value of that label. Absent: nothing.
std::optional<std::variant<double, std::string>> valueOfText(const TextsAsLabel& texts,
                                                             const std::string& text);

/// The change that gives tiers a role, at most one tier of each video: they are called `role` from then on
/// and stand by themselves. A tier that had the role in such a video is called `role (2)` from then on, or
/// the next number that is free everywhere; one without segments goes.
/// @param role    `words` or `labels`
/// @param labels  what a tier gets that has no labels; empty for words. Where its texts are classes or
/// numbers (textsAsLabel), these become values of a label, beside the texts: the tier has that label alone
/// or, where one of `labels` has its name, among these.
/// @throws Refused when a tier is not there or has the role already, its segments have no start and end of
/// their own (points, continuous values), or judgements hang on a tier that has had the role.
Change useAsRole(const Annotation& annotation, const std::set<TierId>& tiers, const std::string& role,
                 const std::vector<LabelScheme>& labels);

}
