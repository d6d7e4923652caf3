#include "engine/numbers/count_matrix.h"

#include "engine/core/same_length.h"

#include <algorithm>

namespace engine {

void CountMatrix::add(std::size_t row, std::size_t column, std::size_t count)
{
    requirePlace("class", row, m_size);
    requirePlace("class", column, m_size);
    m_counts[row * m_size + column] += count;
    m_total += count;
}

std::size_t CountMatrix::at(std::size_t row, std::size_t column) const
{
    requirePlace("class", row, m_size);
    requirePlace("class", column, m_size);
    return m_counts[row * m_size + column];
}

std::size_t CountMatrix::largest() const
{
    return m_counts.empty() ? 0 : *std::ranges::max_element(m_counts);
}

std::size_t CountMatrix::hits() const
{
    std::size_t sum = 0;
    for (std::size_t i = 0; i < m_size; ++i)
        sum += at(i, i);
    return sum;
}

std::size_t CountMatrix::rowTotal(std::size_t row) const
{
    std::size_t sum = 0;
    for (std::size_t column = 0; column < m_size; ++column)
        sum += at(row, column);
    return sum;
}

std::size_t CountMatrix::columnTotal(std::size_t column) const
{
    std::size_t sum = 0;
    for (std::size_t row = 0; row < m_size; ++row)
        sum += at(row, column);
    return sum;
}

double CountMatrix::accuracy() const
{
    return m_total == 0 ? 0.0 : static_cast<double>(hits()) / static_cast<double>(m_total);
}

std::vector<std::vector<std::size_t>> CountMatrix::rows() const
{
    std::vector<std::vector<std::size_t>> rows(m_size);
    for (std::size_t row = 0; row < m_size; ++row) {
        for (std::size_t column = 0; column < m_size; ++column)
            rows[row].push_back(at(row, column));
    }
    return rows;
}

}
