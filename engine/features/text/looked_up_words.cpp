#include "engine/features/text/looked_up_words.h"

#include "engine/core/utf8.h"
#include "engine/features/text/spelling.h"

#include <algorithm>

namespace engine {

std::vector<std::string> spellingsOf(const std::string& word)
{
    std::vector<std::string> spellings{word};
    const std::string lower = inLowerCase(word);
    if (lower != word)
        spellings.push_back(lower);
    const std::string_view bare = withoutSigns(lower);
    if (!bare.empty() && bare.size() < lower.size())
        spellings.emplace_back(bare);
    return spellings;
}

void VectorCoverage::add(const VectorCoverage& other)
{
    words += other.words;
    known += other.known;
    for (const auto& [word, count] : other.unknown)
        unknown[word] += count;
}

FeatureRows lookedUpWords(const std::vector<Interval>& times, const std::vector<std::string>& words,
                          const WordVectors& vectors, VectorCoverage& coverage)
{
    FeatureRows rows;
    rows.columns = vectors.columns();
    rows.intervals = times;
    rows.values = FeatureMatrix(words.size(), rows.columns.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        ++coverage.words;
        const std::span<float> row = rows.values.row(i);
        if (std::ranges::any_of(spellingsOf(words[i]),
                                [&](const std::string& word) { return vectors.find(word, row); })) {
            ++coverage.known;
        } else {
            ++coverage.unknown[words[i]];
            vectors.findUnknown(row);
        }
    }
    return rows;
}

}
