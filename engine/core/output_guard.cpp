#include "engine/core/output_guard.h"

#include "engine/core/error.h"

#include <optional>
#include <sys/stat.h>

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

OutputGuard::OutputGuard(std::span<const std::filesystem::path> outputs)
{
    for (const std::filesystem::path& output : outputs) {
        if (const auto identity = identityOf(output))
            m_outputs.emplace(*identity, output);
    }
}

void OutputGuard::refuse(const std::filesystem::path& input) const
{
    const auto identity = m_outputs.empty() ? std::nullopt : identityOf(input);
    const auto found = identity ? m_outputs.find(*identity) : m_outputs.end();
    if (found == m_outputs.end())
        return;
    const std::filesystem::path& output = found->second;
    const std::string otherName
        = input == output ? std::string() : " by another name (" + input.string() + ")";
    throw FormatError("same_file", output.string(),
                      "is the input itself" + otherName
                          + ", which would be overwritten; name another output");
}

void refuseInputsAsOutputs(std::span<const std::filesystem::path> inputs,
                           std::span<const std::filesystem::path> outputs)
{
    const OutputGuard guard(outputs);
    for (const std::filesystem::path& input : inputs)
        guard.refuse(input);
}

}
