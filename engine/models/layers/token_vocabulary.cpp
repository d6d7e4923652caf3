#include "engine/models/layers/token_vocabulary.h"

#include "engine/core/utf8.h"

#include <algorithm>
#include <sstream>

namespace engine {

namespace {

std::vector<std::string> wordsOf(const std::string& transcript)
{
    std::istringstream text(inLowerCase(transcript));
    std::vector<std::string> words;
    for (std::string word; text >> word;)
        words.push_back(word);
    return words;
}

}

TokenVocabulary::TokenVocabulary(std::vector<std::string> words) : m_words(std::move(words))
{
    for (std::size_t id = marks; id < m_words.size(); ++id)
        m_ids.emplace(m_words[id], static_cast<std::int64_t>(id));
}

TokenVocabulary TokenVocabulary::of(const std::vector<std::string>& transcripts, std::size_t most,
                                    std::size_t least)
{
    std::map<std::string, std::size_t> counts; // in the order of bytes, which in UTF-8 is that of code points
    for (const std::string& transcript : transcripts) {
        for (const std::string& word : wordsOf(transcript))
            ++counts[word];
    }
    std::erase_if(counts, [least](const auto& entry) { return entry.second < least; });
    std::vector<std::pair<std::string, std::size_t>> ordered(counts.begin(), counts.end());
    std::ranges::stable_sort(ordered, std::greater(), &std::pair<std::string, std::size_t>::second);
    std::vector<std::string> words{"<bos>", "<eos>", "<unk>", "<pad>"};
    for (std::size_t i = 0; i < ordered.size() && words.size() < most; ++i)
        words.push_back(ordered[i].first);
    return TokenVocabulary(std::move(words));
}

torch::Tensor TokenVocabulary::idsOf(const std::vector<std::string>& transcripts) const
{
    std::vector<std::vector<std::int64_t>> rows;
    std::size_t longest = 1;
    for (const std::string& transcript : transcripts) {
        std::vector<std::int64_t> ids;
        for (const std::string& word : wordsOf(transcript)) {
            const auto found = m_ids.find(word);
            ids.push_back(found == m_ids.end() ? unknown : found->second);
        }
        ids.push_back(end);
        longest = std::max(longest, ids.size());
        rows.push_back(std::move(ids));
    }
    torch::Tensor tensor = torch::full(
        {static_cast<std::int64_t>(rows.size()), static_cast<std::int64_t>(longest)}, padding, torch::kInt64);
    for (std::size_t row = 0; row < rows.size(); ++row)
        std::ranges::copy(rows[row],
                          tensor.data_ptr<std::int64_t>() + static_cast<std::ptrdiff_t>(row * longest));
    return tensor;
}

}
