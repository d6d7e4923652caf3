#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace engine::test {

/// The cases below `folder`, by name.
std::vector<std::string> sdkCases(const std::filesystem::path& folder);

/// Runs one case of the CMU-MultimodalSDK fixtures (tests/fixtures/sdk), writes its results into `scratch`
/// and compares them with what the case expects.
///
/// @return one sentence per difference; empty when the case passes.
std::vector<std::string> failuresOf(const std::filesystem::path& sdkCase,
                                    const std::filesystem::path& scratch);

}
