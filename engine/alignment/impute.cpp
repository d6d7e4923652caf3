#include "engine/alignment/impute.h"

#include "engine/core/error.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <numeric>

namespace engine {

namespace {

constexpr std::array<std::string_view, 6> fillNames{"zeros", "ones", "mean", "linear", "hold", "nearest"};

double centre(Interval interval)
{
    return (interval.start + interval.end) / 2.0;
}

double distance(Interval a, Interval b)
{
    return std::max(0.0, std::max(a.start, b.start) - std::min(a.end, b.end));
}

std::vector<double> asDoubles(const FeatureArray& features)
{
    return std::visit(
        [](const auto& values) {
            if constexpr (std::is_same_v<typename std::decay_t<decltype(values)>::value_type, std::string>)
                return std::vector<double>{};
            else
                return std::vector<double>(values.begin(), values.end());
        },
        features.values);
}

/// What a sequence measured in the video: N rows of `width` numbers, sorted by start.
class MeasuredRows {
public:
    MeasuredRows(const SequencePart& part, std::size_t width) : m_width(width)
    {
        struct Row {
            Interval interval;
            std::vector<double> values;
        };
        std::vector<Row> rows;
        for (const SequencePart::Piece& piece : part.pieces) {
            const Block& block = part.blocks[piece.block];
            if (block.entry.features.rowLength() != width)
                continue; // a sequence whose entries differ in width has nothing to go by here
            const std::vector<double> values = asDoubles(block.entry.features.slice(piece.first, piece.rows));
            for (std::size_t row = 0; row < piece.rows; ++row) {
                const Interval interval = block.entry.intervals.values[piece.first + row];
                if (block.mark(piece.first + row) != FillMark::None || std::isnan(centre(interval)))
                    continue;
                const auto first = values.begin() + static_cast<std::ptrdiff_t>(row * width);
                rows.push_back({interval, {first, first + static_cast<std::ptrdiff_t>(width)}});
            }
        }
        std::stable_sort(rows.begin(), rows.end(),
                         [](const Row& a, const Row& b) { return centre(a.interval) < centre(b.interval); });
        for (Row& row : rows) {
            m_intervals.push_back(row.interval);
            m_values.insert(m_values.end(), row.values.begin(), row.values.end());
        }
        m_mean.assign(width, 0.0);
        for (std::size_t i = 0; i < m_values.size(); ++i)
            m_mean[i % width] += m_values[i] / static_cast<double>(m_intervals.size());
    }

    bool empty() const { return m_intervals.empty(); }

    /// The row that stands in for a missing one at `interval`.
    std::vector<double> filled(Interval interval, Fill fill) const
    {
        if (fill == Fill::Mean)
            return m_mean;
        const double time = centre(interval);
        const auto after = static_cast<std::size_t>(
            std::lower_bound(m_intervals.begin(), m_intervals.end(), time,
                             [](const Interval& row, double t) { return centre(row) < t; })
            - m_intervals.begin());
        if (after == 0)
            return row(0);
        if (fill == Fill::Hold || after == m_intervals.size())
            return row(after - 1);
        if (fill == Fill::Nearest)
            return row(distance(interval, m_intervals[after]) < distance(interval, m_intervals[after - 1])
                           ? after
                           : after - 1);
        return between(after - 1, after, time);
    }

private:
    std::vector<double> row(std::size_t index) const
    {
        const auto first = m_values.begin() + static_cast<std::ptrdiff_t>(index * m_width);
        return {first, first + static_cast<std::ptrdiff_t>(m_width)};
    }

    std::vector<double> between(std::size_t before, std::size_t after, double time) const
    {
        const double start = centre(m_intervals[before]);
        const double span = centre(m_intervals[after]) - start;
        const double part = span > 0.0 ? (time - start) / span : 0.0;
        std::vector<double> values = row(before);
        for (std::size_t column = 0; column < m_width; ++column)
            values[column] += part * (m_values[after * m_width + column] - values[column]);
        return values;
    }

