#include "engine/datasets/datasets_base.h"

#include "engine/core/error.h"
#include "engine/core/installation.h"

#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

void replaceAll(std::string& text, const std::string& what, const std::string& with)
{
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
}

/// RFC 3986: unreserved characters and slashes stay.
std::string percentEncoded(const std::string& text)
{
    std::string encoded;
    for (const char c : text) {
        const bool stays = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || c == '-' || c == '.' || c == '_' || c == '~' || c == '/';
        encoded += stays ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return encoded;
}

std::optional<std::string> fromSettings()
{
    const std::filesystem::path path = configFolder() / "settings.json";
    std::ifstream file(path);
    if (!file)
        return std::nullopt;
    try {
        const nlohmann::json settings = nlohmann::json::parse(file);
        const auto base = settings.at("datasets_base").get<std::string>();
        return base.empty() ? std::nullopt : std::optional(base);
    } catch (const nlohmann::json::out_of_range&) { // settings of other things
        return std::nullopt;
    } catch (const nlohmann::json::exception&) {
        throw FormatError("settings_invalid", path.string(),
                          R"(is not what it should be: {"datasets_base": "https://…"})");
    }
}

}

std::optional<std::string> datasetsBase(const std::string& asked)
{
    if (!asked.empty())
        return asked;
    if (const char* variable = std::getenv("POLYLOGUE_DATASETS"); variable && *variable)
        return variable;
    return fromSettings();
}

std::string addressOf(const std::string& base, const std::string& datasetId, const std::string& group,
                      const std::string& name)
{
    std::string address = base;
    replaceAll(address, "{id}", percentEncoded(datasetId));
    replaceAll(address, "{group}", percentEncoded(group));
    while (address.ends_with('/'))
        address.pop_back();
    return address + "/" + percentEncoded(name);
}

}
