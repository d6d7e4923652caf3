#include "widgets/live/live_history.h"

#include <algorithm>
#include <cmath>

namespace widgets {

void LiveHistory::clear()
{
    *this = {};
}

void LiveHistory::addSound(double start, const std::vector<MelColumn>& columns)
{
    const std::int64_t first = std::llround(start / kColumnSeconds);
    if (m_columns.empty())
        m_firstColumn = first;
    while (m_firstColumn + static_cast<std::int64_t>(m_columns.size()) < first)
        m_columns.emplace_back(); // a gap
    m_columns.insert(m_columns.end(), columns.begin(), columns.end());
    while (static_cast<double>(m_columns.size()) * kColumnSeconds > kKeptSeconds) {
        m_columns.pop_front();
        ++m_firstColumn;
    }
}

void LiveHistory::addFace(const LiveFacePoint& face)
{
    m_faces.push_back(face);
    while (!m_faces.empty() && (!m_faces.front() || m_faces.front()->time < face.time - kKeptSeconds))
        m_faces.pop_front();
}

void LiveHistory::addNoFace()
{
    if (!m_faces.empty() && m_faces.back())
        m_faces.push_back(std::nullopt);
}

void LiveHistory::addAnswer(LiveAnswerPoint answer)
{
    m_answers.push_back(std::move(answer));
}

const MelColumn* LiveHistory::soundAt(double time) const
{
    const std::int64_t column = static_cast<std::int64_t>(std::floor(time / kColumnSeconds)) - m_firstColumn;
    if (column < 0 || column >= static_cast<std::int64_t>(m_columns.size()))
        return nullptr;
    const MelColumn& found = m_columns[static_cast<std::size_t>(column)];
    return found.empty() ? nullptr : &found;
}

std::vector<double> LiveHistory::means(double since) const
{
    std::vector<double> sums;
    std::size_t count = 0;
    for (const LiveAnswerPoint& answer : m_answers) {
        if (answer.time < since)
            continue;
        sums.resize(std::max(sums.size(), answer.values.size()));
        for (std::size_t i = 0; i < answer.values.size(); ++i)
            sums[i] += static_cast<double>(answer.values[i]);
        ++count;
    }
    for (double& sum : sums)
        sum /= static_cast<double>(count);
    return sums;
}

}
