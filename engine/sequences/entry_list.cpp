#include "engine/sequences/entry_list.h"

namespace engine {

EntryList::Item EntryList::operator[](std::size_t place) const
{
    const std::uint64_t begin = place == 0 ? 0 : m_ends[place - 1];
    const auto problem = m_problems.find(place);
    return {std::string_view(m_ids).substr(begin, m_ends[place] - begin), m_shapes[m_shapeOf[place]],
            problem == m_problems.end() ? std::string_view() : std::string_view(problem->second)};
}

std::vector<std::pair<EntryShape, std::size_t>> EntryList::shapes() const
{
    std::vector<std::size_t> counts(m_shapes.size(), 0);
    for (const std::uint32_t shape : m_shapeOf)
        ++counts[shape];
    for (const auto& [place, problem] : m_problems)
        --counts[m_shapeOf[place]];
    std::vector<std::pair<EntryShape, std::size_t>> result;
    for (std::size_t shape = 0; shape < counts.size(); ++shape) {
        if (counts[shape] > 0)
            result.emplace_back(m_shapes[shape], counts[shape]);
    }
    return result;
}

void EntryList::add(std::string_view id, const EntryShape& shape, const std::string& problem)
{
    const auto [known, isNew] = m_placeOf.emplace(shape, static_cast<std::uint32_t>(m_shapes.size()));
    if (isNew)
        m_shapes.push_back(shape);
    if (!problem.empty())
        m_problems.emplace(size(), problem);
    m_ids += id;
    m_ends.push_back(m_ids.size());
    m_shapeOf.push_back(known->second);
}

}
