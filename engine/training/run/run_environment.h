#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace engine {

/// On what a model was trained: with the same, the same run gives the same bytes. In brackets the names in
/// JSON.
struct RunEnvironment {
    std::string polylogue; ///< (polylogue) its version
    std::string libtorch; ///< (libtorch) its version: `1.13.0`
    std::string device = "cpu"; ///< (device)
    int threads = 1; ///< (threads)
    std::string architecture; ///< (architecture) of the machine: `x86_64`
    std::string processor; ///< (processor) as the system calls it; empty where it says nothing
    std::string instructions; ///< (instructions) with which LibTorch computes: `AVX2`

    friend bool operator==(const RunEnvironment&, const RunEnvironment&) = default;
};

nlohmann::json toJson(const RunEnvironment& environment);

/// That of this process. @param version  of Polylogue
RunEnvironment currentEnvironment(const std::string& version, const std::string& device, int threads);

}
