#include "engine/core/json_fields.h"

#include "engine/core/error.h"
#include "engine/core/json_text.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace engine {

namespace {

template <typename T>
std::string bounds(const char* kind, T low, bool hasLow, T high, bool hasHigh)
{
    return fmt::format("{}{}{}", kind, hasLow ? fmt::format(" from {}", low) : "",
                       hasHigh ? fmt::format("{} to {}", hasLow ? "" : " up", high) : "");
}

[[noreturn]] void refuseAt(const JsonPlace& place, const std::string& what)
{
    if (place.source.empty())
        throw FormatError(place.code, place.path, what);
    throw FormatError(place.code, place.source, (place.path.empty() ? "it" : place.path) + " " + what);
}

}

JsonPlace JsonPlace::of(const std::string& field) const
{
    return {code, source, path.empty() ? field : path + "." + field};
}

JsonPlace JsonPlace::of(std::size_t item) const
{
    return {code, source, fmt::format("{}[{}]", path, item)};
}

template <class Json>
void BasicJsonValue<Json>::complain(const std::string& what) const
{
    refuseAt(m_place, what);
}

template <class Json>
void BasicJsonValue<Json>::refuse(const std::string& expected) const
{
    constexpr std::size_t most = 200; // characters of a value that are told
    std::string told = jsonText(*m_value);
    if (told.size() > most)
        told = m_value->is_array() ? "a list" : m_value->is_object() ? "an object" : "a long text";
    complain("is " + told + ", expected " + expected);
}

template <class Json>
std::string BasicJsonValue<Json>::text() const
{
    if (!m_value->is_string())
        refuse("a text");
    return m_value->template get<std::string>();
}

template <class Json>
std::string BasicJsonValue<Json>::filledText() const
{
    if (text().empty())
        complain("is empty");
    return text();
}

template <class Json>
bool BasicJsonValue<Json>::flag() const
{
    if (!m_value->is_boolean())
        refuse("true or false");
    return m_value->template get<bool>();
}

template <class Json>
double BasicJsonValue<Json>::number(double low, double high) const
{
    const double value
        = m_value->is_number() ? m_value->template get<double>() : std::numeric_limits<double>::quiet_NaN();
    if (!(value >= low && value <= high))
        refuse(bounds("a number", low, low > -kUnbounded, high, high < kUnbounded));
    return value;
}

template <class Json>
double BasicJsonValue<Json>::positive() const
{
    if (!m_value->is_number() || !(m_value->template get<double>() > 0.0))
        refuse("a number above 0");
    return m_value->template get<double>();
}

template <class Json>
double BasicJsonValue<Json>::shareBelow1() const
{
    if (!m_value->is_number() || m_value->template get<double>() < 0.0
        || m_value->template get<double>() >= 1.0)
        refuse("a number from 0 to below 1");
    return m_value->template get<double>();
}

template <class Json>
std::int64_t BasicJsonValue<Json>::whole(std::int64_t low, std::int64_t high) const
{
    const bool isWhole = m_value->is_number_unsigned()
        ? m_value->template get<std::uint64_t>() <= static_cast<std::uint64_t>(kLargest)
        : m_value->is_number_integer();
    if (!isWhole || m_value->template get<std::int64_t>() < low
        || m_value->template get<std::int64_t>() > high)
        refuse(bounds("a whole number", low, true, high, high < kLargest));
    return m_value->template get<std::int64_t>();
}

template <class Json>
std::uint64_t BasicJsonValue<Json>::count() const
{
    if (!m_value->is_number_unsigned()
        && !(m_value->is_number_integer() && m_value->template get<std::int64_t>() >= 0))
        refuse("a whole number from 0");
    return m_value->template get<std::uint64_t>();
}

template <class Json>
std::string BasicJsonValue<Json>::choice(const std::vector<std::string>& choices) const
{
    if (!m_value->is_string()
        || std::ranges::find(choices, m_value->template get<std::string>()) == choices.end())
        refuse(fmt::format("one of {}", fmt::join(choices, ", ")));
    return m_value->template get<std::string>();
}

template <class Json>
std::vector<BasicJsonValue<Json>> BasicJsonValue<Json>::items(const std::string& expected) const
{
    if (!m_value->is_array())
        refuse(expected);
    std::vector<BasicJsonValue> values;
    for (const Json& item : *m_value)
        values.emplace_back(item, m_place.of(values.size()));
    return values;
}

