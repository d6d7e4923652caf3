#pragma once

#include "engine/core/interval.h"
#include "engine/sequences/computational_sequence.h"
#include "engine/sequences/dataset_list.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// A segment with a label as the project has it.
struct LabelRow {
    std::string video;
    Interval span; ///< seconds
    std::optional<double> value; ///< of classes the place of its own; absent: it is not labelled
    std::map<std::string, double> votes{}; ///< by annotator
};

/// A label as the project has it.
struct ProjectLabel {
    std::string name;
    std::vector<std::string> classes{}; ///< that it is one of; none: it is a number
    std::vector<LabelRow> rows{};
};

/// The label as a sequence: of classes a column for each (1 in that of the segment's), NaN where there is
/// none, each video's segments in the order of time, so that row k of a video is its segment `video[k]`.
ComputationalSequence sequenceOf(ProjectLabel label);

/// The list with this file in the place of its labels.
DatasetList withLabelFile(DatasetList list, const std::filesystem::path& file);

/// The same dataset with this label alone, which is written as a csd. @throws IoError
DatasetList withLabel(const DatasetList& dataset, ProjectLabel label, const std::filesystem::path& file);

/// The votes as a table with a row for each annotator and segment, which is named as above; empty: nobody
/// voted. An annotator may be called as a column is.
std::string votesTable(std::vector<LabelRow> rows);

}
