#pragma once

#include "engine/core/interval.h"
#include "engine/sequences/dataset_list.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// A segment with a label as the project has it.
struct LabelRow {
    std::string video;
    engine::Interval span; ///< seconds
    std::optional<double> value; ///< of classes the place of its own; absent: it is not labelled
    std::map<std::string, double> votes{}; ///< by annotator
};

/// A label as the project has it.
struct ProjectLabel {
    std::string name;
    std::vector<std::string> classes{}; ///< that it is one of; none: it is a number
    std::vector<LabelRow> rows{};
};

/// The same dataset with this label: writes it as a sequence, of classes with a column for each (1 in that of
/// the segment's), NaN where there is none, each video's segments in the order of time, so that row k of a
/// video is its segment `video[k]`.
/// @throws IoError
engine::DatasetList withLabel(const engine::DatasetList& dataset, ProjectLabel label,
                              const std::filesystem::path& file);

/// The votes as a table with a row for each annotator and segment, which is named as above; empty: nobody
/// voted. An annotator may be called as a column is.
std::string votesTable(std::vector<LabelRow> rows);

}
