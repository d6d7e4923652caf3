#include "engine/annotation/project/rows.h"

#include "engine/annotation/project/scheme_json.h"

#include <array>
#include <cstring>
#include <sqlite3.h>
#include <stdexcept>
#include <string_view>

namespace engine::project {

namespace {

constexpr std::array<std::string_view, 3> kindNames{"interval", "point", "continuous"};
constexpr std::array<std::string_view, 5> constraintNames{"none", "time_subdivision", "included_in",
                                                          "symbolic_subdivision", "symbolic_association"};

template <typename Enum, std::size_t N>
Enum valueOf(const std::array<std::string_view, N>& names, const std::string& name)
{
    for (std::size_t i = 0; i < N; ++i) {
        if (names[i] == name)
            return static_cast<Enum>(i);
    }
    throw std::runtime_error("'" + name + "' is unknown here");
}

const std::vector<LabelScheme>& labelsOf(const std::string& json, LabelTexts& known)
{
    const auto found = known.find(json);
    if (found != known.end())
        return found->second;
    try {
        return known.emplace(json, labelsFromJson(json)).first->second;
    } catch (const std::exception&) {
        throw std::runtime_error("its labels are damaged");
    }
}

bool isNull(sqlite3_stmt* row, int column)
{
    return sqlite3_column_type(row, column) == SQLITE_NULL;
}

std::string text(sqlite3_stmt* row, int column)
{
    if (sqlite3_column_type(row, column) != SQLITE_TEXT)
        throw std::runtime_error("its text is damaged");
    const void* bytes = sqlite3_column_blob(row, column); // null for an empty text
    const int count = sqlite3_column_bytes(row, column);
    return bytes ? std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(count)) : "";
}

std::int64_t neededNumber(sqlite3_stmt* row, int column)
{
    if (sqlite3_column_type(row, column) != SQLITE_INTEGER)
        throw std::runtime_error("its numbers are damaged");
    return sqlite3_column_int64(row, column);
}

/// NULL is 0.
std::int64_t number(sqlite3_stmt* row, int column)
{
    return isNull(row, column) ? 0 : neededNumber(row, column);
}

double real(sqlite3_stmt* row, int column)
{
    const int type = sqlite3_column_type(row, column);
    if (type != SQLITE_FLOAT && type != SQLITE_INTEGER)
        throw std::runtime_error("its numbers are damaged");
    return sqlite3_column_double(row, column);
}

std::vector<float> samplesOf(sqlite3_stmt* row, int column)
{
    if (isNull(row, column))
        return {};
    if (sqlite3_column_type(row, column) != SQLITE_BLOB)
        throw std::runtime_error("its values are damaged");
    const void* bytes = sqlite3_column_blob(row, column);
    std::vector<float> samples(static_cast<std::size_t>(sqlite3_column_bytes(row, column)) / sizeof(float));
    if (!samples.empty())
        std::memcpy(samples.data(), bytes, samples.size() * sizeof(float));
    return samples;
}

Timing timingOf(std::int64_t number)
{
    if (number < 0 || number > static_cast<std::int64_t>(Timing::Drafted))
        throw std::runtime_error("how it got its times is damaged");
    return static_cast<Timing>(number);
}

void bindNullable(SQLite::Statement& statement, int place, const std::optional<double>& value)
{
    if (value)
        statement.bind(place, *value);
    else
        statement.bind(place);
}

std::optional<double> nullable(sqlite3_stmt* row, int column)
{
    return isNull(row, column) ? std::nullopt : std::optional(real(row, column));
}

}

void bind(SQLite::Statement& statement, const Tier& tier)
{
    statement.bind(1, tier.id);
    statement.bind(2, tier.video);
    statement.bind(3, tier.name);
    statement.bind(4, std::string(kindNames[static_cast<std::size_t>(tier.kind)]));
    if (tier.parent != 0)
        statement.bind(5, tier.parent);
    else
        statement.bind(5);
    statement.bind(6, std::string(constraintNames[static_cast<std::size_t>(tier.constraint)]));
    statement.bind(7, tier.overlapping ? 1 : 0);
    statement.bind(8, tier.rate);
    statement.bind(9, toJson(tier.labels));
    statement.bind(10, tier.source);
    statement.bind(11, tier.annotator);
    statement.bind(12, tier.order);
    statement.bind(13, tier.colour);
    statement.bind(14, tier.height);
    statement.bind(15, tier.visible ? 1 : 0);
    statement.bind(16, tier.locked ? 1 : 0);
    statement.bind(17, tier.participant);
}

