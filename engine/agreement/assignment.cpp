#include "engine/agreement/assignment.h"

#include <queue>

#include <algorithm>
#include <limits>

namespace engine {

namespace {

constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();
constexpr double kFar = std::numeric_limits<double>::infinity();

/// Each row has, beside the columns it can share with others, one of its own that is worth nothing: to stay
/// alone. With these every row gets a column, and what costs least is sought, a weight being a cost below 0.
class Assignment {
public:
    Assignment(const std::vector<std::vector<Worth>>& rows, std::size_t columns)
        : m_rows(rows)
        , m_columns(columns)
        , m_rowOf(columns + rows.size(), kNone)
        , m_columnOf(rows.size(), kNone)
        , m_rowPrice(rows.size())
        , m_columnPrice(columns + rows.size())
        , m_distance(columns + rows.size(), kFar)
        , m_from(columns + rows.size(), kNone)
        , m_settled(columns + rows.size())
    {
        for (std::size_t row = 0; row < rows.size(); ++row)
            place(row);
    }

    std::vector<std::optional<std::size_t>> result() const
    {
        std::vector<std::optional<std::size_t>> columns;
        for (const std::size_t column : m_columnOf)
            columns.push_back(column < m_columns ? std::optional(column) : std::nullopt);
        return columns;
    }

private:
    using Reached = std::pair<double, std::size_t>; // distance, column

    /// Dijkstra from the row to the nearest column that nobody has; those on the way change hands.
    void place(std::size_t start)
    {
        std::priority_queue<Reached, std::vector<Reached>, std::greater<>> queue;
        std::vector<std::size_t> touched;
        std::vector<std::size_t> settled;
        const auto relax = [&](std::size_t row, std::size_t column, double cost, double before) {
            const double distance = before + cost - m_rowPrice[row] - m_columnPrice[column];
            if (m_settled[column] || !(distance < m_distance[column]))
                return;
            if (m_distance[column] == kFar)
                touched.push_back(column);
            m_distance[column] = distance;
            m_from[column] = row;
            queue.emplace(distance, column);
        };
        const auto leave = [&](std::size_t row, double before) {
            for (const Worth& worth : m_rows[row])
                relax(row, worth.column, -worth.weight, before);
            relax(row, m_columns + row, 0.0, before);
        };
        leave(start, 0.0);
        std::size_t end = kNone;
        while (end == kNone) { // the row's own column is free at the latest
            const auto [distance, column] = queue.top();
            queue.pop();
            if (m_settled[column])
                continue;
            m_settled[column] = true;
            settled.push_back(column);
            if (m_rowOf[column] == kNone)
                end = column;
            else
                leave(m_rowOf[column], distance);
        }

        const double length = m_distance[end];
        m_rowPrice[start] += length;
        for (const std::size_t column : settled) {
            if (column == end)
                continue;
            m_columnPrice[column] += m_distance[column] - length;
            m_rowPrice[m_rowOf[column]] += length - m_distance[column];
        }
        for (std::size_t column = end; column != kNone;) {
            const std::size_t row = m_from[column];
            m_rowOf[column] = row;
            std::swap(m_columnOf[row], column); // what it had goes to whoever led here
        }
        for (const std::size_t column : touched) {
            m_distance[column] = kFar;
            m_settled[column] = false;
        }
    }

    const std::vector<std::vector<Worth>>& m_rows;
    std::size_t m_columns;
    std::vector<std::size_t> m_rowOf; ///< of each column
    std::vector<std::size_t> m_columnOf; ///< of each row
    std::vector<double> m_rowPrice; ///< the method's potentials: cost − prices is never below 0
    std::vector<double> m_columnPrice;
    std::vector<double> m_distance; ///< of the search that goes on, all far between two
    std::vector<std::size_t> m_from; ///< the row that a column was reached from
    std::vector<bool> m_settled;
};

}

std::vector<std::optional<std::size_t>> assignByWorth(const std::vector<std::vector<Worth>>& rows,
                                                      std::size_t columns)
{
    return Assignment(rows, columns).result();
}

}