    std::size_t m_width;
    std::vector<Interval> m_intervals;
    std::vector<double> m_values;
    std::vector<double> m_mean;
};

void append(FeatureArray& features, const std::vector<double>& row)
{
    std::visit(
        [&](auto& values) {
            using T = typename std::decay_t<decltype(values)>::value_type;
            for (const double value : row) {
                if constexpr (std::is_same_v<T, std::int64_t>)
                    values.push_back(std::isfinite(value) ? std::llround(value) : 0);
                else if constexpr (!std::is_same_v<T, std::string>)
                    values.push_back(static_cast<T>(value));
            }
        },
        features.values);
    ++features.shape.front();
}

}

FeatureArray blankRows(const RowPattern& pattern, std::size_t count)
{
    FeatureArray rows{pattern.type, {count}, {}};
    rows.shape.insert(rows.shape.end(), pattern.extents.begin(), pattern.extents.end());
    const std::size_t values = count * rows.rowLength();
    if (isText(pattern.type))
        rows.values = std::vector<std::string>(values);
    else if (isInteger(pattern.type))
        rows.values = std::vector<std::int64_t>(values);
    else if (pattern.type == ElementType::Float64)
        rows.values = std::vector<double>(values);
    else
        rows.values = std::vector<float>(values);
    return rows;
}

Fill parseFill(const std::string& name)
{
    const auto found = std::find(fillNames.begin(), fillNames.end(), name);
    if (found == fillNames.end())
        throw FormatError("recipe_invalid", "impute",
                          fmt::format("'{}' is no fill; known are {}", name, fmt::join(fillNames, ", ")));
    return static_cast<Fill>(found - fillNames.begin());
}

std::string name(Fill fill)
{
    return std::string(fillNames[static_cast<std::size_t>(fill)]);
}

Fill ImputeStep::fillFor(const std::string& key) const
{
    auto found = fill.find(key);
    if (found == fill.end())
        found = fill.find("*");
    return found == fill.end() ? Fill::Zeros : found->second;
}

std::map<std::string, std::size_t> impute(VideoPart& part, const ImputeStep& step,
                                          const std::vector<std::optional<RowPattern>>& patterns)
{
    const SequencePart& reference = part.sequence(step.reference);
    std::map<std::string, std::size_t> filledRows;
    for (std::size_t i = 0; i < part.sequences.size(); ++i) {
        SequencePart& sequence = part.sequences[i];
        if (&sequence == &reference || !patterns[i])
            continue;
        std::vector<const SequencePart::Piece*> lacking;
        std::map<std::string_view, const SequencePart::Piece*> has;
        for (const SequencePart::Piece& piece : sequence.pieces)
            has.emplace(piece.id, &piece);
        for (const SequencePart::Piece& piece : reference.pieces) {
            if (!has.contains(piece.id))
                lacking.push_back(&piece);
        }
        if (lacking.empty())
            continue;
        if (isText(patterns[i]->type))
            throw ShapeError(
                "data_invalid",
                fmt::format("{}, {}: Text cannot be imputed; leave this sequence out, or impute to it.",
                            sequence.key, lacking.front()->id));
        const std::size_t width = std::accumulate(patterns[i]->extents.begin(), patterns[i]->extents.end(),
                                                  std::size_t{1}, std::multiplies<>());
        Fill fill = step.fillFor(sequence.key);
        const bool constant = fill == Fill::Zeros || fill == Fill::Ones;
        const MeasuredRows measured(constant ? SequencePart() : sequence, width);
        if (!constant && measured.empty())
            fill = Fill::Zeros;
        const std::vector<double> same(width, fill == Fill::Ones ? 1.0 : 0.0);
        const bool fromRows = !constant && !measured.empty();

        std::vector<SequencePart::Piece> added;
        for (const SequencePart::Piece* piece : lacking) {
            const EntryRows rows = reference.rows(*piece);
            const ElementType type = rows.entry->intervals.type; // entries of the reference may differ in it
            if (added.empty() || sequence.blocks.back().entry.intervals.type != type)
                sequence.blocks.push_back({{{type, {}}, blankRows(*patterns[i], 0)}, {}});
            Block& block = sequence.blocks.back();
            added.push_back(
                {piece->id, nullptr, sequence.blocks.size() - 1, block.entry.intervals.rows(), rows.count});
            for (const Interval& interval : rows.intervals()) {
                block.setMark(block.entry.intervals.rows(), fillMark(name(fill)));
                block.entry.intervals.values.push_back(interval);
                append(block.entry.features, fromRows ? measured.filled(interval, fill) : same);
            }
            filledRows[sequence.key] += rows.count;
        }
        sequence.pieces.insert(sequence.pieces.end(), added.begin(), added.end());
    }
    return filledRows;
}

}
