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
    std::optional<double> value; ///< absent: it is not labelled
    std::map<std::string, double> votes{}; ///< by annotator
};

/// The same dataset with these labels: writes them as a sequence, NaN where there is none, each video's in
/// the order of time, so that row k of a video is its segment `video[k]`.
/// @throws IoError
engine::DatasetList withLabels(const engine::DatasetList& dataset, const std::string& label,
                               std::vector<LabelRow> rows, const std::filesystem::path& file);

/// The votes as a table with a row for each annotator and segment, which is named as above; empty: nobody
/// voted. An annotator may be called as a column is.
std::string votesTable(std::vector<LabelRow> rows);

}
