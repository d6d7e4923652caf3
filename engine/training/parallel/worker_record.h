#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace engine {

/// Who a worker is: what it leaves in the folder where workers find each other.
struct WorkerRecord {
    std::string host; ///< name of the machine
    std::string machine; ///< tells machines, and rooms of process numbers on one, apart
    long process = 0;
    long long started = 0; ///< in the machine's ticks, as a number of a process may be given again
    std::string token; ///< drawn at random, so that none is taken for one of an earlier run

    static WorkerRecord ofThisProcess();
    /// What was written there; nothing where there is nothing whole.
    static std::optional<WorkerRecord> from(const nlohmann::json& json);
    nlohmann::json toJson() const;

    /// Whether the process is known to be gone. Of a process of another machine nothing is known.
    bool isGone() const;
    /// `host node3, process 4711`
    std::string text() const;
};

/// A JSON file; null where there is none, or none that is whole.
nlohmann::json jsonIn(const std::filesystem::path& file);

}
