#include "engine/annotation/project/rows.h"

#include "engine/annotation/project/scheme_json.h"

#include <SQLiteCpp/Column.h>
#include <array>
#include <cstring>
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

std::vector<LabelScheme> labelsOf(const std::string& json)
{
    try {
        return labelsFromJson(json);
    } catch (const std::exception&) {
        throw std::runtime_error("its labels are damaged");
    }
}

std::string text(const SQLite::Column& column)
{
    if (!column.isText())
        throw std::runtime_error("its text is damaged");
    return column.getString();
}

std::int64_t number(const SQLite::Column& column)
{
    if (!column.isInteger() && !column.isNull())
        throw std::runtime_error("its numbers are damaged");
    return column.getInt64();
}

std::int64_t neededNumber(const SQLite::Column& column)
{
    if (column.isNull())
        throw std::runtime_error("its numbers are damaged");
    return number(column);
}

double real(const SQLite::Column& column)
{
    if (!column.isFloat() && !column.isInteger())
        throw std::runtime_error("its numbers are damaged");
    return column.getDouble();
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

std::optional<double> nullable(const SQLite::Column& column)
{
    return column.isNull() ? std::nullopt : std::optional(real(column));
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
}

Tier tierOf(SQLite::Statement& row)
{
    Tier tier;
    tier.id = neededNumber(row.getColumn(0));
    tier.video = text(row.getColumn(1));
    tier.name = text(row.getColumn(2));
    tier.kind = valueOf<TierKind>(kindNames, text(row.getColumn(3)));
    tier.parent = number(row.getColumn(4)); // NULL is 0
    tier.constraint = valueOf<Constraint>(constraintNames, text(row.getColumn(5)));
    tier.overlapping = neededNumber(row.getColumn(6)) != 0;
    tier.rate = real(row.getColumn(7));
    tier.labels = labelsOf(text(row.getColumn(8)));
    tier.source = text(row.getColumn(9));
    tier.annotator = text(row.getColumn(10));
    tier.order = static_cast<int>(neededNumber(row.getColumn(11)));
    tier.colour = text(row.getColumn(12));
    tier.height = static_cast<int>(neededNumber(row.getColumn(13)));
    tier.visible = neededNumber(row.getColumn(14)) != 0;
    tier.locked = neededNumber(row.getColumn(15)) != 0;
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

Segment segmentOf(SQLite::Statement& row)
{
    Segment segment;
    segment.id = neededNumber(row.getColumn(0));
    segment.tier = neededNumber(row.getColumn(1));
    segment.parent = number(row.getColumn(2));
    segment.order = static_cast<int>(neededNumber(row.getColumn(3)));
    segment.start = {neededNumber(row.getColumn(4)), nullable(row.getColumn(6))};
    segment.end = {neededNumber(row.getColumn(5)), nullable(row.getColumn(7))};
    segment.text = text(row.getColumn(8));
    segment.confidence = nullable(row.getColumn(9));
    segment.comment = text(row.getColumn(10));
    segment.flagged = neededNumber(row.getColumn(11)) != 0;
    const SQLite::Column samples = row.getColumn(12);
    if (!samples.isBlob() && !samples.isNull())
        throw std::runtime_error("its values are damaged");
    segment.samples.resize(static_cast<std::size_t>(samples.getBytes()) / sizeof(float));
    if (!segment.samples.empty())
        std::memcpy(segment.samples.data(), samples.getBlob(), segment.samples.size() * sizeof(float));
    segment.sourceRow = row.getColumn(13).isNull() ? -1 : static_cast<int>(number(row.getColumn(13)));
    segment.timing = timingOf(number(row.getColumn(14))); // NULL is 0
    return segment;
}

std::pair<std::string, LabelValue> labelOf(SQLite::Statement& row)
{
    LabelValue value;
    if (row.getColumn(2).isNull())
        value.value = text(row.getColumn(3));
    else
        value.value = real(row.getColumn(2));
    value.by = {text(row.getColumn(4)), neededNumber(row.getColumn(5)),
                static_cast<int>(neededNumber(row.getColumn(6))), text(row.getColumn(7))};
    return {text(row.getColumn(1)), std::move(value)};
}

Item itemOf(SQLite::Statement& row)
{
    return {text(row.getColumn(0)), text(row.getColumn(1)), text(row.getColumn(2))};
}

}
