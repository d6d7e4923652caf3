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

std::string text(const SQLite::Column& column)
{
    return column.getString();
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
    return column.isNull() ? std::nullopt : std::optional(column.getDouble());
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
    tier.id = row.getColumn(0).getInt64();
    tier.video = text(row.getColumn(1));
    tier.name = text(row.getColumn(2));
    tier.kind = valueOf<TierKind>(kindNames, text(row.getColumn(3)));
    tier.parent = row.getColumn(4).getInt64(); // NULL is 0
    tier.constraint = valueOf<Constraint>(constraintNames, text(row.getColumn(5)));
    tier.overlapping = row.getColumn(6).getInt() != 0;
    tier.rate = row.getColumn(7).getDouble();
    tier.labels = labelsFromJson(text(row.getColumn(8)));
    tier.source = text(row.getColumn(9));
    tier.annotator = text(row.getColumn(10));
    tier.order = row.getColumn(11).getInt();
    tier.colour = text(row.getColumn(12));
    tier.height = row.getColumn(13).getInt();
    tier.visible = row.getColumn(14).getInt() != 0;
    tier.locked = row.getColumn(15).getInt() != 0;
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
}

Segment segmentOf(SQLite::Statement& row)
{
    Segment segment;
    segment.id = row.getColumn(0).getInt64();
    segment.tier = row.getColumn(1).getInt64();
    segment.parent = row.getColumn(2).getInt64();
    segment.order = row.getColumn(3).getInt();
    segment.start = {row.getColumn(4).getInt64(), nullable(row.getColumn(6))};
    segment.end = {row.getColumn(5).getInt64(), nullable(row.getColumn(7))};
    segment.text = text(row.getColumn(8));
    segment.confidence = nullable(row.getColumn(9));
    segment.comment = text(row.getColumn(10));
    segment.flagged = row.getColumn(11).getInt() != 0;
    const SQLite::Column samples = row.getColumn(12);
    segment.samples.resize(static_cast<std::size_t>(samples.getBytes()) / sizeof(float));
    if (!segment.samples.empty())
        std::memcpy(segment.samples.data(), samples.getBlob(), segment.samples.size() * sizeof(float));
    segment.sourceRow = row.getColumn(13).isNull() ? -1 : row.getColumn(13).getInt();
    return segment;
}

}
