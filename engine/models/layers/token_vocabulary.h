#pragma once

#include <torch/torch.h>

#include <map>
#include <string>
#include <vector>

namespace engine {

/// The words that a model can write, by their ids. The first four are marks: begin, end, unknown, padding.
class TokenVocabulary {
public:
    static constexpr std::int64_t begin = 0, end = 1, unknown = 2, padding = 3, marks = 4;

    TokenVocabulary() = default;
    /// @param words  the marks first
    explicit TokenVocabulary(std::vector<std::string> words);

    /// The words between white space of these transcripts, in lower case: the most frequent first, equally
    /// frequent ones by code point.
    ///
    /// @param most   entries, the marks included
    /// @param least  how often a word must occur
    static TokenVocabulary of(const std::vector<std::string>& transcripts, std::size_t most,
                              std::size_t least);

    const std::vector<std::string>& words() const { return m_words; }
    std::int64_t size() const { return static_cast<std::int64_t>(m_words.size()); }

    /// The words of each transcript, then `end`, then `padding`: N × S, int64.
    torch::Tensor idsOf(const std::vector<std::string>& transcripts) const;

private:
    std::vector<std::string> m_words;
    std::map<std::string, std::int64_t> m_ids; ///< without the marks
};

}
