#pragma once

#include "engine/conversations/known_conversations.h"
#include "engine/core/run_context.h"
#include "engine/feature_tables/entry_files.h"
#include "engine/media/media_file.h"
#include "engine/packed/packed_videos.h"
#include "engine/sequences/dataset_list.h"
#include "engine/sequences/media_matching.h"
#include "engine/sequences/sequence_file.h"
#include "engine/worker/probe.h"

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace engine {

/// What a sequence is for, so that it finds its track and its place in the model.
enum class SequenceRole { Words, Text, Acoustic, Visual, Labels, Other };

/// A sequence of a dataset, opened for reading.
struct OpenedSequence {
    std::string key; ///< no other of the dataset has it
    SequenceRole role = SequenceRole::Other;
    std::shared_ptr<const SequenceFile> file;
    bool isText = false; ///< the sequence holds words or phones; else numbers
    /// The packed segments that it is a part of; null: it has a file of its own.
    std::shared_ptr<const PackedVideos> packed = nullptr;
    /// The tables or arrays of another extractor that its entries are; null: they are not.
    std::shared_ptr<const EntryFiles> entryFiles = nullptr;
    /// Whether a recipe can load its file; otherwise the sequence is written beside the recipe.
    bool isCsd() const { return !packed && !entryFiles; }
};

/// The sequences of a dataset, opened for reading.
struct OpenedSequences {
    DatasetList list; ///< media under the ids of the sequences, one per id
    std::vector<OpenedSequence> sequences;
    TimeZero zero = TimeZero::EarliestStream; ///< what lies at 0 s in its media
    std::set<std::string> ids; ///< every video that has media or a sequence
    KnownConversations conversations; ///< that the list names, else those that ids with `@` tell
    std::vector<std::string> failures; ///< sequences that could not be opened, and why
    std::vector<MatchedMedia::Spare> spareMedia; ///< of videos that have one already: they are not used

    const OpenedSequence* withRole(SequenceRole role) const;
    const OpenedSequence* called(const std::string& key) const; ///< null: none
    /// The packed segments that a video consists of; null: none.
    std::shared_ptr<const PackedVideos> packedWith(const std::string& id) const;
    /// Whether times of a video are numbers of rows: all that it has are features without times.
    bool countsSteps(const std::string& id) const;
    /// Where the last row of a video ends, in the unit of its times; 0: it has none. @throws FormatError,
    /// IoError.
    double extentOf(const std::string& id) const;
};

/// Whether a sequence holds text, by its first entry.
bool holdsText(const SequenceFile& file);

/// What a sequence of numbers is of, by its name.
SequenceRole subjectOf(const std::string& key);
/// What a sequence is for, by its name and what it holds.
SequenceRole guessRole(const std::string& key, const SequenceFile& file);

/// Opens every sequence after a child process has looked at it; those that fail are listed, not thrown.
/// @throws Cancelled.
OpenedSequences openSequences(DatasetList list, Prober& prober, const RunContext& run,
                              TimeZero zero = TimeZero::EarliestStream);

}
