#include "engine/cli/cli_output.h"

#include "engine/cli/probing.h"
#include "engine/core/error.h"
#include "engine/sequences/csd_writer.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <unistd.h>

namespace engine::cli {

namespace {

/// The key as a file name: letters, digits, `.`, `_`, `-` are kept, everything else becomes `_`.
std::string fileName(std::string key)
{
    const auto keeps = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.'
            || c == '_' || c == '-';
    };
    std::replace_if(
        key.begin(), key.end(), [&](char c) { return !keeps(c); }, '_');
    return key + ".csd";
}

}

std::shared_ptr<const CsdFile> openProbed(const std::filesystem::path& path, Prober& prober)
{
    prober.check(path);
    return std::make_shared<const CsdFile>(path);
}

Dataset loadDataset(const std::vector<std::filesystem::path>& paths)
{
    const std::unique_ptr<Prober> prober = makeProber();
    Dataset dataset;
    for (const std::filesystem::path& path : paths) {
        auto file = openProbed(path, *prober);
        const std::string key = file->rootName();
        if (std::any_of(dataset.begin(), dataset.end(), [&](const auto& item) { return item.first == key; }))
            throw FormatError("recipe_invalid", path.string(),
                              "another file already has the root name " + key);
        dataset.emplace_back(key, ComputationalSequence(std::move(file)));
    }
    return dataset;
}

void writeDataset(const Dataset& dataset, const std::filesystem::path& folder)
{
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    if (failure)
        throw IoError("io", folder.string(), "cannot be made: " + failure.message());
    std::map<std::string, std::string> keyOfFile;
    for (const auto& [key, sequence] : dataset) {
        if (const auto [other, isNew] = keyOfFile.emplace(fileName(key), key); !isNew)
            throw FormatError("recipe_invalid", (folder / fileName(key)).string(),
                              fmt::format("would hold two sequences, {} and {}", other->second, key));
    }
    for (const auto& [key, sequence] : dataset)
        writeCsd(sequence, folder / fileName(key));
}

RunContext progressOnTerminal(const std::string& what)
{
    RunContext run;
    if (!isatty(STDERR_FILENO))
        return run;
    run.progress = [what](double fraction) {
        fmt::print(stderr, "\r{} {:3.0f} %{}", what, fraction * 100.0, fraction >= 1.0 ? "\n" : "");
    };
    return run;
}

}
