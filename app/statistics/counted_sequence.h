#pragma once

#include "app/snapshot/project_moment.h"
#include "engine/sequences/sequence_file.h"
#include "engine/snapshot/labels_to_learn.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace app {

/// What Statistics can count: a sequence of the dataset as the project has it, or a label that is in none.
struct CountedSequence {
    QString title;
    std::string key; ///< of a sequence
    std::optional<engine::LabelToLearn::Key> label; ///< in its place

    friend bool operator==(const CountedSequence&, const CountedSequence&) = default;
};

/// The sequences of numbers that a dataset has.
std::vector<CountedSequence> countedSequences(const OpenDataset& dataset);
/// The labels of the project beside those that a sequence of the dataset has: of annotators, of a person's
/// own tiers. For a task. @throws FormatError, IoError where a file cannot be read; Cancelled.
std::vector<CountedSequence> countedLabels(const ProjectMoment& moment, const engine::RunContext& run);

/// Its rows, with what people edited; of classes a column for each, which is 1 where the class was given. For
/// a task. @return null: it is not there any more
/// @throws FormatError (`data_invalid`), IoError; Cancelled.
std::shared_ptr<const engine::SequenceFile>
rowsOf(const CountedSequence& counted, const ProjectMoment& moment, const engine::RunContext& run);

}
