#include "engine/training/parallel/worker_record.h"

#include "engine/core/host_name.h"

#include <fmt/format.h>
#include <fstream>
#include <random>
#include <sstream>
#include <unistd.h>

namespace engine {

namespace {

std::string wordOf(const std::filesystem::path& file)
{
    std::ifstream stream(file);
    std::string word;
    stream >> word;
    return word;
}

/// When a process was started; nothing where there is none, or only what its parent has not taken note of.
std::optional<long long> startOf(long process)
{
    std::ifstream stream(fmt::format("/proc/{}/stat", process));
    std::string line;
    std::getline(stream, line);
    const std::size_t name = line.rfind(')'); // a program's name may hold any character
    if (name == std::string::npos)
        return std::nullopt;
    std::istringstream rest(line.substr(name + 1));
    std::string state, field;
    rest >> state;
    constexpr int before = 18; // fields between the state and the start
    for (int i = 0; i < before; ++i)
        rest >> field;
    long long start = 0;
    if (!(rest >> start) || state == "Z" || state == "X")
        return std::nullopt;
    return start;
}

}

WorkerRecord WorkerRecord::ofThisProcess()
{
    std::error_code ignored;
    const std::string room = std::filesystem::read_symlink("/proc/self/ns/pid", ignored).string();
    std::random_device random;
    return {hostName(), wordOf("/proc/sys/kernel/random/boot_id") + room, getpid(),
            startOf(getpid()).value_or(0), fmt::format("{:08x}{:08x}", random(), random())};
}

std::optional<WorkerRecord> WorkerRecord::from(const nlohmann::json& json)
{
    try {
        return WorkerRecord{json.at("host").get<std::string>(), json.at("machine").get<std::string>(),
                            json.at("process").get<long>(), json.at("started").get<long long>(),
                            json.at("token").get<std::string>()};
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;
    }
}

nlohmann::json WorkerRecord::toJson() const
{
    return {
        {"host", host}, {"machine", machine}, {"process", process}, {"started", started}, {"token", token}};
}

bool WorkerRecord::isGone() const
{
    static const std::string here = ofThisProcess().machine;
    return machine == here && startOf(process) != started;
}

std::string WorkerRecord::text() const
{
    return fmt::format("host {}, process {}", host, process);
}

nlohmann::json jsonIn(const std::filesystem::path& file)
{
    std::ifstream stream(file);
    if (!stream)
        return nullptr;
    nlohmann::json json = nlohmann::json::parse(stream, nullptr, /*allow_exceptions=*/false);
    return json.is_discarded() ? nlohmann::json() : json;
}

}
