#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace engine::test {

/// The cases below `folder` whose result is sequences or an error, by name.
std::vector<std::string> sdkCases(const std::filesystem::path& folder);

/// Runs one case of the CMU-MultimodalSDK fixtures (tests/fixtures/sdk) with the engine, writes its sequences
/// into `scratch` and compares them with what the case expects.
///
/// @return one sentence per difference; empty when the case passes.
std::vector<std::string> failuresOf(const std::filesystem::path& sdkCase,
                                    const std::filesystem::path& scratch);

}
