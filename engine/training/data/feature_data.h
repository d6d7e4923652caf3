#pragma once

#include "engine/core/interval.h"
#include "engine/core/segment_input.h"
#include "engine/core/who.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace engine {

class SegmentMediaSource;

/// One modality of N segments, each padded with zeros at the end to T steps.
struct FeatureBlock {
    std::size_t steps = 0; ///< T
    std::size_t width = 0; ///< D; 0: nobody has this modality
    std::vector<float> values; ///< N × T × D
    std::vector<std::int64_t> lengths{}; ///< N, each 1…T, when they differ from those of the fold

    std::size_t segmentLength() const { return steps * width; }
    std::span<float> segment(std::size_t index)
    {
        return std::span(values).subspan(index * segmentLength(), segmentLength());
    }
    std::span<const float> segment(std::size_t index) const
    {
        return std::span(values).subspan(index * segmentLength(), segmentLength());
    }
    friend bool operator==(const FeatureBlock&, const FeatureBlock&) = default;
};

/// Whose turn of which conversation a segment is.
struct Turn {
    std::string conversation;
    std::string participant; ///< who speaks
    double start = 0.0; ///< in the conversation's time, in seconds; the order of turns
    double end = 0.0;

    friend bool operator==(const Turn&, const Turn&) = default;
};

/// Numbers of participants during each turn, such as labels of those who listen.
struct OfParticipants {
    std::size_t count = 0; ///< P, in the order of first turns; 1: of the other one of two; 0: there are none
    FeatureMatrix values{}; ///< N × (P · K), slot after slot; NaN: nobody said

    std::size_t width() const { return count == 0 ? 0 : values.columns / count; } ///< K
    friend bool operator==(const OfParticipants&, const OfParticipants&) = default;
};

/// One fold of a set of features: N segments. In an aligned fold all modalities have the same steps; in an
/// unaligned fold each has steps and lengths of its own.
struct FoldData {
    std::string name; ///< `train`
    std::vector<std::string> ids; ///< N
    std::array<FeatureBlock, allModalities.size()> features; ///< in the order of `allModalities`
    std::array<std::vector<bool>, allModalities.size()> present; ///< N: whether the segment has this modality
    std::vector<std::int64_t> lengths; ///< N, each 1…T: the steps that are not padding, in all modalities
                                       ///< that have no lengths of their own
    FeatureMatrix labels; ///< N × K; 0 columns when nothing is labelled
    std::vector<std::string> transcripts; ///< N, or none
    std::vector<Interval> spans{}; ///< N: where they lie in their recordings, in seconds; or none
    /// What is seen and heard in the segments, by their ids; null where nothing is.
    std::shared_ptr<const SegmentMediaSource> media{};
    std::optional<double> noise{}; ///< decibels that the sound in `media` is louder than white noise in it
    std::vector<Turn> turns{}; ///< N, or none where the source tells of no conversations
    OfParticipants listening{}; ///< labels of participants while somebody else speaks
    OfParticipants seen{}; ///< what is seen of each participant during a turn

    std::size_t size() const { return ids.size(); }
    std::size_t steps() const { return features.front().steps; } ///< of the text
    bool isAligned() const;
    const FeatureBlock& of(Modality modality) const { return features[static_cast<std::size_t>(modality)]; }
    FeatureBlock& of(Modality modality) { return features[static_cast<std::size_t>(modality)]; }
    const std::vector<bool>& presenceOf(Modality modality) const
    {
        return present[static_cast<std::size_t>(modality)];
    }
    std::vector<bool>& presenceOf(Modality modality) { return present[static_cast<std::size_t>(modality)]; }
    bool hasAny(Modality modality) const;
    /// N: the steps of a modality that are not padding.
    const std::vector<std::int64_t>& lengthsOf(Modality modality) const;

    friend bool operator==(const FoldData&, const FoldData&) = default;
};

/// The folds train, valid and test, of the same widths.
struct FeatureData {
    std::string source; ///< the file, for messages
    std::array<FoldData, 3> folds; ///< in the order of `foldNames`; may be empty
    bool isUtteranceLevel = false; ///< one vector per segment and no steps
    std::vector<std::string> labelNames; ///< K, or none where the source names none
    /// Of a packed file, K: what a dataset calls them (packedColumnNames()), also where the file names none.
    std::vector<std::string> labelColumns{};
    std::array<std::string, allModalities.size()> sequences; ///< of a dataset, for messages; empty: of a file
    std::optional<Who> who = {}; ///< whom the dataset shows; absent: not known
    std::vector<std::string> languages = {}; ///< that they speak
    std::vector<std::string> notes; ///< sentences about the data for people: `text: not in fold train`

    FoldData& training() { return folds[0]; }
    const FoldData& training() const { return folds[0]; }
    const FoldData& validation() const { return folds[1]; }
    const FoldData& test() const { return folds[2]; }
    bool isAligned() const; ///< whether every fold is aligned
    /// D of a modality; 0 when no fold has it.
    std::size_t widthOf(Modality modality) const;
};

inline constexpr std::array<std::string_view, 3> foldNames{"train", "valid", "test"};

/// The segments with these indices, in this order. @throws ShapeError (`row_mismatch`) for one behind the
/// last.
FoldData selected(const FoldData& fold, std::span<const std::size_t> segments);

/// Segments first ≤ i < last; without features when the fold holds none.
FoldData slice(const FoldData& fold, std::size_t first, std::size_t last);

/// Whether nobody labelled a segment: any of its labels is NaN.
bool isUnlabelled(const FoldData& fold, std::size_t segment);

/// The segments with labels; the fold itself where all have them, or none has columns of labels.
FoldData labelledOnly(const FoldData& fold);

/// All segments of all folds, one after the other, with the steps of the longest fold, and a modality's width
/// from any fold that has it; unaligned when any fold is.
/// @throws FormatError (code `no_labels`) when folds with segments differ in their number of labels.
FoldData pooled(const FeatureData& data);

/// Notes how many steps each modality has when these are unaligned: alignment may be missing by mistake.
void noteUnaligned(FeatureData& data);

}
