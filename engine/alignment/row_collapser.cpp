#include "engine/alignment/row_collapser.h"

#include <algorithm>
#include <variant>

namespace engine {

namespace {

bool isMean(const CollapseFunction& function)
{
    return function.name == "mean" || function.name == "mean_or_passthrough";
}

void appendRows(FeatureArray& to, const FeatureArray& from, std::span<const std::size_t> rows)
{
    const auto length = static_cast<std::ptrdiff_t>(from.rowLength());
    std::visit(
        [&](const auto& values) {
            auto& target = std::get<std::decay_t<decltype(values)>>(to.values);
            for (const std::size_t row : rows) {
                const auto first = values.begin() + static_cast<std::ptrdiff_t>(row) * length;
                target.insert(target.end(), first, first + length);
            }
        },
        from.values);
    to.shape.front() += rows.size();
}

}

RowCollapser::RowCollapser(const Block& source, ElementType clippedType,
                           std::span<const CollapseFunction> functions)
    : m_source(source)
    , m_functions(functions)
    , m_floatMean(functions.size() == 1 && isMean(functions.front())
                  && source.entry.features.shape.size() == 2
                  && std::holds_alternative<std::vector<float>>(source.entry.features.values))
{
    m_result.entry.intervals.type = clippedType;
    if (!functions.empty() && !m_floatMean)
        return; // the first result says of which type and shape they are
    m_result.entry.features = source.entry.features.slice(0, 0);
}

std::size_t RowCollapser::append(const OverlapFinder::Rows& rows)
{
    Entry& result = m_result.entry;
    const std::size_t first = result.intervals.rows();
    if (m_functions.empty()) {
        result.intervals.values.insert(result.intervals.values.end(), rows.clipped.begin(),
                                       rows.clipped.end());
        appendRows(result.features, m_source.entry.features, rows.indices);
        for (std::size_t i = 0; i < rows.indices.size(); ++i)
            m_result.setMark(first + i, m_source.mark(rows.indices[i]));
        return rows.indices.size();
    }
    if (m_floatMean) {
        result.intervals.values.push_back(extent(rows.clipped));
        appendMean(std::get<std::vector<float>>(m_source.entry.features.values), rows.indices);
        m_result.setMark(first, markOf(rows.indices));
        return 1;
    }
    Entry one = collapse(
        {{result.intervals.type, rows.clipped}, m_source.entry.features.gather(rows.indices)}, m_functions);
    result.intervals.values.push_back(one.intervals.values.front());
    if (first == 0) {
        result.features = std::move(one.features);
    } else {
        std::visit(
            [&](auto& to) {
                auto& from = std::get<std::decay_t<decltype(to)>>(one.features.values);
                to.insert(to.end(), std::make_move_iterator(from.begin()),
                          std::make_move_iterator(from.end()));
            },
            result.features.values);
        ++result.features.shape.front();
    }
    m_result.setMark(first, markOf(rows.indices));
    return 1;
}

void RowCollapser::appendMean(const std::vector<float>& values, const std::vector<std::size_t>& rows)
{
    FeatureArray& result = m_result.entry.features;
    const std::size_t width = result.rowLength();
    const float* first = values.data() + rows.front() * width;
    m_sums.assign(first, first + width); // not from zero: -0 alone stays -0
    double* sums = m_sums.data();
    for (const std::size_t row : std::span(rows).subspan(1)) {
        const float* from = values.data() + row * width;
        for (std::size_t column = 0; column < width; ++column)
            sums[column] += static_cast<double>(from[column]);
    }
    auto& means = std::get<std::vector<float>>(result.values);
    const auto count = static_cast<double>(rows.size());
    means.resize(means.size() + width);
    std::ranges::transform(m_sums, means.end() - static_cast<std::ptrdiff_t>(width),
                           [count](double sum) { return static_cast<float>(sum / count); });
    ++result.shape.front();
}

FillMark RowCollapser::markOf(std::span<const std::size_t> rows) const
{
    FillMark mark = FillMark::None;
    if (m_source.marks.empty())
        return mark;
    for (const std::size_t row : rows) {
        const FillMark one = m_source.mark(row);
        if (one != FillMark::None)
            mark = mark == FillMark::None || mark == one ? one : FillMark::Several;
    }
    return mark;
}

}
