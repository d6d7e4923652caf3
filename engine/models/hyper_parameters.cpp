#include "engine/models/hyper_parameters.h"

#include "engine/core/error.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace engine {

namespace {

[[noreturn]] void refuse(const std::string& name, const std::string& what)
{
    throw FormatError("bad_hyper_parameter", "hyper-parameter \"" + name + '"', what);
}

/// Moves `name` out of `values`; null when it is not there.
nlohmann::json take(nlohmann::json& values, const std::string& name)
{
    const auto found = values.find(name);
    if (found == values.end())
        return nullptr;
    nlohmann::json value = std::move(*found);
    values.erase(found);
    return value;
}

std::int64_t checkedSize(const std::string& name, const nlohmann::json& value)
{
    constexpr std::int64_t largest = 1'000'000;
    if (!value.is_number_integer() || value.get<std::int64_t>() < 1 || value.get<std::int64_t>() > largest)
        refuse(name, "is " + value.dump() + ", expected a whole number from 1 to " + std::to_string(largest));
    return value.get<std::int64_t>();
}

bool isProbability(const nlohmann::json& value)
{
    return value.is_number() && value.get<double>() >= 0.0 && value.get<double>() < 1.0;
}

}

HyperParameters::HyperParameters(const nlohmann::json& values) : m_unread(values)
{
    if (!m_unread.is_object())
        throw FormatError("bad_hyper_parameter", "hyper-parameters", "expected an object");
    m_unread.erase("class");
}

std::int64_t HyperParameters::size(const std::string& name)
{
    const nlohmann::json value = take(m_unread, name);
    if (value.is_null())
        refuse(name, "is missing");
    return checkedSize(name, value);
}

std::int64_t HyperParameters::size(const std::string& name, std::int64_t whenAbsent)
{
    const nlohmann::json value = take(m_unread, name);
    return value.is_null() ? whenAbsent : checkedSize(name, value);
}

std::vector<std::int64_t> HyperParameters::sizes(const std::string& name)
{
    const nlohmann::json value = take(m_unread, name);
    if (!value.is_array())
        refuse(name, "is " + value.dump() + ", expected a list of whole numbers from 1");
    std::vector<std::int64_t> sizes;
    for (const nlohmann::json& entry : value)
        sizes.push_back(checkedSize(name, entry));
    return sizes;
}

nlohmann::json HyperParameters::any(const std::string& name)
{
    return take(m_unread, name);
}

nlohmann::json HyperParameters::object(const std::string& name)
{
    nlohmann::json value = take(m_unread, name);
    if (value.is_null())
        return nlohmann::json::object();
    if (!value.is_object())
        refuse(name, "is " + value.dump() + ", expected an object");
    return value;
}

double HyperParameters::number(const std::string& name, double low, double high, double whenAbsent)
{
    const nlohmann::json value = take(m_unread, name);
    if (value.is_null())
        return whenAbsent;
    if (!value.is_number() || value.get<double>() < low || value.get<double>() > high)
        refuse(name, fmt::format("is {}, expected a number from {} to {}", value.dump(), low, high));
    return value.get<double>();
}

bool HyperParameters::flag(const std::string& name, bool whenAbsent)
{
    const nlohmann::json value = take(m_unread, name);
    if (value.is_null())
        return whenAbsent;
    if (!value.is_boolean())
        refuse(name, "is " + value.dump() + ", expected true or false");
    return value.get<bool>();
}

std::string HyperParameters::choice(const std::string& name, const std::vector<std::string>& choices)
{
    const nlohmann::json value = take(m_unread, name);
    if (value.is_null())
        return choices.front();
    if (!value.is_string() || std::ranges::find(choices, value.get<std::string>()) == choices.end())
        refuse(name, fmt::format("is {}, expected one of {}", value.dump(), fmt::join(choices, ", ")));
    return value.get<std::string>();
}

std::optional<std::vector<std::string>> HyperParameters::list(const std::string& name,
                                                              const std::vector<std::string>& choices)
{
    const nlohmann::json value = take(m_unread, name);
    if (value.is_null())
        return std::nullopt;
    std::vector<std::string> chosen;
    for (const nlohmann::json& entry : value.is_array() ? value : nlohmann::json::array()) {
        const bool isChoice = entry.is_string()
            && std::ranges::find(choices, entry.get<std::string>()) != choices.end()
            && std::ranges::find(chosen, entry.get<std::string>()) == chosen.end();
        if (!isChoice)
            refuse(
                name,
                fmt::format("is {}, expected a list of some of {}", value.dump(), fmt::join(choices, ", ")));
        chosen.push_back(entry.get<std::string>());
    }
    if (chosen.empty())
        refuse(name,
               fmt::format("is {}, expected a list of some of {}", value.dump(), fmt::join(choices, ", ")));
    return chosen;
}

std::vector<std::string> HyperParameters::texts(const std::string& name)
{
    const nlohmann::json value = take(m_unread, name);
    if (value.is_null())
        return {};
    const auto isText = [](const nlohmann::json& entry) { return entry.is_string(); };
    if (!value.is_array() || !std::ranges::all_of(value, isText))
        refuse(name, "is not a list of texts");
    return value.get<std::vector<std::string>>();
}

double HyperParameters::dropout(const std::string& name)
{
    const nlohmann::json value = take(m_unread, name);
    if (value.is_null())
        return 0.0;
    if (!isProbability(value))
        refuse(name, "is " + value.dump() + ", expected a number from 0 to below 1");
    return value.get<double>();
}

std::vector<double> HyperParameters::dropouts(const std::string& name, std::size_t count, std::size_t spare)
{
    const nlohmann::json value = take(m_unread, name);
    if (value.is_null())
        return std::vector<double>(count, 0.0);
    if (isProbability(value))
        return std::vector<double>(count, value.get<double>());
    const bool fits = value.is_array() && value.size() >= count && value.size() <= count + spare
        && std::ranges::all_of(value, isProbability);
    if (!fits)
        refuse(name,
               "is " + value.dump() + ", expected " + std::to_string(count) + " numbers from 0 to below 1");
    auto dropouts = value.get<std::vector<double>>();
    dropouts.resize(count);
    return dropouts;
}

void HyperParameters::rejectUnknown() const
{
    if (!m_unread.empty())
        refuse(m_unread.begin().key(), "is not one that this model has");
}

}
