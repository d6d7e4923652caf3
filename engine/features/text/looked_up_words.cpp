#include "engine/features/text/looked_up_words.h"

#include "engine/core/utf8.h"
#include "engine/features/text/spelling.h"

namespace engine {

namespace {

bool find(const WordVectors& vectors, const std::string& word, std::span<float> row)
{
    if (vectors.find(word, row))
        return true;
    const std::string lower = inLowerCase(word);
    if (lower != word && vectors.find(lower, row))
        return true;
    const std::string_view bare = withoutSigns(lower);
    return !bare.empty() && bare.size() < lower.size() && vectors.find(bare, row);
}

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
        if (find(vectors, words[i], rows.values.row(i))) {
            ++coverage.known;
        } else {
            ++coverage.unknown[words[i]];
            vectors.findUnknown(rows.values.row(i));
        }
    }
    return rows;
}

}
