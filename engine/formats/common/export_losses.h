#pragma once

#include "engine/formats/common/exchanged_tiers.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// Sentences that tell, before a file is written, what its format cannot hold.
namespace engine {

/// What a format does with the labels of segments.
enum class LabelsIn {
    Kept, ///< such values have a place of their own
    OwnTiers, ///< each becomes a tier
    Text, ///< a term becomes the text of a segment without text; the rest is lost
    Lost
};

/// What a format can hold. The comments say what a field is about, and after *else* what happens when it is
/// false.
struct Carries {
    std::string_view format = {}; ///< id of the format whose extras are kept
    bool points = false; ///< segments without length; else they become one unit long
    bool overlaps = true; ///< overlapping segments; else they go to further tiers
    bool tree = false; ///< which tier depends on which
    bool vocabularies = false; ///< terms and scales
    bool confidence = false;
    LabelsIn labels = LabelsIn::Lost;
    bool continuous = false; ///< tiers of continuous values; else they are left out
    bool comments = false; ///< comments and flags of segments
    bool manyTiers = true; ///< several tiers in one file, with their names
    bool emptyTiers = false; ///< tiers without segments
    bool emptyTexts = true;
    bool lineBreaks = true; ///< line breaks in texts; else they become blanks
    bool carriageReturns = false; ///< CR LF and CR in texts; else they become LF
    bool annotators = false; ///< who made a tier
    bool participants = false; ///< the person whose behaviour a tier describes
    bool videos = false; ///< which video a tier belongs to
    bool ownNames = false; ///< the format needs a name for each tier, all different
    /// Times of segments that had none; reading the file invents the same times again.
    bool inventedTimes = false;
    bool controls = true; ///< control characters of texts; else they become U+FFFD
    std::string_view tierName = {}; ///< the name that every tier gets; empty: tiers keep theirs
    bool pointTiers = false; ///< tiers of points; else they become tiers of intervals
    bool colours = false; ///< of tiers, and of terms where there are vocabularies
    bool fileOrder = true; ///< the order of segments; else they are sorted by start
    bool media = false; ///< the recordings of the annotation, and where in them it begins
    bool extent = false; ///< start and end of the recording
    bool passes = false; ///< in which pass a label was given, and what was shown
    /// Whether this label has a place of its own although others have none; null: no label has.
    std::function<bool(const ExchangedTier&, const std::string& label)> keepsLabel = {};
    /// Whether a tier's participant is kept although annotators are not; null: it is not.
    std::function<bool(const ExchangedTier&)> keepsParticipant = {};
    /// Whether the file can mark boundaries that were interpolated between their neighbours; null: it cannot.
    std::function<bool(const ExchangedTier&)> keepsInterpolated = {};
    int decimals = -1; ///< of times in seconds; -1: all digits are kept
};

std::vector<std::string> lossesOf(const ExchangedTiers& tiers, const Carries& carries);

/// Sentences about names of recordings that change.
/// @param written  gives the name that is written for a name
/// @param otherwise  the name that is written for a recording without a name
std::vector<std::string> recordingLosses(const ExchangedTiers& tiers,
                                         const std::function<std::string(const std::string&)>& written,
                                         std::string_view otherwise = "the file's");

/// Sentences about names of labels that change.
std::vector<std::string> labelNameLosses(const ExchangedTiers& tiers,
                                         const std::function<std::string(const std::string&)>& written);

/// A sentence about tiers that will be read as one, because nothing in the file tells them apart; or none.
/// @param identity  the parts of the file that tell a tier from others
std::vector<std::string>
mergedTierLosses(const ExchangedTiers& tiers,
                 const std::function<std::vector<std::string>(const ExchangedTier&)>& identity);

/// The text with blanks in place of line breaks.
std::string onOneLine(std::string text);

/// A label's value as text.
std::string textOf(const LabelValue& value);

/// The label that stands for a segment without text: the label with the tier's name, else the first that the
/// tier declares, else the first number, else the first of all; never a label that only counts or identifies
/// the segment (`clip_id`). Null: there is none.
const std::string* labelForText(const Tier& tier, const Segment& segment);

/// The text of a segment, or the value of labelForText() when it has none.
std::string textOrLabel(const Tier& tier, const Segment& segment);

/// How many segments fulfil `predicate`, without those of continuous tiers.
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
