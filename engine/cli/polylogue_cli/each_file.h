#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace engine::cli {

/// What a command says of several files, one after the other. One that fails is told on stderr and does not
/// hide the others.
///
/// @param asJson    print one object at the end: each file's report, or its `error` with `code` and `message`
/// @param describe  prints for people, or fills `report` where that is wanted (null else); false when the
///                  file's data is wrong. Throws Error when nothing can be said of it.
/// @return the exit code: 0, or 1 when a file failed or its data is wrong
int describeEach(const std::vector<std::string>& files, bool asJson,
                 const std::function<bool(const std::string& path, nlohmann::json* report)>& describe);

}
