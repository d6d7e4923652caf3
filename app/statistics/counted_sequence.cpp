#include "app/statistics/counted_sequence.h"

#include "app/snapshot/label_titles.h"
#include "engine/sequences/held_sequence.h"
#include "engine/snapshot/project_edits.h"

#include <algorithm>

namespace app {

namespace {

using engine::LabelToLearn;

/// Whether the dataset's sequence of labels has it as a column.
bool isInSequence(const LabelToLearn& label, const OpenDataset& dataset)
{
    return label.tier == engine::kLabelsTier && label.by == LabelToLearn::By::Segments
        && label.classes.empty() && dataset.withRole(Role::Labels);
}

}

std::vector<CountedSequence> countedSequences(const OpenDataset& dataset)
{
    std::vector<CountedSequence> counted;
    for (const OpenDataset::Sequence& sequence : dataset.sequences) {
        if (!sequence.isText)
            counted.push_back({QString::fromStdString(sequence.key), sequence.key, {}});
    }
    return counted;
}

std::vector<CountedSequence> countedLabels(const ProjectMoment& moment, const engine::RunContext& run)
{
    std::vector<CountedSequence> counted;
    for (const LabelToLearn& label : engine::labelsToLearn(*moment.dataset, moment.annotation(), run)) {
        if (!isInSequence(label, *moment.dataset))
            counted.push_back({labelTitle(label), {}, label.key()});
    }
    return counted;
}

std::shared_ptr<const engine::SequenceFile> rowsOf(const CountedSequence& counted,
                                                   const ProjectMoment& moment, const engine::RunContext& run)
{
    const std::filesystem::path title = counted.title.toStdString();
    if (counted.label) {
        for (const LabelToLearn& label : engine::labelsToLearn(*moment.dataset, moment.annotation(), run)) {
            if (label.key() == *counted.label)
                return std::make_shared<engine::HeldSequence>(
                    title, engine::sequenceOf(engine::projectLabel(label)));
        }
        return nullptr;
    }
    const OpenDataset::Sequence* const sequence = moment.dataset->called(counted.key);
    if (!sequence)
        return nullptr;
    const engine::ProjectEdits edits = engine::projectEdits(moment.annotation());
    if (!engine::hasOtherRows(edits, *sequence))
        return sequence->file;
    return std::make_shared<engine::HeldSequence>(
        sequence->file->path(), engine::editedSequence(*moment.dataset, *sequence, edits, run));
}

}