template <class Json>
std::vector<std::string> BasicJsonValue<Json>::texts() const
{
    if (!m_value->is_array())
        refuse("a list of texts");
    std::vector<std::string> texts;
    for (const Json& item : *m_value) { // a place for each of many thousands would cost more than the texts
        if (!item.is_string())
            BasicJsonValue(item, m_place.of(texts.size())).refuse("a text");
        texts.push_back(item.template get<std::string>());
    }
    return texts;
}

template <class Json>
std::vector<double> BasicJsonValue<Json>::numbers() const
{
    if (!m_value->is_array())
        refuse("a list of numbers");
    std::vector<double> numbers;
    for (const Json& item : *m_value) {
        if (!item.is_number())
            BasicJsonValue(item, m_place.of(numbers.size())).refuse("a number");
        numbers.push_back(item.template get<double>());
    }
    return numbers;
}

template <class Json>
BasicJsonFields<Json> BasicJsonValue<Json>::fields(const std::string& expected) const
{
    return {*m_value, m_place, expected};
}

template <class Json>
BasicJsonFields<Json>::BasicJsonFields(const Json& value, JsonPlace place, const std::string& expected)
    : m_object(value, std::move(place))
{
    if (!value.is_object())
        m_object.refuse(expected);
}

template <class Json>
bool BasicJsonFields<Json>::has(const std::string& field) const
{
    const auto found = m_object.json().find(field);
    return found != m_object.json().end() && !found->is_null();
}

template <class Json>
Json BasicJsonFields<Json>::any(const std::string& field)
{
    m_asked.insert(field);
    return has(field) ? *m_object.json().find(field) : Json();
}

template <class Json>
std::optional<BasicJsonValue<Json>> BasicJsonFields<Json>::find(const std::string& field)
{
    m_asked.insert(field);
    if (!has(field))
        return std::nullopt;
    return Value(*m_object.json().find(field), place().of(field));
}

template <class Json>
BasicJsonValue<Json> BasicJsonFields<Json>::at(const std::string& field, const std::string& expected)
{
    const std::optional<Value> found = find(field);
    if (!found)
        refuseAt(place().of(field), "is missing, expected " + expected);
    return *found;
}

template <class Json>
std::string BasicJsonFields<Json>::text(const std::string& field, std::string whenAbsent)
{
    const std::optional<Value> found = find(field);
    return found ? found->text() : std::move(whenAbsent);
}

template <class Json>
bool BasicJsonFields<Json>::flag(const std::string& field, bool whenAbsent)
{
    const std::optional<Value> found = find(field);
    return found ? found->flag() : whenAbsent;
}

template <class Json>
double BasicJsonFields<Json>::number(const std::string& field, double whenAbsent, double low, double high)
{
    const std::optional<Value> found = find(field);
    return found ? found->number(low, high) : whenAbsent;
}

template <class Json>
double BasicJsonFields<Json>::positive(const std::string& field, double whenAbsent)
{
    const std::optional<Value> found = find(field);
    return found ? found->positive() : whenAbsent;
}

template <class Json>
std::int64_t BasicJsonFields<Json>::whole(const std::string& field, std::int64_t whenAbsent, std::int64_t low,
                                          std::int64_t high)
{
    const std::optional<Value> found = find(field);
    return found ? found->whole(low, high) : whenAbsent;
}

template <class Json>
std::string BasicJsonFields<Json>::choice(const std::string& field, const std::vector<std::string>& choices)
{
    const std::optional<Value> found = find(field);
    return found ? found->choice(choices) : choices.front();
}

template <class Json>
std::vector<std::string> BasicJsonFields<Json>::texts(const std::string& field)
{
    const std::optional<Value> found = find(field);
    return found ? found->texts() : std::vector<std::string>();
}

template <class Json>
std::vector<BasicJsonValue<Json>> BasicJsonFields<Json>::items(const std::string& field)
{
    const std::optional<Value> found = find(field);
    return found ? found->items() : std::vector<Value>();
}

template <class Json>
std::vector<std::string> BasicJsonFields<Json>::unknown() const
{
    std::vector<std::string> names;
    for (const auto& [field, value] : m_object.json().items()) {
        if (!m_asked.contains(field))
            names.push_back(field);
    }
    return names;
}

template <class Json>
void BasicJsonFields<Json>::close() const
{
    if (const std::vector<std::string> names = unknown(); !names.empty())
        refuseAt(place().of(names.front()),
                 fmt::format("is unknown, expected one of {}", fmt::join(m_asked, ", ")));
}

template class BasicJsonValue<nlohmann::json>;
template class BasicJsonFields<nlohmann::json>;
template class BasicJsonValue<nlohmann::ordered_json>;
template class BasicJsonFields<nlohmann::ordered_json>;

}
