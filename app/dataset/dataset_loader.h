#pragma once

#include "app/document/sequence_offsets.h"
#include "app/document/video_data.h"
#include "engine/core/run_context.h"
#include "engine/faces/face_corrections.h"
#include "engine/feature_tables/table_sequence.h"
#include "engine/media/media_file.h"
#include "engine/packed/packed_file.h"
#include "engine/sequences/dataset_list.h"
#include "engine/sequences/sequence_file.h"
#include "engine/worker/probe.h"
#include "widgets/library/library_entry.h"

#include <QString>

#include <filesystem>
#include <memory>

namespace app {

/// What a sequence is for, so that it finds its track and its place in the model.
enum class Role { Words, Text, Acoustic, Visual, Labels, Other };

/// The sequences of a dataset, opened for reading. Shared by the jobs that read from it; never changes.
struct OpenDataset {
    struct Sequence {
        QString key;
        Role role = Role::Other;
        std::shared_ptr<const engine::SequenceFile> file;
        bool isText = false; ///< it holds words or phones; else numbers
        /// The file of packed segments that it is a part of; null: it has a file of its own.
        std::shared_ptr<const engine::PackedFile> packed = nullptr;
        /// The tables of another extractor that its entries are; null: they are not.
        std::shared_ptr<const engine::TableSequence> tables = nullptr;
        /// Whether a recipe can load its file; otherwise the sequence is written beside the recipe.
        bool isCsd() const { return !packed && !tables; }
    };
    engine::DatasetList list; ///< its media under the ids of the sequences, one per id
    std::vector<Sequence> sequences;
    /// Every video that has media or a sequence, in order, with what is known without opening its files.
    std::vector<widgets::LibraryEntryPtr> entries;
    engine::TimeZero zero = engine::TimeZero::EarliestStream; ///< what lies at 0 s in its media
    QStringList problems; ///< sequences that could not be opened, and why; media that are not used

    const Sequence* withRole(Role role) const;
    /// The packed file that a video is a segment of; null: none.
    const engine::PackedFile* packedWith(const std::string& id) const;
};

/// The names of the labels in a sequence, one per column, all different.
QStringList labelNames(const engine::SequenceFile& file, std::size_t width);

/// Whether a sequence holds text, by its first entry.
bool holdsText(const engine::SequenceFile& file);

/// What a sequence is for, by its name and what it holds.
Role guessRole(const std::string& key, const engine::SequenceFile& file);

/// The modality whose colour a sequence has, also one that is for nothing else here: points of faces have
/// that of the picture, how sure words are has that of words.
engine::Modality modalityOf(const OpenDataset::Sequence& sequence);

/// Opens every sequence after a child process has looked at it; those that fail are listed, not thrown.
/// @throws Cancelled.
std::shared_ptr<const OpenDataset> openDataset(engine::DatasetList list, engine::Prober& prober,
                                               const engine::RunContext& run,
                                               engine::TimeZero zero = engine::TimeZero::EarliestStream);

/// The words of one video. Its offsets move them; likewise below.
VideoData readWords(const OpenDataset& dataset, const QString& id, const SequenceOffsets& offsets = {});

/// The labels of one video; where it has none, the words that its utterances are made of.
VideoData readLabels(const OpenDataset& dataset, const QString& id, const SequenceOffsets& offsets = {});

/// Everything that is shown of one video. @throws Cancelled.
/// @param faces  what the project says of the video's faces: their measures are those of whom it names
VideoData readVideo(const OpenDataset& dataset, const QString& id, const engine::RunContext& run,
                    const SequenceOffsets& offsets = {}, const engine::FaceCorrections& faces = {});

}
