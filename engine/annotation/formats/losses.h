#pragma once

#include "engine/annotation/formats/exchanged_tiers.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// What a format cannot hold, as sentences before anything is written.
namespace engine {

/// What becomes of the labels of segments.
enum class LabelsIn {
    Kept, ///< they have a place of their own
    OwnTiers, ///< each becomes a tier
    Text, ///< a term becomes the text where there is no other; the rest is lost
    Lost
};

/// What a format can hold.
struct Carries {
    std::string_view format = {}; ///< whose extras are kept
    bool points = false; ///< else they are made one unit long
    bool overlaps = true; ///< else they go to further tiers
    bool tree = false; ///< which tier depends on which
    bool vocabularies = false; ///< terms and scales
    bool confidence = false;
    LabelsIn labels = LabelsIn::Lost;
    bool continuous = false; ///< else such tiers are left out
    bool comments = false; ///< and flags
    bool manyTiers = true; ///< in one file, with their names
    bool emptyTiers = false; ///< tiers without segments
    bool emptyTexts = true;
    bool lineBreaks = true; ///< in texts; else they become blanks
    bool carriageReturns = false; ///< of texts whose lines end with CR LF or CR; else they become LF
    bool annotators = false; ///< of tiers
    bool participants = false; ///< of tiers
    bool videos = false; ///< whose tier it is
    bool ownNames = false; ///< tiers need names, each its own
    bool inventedTimes = false; ///< is as it was when times are made up again
    bool controls = true; ///< control characters of texts; else they become U+FFFD
    std::string_view tierName = {}; ///< that every tier gets; empty: they keep theirs
    bool pointTiers = false; ///< else they become tiers of intervals
    bool colours = false; ///< of tiers, and of terms where there are vocabularies
    bool fileOrder = true; ///< of segments; else they stand in the order of their starts
    bool media = false; ///< which recordings it belongs to, from where on
    bool extent = false; ///< from where to where the recording lasts
    bool passes = false; ///< of labels: in which pass, seeing what
    /// Labels that have a place of their own although others have none; null: there are no such.
    std::function<bool(const ExchangedTier&, const std::string& label)> keepsLabel = {};
    /// Whether a tier's participant is kept although annotators are not; null: it is not.
    std::function<bool(const ExchangedTier&)> keepsParticipant = {};
    /// Whether which boundaries were put between their neighbours is kept; null: it is not.
    std::function<bool(const ExchangedTier&)> keepsInterpolated = {};
    int decimals = -1; ///< of seconds; -1: all
};

std::vector<std::string> lossesOf(const ExchangedTiers& tiers, const Carries& carries);

/// What becomes of the names of recordings, one sentence each. @param written  what is written for a name;
/// one without gets `otherwise`
std::vector<std::string> recordingLosses(const ExchangedTiers& tiers,
                                         const std::function<std::string(const std::string&)>& written,
                                         std::string_view otherwise = "the file's");

/// The same for names of labels.
std::vector<std::string> labelNameLosses(const ExchangedTiers& tiers,
                                         const std::function<std::string(const std::string&)>& written);

/// A sentence on tiers that are read as one, since nothing tells them apart in the file; or none.
/// @param identity  what is written of a tier that tells it from others
std::vector<std::string> mergedTierLosses(const ExchangedTiers& tiers,
                                          const std::function<std::vector<std::string>(const ExchangedTier&)>& identity);

/// Text with blanks in the place of line breaks.
std::string onOneLine(std::string text);

/// A label's value as text.
std::string textOf(const LabelValue& value);

/// The label that stands for a segment without text: the one that is called like its tier, else the first
/// that the tier declares, else the first number, else the first of all; never what only counts or identifies
/// the segment (`clip_id`). Null: there is none.
const std::string* labelForText(const Tier& tier, const Segment& segment);

/// The text of a segment; without one, labelForText().
std::string textOrLabel(const Tier& tier, const Segment& segment);

/// Whether any segment of these has what `predicate` asks for; how many.
template <typename Predicate>
std::size_t countSegments(const ExchangedTiers& tiers, const Predicate& predicate)
{
    std::size_t count = 0;
    for (const ExchangedTier& tier : tiers.tiers) {
        for (const Segment& segment : tier.segments)
            count += tier.tier.kind != TierKind::Continuous && predicate(tier, segment) ? 1 : 0;
    }
    return count;
}

}
