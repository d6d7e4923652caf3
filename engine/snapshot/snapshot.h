#pragma once

#include "engine/core/run_context.h"
#include "engine/dataset_opening/opened_sequences.h"
#include "engine/sequences/dataset_list.h"
#include "engine/snapshot/label_rows.h"

#include <filesystem>
#include <optional>
#include <string>

namespace engine {

class Annotation;

/// A project as a dataset on disk, as it was at one moment, for whoever cannot ask the project itself.
struct ProjectSnapshot {
    std::string id; ///< 16 hexadecimal digits, of all that the list names; the same content has the same
    std::filesystem::path list; ///< dataset.json
    std::size_t made = 0; ///< sequences that were written; the others were there
};

/// What a snapshot is for.
struct SnapshotWish {
    std::filesystem::path folder; ///< `NAME.snapshot`, made where it is missing
    /// A label that takes the place of all labels: what is to be learnt.
    std::optional<ProjectLabel> label = {};
    /// The list stays under a name of its own, with all that it names, for a run that is to be reproduced.
    bool isKept = false;
};

/// Writes what the files of a dataset hold with what people edited in its place.
///
/// A sequence that nobody touched stays in its file, which the list names. Every other is a csd in the
/// folder: `KEY.HASH.csd`, whose hash is of all that the sequence is made from, so that one that is there
/// already is not written again. Beside the dataset's, these are: words, where it has none; `labels.NAME` for
/// each annotator's pass, the mean and the majority; the tiers of intervals that people made; tables of other
/// extractors. Packed segments stay in their file. Whatever nobody names any more is removed, after an hour.
/// `dataset.json` takes its place last, so that a folder is whole whenever it is read.
///
/// @param annotation  of the project, without tiers that are as their files have them
/// @throws IoError (`io`), FormatError (`data_invalid`) naming the file, Cancelled.
ProjectSnapshot writeSnapshot(const OpenedSequences& dataset, const Annotation& annotation,
                              const SnapshotWish& wish, const RunContext& run = {});

}
