#include "engine/models/hyper_parameters.h"

#include "engine/core/error.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace engine {

namespace {

constexpr std::int64_t kLargestSize = 1'000'000;

JsonPlace placeOfParameter(const std::string& name)
{
    return {"bad_hyper_parameter", "", "hyper-parameter \"" + name + '"'};
}

}

HyperParameters::HyperParameters(const nlohmann::json& values) : m_values(values)
{
    if (!m_values.is_object())
        throw FormatError("bad_hyper_parameter", "hyper-parameters", "expected an object");
    m_read.insert("class");
}

std::optional<JsonValue> HyperParameters::find(const std::string& name)
{
    if (!has(name))
        return std::nullopt;
    m_read.insert(name);
    return JsonValue(m_values.at(name), placeOfParameter(name));
}

std::int64_t HyperParameters::size(const std::string& name)
{
    const std::optional<JsonValue> value = find(name);
    if (!value)
        JsonValue(nullptr, placeOfParameter(name)).complain("is missing, expected a whole number from 1");
    return value->whole(1, kLargestSize);
}

std::int64_t HyperParameters::size(const std::string& name, std::int64_t whenAbsent)
{
    const std::optional<JsonValue> value = find(name);
    return value ? value->whole(1, kLargestSize) : whenAbsent;
}

std::vector<std::int64_t> HyperParameters::sizes(const std::string& name)
{
    const std::optional<JsonValue> value = find(name);
    if (!value)
        JsonValue(nullptr, placeOfParameter(name)).complain("is missing, expected a list of whole numbers");
    std::vector<std::int64_t> sizes;
    for (const JsonValue& entry : value->items("a list of whole numbers from 1"))
        sizes.push_back(entry.whole(1, kLargestSize));
    return sizes;
}

nlohmann::json HyperParameters::any(const std::string& name)
{
    const std::optional<JsonValue> value = find(name);
    return value ? value->json() : nlohmann::json();
}

nlohmann::json HyperParameters::object(const std::string& name)
{
    const std::optional<JsonValue> value = find(name);
    if (!value)
        return nlohmann::json::object();
    value->fields();
    return value->json();
}

double HyperParameters::number(const std::string& name, double low, double high, double whenAbsent)
{
    const std::optional<JsonValue> value = find(name);
    return value ? value->number(low, high) : whenAbsent;
}

bool HyperParameters::flag(const std::string& name, bool whenAbsent)
{
    const std::optional<JsonValue> value = find(name);
    return value ? value->flag() : whenAbsent;
}

std::string HyperParameters::choice(const std::string& name, const std::vector<std::string>& choices)
{
    const std::optional<JsonValue> value = find(name);
    return value ? value->choice(choices) : choices.front();
}

std::optional<std::vector<std::string>> HyperParameters::list(const std::string& name,
                                                              const std::vector<std::string>& choices)
{
    const std::optional<JsonValue> value = find(name);
    if (!value)
        return std::nullopt;
    const std::string expected = fmt::format("a list of some of {}", fmt::join(choices, ", "));
    std::vector<std::string> chosen;
    for (const JsonValue& entry : value->items(expected)) {
        if (std::ranges::find(chosen, entry.choice(choices)) != chosen.end())
            value->refuse(expected + ", each once");
        chosen.push_back(entry.text());
    }
    if (chosen.empty())
        value->refuse(expected);
    return chosen;
}

std::vector<std::string> HyperParameters::texts(const std::string& name)
{
    const std::optional<JsonValue> value = find(name);
    return value ? value->texts() : std::vector<std::string>();
}

double HyperParameters::dropout(const std::string& name)
{
    const std::optional<JsonValue> value = find(name);
    return value ? value->shareBelow1() : 0.0;
}

std::vector<double> HyperParameters::dropouts(const std::string& name, std::size_t count, std::size_t spare)
{
    const std::optional<JsonValue> value = find(name);
    if (!value)
        return std::vector<double>(count, 0.0);
    if (value->json().is_number())
        return std::vector<double>(count, value->shareBelow1());
    std::vector<double> dropouts;
    for (const JsonValue& entry : value->items("a number from 0 to below 1, or a list"))
        dropouts.push_back(entry.shareBelow1());
    if (dropouts.size() < count || dropouts.size() > count + spare)
        value->refuse(fmt::format("{} numbers from 0 to below 1", count));
    dropouts.resize(count);
    return dropouts;
}

void HyperParameters::rejectUnknown() const
{
    for (const auto& [name, value] : m_values.items()) {
        if (!m_read.contains(name))
            JsonValue(value, placeOfParameter(name)).complain("is not one that this model has");
    }
}

}
