#pragma once

#include "engine/core/feature_array.h"
#include "engine/core/run_context.h"
#include "engine/corpora/conversation_layout.h"
#include "engine/corpora/corpus_findings.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// MER (Lian et al., MER 2026 and the challenges before): clips of one or two people with a class each, and
/// features of many encoders. Known by `track1_train.csv`; any folder of `.npy` files opens so.
namespace engine::mer {

struct Clip {
    std::string name;
    std::string fold; ///< `train`, `test`; empty: no table says
    std::string emotion; ///< empty: not told
    std::string chinese, english; ///< what is said; empty: not told
    std::filesystem::path media; ///< the picture, else the sound; empty: neither is there
};

/// The features of one encoder: `NAME.npy` for each clip, or a folder `NAME` of rows.
struct FeatureSet {
    std::string name; ///< `own-audio-FRA`
    bool isOfWholeClips = false; ///< `…-UTT`
    std::map<std::string, std::filesystem::path> clips; ///< file or folder of each clip
};

struct Corpus {
    std::vector<Clip> clips; ///< by name
    std::vector<FeatureSet> sets; ///< by name
    CorpusFindings findings; ///< `missing_media`, `missing_features`, `bad_id`, `name_taken`
};

/// Reads tables, and lists media and features. @throws IoError; FormatError (`data_invalid`) naming file and
/// line: no tables and no features, a table without the column `name`; Cancelled.
Corpus read(const std::filesystem::path& folder, const RunContext& run = {});

/// The features of one clip, T × D in the type of the file (halves as float32): axes of 1 are removed, and a
/// single axis is one row. A folder's files are a row each, in the order of their names. Fortran order is
/// read, too.
/// @throws IoError; FormatError (`object_array`) for Python objects, which are never read, (`data_invalid`)
/// for what is damaged, text, or has other axes, (`too_large`) above 256 MiB.
FeatureArray readClip(const std::filesystem::path& place);

/// What read() finds, as a dataset: a sequence for each set of features, `labels.csd` (a column for each
/// class; `labels_listening.csd` where labels are of the listener), `sentences.csd` and
/// `sentences_english.csd`, folds. Row k of T lies at [k, k + 1) · length / T of the clip, without a clip at
/// [k, k + 1) s. Further findings: `object_array`, `damaged_array`, `wrong_columns`.
CorpusDataset makeDataset(const std::filesystem::path& folder, const LayoutOptions& options,
                          const RunContext& run = {});

}
