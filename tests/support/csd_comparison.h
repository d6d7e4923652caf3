#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace engine::test {

/// Compares two `.csd` files by the rules of the SDK fixtures: root group, ids, shapes, types, intervals
/// exactly, features within 1e-6, metadata but `uuid` and `md5`.
///
/// @param sameKindOnly  float32 may stand for float64, and so on.
/// @return              one sentence per difference; empty when they agree.
std::vector<std::string> differences(const std::filesystem::path& expected,
                                     const std::filesystem::path& actual, bool sameKindOnly);

/// Compares every array `fold<i>/<sequence>` of two tensor files; empty arrays by having no rows.
std::vector<std::string> tensorDifferences(const std::filesystem::path& expected,
                                           const std::filesystem::path& actual);

}
