#include "engine/training/run/run_environment.h"

#include <torch/version.h>

#include <ATen/Version.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sys/utsname.h>

namespace engine {

namespace {

/// `Intel(R) Xeon(R) …`; empty where the system says nothing.
std::string processorName()
{
    std::ifstream file("/proc/cpuinfo");
    for (std::string line; std::getline(file, line);) {
        const std::size_t colon = line.find(": ");
        if (line.starts_with("model name") && colon != std::string::npos)
            return line.substr(colon + 2);
    }
    return {};
}

/// `AVX2`, as LibTorch says it of itself among other things.
std::string instructionsInUse()
{
    const std::string config = at::show_config();
    const std::string before = "CPU capability usage: ";
    const std::size_t place = config.find(before);
    if (place == std::string::npos)
        return {};
    const std::size_t first = place + before.size();
    return config.substr(first, config.find('\n', first) - first);
}

std::string machineArchitecture()
{
    utsname system{};
    return uname(&system) == 0 ? system.machine : "";
}

}

nlohmann::json toJson(const RunEnvironment& environment)
{
    return {{"polylogue", environment.polylogue},
            {"libtorch", environment.libtorch},
            {"device", environment.device},
            {"threads", environment.threads},
            {"architecture", environment.architecture},
            {"processor", environment.processor},
            {"instructions", environment.instructions}};
}

RunEnvironment currentEnvironment(const std::string& version, const std::string& device, int threads)
{
    return {version,         TORCH_VERSION,      device, threads, machineArchitecture(),
            processorName(), instructionsInUse()};
}

}
