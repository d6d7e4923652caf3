#pragma once

#include "engine/agreement/trace.h"
#include "engine/completion/segment_completion.h"
#include "engine/faces/face_corrections.h"
#include "engine/tier_completion/completion_draft.h"
#include "engine/tier_completion/recorded_sequence.h"

namespace engine {

/// What may be completed in a tier of a video.
struct CompletionOffer {
    CompletionKind kind = CompletionKind::Values;
    std::string label; ///< empty: the segments' text
    std::size_t labelled = 0; ///< segments that a person labelled; of a rating: seconds
    std::size_t total = 0; ///< segments, or seconds
};

/// Everything that can be completed in a tier: its labels, new segments, its values. Empty for words and for
/// points.
std::vector<CompletionOffer> completionOffers(const Annotation& annotation, const Tier& tier, double end);

/// The inputs of a completion, copied for a job.
struct CompletionWish {
    struct Recording {
        std::string video;
        std::vector<RecordedSequence> sequences; ///< of the first one; those of others are read by the job
        SequenceOffsets offsets;
        FaceCorrections faces;
        std::vector<Interval> segments;
        std::vector<std::optional<double>> given; ///< by a person: a number, or the place among `terms`
        std::vector<bool> isWished;
        double end = 0.0;
    };
    TierName tier;
    CompletionKind kind = CompletionKind::Values;
    std::string label;
    std::vector<std::string> terms; ///< empty: numbers on `scale`
    CompletionScale scale;
    std::vector<std::pair<std::string, std::size_t>> sequences; ///< that are used: keys and columns
    std::vector<Recording> recordings; ///< the one with the tier to complete first
    std::vector<Interval> lookedThrough; ///< of new segments
    std::vector<Interval> open;
    std::vector<double> edges; ///< of words
    TraceFrames frames; ///< of a rating, what is known
    std::vector<DraftRow> before; ///< rejected, or accepted unseen
    std::optional<double> threshold; ///< absent: that from which 9 of 10 are right, as far as is known
};

/// @param sequences  of the tier's video. @param used  keys of those that are taken
/// @param end  of the video, seconds
/// @param others  whether labels of other recordings count, too (of values only)
CompletionWish completionWish(const Annotation& annotation, const Tier& tier, const CompletionOffer& offer,
                              std::vector<RecordedSequence> sequences, const std::set<std::string>& used,
                              double end, bool others);

struct CompletionOutcome {
    CompletionLack lack = CompletionLack::Nothing;
    CompletionDraft draft;
};

/// How the sequences of another recording are read.
using ReadSequences
    = std::function<std::vector<RecordedSequence>(const CompletionWish::Recording&, const RunContext&)>;

/// For jobs. @param readOther  asked for each recording behind the first. @throws IoError, Cancelled
CompletionOutcome completeTier(const CompletionWish& wish, const ReadSequences& readOther,
                               const RunContext& run);

}