Tier tierOf(sqlite3_stmt* row, LabelTexts& known)
{
    Tier tier;
    tier.id = neededNumber(row, 0);
    tier.video = text(row, 1);
    tier.name = text(row, 2);
    tier.kind = valueOf<TierKind>(kindNames, text(row, 3));
    tier.parent = number(row, 4);
    tier.constraint = valueOf<Constraint>(constraintNames, text(row, 5));
    tier.overlapping = neededNumber(row, 6) != 0;
    tier.rate = real(row, 7);
    tier.labels = labelsOf(text(row, 8), known);
    tier.source = text(row, 9);
    tier.annotator = text(row, 10);
    tier.order = static_cast<int>(neededNumber(row, 11));
    tier.colour = text(row, 12);
    tier.height = static_cast<int>(neededNumber(row, 13));
    tier.visible = neededNumber(row, 14) != 0;
    tier.locked = neededNumber(row, 15) != 0;
    if (sqlite3_column_type(row, 16) != SQLITE_NULL) // since version 5
        tier.participant = text(row, 16);
    return tier;
}

void bind(SQLite::Statement& statement, const Segment& segment)
{
    statement.bind(1, segment.id);
    statement.bind(2, segment.tier);
    if (segment.parent != 0)
        statement.bind(3, segment.parent);
    else
        statement.bind(3);
    statement.bind(4, segment.order);
    statement.bind(5, segment.start.ticks);
    statement.bind(6, segment.end.ticks);
    bindNullable(statement, 7, segment.start.recorded);
    bindNullable(statement, 8, segment.end.recorded);
    statement.bind(9, segment.text);
    bindNullable(statement, 10, segment.confidence);
    statement.bind(11, segment.comment);
    statement.bind(12, segment.flagged ? 1 : 0);
    if (segment.samples.empty())
        statement.bind(13);
    else
        statement.bind(13, segment.samples.data(), static_cast<int>(segment.samples.size() * sizeof(float)));
    if (segment.sourceRow >= 0)
        statement.bind(14, segment.sourceRow);
    else
        statement.bind(14);
    if (segment.timing != Timing::Timed)
        statement.bind(15, static_cast<int>(segment.timing));
    else
        statement.bind(15);
}

Segment segmentOf(sqlite3_stmt* row)
{
    Segment segment;
    segment.id = neededNumber(row, 0);
    segment.tier = neededNumber(row, 1);
    segment.parent = number(row, 2);
    segment.order = static_cast<int>(neededNumber(row, 3));
    segment.start = {neededNumber(row, 4), nullable(row, 6)};
    segment.end = {neededNumber(row, 5), nullable(row, 7)};
    segment.text = text(row, 8);
    segment.confidence = nullable(row, 9);
    segment.comment = text(row, 10);
    segment.flagged = neededNumber(row, 11) != 0;
    segment.samples = samplesOf(row, 12);
    segment.sourceRow = isNull(row, 13) ? -1 : static_cast<int>(neededNumber(row, 13));
    segment.timing = timingOf(number(row, 14));
    return segment;
}

std::pair<std::string, LabelValue> labelOf(sqlite3_stmt* row)
{
    LabelValue value;
    if (isNull(row, 2))
        value.value = text(row, 3);
    else
        value.value = real(row, 2);
    value.by = {text(row, 4), neededNumber(row, 5), static_cast<int>(neededNumber(row, 6)), text(row, 7)};
    return {text(row, 1), std::move(value)};
}

Item itemOf(sqlite3_stmt* row)
{
    return {text(row, 0), text(row, 1), text(row, 2)};
}

}
