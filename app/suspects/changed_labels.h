#pragma once

#include "engine/annotation/annotation.h"
#include "engine/suspects/suspects.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// The labels that a search looked through.
struct SearchedLabels {
    struct Label {
        std::string id, video;
        double start; ///< seconds
        double value;
    };
    std::string name; ///< of the label
    std::vector<std::string> classes; ///< classes whose places are the values; none: the values are numbers
    std::vector<Label> labels;
};
SearchedLabels searchedLabels(const engine::Suspects& found);

/// Labels that are others by now, by the segment's id; absent: the segment is gone, or has none.
using ChangedLabels = std::map<std::string, std::optional<double>>;

/// Compares with what the project says; videos of which it says nothing have the labels of their files.
ChangedLabels changedLabels(const SearchedLabels& searched, const engine::Annotation& annotation);

}
