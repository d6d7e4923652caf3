#include "app/scripting/script_fields.h"

#include "engine/core/error.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <nlohmann/json.hpp>

namespace app {

namespace {

constexpr double kLatest = 1e9; ///< seconds
constexpr double kLoneRow = 0.01; ///< seconds that a row lasts where there is no other

[[noreturn]] void refuseField(const char* name, const char* wanted)
{
    throw engine::Error("bad_request", std::string("“") + name + "” must be " + wanted + ".");
}

/// What is no UTF-8 becomes a sign that says so: texts go into projects.
QString cleanText(const std::string& text)
{
    return QString::fromStdString(text);
}

/// @tparam From  of the bytes, little endian
template <typename From, typename Number>
std::vector<Number> numbersOf(const std::vector<std::uint8_t>& bytes)
{
    static_assert(std::endian::native == std::endian::little);
    std::vector<Number> numbers(bytes.size() / sizeof(From));
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        From number;
        std::memcpy(&number, bytes.data() + i * sizeof(From), sizeof(From));
        numbers[i] = static_cast<Number>(number);
    }
    return numbers;
}

bool isTime(double seconds)
{
    return std::isfinite(seconds) && seconds >= 0.0 && seconds <= kLatest;
}

}

bool ScriptFields::has(const char* name) const
{
    const auto found = m_fields.find(name);
    return found != m_fields.end() && !found->is_null();
}

const nlohmann::json& ScriptFields::at(const char* name) const
{
    if (!has(name))
        throw engine::Error("bad_request", std::string("“") + name + "” is missing.");
    return m_fields.at(name);
}

QString ScriptFields::text(const char* name, qsizetype most) const
{
    const nlohmann::json& field = at(name);
    if (!field.is_string())
        refuseField(name, "a text");
    const QString text = cleanText(field.get_ref<const std::string&>());
    if (text.size() > most)
        throw engine::Error("bad_request",
                            std::string("“") + name + "” may have " + std::to_string(most)
                                + " letters at most.");
    return text;
}

QStringList ScriptFields::texts(const char* name) const
{
    QStringList texts;
    if (!has(name))
        return texts;
    const nlohmann::json& field = at(name);
    if (!field.is_array())
        refuseField(name, "a list of texts");
    for (const nlohmann::json& one : field) {
        if (!one.is_string())
            refuseField(name, "a list of texts");
        texts << cleanText(one.get_ref<const std::string&>());
    }
    return texts;
}

bool ScriptFields::isText(const char* name) const
{
    return has(name) && at(name).is_string();
}

bool ScriptFields::flag(const char* name) const
{
    if (!has(name))
        return false;
    if (!at(name).is_boolean())
        refuseField(name, "true or false");
    return at(name).get<bool>();
}

double ScriptFields::number(const char* name) const
{
    if (!at(name).is_number() || !std::isfinite(at(name).get<double>()))
        refuseField(name, "a finite number");
    return at(name).get<double>();
}

std::vector<std::int64_t> ScriptFields::ids(const char* name) const
{
    std::vector<std::int64_t> ids;
    if (!has(name))
        return ids;
    if (!at(name).is_array())
        refuseField(name, "a list of whole numbers");
    for (const nlohmann::json& one : at(name)) {
        if (!one.is_number_integer())
            refuseField(name, "a list of whole numbers");
        ids.push_back(one.get<std::int64_t>());
    }
    return ids;
}

ScriptFields::Array ScriptFields::array(const char* name) const
{
    constexpr const char* wanted
        = "an array: “shape” [N] or [N, D], “type” f4 or f8, and “data”, as many bytes";
    const nlohmann::json& field = at(name);
    if (!field.is_object() || !field.contains("shape") || !field.contains("type") || !field.contains("data"))
        refuseField(name, wanted);
    const nlohmann::json& shape = field["shape"];
    const nlohmann::json& data = field["data"];
    const bool isDouble = field["type"] == "f8";
    if (!shape.is_array() || shape.empty() || shape.size() > 2 || !data.is_binary()
        || (!isDouble && field["type"] != "f4"))
        refuseField(name, wanted);
    for (const nlohmann::json& size : shape) {
        if (!size.is_number_unsigned()
            || size.get<std::uint64_t>() > (1U << 28U)) // two of these do not overflow
            refuseField(name, wanted);
    }
    Array array;
    array.rows = shape[0].get<std::size_t>();
    array.columns = shape.size() == 2 ? shape[1].get<std::size_t>() : 1;
    const std::vector<std::uint8_t>& bytes = data.get_binary();
    const std::size_t count = array.rows * array.columns;
    if (bytes.size() != count * (isDouble ? sizeof(double) : sizeof(float)))
        refuseField(name, wanted);
    array.bytes = &bytes;
    array.isDouble = isDouble;
    return array;
}

std::vector<double> ScriptFields::Array::numbers() const
{
    return isDouble ? numbersOf<double, double>(*bytes) : numbersOf<float, double>(*bytes);
}

engine::FeatureMatrix ScriptFields::matrix(const char* name) const
{
    const Array read = array(name);
    engine::FeatureMatrix matrix;
    matrix.rows = read.rows;
    matrix.columns = read.columns;
    matrix.values
        = read.isDouble ? numbersOf<double, float>(*read.bytes) : numbersOf<float, float>(*read.bytes);
    return matrix;
}

std::vector<double> ScriptFields::times(const char* name) const
{
    const Array read = array(name);
    std::vector<double> times = read.numbers();
    if (read.columns != 1 || !std::ranges::all_of(times, isTime))
        refuseField(name, "N times in seconds, finite and from 0 on");
    return times;
}

std::vector<engine::Interval> ScriptFields::spans(const char* name) const
{
    const Array read = array(name);
    const std::vector<double> ends = read.numbers();
    if (read.columns != 2 || !std::ranges::all_of(ends, isTime))
        refuseField(name, "N × 2 times in seconds (start, end), finite and from 0 on");
    std::vector<engine::Interval> spans;
    for (std::size_t i = 0; i < read.rows; ++i) {
        spans.push_back({ends[2 * i], ends[2 * i + 1]});
        if (spans.back().end < spans.back().start)
            refuseField(name, "N × 2 times in seconds (start, end), with no end before its start");
    }
    return spans;
}

std::vector<engine::Interval> ScriptFields::intervals(const char* name) const
{
    if (array(name).columns == 2)
        return spans(name);
    const std::vector<double> moments = times(name);
    std::vector<engine::Interval> intervals;
    for (std::size_t i = 0; i < moments.size(); ++i) {
        const double length = i + 1 < moments.size() ? moments[i + 1] - moments[i]
            : i > 0                                  ? moments[i] - moments[i - 1]
                                                     : kLoneRow;
        intervals.push_back({moments[i], moments[i] + std::max(length, 0.0)});
    }
    return intervals;
}

std::optional<engine::Interval> ScriptFields::span(const char* name) const
{
    if (!has(name))
        return std::nullopt;
    const nlohmann::json& field = at(name);
    const bool isPair = field.is_array() && field.size() == 2 && field[0].is_number() && field[1].is_number();
    const engine::Interval span = isPair ? engine::Interval{field[0].get<double>(), field[1].get<double>()}
                                         : engine::Interval{-1.0, -1.0};
    if (!isTime(span.start) || !isTime(span.end) || span.end <= span.start)
        refuseField(name, "[start, end] in seconds, from 0 on, with the end behind the start");
    return span;
}

}
