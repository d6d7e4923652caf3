#include "engine/parts/text/table_vectors.h"

#include "engine/core/error.h"
#include "engine/core/utf8.h"
#include "engine/features/text/spelling.h"
#include "engine/parts/text/valence_tokens.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fmt/format.h>
#include <fstream>
#include <iterator>

namespace engine {

namespace {

constexpr std::size_t kToneColumns = 3; // polarity, subjectivity, in_lexicon
constexpr std::size_t kInTable = TableVectors::kNumbers + kToneColumns;

/// The word as the table has it: in lower case, without signs around it.
std::string tableForm(std::string_view word)
{
    std::string lower = inLowerCase(std::string(word));
    for (std::size_t at = lower.find("\u2019"); at != std::string::npos; at = lower.find("\u2019"))
        lower.replace(at, std::string_view("\u2019").size(), "'");
    const std::string_view bare = withoutSigns(lower);
    return bare.empty() ? lower : std::string(bare);
}

}

TableVectors::TableVectors(const InstalledPart& part, HashedVectors spelling)
    : m_spelling(std::move(spelling))
    , m_sum(part.card.files.contains("vectors.bin") ? part.card.files.at("vectors.bin") : std::string())
{
    const std::filesystem::path words = part.file("words.txt");
    readPartTable(words, 1, [&](const auto& cells, std::size_t line) {
        if (!m_words.emplace(cells[0], static_cast<std::uint32_t>(m_words.size())).second)
            throw FormatError("part_damaged", words.string(),
                              fmt::format("line {} has '{}' once more", line, cells[0]));
    });
    const std::filesystem::path others = part.file("others.tsv");
    readPartTable(others, 2, [&](const std::vector<std::string_view>& cells, std::size_t line) {
        std::vector<std::uint32_t>& stand = m_others[std::string(cells[0])];
        for (const std::string& word : chunksOf(cells[1])) {
            const auto found = m_words.find(word);
            if (found == m_words.end())
                throw FormatError("part_damaged", others.string(),
                                  fmt::format("line {} names '{}', which the table lacks", line, word));
            stand.push_back(found->second);
        }
    });
    const std::filesystem::path vectors = part.file("vectors.bin");
    std::ifstream stream(vectors, std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(stream), {});
    const std::size_t expected = kNumbers * sizeof(float) + m_words.size() * kNumbers;
    if (bytes.size() != expected || m_words.empty())
        throw FormatError("part_damaged", vectors.string(),
                          fmt::format("has {} bytes, expected {}", bytes.size(), expected));
    m_steps.resize(kNumbers);
    std::memcpy(m_steps.data(), bytes.data(), kNumbers * sizeof(float));
    m_values.resize(m_words.size() * kNumbers);
    std::memcpy(m_values.data(), bytes.data() + kNumbers * sizeof(float), m_values.size());
    double lengths = 0;
    for (std::size_t word = 0; word < m_words.size(); ++word) {
        double squares = 0;
        for (std::size_t i = 0; i < kNumbers; ++i) {
            const double value = m_steps[i] * static_cast<float>(m_values[word * kNumbers + i]);
            squares += value * value;
        }
        lengths += std::sqrt(squares);
    }
    m_length = static_cast<float>(lengths / static_cast<double>(m_words.size()));
    for (std::size_t i = 0; i < kNumbers; ++i)
        m_columns.push_back({fmt::format("glove_{}", i)});
    for (const char* name : {"polarity", "subjectivity", "in_lexicon", "in_table"})
        m_columns.push_back({name});
}

std::string TableVectors::description() const
{
    return fmt::format(
        "GloVe 6B: 100 numbers of 8 bits for {} English words (SHA-256 {}), those of its spelling "
        "for others; polarity and subjectivity of an English lexicon",
        m_words.size(), m_sum);
}

std::vector<std::uint32_t> TableVectors::wordsFor(std::string_view word) const
{
    if (const auto found = m_words.find(word); found != m_words.end())
        return {found->second};
    if (const auto found = m_others.find(word); found != m_others.end())
        return found->second;
    if (word.ends_with("'s"))
        return wordsFor(word.substr(0, word.size() - 2));
    if (word.find('-') == std::string_view::npos)
        return {};
    std::vector<std::uint32_t> words;
    while (!word.empty()) { // of a compound, all parts or none
        const auto end = std::min(word.find('-'), word.size());
        const std::string_view part = word.substr(0, end);
        const std::vector<std::uint32_t> stand = wordsFor(part);
        if (stand.empty() && !part.empty())
            return {};
        words.insert(words.end(), stand.begin(), stand.end());
        word.remove_prefix(std::min(end + 1, word.size()));
    }
    return words;
}

void TableVectors::add(std::uint32_t word, std::span<float> row) const
{
    for (std::size_t i = 0; i < kNumbers; ++i)
        row[i] += m_steps[i] * static_cast<float>(m_values[word * kNumbers + i]);
}

bool TableVectors::knows(std::string_view word) const
{
    return !wordsFor(tableForm(word)).empty();
}

bool TableVectors::find(std::string_view word, std::span<float> row) const
{
    std::vector<float> spelt(m_spelling.columns().size());
    m_spelling.find(word, spelt);
    const std::vector<std::uint32_t> words = wordsFor(tableForm(word));
    std::ranges::fill(row, 0.0F);
    if (words.empty()) {
        double squares = 0;
        for (std::size_t i = 0; i < kNumbers; ++i)
            squares += static_cast<double>(spelt[i]) * spelt[i];
        const float scale = squares > 0 ? m_length / static_cast<float>(std::sqrt(squares)) : 0.0F;
        for (std::size_t i = 0; i < kNumbers; ++i)
            row[i] = spelt[i] * scale;
    }
    for (const std::uint32_t each : words)
        add(each, row);
    for (std::size_t i = 0; i < kNumbers && words.size() > 1; ++i)
        row[i] /= static_cast<float>(words.size());
    for (std::size_t i = 0; i < kToneColumns; ++i)
        row[kNumbers + i] = spelt[HashedVectors::kHashed + i];
    row[kInTable] = words.empty() ? 0.0F : 1.0F;
    return true;
}

}
