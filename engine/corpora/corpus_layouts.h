#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace engine {

/// Where the parts of a published corpus lie, as one object:
/// - `media`: patterns (path_pattern.h) of recordings below the corpus's folder; `id`: what a recording is
///   called by, the `stem` of its file or its `folder`; `speaker`: a regular expression whose group is the
///   speaker in that id
/// - `rows`: a list of sources, of which each says something about videos or clips of them. `files`:
///   patterns; then either `columns` (of a table: field → name of its column) or `lines` (a regular
///   expression for a line) with `groups` (a field for each of its groups). Fields: `video`, `clip`, `start`,
///   `end`, `text`, `class`, `fold`, `file`, and names of `values`. `video_from: "stem"`: the file is of one
///   video
/// - `classes`: their names, in order: a column of labels for each, 1 or 0. `values`: further columns; of
///   several rows of one clip the greatest counts
/// - `folds`: `by: "folder"`, the first folder of a recording; or `lists`, patterns of files with an id on
///   each line; or `random` shares of train, valid and test `by` segment, video or speaker with a `seed`.
///   `names`: what the corpus calls them → train, valid, test
/// - `refused`: patterns of files with what is wrong with them
nlohmann::ordered_json corpusLayout(const std::string& name);

std::vector<std::string> corpusLayoutNames();

/// Sets a field by its path, `rows.files=labels.csv`; of a list without a number in the path the first
/// element. @throws FormatError (`bad_config`).
void setLayoutField(nlohmann::ordered_json& layout, const std::string& assignment);

}
