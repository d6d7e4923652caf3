#include "engine/alignment/word_collapser.h"

#include "engine/core/error.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace engine {

namespace {

constexpr std::size_t kPieceBytes = std::size_t{4} << 20; // of rows that are read from a file at once

}

WordCollapser::WordCollapser(TimedFeatures source)
    : WordCollapser(std::make_shared<const TimedFeatures>(std::move(source)))
{
}

WordCollapser::WordCollapser(std::shared_ptr<const TimedFeatures> source)
    : m_source(std::move(source))
    , m_finder(m_source->intervals, m_source->timeType, ElementType::Float64)
{
}

WordCollapser::WordCollapser(std::shared_ptr<const StoredFeatures> source)
    : m_stored(std::move(source))
    , m_finder(m_stored->intervals(), m_stored->timeType(), ElementType::Float64)
{
}

std::vector<float> WordCollapser::row(std::size_t index) const
{
    if (m_stored)
        return m_stored->read(index, 1).values;
    const std::span<const float> values = m_source->features.row(index);
    return {values.begin(), values.end()};
}

/// Calls take(values) for each row. What lies in a file is read in pieces, with the few rows in between.
/// @param rows  in ascending order
template <typename Take>
void WordCollapser::visitRows(std::span<const std::size_t> rows, Take take) const
{
    if (!m_stored) {
        for (const std::size_t row : rows)
            take(m_source->features.row(row));
        return;
    }
    const std::size_t atOnce
        = std::max<std::size_t>(1, kPieceBytes / (sizeof(float) * std::max<std::size_t>(1, dimensions())));
    for (std::size_t i = 0; i < rows.size();) {
        const std::size_t first = rows[i];
        const std::size_t count = std::min(atOnce, rows.back() - first + 1);
        const FeatureMatrix piece = m_stored->read(first, count);
        for (; i < rows.size() && rows[i] < first + count; ++i)
            take(piece.row(rows[i] - first));
    }
}

/// The numeric mean needs no copies of rows; it is what runs while a boundary is dragged.
void WordCollapser::meanInto(std::span<float> target, std::span<const std::size_t> rows) const
{
    std::vector<double> sums(target.size(), 0.0);
    visitRows(rows, [&](std::span<const float> values) {
        for (std::size_t column = 0; column < sums.size(); ++column)
            sums[column] += static_cast<double>(values[column]);
    });
    for (std::size_t column = 0; column < sums.size(); ++column)
        target[column] = static_cast<float>(sums[column] / static_cast<double>(rows.size()));
}

void WordCollapser::collapseInto(std::span<float> target, const OverlapFinder::Rows& rows,
                                 const CollapseFunction& function) const
{
    FeatureArray array{ElementType::Float32, {rows.indices.size(), dimensions()}, {}};
    std::vector<float> values;
    visitRows(rows.indices, [&](std::span<const float> source) {
        values.insert(values.end(), source.begin(), source.end());
    });
    array.values = std::move(values);
    const Entry collapsed
        = collapse({{m_finder.clippedType(), rows.clipped}, std::move(array)}, std::span(&function, 1));
    const FeatureMatrix row = collapsed.features.toMatrix();
    if (row.columns != target.size())
        throw ShapeError("dimension_mismatch",
                         fmt::format("'{}' changes the number of dimensions, which a model cannot take.",
                                     function.toString()));
    std::copy(row.values.begin(), row.values.end(), target.begin());
}

AlignedWords WordCollapser::align(std::span<const Interval> words, const CollapseFunction& collapse) const
{
    AlignedWords aligned{FeatureMatrix(words.size(), dimensions()), std::vector<WordRow>(words.size())};
    for (std::size_t k = 0; k < words.size(); ++k) {
        const OverlapFinder::Rows rows = m_finder.find(words[k]);
        if (rows.indices.empty())
            continue;
        aligned.rows[k] = {rows.indices.size(), {rows.clipped.front().start, rows.clipped.back().end}};
        if (collapse.name == "mean")
            meanInto(aligned.features.row(k), rows.indices);
        else
            collapseInto(aligned.features.row(k), rows, collapse);
    }
    return aligned;
}

std::optional<RowsInFile> WordCollapser::rowsInFile(std::span<const Interval> words) const
{
    std::optional<std::pair<std::size_t, std::size_t>> ends;
    for (const Interval& word : m_stored ? words : std::span<const Interval>()) {
        const OverlapFinder::Rows rows = m_finder.find(word);
        if (rows.indices.empty())
            continue;
        ends = ends ? std::pair(std::min(ends->first, rows.indices.front()),
                                std::max(ends->second, rows.indices.back()))
                    : std::pair(rows.indices.front(), rows.indices.back());
    }
    return ends ? rowsInFile(ends->first, ends->second) : std::nullopt;
}

std::optional<RowsInFile> WordCollapser::rowsInFile(std::size_t first, std::size_t last) const
{
    if (!m_stored || last >= m_stored->rows() || m_stored->holds(first, last - first + 1))
        return std::nullopt;
    return RowsInFile{m_stored, first, last - first + 1};
}

std::vector<std::size_t> WordCollapser::receivedRows(std::span<const Interval> words) const
{
    std::vector<std::size_t> counts;
    counts.reserve(words.size());
    for (const Interval& word : words)
        counts.push_back(m_finder.find(word).indices.size());
    return counts;
}

}
