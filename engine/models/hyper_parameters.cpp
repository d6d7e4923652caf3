#include "engine/models/hyper_parameters.h"

#include "engine/core/error.h"

#include <algorithm>

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

}

HyperParameters::HyperParameters(const nlohmann::json& values) : m_unread(values)
{
    if (!m_unread.is_object())
        throw FormatError("bad_hyper_parameter", "hyper-parameters", "expected an object");
    m_unread.erase("class");
}

std::int64_t HyperParameters::size(const std::string& name)
{
    constexpr std::int64_t largest = 1'000'000;
    const nlohmann::json value = take(m_unread, name);
    if (value.is_null())
        refuse(name, "is missing");
    if (!value.is_number_integer() || value.get<std::int64_t>() < 1 || value.get<std::int64_t>() > largest)
        refuse(name, "is " + value.dump() + ", expected a whole number from 1 to " + std::to_string(largest));
    return value.get<std::int64_t>();
}

std::vector<double> HyperParameters::dropouts(const std::string& name, std::size_t count)
{
    const nlohmann::json value = take(m_unread, name);
    if (value.is_null())
        return std::vector<double>(count, 0.0);
    const auto isProbability = [](const nlohmann::json& entry) {
        return entry.is_number() && entry.get<double>() >= 0.0 && entry.get<double>() < 1.0;
    };
    if (!value.is_array() || value.size() != count || !std::ranges::all_of(value, isProbability))
        refuse(name,
               "is " + value.dump() + ", expected " + std::to_string(count) + " numbers from 0 to below 1");
    return value.get<std::vector<double>>();
}

void HyperParameters::rejectUnknown() const
{
    if (!m_unread.empty())
        refuse(m_unread.begin().key(), "is not one that this model has");
}

}
