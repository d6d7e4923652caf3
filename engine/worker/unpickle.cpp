#include "engine/worker/unpickle.h"

#include "engine/core/error.h"
#include "engine/core/installation.h"
#include "engine/core/text_file.h"
#include "engine/core/writable_folder.h"
#include "engine/worker/child_process.h"

#include <algorithm>
#include <string>
#include <system_error>
#include <vector>

namespace engine {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kLeastMemory = std::uint64_t{4} << 30; ///< NumPy alone maps some hundred MiB
constexpr std::uint64_t kTimesTheFile = 6; ///< all of it lies in memory, partly twice
constexpr std::uint64_t kSeconds = 900;

/// Runs a command where there is no network, if the system lets a user take it away.
std::vector<std::string> withoutNetwork(const RunContext& run)
{
    std::vector<std::string> apart{"unshare", "--user", "--map-current-user", "--net"};
    std::vector<std::string> tried = apart;
    tried.emplace_back("true");
    return runChild(std::move(tried), ChildLimits{}, run).succeeded() ? apart : std::vector<std::string>();
}

/// A Python that has NumPy: the system's, else the first of PATH.
std::string pythonWithNumpy(const RunContext& run)
{
    for (const char* python : {"/usr/bin/python3", "python3"}) {
        if (runChild({python, "-I", "-c", "import numpy"}, std::nullopt, run).succeeded())
            return python;
    }
    throw IoError("io", "python3", "with NumPy is not installed (Debian: python3-numpy)");
}

std::string lastLineIn(std::string said)
{
    while (said.ends_with('\n'))
        said.pop_back();
    return said.substr(said.rfind('\n') + 1);
}

}

fs::path arraysOf(const fs::path& pickle)
{
    const fs::path beside = fs::absolute(pickle).parent_path();
    const fs::path folder = folderObstacle(beside) ? cacheFolder() / "unpickled" : beside;
    const std::string stem = pickle.stem().string();
    fs::path target = folder / (stem + ".npz");
    std::error_code missing;
    for (int number = 2; fs::exists(target, missing); ++number)
        target = folder / (stem + " (" + std::to_string(number) + ").npz");
    return target;
}

void unpickle(const fs::path& pickle, const fs::path& target, const fs::path& script, const RunContext& run)
{
    makeFolder(target.parent_path());
    const fs::path partial = target.parent_path() / ("." + target.stem().string() + ".partial.npz");
    std::error_code problem;
    std::vector<std::string> command = withoutNetwork(run);
    for (const std::string& word :
         {pythonWithNumpy(run), std::string("-I"), script.string(), pickle.string(), partial.string()})
        command.push_back(word);
    const std::uintmax_t size = fs::file_size(pickle, problem);
    ChildRun child{std::move(command),
                   ChildLimits{kSeconds, std::max(kLeastMemory, kTimesTheFile * (problem ? 0 : size)),
                               std::chrono::seconds(kSeconds)}};
    child.environment = {{"OPENBLAS_NUM_THREADS", "1"}};
    ChildResult result;
    try {
        result = runChild(child, run);
    } catch (...) {
        fs::remove(partial, problem);
        throw;
    }
    if (!result.succeeded()) {
        fs::remove(partial, problem);
        const std::string said = lastLineIn(result.errors);
        throw FormatError("bad_pickle", pickle.string(),
                          result.wasTooSlow || result.signal != 0
                              ? "needs more time or memory than unpickle.py may have"
                              : said.empty() ? "cannot be read by unpickle.py"
                                             : said);
    }
    fs::create_hard_link(partial, target, problem); // refuses a file that came meanwhile
    if (problem && !fs::exists(target))
        fs::rename(partial, target, problem);
    std::error_code ignored;
    fs::remove(partial, ignored);
    if (problem)
        throw IoError("io", target.string(), "cannot be written: " + problem.message());
}

}
