#pragma once

#include "engine/training/data/feature_data.h"

#include <cstdint>
#include <string>
#include <vector>

namespace engine::test {

/// How much there is of made segments, and how hard they are.
struct MadeSettings {
    std::size_t videos = 100;
    std::size_t segmentsPerVideo = 20;
    std::size_t words = 20; ///< of each segment
    std::array<std::size_t, 3> widths{24, 12, 10}; ///< text, sound, face: 8, 8, 8 at least
    double noise = 1.0; ///< 1: a model's out-of-fold correlation with the truth is about .8
    std::uint64_t seed = 1;
};

/// Made segments of people who speak: what is meant is heard and seen at some of the words, sound follows the
/// words in time, the mouth follows the sound, and each video has a voice and a face of its own. Some
/// segments say less than others. Labels lie in −3…3, in thirds.
struct MadeSegments {
    FoldData frames; ///< 20 rows a second, the words' rows as long as they are spoken
    FoldData words; ///< the means of the frames of each word
    std::vector<double> truths; ///< the labels as they should be
    std::vector<std::vector<std::size_t>> wordStarts; ///< frames, one more than words
    std::vector<bool> isPlanted; ///< whether something is wrong with the segment
    std::vector<std::array<double, 3>> ratings; ///< of three raters, whose mean is the label; or none

    /// A segment's words in seconds from its beginning.
    std::vector<Interval> spansOf(std::size_t segment) const;
};

inline constexpr double kMadeFrameSeconds = 0.05;

MadeSegments makeSegments(const MadeSettings& settings);

/// The kinds that plantErrors() knows: `flip`, `off_by_two`, `uniform`, `shift`, `annotator`, `swap`,
/// `late_sound`, `other_face`, `word_edge`, and `mixed`, an eighth of each but `annotator`.
extern const std::vector<std::string> kPlantedKinds;

/// Makes this share of the segments wrong. Labels that stay what they are do not count as wrong.
void plantErrors(MadeSegments& made, const std::string& kind, double share, std::uint64_t seed);

/// How one of three raters judges otherwise than the others.
enum class Misrating { Reversed, Halved, Raised };

/// Rates all segments by three raters, whose mean becomes the label; the third judges otherwise in this share
/// of the segments, one after the other or here and there. What moves the label by more than 0.1 counts as
/// wrong.
void plantRatings(MadeSegments& made, Misrating manner, double share, bool inARun, std::uint64_t seed);

/// Moves where a word begins, and where the one before ends that it follows without a pause; words in between
/// are pushed on, and keep a shortest length. @return false: there is no room, nothing was moved
bool moveWordStart(std::vector<Interval>& words, std::size_t word, double by, double shortest);

/// The same for labels alone, of segments in the order of their videos. @return which ones are wrong
std::vector<bool> plantInLabels(std::vector<double>& labels, const std::vector<std::string>& videos,
                                const std::string& kind, double share, std::uint64_t seed);

}
