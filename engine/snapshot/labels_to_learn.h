#pragma once

#include "engine/annotation/tier_roles.h"
#include "engine/core/run_context.h"
#include "engine/dataset_opening/opened_sequences.h"
#include "engine/snapshot/label_rows.h"

#include <memory>
#include <string>
#include <vector>

namespace engine {

/// Where segments lie, of one tier in all videos.
struct SegmentPlaces {
    std::vector<std::string> videos; ///< each once
    std::vector<std::size_t> videoOf; ///< N: its place among `videos`; those of one video stand together
    std::vector<Interval> spans; ///< N, seconds
};

/// A label of a project that a model can learn from, as it is at one moment.
struct LabelToLearn {
    /// Whose values they are.
    enum class By {
        Segments, ///< values that the segments have themselves
        Annotator, ///< one annotator's first pass
        Mean, ///< mean of all first passes
        Majority, ///< of all first passes: the class that more of them gave than any other
        Consensus, ///< raterConsensus() of all first passes
        Settled ///< the adjudicated ones
    };

    TierName tier; ///< `labels`, `stance`
    std::string name; ///< `sentiment`
    std::vector<std::string> classes; ///< none: values are numbers
    By by = By::Segments;
    std::string annotator; ///< of By::Annotator
    std::shared_ptr<const SegmentPlaces> segments; ///< N, labelled or not
    std::vector<double> values; ///< N; of classes their places; NaN: not labelled

    /// Which of a project's labels it is, whatever its values are.
    struct Key {
        TierName tier;
        std::string name;
        By by = By::Segments;
        std::string annotator;
        friend bool operator==(const Key&, const Key&) = default;
    };
    Key key() const { return {tier, name, by, annotator}; }

    std::size_t labelled() const; ///< segments
    std::size_t labelledVideos() const;
    /// Labelled segments by video: places among SegmentPlaces::videos.
    std::vector<std::size_t> labelledByVideo() const;
};

/// The segments with this label, as a sequence is made of them.
ProjectLabel projectLabel(const LabelToLearn& label);

/// All of them: first those of the labelled segments, whether a person edited them or their files have them,
/// then those of other tiers of intervals (numbers, vocabularies, texts that are few classes) and of
/// continuous ratings, whose value of a labelled segment is their mean there. Labels without a value are left
/// out; of each, annotators, mean or majority, consensus and settled values stand behind the segments' own.
/// @param annotation  of the project, without tiers that are as their files have them
/// @throws FormatError, IoError where a file cannot be read; Cancelled.
std::vector<LabelToLearn> labelsToLearn(const OpenedSequences& dataset, const Annotation& annotation,
                                        const RunContext& run = {});

}
