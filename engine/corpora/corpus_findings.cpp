#include "engine/corpora/corpus_findings.h"

#include <fmt/format.h>

namespace engine {

void CorpusFindings::tell(const std::string& code, const std::string& place, const std::string& conversation)
{
    if (++m_counts[code] <= kKept)
        m_findings.push_back({Finding::Severity::Warning, code, place, "", conversation});
}

std::size_t CorpusFindings::count(const std::string& code) const
{
    const auto found = m_counts.find(code);
    return found == m_counts.end() ? 0 : found->second;
}

std::vector<std::string> CorpusFindings::notes() const
{
    constexpr std::size_t kShown = 3;
    std::map<std::string, std::pair<std::string, std::size_t>> first; // names, and how many these are
    for (const Finding& finding : m_findings) {
        auto& [names, count] = first[finding.code];
        if (++count <= kShown)
            names += (count == 1 ? "" : ", ") + finding.place;
    }
    std::vector<std::string> notes;
    for (const auto& [code, count] : m_counts)
        notes.push_back(
            fmt::format("{}: {} ({}{})", code, count, first[code].first, count > kShown ? ", …" : ""));
    return notes;
}

}
