#include "engine/annotation/word_pairs.h"

#include <algorithm>

namespace engine {

namespace {

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;
using Words = std::vector<std::string>;

/// The part of two texts between the words that they have in common at both ends.
struct Middle {
    std::size_t first = 0; ///< in both
    std::size_t beforeLast = 0;
    std::size_t afterLast = 0;
};

Middle middleOf(const Words& before, const Words& after)
{
    Middle middle{0, before.size(), after.size()};
    while (middle.first < std::min(middle.beforeLast, middle.afterLast)
           && before[middle.first] == after[middle.first])
        ++middle.first;
    while (middle.beforeLast > middle.first && middle.afterLast > middle.first
           && before[middle.beforeLast - 1] == after[middle.afterLast - 1]) {
        --middle.beforeLast;
        --middle.afterLast;
    }
    return middle;
}

/// How far each diagonal is reached with d differences; entry d is what there was before the d-th.
struct Trace {
    std::vector<std::vector<int>> reached;
    bool isComplete = false;
};

class Difference {
public:
    Difference(const Words& before, const Words& after, const Middle& middle)
        : m_before(before)
        , m_after(after)
        , m_first(middle.first)
        , m_rows(static_cast<int>(middle.beforeLast - middle.first))
        , m_columns(static_cast<int>(middle.afterLast - middle.first))
    {
    }

    Pairs pairs() const
    {
        const Trace trace = traced();
        Pairs found;
        if (!trace.isComplete)
            return found;
        int x = m_rows;
        int y = m_columns;
        for (int d = static_cast<int>(trace.reached.size()) - 1; d > 0; --d) {
            const std::vector<int>& furthest = trace.reached[static_cast<std::size_t>(d)];
            const int k = previousDiagonal(furthest, x - y, d);
            const int fromX = furthest[index(k, d)];
            const int fromY = fromX - k;
            takeSnake(found, x, y, fromX, fromY);
            x = fromX;
            y = fromY;
        }
        takeSnake(found, x, y, 0, 0);
        std::ranges::reverse(found);
        return found;
    }

private:
    /// Of diagonal k, −d … d, in a list for d differences.
    static std::size_t index(int k, int d) { return static_cast<std::size_t>(k + d); }

    static int previousDiagonal(const std::vector<int>& furthest, int k, int d)
    {
        const bool comesDown = k == -d || (k != d && furthest[index(k - 1, d)] < furthest[index(k + 1, d)]);
        return comesDown ? k + 1 : k - 1;
    }

    bool isEqual(int x, int y) const
    {
        return m_before[m_first + static_cast<std::size_t>(x)]
            == m_after[m_first + static_cast<std::size_t>(y)];
    }

    Trace traced() const
    {
        Trace trace;
        std::vector<int> now{0};
        for (int d = 0; d <= std::min(m_rows + m_columns, kMostDifferences); ++d) {
            // What is reached with d − 1 differences, in a list for d.
            std::vector<int> before(static_cast<std::size_t>(2 * d + 1), -1);
            if (d > 0)
                std::ranges::copy(now, before.begin() + 1);
            now.assign(static_cast<std::size_t>(2 * d + 1), -1);
            for (int k = -d; k <= d; k += 2) {
                int x = 0;
                if (d > 0) {
                    const int from = previousDiagonal(before, k, d);
                    x = before[index(from, d)] + (from < k ? 1 : 0);
                }
                int y = x - k;
                while (x < m_rows && y < m_columns && y >= 0 && isEqual(x, y)) {
                    ++x;
                    ++y;
                }
                now[index(k, d)] = x;
                trace.isComplete = trace.isComplete || (x >= m_rows && y >= m_columns);
            }
            trace.reached.push_back(std::move(before));
            if (trace.isComplete)
                break;
        }
        return trace;
    }

    void takeSnake(Pairs& found, int x, int y, int fromX, int fromY) const
    {
        while (x > fromX && y > fromY) {
            --x;
            --y;
            found.emplace_back(m_first + static_cast<std::size_t>(x), m_first + static_cast<std::size_t>(y));
        }
    }

    const Words& m_before;
    const Words& m_after;
    std::size_t m_first;
    int m_rows;
    int m_columns;
};

}

Pairs pairedWords(const Words& before, const Words& after)
{
    const Middle middle = middleOf(before, after);
    Pairs pairs;
    for (std::size_t i = 0; i < middle.first; ++i)
        pairs.emplace_back(i, i);
    const Pairs inside = Difference(before, after, middle).pairs();
    pairs.insert(pairs.end(), inside.begin(), inside.end());
    for (std::size_t i = 0; i < before.size() - middle.beforeLast; ++i)
        pairs.emplace_back(middle.beforeLast + i, middle.afterLast + i);
    return pairs;
}

}
