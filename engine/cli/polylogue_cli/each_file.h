#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace engine::cli {

/// Runs a command that describes files on one file after the other. When one fails, its error goes to stderr
/// and the others are still described.
///
/// @param asJson    print one object at the end: each file's report, or its `error` with `code` and `message`
/// @param describe  fills `report`, or prints for people when `report` is null; returns false when the
/// file's data is wrong. Throws Error when the file cannot be described.
/// @return the exit code: 0, or 1 when a file failed or its data is wrong
int describeEach(const std::vector<std::string>& files, bool asJson,
                 const std::function<bool(const std::string& path, nlohmann::json* report)>& describe);

}
