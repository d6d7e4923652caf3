#pragma once

#include "engine/annotation/tier.h"
#include "engine/core/interval.h"

#include <filesystem>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Annotation that is read from or written to files of other programs: tiers with their segments, by value.
namespace engine {

/// A tier with its segments in the order of the file.
///
/// The ids of tiers and segments are unique among all that were read together; parents are named by them.
struct ExchangedTier {
    Tier tier;
    std::vector<Segment> segments;
    /// Segments whose start is missing in the file and was interpolated between its neighbours.
    std::set<SegmentId> interpolated = {};
    /// The file has no times at all: segments were put one second apart, in their order.
    bool timesAreInvented = false;
    /// The type of the tier in its file: in an EAF, its linguistic type.
    std::string type = {};

    friend bool operator==(const ExchangedTier&, const ExchangedTier&) = default;
};

/// A recording that the annotation belongs to, as the file names it.
struct MediaReference {
    std::string url; ///< `file:///home/ada/talk.mp4`
    std::string relative; ///< from the file's folder
    std::string mimeType;
    std::string timeOrigin = {}; ///< milliseconds into the file where the annotation's time begins
    std::string extractedFrom = {};
    friend bool operator==(const MediaReference&, const MediaReference&) = default;
};

/// Something that only one format can hold. It is written again to files of the same format.
struct FormatExtra {
    std::string_view format; ///< id of the format
    std::string_view kind; ///< for people, in the plural: `notes`
    std::string text; ///< word for word
    SegmentId segment = 0; ///< the segment that it belongs to; 0: the file as a whole

    friend bool operator==(const FormatExtra&, const FormatExtra&) = default;
};

struct ExchangedTiers {
    std::vector<ExchangedTier> tiers;
    std::vector<MediaReference> media;
    std::optional<Interval> extent; ///< of the recording, in seconds, where the file tells it
    std::vector<FormatExtra> extras = {};

    friend bool operator==(const ExchangedTiers&, const ExchangedTiers&) = default;
};

/// What became of the items of a file: each was read, or is listed here with the reason why not.
struct ImportReport {
    struct Skipped {
        std::size_t line = 0; ///< from 1; the row or item in files without lines; 0: not known
        std::string reason;
        friend bool operator==(const Skipped&, const Skipped&) = default;
    };
    std::size_t read = 0;
    std::vector<Skipped> skipped;
    /// Sentences about things that were read differently from how the file has them.
    std::vector<std::string> notes;
};

struct ImportedTiers {
    ExchangedTiers content;
    ImportReport report;
    std::vector<std::filesystem::path> files = {}; ///< other than the named one that were read
};

/// How many items a listing counts: the segments of a tier, or the values of a continuous one.
std::size_t itemCount(const ExchangedTier& tier);

/// The kinds of these extras, with commas between them: `notes, cue settings`.
std::string kindsOf(std::span<const FormatExtra> extras);

/// Whether any two of the segments share time. It is false for symbolic tiers, which have the times of their
/// parents.
bool anyOverlap(const Tier& tier, std::span<const Segment> segments);

/// The tiers' names, with the video in front when there are several: `talk_1/words`.
std::vector<std::string> displayNames(const ExchangedTiers& tiers);

/// The names of the tiers, made unique: a second `words` is `words (2)`; a tier without a name is `tier`.
std::vector<std::string> uniqueNames(const ExchangedTiers& tiers);

/// Only the tiers with these names (plain or as in displayNames(); none: all) and of this video (empty: all).
/// A tier whose parent is not among them becomes independent.
/// @throws FormatError (`unknown_tier`) for an unknown name or video, listing the known ones.
ExchangedTiers selected(ExchangedTiers tiers, const std::vector<std::string>& names, const std::string& video,
                        const std::string& path);

}
