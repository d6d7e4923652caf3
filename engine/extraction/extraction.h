#pragma once

#include "engine/core/installation.h"
#include "engine/extraction/extraction_record.h"
#include "engine/extraction/extraction_step.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// What is to be made of which recordings.
struct ExtractionWish {
    /// Recordings, folders and archives with recordings (mediaFilesAt()).
    std::vector<std::filesystem::path> media;
    /// A dataset list, whose recordings are taken besides, and the clips of its conversations; empty: none.
    std::filesystem::path list = {};
    /// Of the list only these: recordings and participants by their ids, conversations with all that is of
    /// them; none: all.
    std::vector<std::string> only = {};
    std::filesystem::path ids = {}; ///< a dataset list that names the media; empty: none, or that of `out`
    /// Folders with files named as the media, the first that has one counts; others are sought beside these.
    std::vector<std::filesystem::path> transcripts;
    /// Folders with words whose times are kept: readTimedWords(). These come before transcripts.
    std::vector<std::filesystem::path> timedWords = {};
    std::filesystem::path transcript; ///< of the only recording; empty: sought by its name
    std::vector<FeatureSet> sets = defaultFeatureSets();
    ExtractionSettings settings;
    std::filesystem::path out; ///< folder of the results
    bool again = false; ///< also what was made before of the same is made
    unsigned jobs = 1; ///< threads; a recording keeps two of them busy
    std::size_t shard = 0; ///< number of the shard among `shards`, from 0
    std::size_t shards = 1; ///< more than one: parts only, which a run without shards joins
    Installation installation = Installation::ofThisProgram(); ///< has polarities of words, and a net
};

/// How far a step of a recording is.
struct ExtractionEvent {
    /// Searching: what there is to be made of is looked for; no step, and `fraction` of the search.
    /// Remark: what one should know of the recording itself.
    /// Ready: the recording is whole and the dataset has it, while others are still made; not told of each,
    /// since joining takes time.
    enum class Kind { Searching, Running, Done, Reused, Failed, Skipped, Remark, Ready };
    Kind kind = Kind::Running;
    std::string id;
    ExtractionStep step = ExtractionStep::Words;
    double fraction = 0.0; ///< of this step
    double overall = 0.0; ///< of all work, by the lengths of the recordings
    std::optional<double> left = {}; ///< seconds until all is done, as far as can be told
    std::string text; ///< why it failed or was skipped; of what is done: what one should know
    std::optional<double> seconds = {}; ///< that a step took which is over
    std::string code = {}; ///< of a remark: `cut_short`, or `voicing` (see voicingFinding())
};
/// Called from threads of its own, never two at once.
using OnExtraction = std::function<void(const ExtractionEvent&)>;

/// Makes sequences of recordings: `OUT/<set>.csd`, `OUT/dataset.json` and `OUT/extraction.json`. Recordings
/// have the ids of the wish's lists, or of the list that OUT has; the k-th clip of participant P of
/// conversation C is `C@P[k]`, in conversation time.
///
/// A step that fails does not stop the others; the record says why. Words without a transcript, a face
/// without a picture or where none is shown are left out; where nothing at all came of a recording, that is a
/// failure. What was done before, with the same media, transcript and settings, is not done again, also after
/// a crash. Recordings that the folder has from before stay. The same input gives the same bytes, with any
/// number of jobs and shards.
///
/// @return what became of the recordings of this call
/// @throws FormatError (`same_name`) when two media have one name, (`same_file`) when a result would be
/// written over what is read, (`unknown_recording`) when `only` names what the list has not, (`data_invalid`)
/// when the folder has sequences of other columns, or a medium of the wish is a folder or an archive
/// without recordings; IoError (`io`) when the results cannot be written;
/// Cancelled: what is done stays.
ExtractionRecord extractFeatures(const ExtractionWish& wish, const OnExtraction& on = {},
                                 const RunContext& run = {});

}
