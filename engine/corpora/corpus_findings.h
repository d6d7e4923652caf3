#pragma once

#include "engine/core/finding.h"

#include <map>
#include <string>
#include <vector>

namespace engine {

/// What a reader of a corpus finds missing or wrong; everything else of the corpus opens all the same. Names
/// of one kind are counted, and the first are kept.
class CorpusFindings {
public:
    static constexpr std::size_t kKept = 1000; ///< names of each kind

    /// @param code  `missing_clip`. @param place  what it is, `Ses01F_impro01.avi`
    void tell(const std::string& code, const std::string& place, const std::string& conversation = {});

    const std::vector<Finding>& all() const { return m_findings; } ///< in the order in which they were told
    std::size_t count(const std::string& code) const;
    /// One sentence for each kind, with the count and the first three names:
    /// `missing_clip: 4 (a.mp4, b.mp4, c.mp4, …)`.
    std::vector<std::string> notes() const;

private:
    std::vector<Finding> m_findings;
    std::map<std::string, std::size_t> m_counts;
};

}
