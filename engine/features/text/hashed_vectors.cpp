#include "engine/features/text/hashed_vectors.h"

#include "engine/core/utf8.h"
#include "engine/features/text/spelling.h"
#include "engine/features/text/vector_layout.h"

#include <array>
#include <cmath>
#include <fmt/format.h>

namespace engine {

namespace {

constexpr std::uint64_t kBuckets = 1U << 16U;
constexpr std::size_t kShortest = 3; // characters of a piece
constexpr std::size_t kLongest = 6;

/// SplitMix64 (Steele, Lea, Flood, OOPSLA 2014).
class RandomNumbers {
public:
    explicit RandomNumbers(std::uint64_t seed) : m_state(seed) { }

    std::uint64_t next()
    {
        std::uint64_t mixed = (m_state += 0x9e3779b97f4a7c15ULL);
        mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9ULL;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebULL;
        return mixed ^ (mixed >> 31U);
    }
    /// Nearly normal, mean 0: the sum of four uniform numbers of 16 bits, so that it is exact everywhere.
    double normal()
    {
        const std::uint64_t bits = next();
        std::int64_t sum = 0;
        for (unsigned part = 0; part < 4; ++part)
            sum += static_cast<std::int64_t>((bits >> (16U * part)) & 0xffffU);
        return static_cast<double>(sum - 2 * 0xffff) / 37837.0; // its deviation
    }

private:
    std::uint64_t m_state;
};

void addPiece(std::string_view piece, std::array<double, HashedVectors::kHashed>& sum)
{
    RandomNumbers numbers(hashOfSpelling(piece) % kBuckets);
    for (double& value : sum)
        value += numbers.normal();
}

}

HashedVectors::HashedVectors(SentimentLexicon lexicon) : m_lexicon(std::move(lexicon))
{
    for (std::size_t i = 0; i < kHashed; ++i)
        m_columns.push_back({fmt::format("hash_{}", i)});
    m_columns.push_back({"polarity"});
    m_columns.push_back({"subjectivity"});
    m_columns.push_back({"in_lexicon"});
}

std::string HashedVectors::description() const
{
    return "untrained hash of spellings (300 numbers), and polarity and subjectivity of an English lexicon; "
           "knows nothing of meanings";
}

bool HashedVectors::find(std::string_view spelt, std::span<float> row) const
{
    const std::string lower = inLowerCase(std::string(spelt));
    const std::string_view bare = withoutSigns(lower);
    const std::string_view word = bare.empty() ? std::string_view(lower) : bare;
    const std::u32string points = U'<' + codePoints(word) + U'>';
    std::array<double, kHashed> sum{};
    addPiece(word, sum);
    for (std::size_t length = kShortest; length <= kLongest; ++length) {
        for (std::size_t first = 0; first + length <= points.size(); ++first) {
            std::string piece;
            for (const char32_t point : std::u32string_view(points).substr(first, length))
                appendUtf8(piece, point);
            addPiece(piece, sum);
        }
    }
    double squares = 0;
    for (const double value : sum)
        squares += value * value;
    const double length = std::sqrt(squares);
    for (std::size_t i = 0; i < kHashed; ++i)
        row[i] = length > 0 ? static_cast<float>(sum[i] / length) : 0.0F;
    const auto tone = m_lexicon.find(word);
    row[kHashed] = tone ? tone->polarity : 0.0F;
    row[kHashed + 1] = tone ? tone->subjectivity : 0.0F;
    row[kHashed + 2] = tone ? 1.0F : 0.0F;
    return true;
}

}
