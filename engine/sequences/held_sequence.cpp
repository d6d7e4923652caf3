#include "engine/sequences/held_sequence.h"

#include <algorithm>

namespace engine {

HeldSequence::HeldSequence(std::filesystem::path name, ComputationalSequence sequence)
    : SequenceFile(std::move(name))
    , m_sequence(std::move(sequence))
{
    m_rootName = m_sequence.rootName();
    m_groupName = m_rootName;
    m_metadata = m_sequence.metadata();
    m_ids = m_sequence.ids();
    std::ranges::sort(m_ids);
}

EntryShape HeldSequence::shape(const std::string& id) const
{
    return m_sequence.shape(id);
}

IntervalArray HeldSequence::intervals(const std::string& id) const
{
    return m_sequence.entry(id).intervals;
}

FeatureArray HeldSequence::features(const std::string& id) const
{
    return m_sequence.entry(id).features;
}

Entry HeldSequence::entry(const std::string& id) const
{
    return m_sequence.entry(id);
}

SequenceFile::RowReader HeldSequence::openRows(const std::string& id) const
{
    return [features = m_sequence.entry(id).features](std::size_t first, std::size_t count) {
        return features.slice(first, count).values;
    };
}

}
