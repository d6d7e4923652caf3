#include "engine/sequences/computational_sequence.h"

#include "engine/core/error.h"

#include <algorithm>

namespace engine {

ComputationalSequence::ComputationalSequence(std::shared_ptr<const SequenceFile> file)
    : m_file(std::move(file))
    , m_metadata(m_file->metadata())
    , m_ids(m_file->ids())
{
    for (const std::string& id : m_ids)
        m_entries.emplace(id, nullptr);
}

std::string ComputationalSequence::rootName() const
{
    return rootNameIn(m_metadata).value_or(m_file ? m_file->rootName() : std::string());
}

bool ComputationalSequence::contains(const std::string& id) const
{
    return m_entries.contains(id);
}

std::shared_ptr<const Entry> ComputationalSequence::held(const std::string& id) const
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        throw FormatError("data_invalid", rootName(), "has no entry " + id);
    return found->second;
}

Entry ComputationalSequence::entry(const std::string& id) const
{
    const std::shared_ptr<const Entry> inMemory = held(id);
    return inMemory ? *inMemory : m_file->entry(id);
}

EntryShape ComputationalSequence::shape(const std::string& id) const
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        throw FormatError("data_invalid", name(), "has no entry " + id);
    if (!found->second)
        return m_file->shape(id);
    const Entry& entry = *found->second;
    return {{entry.intervals.rows(), 2}, entry.features.shape, entry.intervals.type, entry.features.type};
}

std::string ComputationalSequence::name() const
{
    return m_file ? m_file->path().string() : rootName();
}

void ComputationalSequence::put(const std::string& id, Entry entry)
{
    const bool known = m_entries.contains(id);
    m_entries[id] = std::make_shared<const Entry>(std::move(entry));
    if (!known)
        m_ids.push_back(id);
}

void ComputationalSequence::remove(const std::string& id)
{
    if (m_entries.erase(id) > 0)
        m_ids.erase(std::find(m_ids.begin(), m_ids.end(), id));
}

void ComputationalSequence::remove(const std::set<std::string>& ids)
{
    std::erase_if(m_ids, [&ids](const std::string& id) { return ids.contains(id); });
    for (const std::string& id : ids)
        m_entries.erase(id);
}

void ComputationalSequence::clear()
{
    m_ids.clear();
    m_entries.clear();
}

std::map<std::string, std::vector<std::string>> idsByVideo(const std::vector<std::string>& ids)
{
    std::map<std::string, std::vector<std::string>> videos;
    for (const std::string& id : ids)
        videos[strippedId(id)].push_back(id);
    return videos;
}

std::string strippedId(const std::string& id)
{
    return id.substr(0, id.find('['));
}

}
