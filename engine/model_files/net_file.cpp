#include "engine/model_files/net_file.h"

#include "engine/core/error.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sstream>

namespace engine {

NetFile::NetFile(const std::filesystem::path& path, std::string code)
    : m_path(path.string())
    , m_code(std::move(code))
    , m_file(readSafetensors(path))
{
}

Tensor NetFile::tensor(const std::string& name, const std::vector<std::int64_t>& shape) const
{
    const auto found = m_file.tensors.find(name);
    const bool fits = found != m_file.tensors.end()
        && std::ranges::equal(found->second.shape, shape, [](std::int64_t is, std::int64_t should) {
                          return is > 0 && (should == 0 || is == should);
                      });
    if (!fits)
        refuse(fmt::format("the tensor {} of {} numbers is missing", name, fmt::join(shape, " × ")));
    return found->second;
}

std::vector<std::string> NetFile::words(const std::string& name) const
{
    std::vector<std::string> result;
    const auto found = m_file.metadata.find(name);
    std::istringstream text(found == m_file.metadata.end() ? std::string() : found->second);
    for (std::string word; text >> word;)
        result.push_back(word);
    return result;
}

std::vector<float> NetFile::numbers(const std::string& name, std::size_t count) const
{
    std::vector<float> result;
    const auto found = m_file.metadata.find(name);
    const std::string text = found == m_file.metadata.end() ? "" : found->second;
    for (const char* at = text.data(); at < text.data() + text.size();) {
        float value = 0.0F;
        const auto [end, error] = std::from_chars(at, text.data() + text.size(), value);
        if (error != std::errc() || !std::isfinite(value))
            break;
        result.push_back(value);
        at = end + 1; // behind the comma
    }
    if (result.size() != count)
        refuse(fmt::format("the metadata {} are not {} numbers", name, count));
    return result;
}

void NetFile::refuse(const std::string& why) const
{
    throw FormatError(m_code, m_path, why);
}

}
