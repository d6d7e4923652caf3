#include "engine/snapshot/project_edits.h"

#include "engine/annotation/layers.h"
#include "engine/dataset_opening/face_sequences.h"
#include "engine/snapshot/edited_words.h"

namespace engine {

ProjectEdits projectEdits(const Annotation& annotation)
{
    ProjectEdits edits;
    for (const auto& [video, tier] : tiersCalled(annotation, kWordsTier))
        edits.words.emplace(video, wordsView(annotation, tier));
    for (const auto& [video, tier] : tiersCalled(annotation, kLabelsTier))
        edits.labels.emplace(video, labelRows(annotation, *tier));
    edits.faces = projectFaces(annotation);
    edits.offsets = projectOffsets(annotation);
    return edits;
}

VideoOffsets offsetsInFile(const ProjectEdits& edits, const OpenedSequence& sequence)
{
    VideoOffsets offsets = offsetsOf(edits.offsets, sequence.key);
    std::erase_if(offsets, [&](const auto& offset) {
        return (sequence.role == SequenceRole::Words && edits.words.contains(offset.first))
            || (sequence.role == SequenceRole::Labels && edits.labels.contains(offset.first));
    });
    return offsets;
}

bool hasOtherRows(const ProjectEdits& edits, const OpenedSequence& sequence)
{
    return (sequence.role == SequenceRole::Words && !edits.words.empty())
        || (sequence.role == SequenceRole::Labels && !edits.labels.empty())
        || (holdsFaceMeasures(sequence) && !edits.faces.empty());
}

ComputationalSequence editedSequence(const OpenedSequences& dataset, const OpenedSequence& sequence,
                                     const ProjectEdits& edits, const RunContext& run)
{
    if (sequence.role == SequenceRole::Words && !edits.words.empty())
        return withWords(sequence.file, edits.words);
    if (sequence.role == SequenceRole::Labels && !edits.labels.empty())
        return withLabels(sequence.file, edits.labels);
    if (holdsFaceMeasures(sequence) && !edits.faces.empty())
        return withFaces(dataset, sequence, edits.faces, edits.offsets, run);
    return ComputationalSequence(sequence.file);
}

}
