#include "app/snapshot/learnt_values.h"

#include <cmath>

namespace app {

namespace {

constexpr double kSameStart = 0.01; // seconds between two starts that are one

}

LearntValues::LearntValues(const engine::LabelToLearn& label)
{
    for (std::size_t i = 0; i < label.values.size(); ++i)
        m_values[label.segments->videos[label.segments->videoOf[i]]][label.segments->spans[i].start]
            = label.values[i];
}

double LearntValues::at(const std::string& video, double start) const
{
    const auto of = m_values.find(video);
    if (of == m_values.end())
        return std::nan("");
    const auto found = of->second.lower_bound(start - kSameStart);
    return found == of->second.end() || found->first > start + kSameStart ? std::nan("") : found->second;
}

}
