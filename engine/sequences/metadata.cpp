#include "engine/sequences/metadata.h"

#include "engine/core/json_text.h"

#include <fmt/format.h>
#include <random>

namespace engine {

namespace {

/// Deeper than any field's value: writing JSON again goes down one call per level.
constexpr int kMostLevels = 200;

bool nestsTooDeeply(const std::string& json)
{
    int level = 0;
    bool inText = false;
    for (std::size_t i = 0; i < json.size() && level <= kMostLevels; ++i) {
        if (json[i] == '"')
            inText = !inText;
        else if (inText && json[i] == '\\')
            ++i;
        else if (!inText)
            level += json[i] == '[' || json[i] == '{' ? 1 : json[i] == ']' || json[i] == '}' ? -1 : 0;
    }
    return level > kMostLevels;
}

}

nlohmann::json decodeMetadataField(const std::string& stored)
{
    const nlohmann::json value = nestsTooDeeply(stored) ? nlohmann::json(nlohmann::json::value_t::discarded)
                                                        : nlohmann::json::parse(stored, nullptr, false);
    if (value.is_discarded())
        return nlohmann::json::parse(jsonText(nlohmann::json(stored))); // in UTF-8, to be written again
    if (value.is_number() && jsonText(value) != stored)
        return stored;
    return value;
}

std::string metadataText(const nlohmann::json& value)
{
    return value.is_string() ? value.get<std::string>() : jsonText(value);
}

std::optional<std::string> rootNameIn(const Metadata& metadata)
{
    const auto found = metadata.find("root name");
    if (found == metadata.end() || !(found->second.is_string() || found->second.is_number()))
        return std::nullopt;
    const std::string name = metadataText(found->second);
    return name.empty() ? std::nullopt : std::optional(name);
}

std::vector<std::string> missingFields(const Metadata& metadata)
{
    std::vector<std::string> missing;
    for (const std::string_view field : metadataFields) {
        if (!metadata.contains(std::string(field)))
            missing.emplace_back(field);
    }
    return missing;
}

std::vector<std::string> dimensionNames(const Metadata& metadata, std::size_t width)
{
    std::vector<std::string> names;
    const auto found = metadata.find("dimension names");
    if (found != metadata.end() && found->second.is_array() && found->second.size() == width) {
        for (const auto& name : found->second)
            names.push_back(name.is_string() ? name.get<std::string>() : jsonText(name));
        return names;
    }
    for (std::size_t i = 0; i < width; ++i)
        names.push_back(fmt::format("dim {}", i));
    return names;
}

std::string randomUuid()
{
    std::random_device device;
    std::array<unsigned, 4> words{device(), device(), device(), device()};
    words[1] = (words[1] & 0xffff0fffU) | 0x00004000U; // version 4
    words[2] = (words[2] & 0x3fffffffU) | 0x80000000U; // variant 1
    return fmt::format("{:08x}-{:04x}-{:04x}-{:04x}-{:04x}{:08x}", words[0], words[1] >> 16,
                       words[1] & 0xffffU, words[2] >> 16, words[2] & 0xffffU, words[3]);
}

}
