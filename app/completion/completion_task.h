#pragma once

#include "app/completion/completion_input.h"
#include "app/dataset/dataset_loader.h"
#include "app/document/completion_draft.h"
#include "engine/agreement/trace.h"
#include "engine/completion/segment_completion.h"
#include "engine/faces/face_corrections.h"

namespace app {

class Document;

/// What may be completed in a tier of the video in sight.
struct CompletionOffer {
    CompletionKind kind = CompletionKind::Values;
    std::string label; ///< empty: the segments' text
    std::size_t labelled = 0; ///< segments that a person labelled; of a rating: seconds
    std::size_t total = 0; ///< segments, or seconds
};

/// Everything that can be completed in a tier: its labels, new segments, its values. Empty for words and for
/// points.
std::vector<CompletionOffer> completionOffers(const engine::Annotation& annotation, const engine::Tier& tier,
                                              double end);

/// The inputs of a completion, copied for a job.
struct CompletionWish {
    struct Recording {
        std::string video;
        std::vector<RecordedSequence> sequences; ///< of the video in sight; others are read by the job
        SequenceOffsets offsets;
        engine::FaceCorrections faces;
        std::vector<engine::Interval> segments;
        std::vector<std::optional<double>> given; ///< by a person: a number, or the place among `terms`
        std::vector<bool> isWished;
        double end = 0.0;
    };
    TierName tier;
    CompletionKind kind = CompletionKind::Values;
    std::string label;
    std::vector<std::string> terms; ///< empty: numbers on `scale`
    engine::CompletionScale scale;
    std::vector<std::pair<std::string, std::size_t>> sequences; ///< that are used: keys and columns
    std::vector<Recording> recordings; ///< the video in sight first
    std::shared_ptr<const OpenDataset> dataset;
    std::vector<engine::Interval> lookedThrough; ///< of new segments
    std::vector<engine::Interval> open;
    std::vector<double> edges; ///< of words
    engine::TraceFrames frames; ///< of a rating, what is known
    std::vector<DraftRow> before; ///< rejected, or accepted unseen
    std::optional<double> threshold; ///< absent: that from which 9 of 10 are right, as far as is known
};

/// @param used  keys of sequences; others are left out
/// @param others  whether labels of other recordings count, too (of values only)
CompletionWish completionWish(const Document& document, const engine::Tier& tier,
                              const CompletionOffer& offer, const std::set<std::string>& used, double end,
                              const std::shared_ptr<const OpenDataset>& dataset, bool others);

struct CompletionOutcome {
    engine::CompletionLack lack = engine::CompletionLack::Nothing;
    CompletionDraft draft;
};

/// For jobs. @throws IoError, Cancelled
CompletionOutcome completeTier(const CompletionWish& wish, const engine::RunContext& run);

}
