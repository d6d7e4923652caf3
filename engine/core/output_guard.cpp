#include "engine/core/output_guard.h"

#include "engine/core/error.h"

#include <map>
#include <optional>
#include <sys/stat.h>
#include <utility>

namespace engine {

namespace {

using Identity = std::pair<dev_t, ino_t>;

std::optional<Identity> identityOf(const std::filesystem::path& path)
{
    struct stat state { };
    if (path.empty() || stat(path.c_str(), &state) != 0)
        return std::nullopt;
    if (!S_ISREG(state.st_mode) && !S_ISDIR(state.st_mode))
        return std::nullopt;
    return Identity{state.st_dev, state.st_ino};
}

}

void refuseInputsAsOutputs(std::span<const std::filesystem::path> inputs,
                           std::span<const std::filesystem::path> outputs)
{
    std::map<Identity, std::filesystem::path> read;
    for (const std::filesystem::path& input : inputs) {
        if (const auto identity = identityOf(input))
            read.emplace(*identity, input);
    }
    for (const std::filesystem::path& output : outputs) {
        const auto identity = identityOf(output);
        const auto found = identity ? read.find(*identity) : read.end();
        if (found == read.end())
            continue;
        const std::string otherName
            = found->second == output ? std::string() : " by another name (" + found->second.string() + ")";
        throw FormatError("same_file", output.string(),
                          "is the input itself" + otherName
                              + ", which would be overwritten; name another output");
    }
}

}
