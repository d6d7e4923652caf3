#pragma once

#include "app/document/video_data.h"
#include "engine/core/run_context.h"
#include "engine/dataset_opening/opened_sequences.h"
#include "engine/faces/face_corrections.h"
#include "engine/project_items/sequence_offsets.h"
#include "widgets/library/library_entry_list.h"

#include <QString>

#include <filesystem>
#include <memory>

namespace app {

using Role = engine::SequenceRole;

/// A dataset, opened for reading. Shared by the tasks that read from it; never changes.
struct OpenDataset : engine::OpenedSequences {
    using Sequence = engine::OpenedSequence;
    /// Every video that has media or a sequence, in order, with what is known without opening its files.
    widgets::LibraryEntryList entries;
    QStringList problems; ///< sequences that could not be opened, and why; media that are not used
};

/// The modality whose colour a sequence has, also one that is for nothing else here: points of faces have
/// that of the picture, how sure words are has that of words.
engine::Modality modalityOf(const OpenDataset::Sequence& sequence);

/// Opens every sequence after a child process has looked at it; those that fail are listed, not thrown.
/// @throws Cancelled.
std::shared_ptr<const OpenDataset> openDataset(engine::DatasetList list, engine::Prober& prober,
                                               const engine::RunContext& run,
                                               engine::TimeZero zero = engine::TimeZero::EarliestStream);

/// The words of one video. Offsets of the video move them, here and below.
VideoData readWords(const OpenDataset& dataset, const QString& id,
                    const engine::SequenceOffsets& offsets = {});

/// The labels of one video; where it has none, the words that its utterances are made of.
VideoData readLabels(const OpenDataset& dataset, const QString& id,
                     const engine::SequenceOffsets& offsets = {});

/// Everything that is shown of one video. @throws Cancelled.
/// @param faces  what the project says of the video's faces: their measures are those of whom it names
VideoData readVideo(const OpenDataset& dataset, const QString& id, const engine::RunContext& run,
                    const engine::SequenceOffsets& offsets = {}, const engine::FaceCorrections& faces = {});

}
