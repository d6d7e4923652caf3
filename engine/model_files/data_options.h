#pragma once

#include "engine/core/fold_lists.h"
#include "engine/core/json_fields.h"
#include "engine/model_files/media_options.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// How the features of a data file become a model's input; in brackets the names in JSON.
struct DataOptions {
    std::string normalise = "z"; ///< (normalise) `z`: mean 0, deviation 1; `max`: greatest size 1; `none`
    double clip = 5.0; ///< (clip) after `z`, values farther from 0 than this are cut; 0: no value is cut
    bool nanIsZero = false; ///< (nan: `error`, `zero`) NaN and infinity count as 0
    std::size_t window
        = 0; ///< (window) utterances up to the target that are its steps; 0: 8, where segments have no steps
    std::size_t steps
        = 0; ///< (steps) the same number for all segments, evenly spaced when longer; 0: as they are
    std::optional<MediaOptions> media; ///< (media) what is seen and heard of a dataset's recordings
    std::optional<FoldLists>
        split; ///< (split) other folds than the file's: ids of segments or videos, `test[0:60]`
    std::size_t longestTurns
        = 128; ///< (longest_turns) of a piece of a conversation that a model sees together, at least 16

    friend bool operator==(const DataOptions&, const DataOptions&) = default;
};

/// How many utterances, up to the target, are its steps; 1: only the target itself.
std::size_t windowOf(bool isUtteranceLevel, const DataOptions& options);

/// Reads the fields of these options, which stand among others. @throws FormatError naming the field.
DataOptions dataOptionsFrom(JsonFields& fields);

nlohmann::json toJson(const DataOptions& options);

/// Lists of texts by name. @throws FormatError naming what is not one.
FoldLists foldListsFrom(const JsonValue& value);

}
