#pragma once

#include "engine/annotation/layers.h"
#include "engine/dataset_opening/opened_sequences.h"
#include "engine/sequences/computational_sequence.h"

#include <filesystem>

namespace engine {

/// One way to make a sequence of labels of what annotators said.
struct LabelSource {
    enum Kind {
        OneLayer, ///< as one annotator's pass, or the settled layer, has it
        Mean, ///< of all first passes
        Majority, ///< of all first passes; without one there is no label
        AsEdited ///< the values of the labelled segments themselves
    };
    Kind kind = Mean;
    Layer layer; ///< for OneLayer
    std::string title; ///< `anna`, `anna_2`, `settled`, `mean`, `majority`: part of a file's name
};

/// The sources that an annotation offers, each with a title of its own: its layers that have numbers and,
/// where there are two first passes, mean and majority; and the labels themselves, where they were made or
/// imported here and come from no sequence.
std::vector<LabelSource> labelSources(const Annotation& annotation, const std::string& of);

/// The numeric labels of all judged segments: per video N intervals, N × D values as float32, NaN where the
/// source says nothing. The metadata say who judged what and how: `provenance`;
/// and per video and row what had been seen before the answers: `exposure`, where passes kept that.
ComputationalSequence labelSequence(const Annotation& annotation, const std::string& of,
                                    const LabelSource& source);

/// Writes the labels of packed segments, of which no csd has them, with the project's in their place:
/// `<folder>/labels.as_edited.csd`, and `labels.NAME.csd` for each label that is a word (N × 1 texts).
/// @param labels  the packed labels of a dataset
/// @return the files. @throws IoError; FormatError (`data_invalid`).
std::vector<std::filesystem::path> exportPackedLabels(const Annotation& annotation,
                                                      const OpenedSequence& labels,
                                                      const std::filesystem::path& folder);

/// Writes `<folder>/<of>.<name>.csd` for each. @return the files. @throws IoError; FormatError
/// (`data_invalid`) where a source has no label.
std::vector<std::filesystem::path> exportLabels(const Annotation& annotation, const std::string& of,
                                                const std::vector<LabelSource>& sources,
                                                const std::filesystem::path& folder);

}
