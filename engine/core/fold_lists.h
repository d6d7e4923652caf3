#pragma once

#include <map>
#include <string>
#include <vector>

namespace engine {

/// What is in each fold, by the fold's name: `train`, `valid`, `test`.
using FoldLists = std::map<std::string, std::vector<std::string>>;

}
