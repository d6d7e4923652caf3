#pragma once

#include <cstdint>
#include <initializer_list>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

/// JSON that a person or another program wrote, read strictly: each value is of its kind and within its
/// bounds, each field is known. What is not, is refused in one form, with field, place and what was expected:
///
///     talk.json: training.schedule.factor is 7, expected a number from 0 to 1
///     talk.json: labels[0].range is missing, expected [lowest, highest]
///     talk.json: labels[0].colour is unknown, expected one of column, name, range
///
/// A field that is null counts as absent.
namespace engine {

/// Where a value stands.
struct JsonPlace {
    std::string code; ///< of the FormatError, when it is refused
    std::string source; ///< a file; empty: who reads it says it (withSource())
    std::string path; ///< `labels[0].range`; empty: all that is in the source

    JsonPlace of(const std::string& field) const;
    JsonPlace of(std::size_t item) const;
};

/// @tparam Json  nlohmann::json, or nlohmann::ordered_json, which keeps the order of fields. The value that
/// is read must outlive what reads it.
template <class Json>
class BasicJsonFields;

template <class Json>
class BasicJsonValue {
public:
    static constexpr double kUnbounded = std::numeric_limits<double>::infinity();
    static constexpr std::int64_t kLargest = std::numeric_limits<std::int64_t>::max();

    BasicJsonValue(const Json& value, JsonPlace place) : m_value(&value), m_place(std::move(place)) { }

    const Json& json() const { return *m_value; }
    const JsonPlace& place() const { return m_place; }

    // Each throws a FormatError with the code of the place for a value of another kind, or out of bounds.

    std::string text() const;
    std::string filledText() const; ///< not ""
    bool flag() const;
    double number(double low = -kUnbounded, double high = kUnbounded) const;
    double positive() const; ///< a number above 0
    double shareBelow1() const; ///< a number from 0 to below 1
    std::int64_t whole(std::int64_t low, std::int64_t high = kLargest) const;
    std::uint64_t count() const; ///< a whole number from 0
    std::string choice(const std::vector<std::string>& choices) const;
    std::vector<BasicJsonValue> items(const std::string& expected = "a list") const;
    std::vector<std::string> texts() const;
    std::vector<double> numbers() const;
    BasicJsonFields<Json> fields(const std::string& expected = "an object with fields") const;

    /// Refuses the value. @param expected  `a number from 0`
    [[noreturn]] void refuse(const std::string& expected) const;
    /// Refuses it with another reason than its kind. @param what  `is empty`
    [[noreturn]] void complain(const std::string& what) const;

private:
    const Json* m_value;
    JsonPlace m_place;
};

/// The fields of one object. Which were asked for is known; close() refuses the others.
template <class Json>
class BasicJsonFields {
public:
    using Value = BasicJsonValue<Json>;

    /// @throws FormatError when `value` is no object.
    BasicJsonFields(const Json& value, JsonPlace place,
                    const std::string& expected = "an object with fields");

    bool has(const std::string& field) const;
    /// Whatever is given; null when absent.
    Json any(const std::string& field);
    std::optional<Value> find(const std::string& field);
    /// @param expected  what is said to be missing
    Value at(const std::string& field, const std::string& expected);

    std::string text(const std::string& field) { return at(field, "a text").text(); }
    std::string text(const std::string& field, std::string whenAbsent);
    bool flag(const std::string& field, bool whenAbsent);
    double number(const std::string& field, double whenAbsent, double low = -Value::kUnbounded,
                  double high = Value::kUnbounded);
    double positive(const std::string& field, double whenAbsent);
    std::int64_t whole(const std::string& field, std::int64_t whenAbsent, std::int64_t low,
                       std::int64_t high = Value::kLargest);
    /// One of these texts; the first when absent.
    std::string choice(const std::string& field, const std::vector<std::string>& choices);
    /// Empty when absent, as items().
    std::vector<std::string> texts(const std::string& field);
    std::vector<Value> items(const std::string& field);

    /// The names that were not asked for, in the order of the object.
    std::vector<std::string> unknown() const;
    /// To be called last. @throws FormatError for a field that was not asked for.
    void close() const;

    const JsonPlace& place() const { return m_object.place(); }
    [[noreturn]] void complain(const std::string& what) const { m_object.complain(what); }

private:
    Value m_object;
    std::set<std::string> m_asked;
};

using JsonValue = BasicJsonValue<nlohmann::json>;
using JsonFields = BasicJsonFields<nlohmann::json>;
using OrderedJsonValue = BasicJsonValue<nlohmann::ordered_json>;
using OrderedJsonFields = BasicJsonFields<nlohmann::ordered_json>;

extern template class BasicJsonValue<nlohmann::json>;
extern template class BasicJsonFields<nlohmann::json>;
extern template class BasicJsonValue<nlohmann::ordered_json>;
extern template class BasicJsonFields<nlohmann::ordered_json>;

}
