#pragma once

#include "engine/core/interval.h"

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace engine {

/// What a review knows of one segment. Values are those of the first label.
struct ReviewUnit {
    struct Vote {
        std::string annotator;
        double value = 0.0;
        friend bool operator==(const Vote&, const Vote&) = default;
    };
    std::string video;
    Interval span;
    std::vector<Vote> votes = {}; ///< one per annotator who judged it, first passes
    std::set<std::string> terms = {}; ///< different ones that annotators gave, of a label of terms
    std::optional<double> label = {}; ///< the tier's own: of a file, or settled
    std::optional<double> prediction = {}; ///< a model's
    std::vector<std::string> flaggedBy = {};
    bool isOffScale = false; ///< some value lies outside its label's scale
    std::size_t words = 0;
    std::vector<std::string> missing = {}; ///< modalities without a row in it
    bool isAnswered = false; ///< in the pass that goes on
    bool isRepeat = false; ///< the annotator judged the segment in an earlier pass
    std::string conversation = {}; ///< that the video belongs to; empty: none
    std::optional<double> moment = {}; ///< of its start, in seconds of the conversation
};

/// Why a segment is to be looked at. In the order in which they matter.
enum class ReviewReason {
    Flagged,
    OffScale,
    SignConflict, ///< annotators differ in sign
    Spread, ///< annotators lie far apart, or gave different terms
    Model, ///< the model differs from the people
    MissingModality,
    NoWords,
    TooShort,
    NotLabelled, ///< in the pass that goes on
    Control, ///< drawn at random among the others, so that the rest is not judged by the conspicuous ones
             ///< alone
};

std::string name(ReviewReason reason); ///< `flagged`, `off scale`, …

enum class ReviewOrder {
    Reason, ///< what matters most first, by how much; a conversation stays together, in the order of time
    Context, ///< video by video, in the order of time; of a conversation everybody in one order
    Shuffled, ///< by the seed
};

struct ReviewSettings {
    std::set<ReviewReason> reasons; ///< that are looked for
    ReviewOrder order = ReviewOrder::Reason;
    std::uint32_t seed = 1; ///< of the order and of the control sample
    double spread = 2.0; ///< steps between the least and the greatest vote from which it counts
    double modelGap = 1.0; ///< between the model and the mean of the people
    double shortest = 0.5; ///< seconds
    bool repeatsOnly
        = false; ///< what was judged in an earlier pass: whether an annotator agrees with themselves
    std::size_t most = 0; ///< segments, the first of the queue; 0: all
    double controls = 0.1; ///< part of the segments without any other reason
    friend bool operator==(const ReviewSettings&, const ReviewSettings&) = default;
};

/// A segment that is to be looked at.
struct ReviewItem {
    std::size_t unit = 0; ///< place in what was given
    ReviewReason reason = ReviewReason::NotLabelled; ///< the first that applies
    double weight = 0.0; ///< how much: range of the votes, distance of the model, seconds that it lacks
    friend bool operator==(const ReviewItem&, const ReviewItem&) = default;
};

/// What people say of a unit: its mean vote, else its label. Absent: nothing.
std::optional<double> humanValue(const ReviewUnit& unit);

/// The segments for which some of the reasons holds, in order; the same input and seed give the same queue.
std::vector<ReviewItem> reviewQueue(std::span<const ReviewUnit> units, const ReviewSettings& settings);

}
