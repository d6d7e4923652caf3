#pragma once

#include "engine/annotation/annotation.h"
#include "engine/core/interval.h"
#include "engine/core/matrix_view.h"
#include "engine/core/spoken_time.h"

#include <span>

/// Tiers as computational sequences have them: changes that add a tier with one segment per row.
///
/// A segment keeps its row's number and its times bit for bit. Edges that lie within `kSameEdge` of each
/// other are one edge. Rows without usable times (not finite, ending before they start) are left out. Where
/// other rows overlap, the tier allows it.
namespace engine {

/// Edges this close are one, in ticks: 10 µs.
inline constexpr std::int64_t kSameEdge = kTicksPerSecond / 100'000;

/// Of CMU-MOSI's sentiment.
inline constexpr double kStrongestSentiment = 3.0;

/// Whether a row's times can be those of a segment.
bool isUsable(const Interval& interval);

/// @param texts  one per interval
/// @param source  key of the sequence
/// @param sureness  what an aligner says of each word; empty: nothing is known. Doubtful words are flagged
Change wordsTier(const Annotation& annotation, const std::string& video, const std::string& source,
                 std::span<const Interval> intervals, std::span<const std::string> texts,
                 std::span<const SpokenTime> sureness = {});

/// Scales for labels that a file gives values of, or nobody gave any yet.
/// @param values  N × D, NaN: nobody labelled this
/// @param names   D; the first gets a scale of at least −3…+3, the others of at least 0…3
std::vector<LabelScheme> schemesOf(MatrixView values, std::span<const std::string> names);

/// A label of recorded segments that is a word.
struct RecordedTerms {
    std::string name; ///< `annotations`
    std::vector<std::string> vocabulary; ///< all terms that the label may have
    std::vector<std::string> values; ///< N; empty: nobody labelled this
    friend bool operator==(const RecordedTerms&, const RecordedTerms&) = default;
};

/// @param values  N × D, NaN: nobody labelled this
/// @param names  D; the first is on a scale of at least −3…+3, the others of at least 0…3
/// @param terms  labels that are words, which stand behind the others
Change labelsTier(const Annotation& annotation, const std::string& video, const std::string& source,
                  std::span<const Interval> intervals, MatrixView values, std::span<const std::string> names,
                  std::span<const RecordedTerms> terms = {});

}
