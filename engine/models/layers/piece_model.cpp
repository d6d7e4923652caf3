#include "engine/models/layers/piece_model.h"

#include "engine/core/error.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

namespace engine {

namespace {

constexpr std::string_view kSixBits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view kBlank = "\u2581", kReplacement = "\uFFFD";

[[noreturn]] void refuseModel(const char* what)
{
    throw FormatError("bad_pieces", "model.text.pieces",
                      std::string(what) + "; expected the spiece.model beside an ALBERT");
}

/// The fields of a message of Protocol Buffers, one after the other.
class MessageReader {
public:
    explicit MessageReader(std::string_view bytes) : m_rest(bytes) { }

    /// Goes to the next field; false at the end.
    bool next()
    {
        if (m_rest.empty())
            return false;
        const std::uint64_t key = number();
        m_field = key >> 3U;
        constexpr std::uint64_t varint = 0, fixed64 = 1, bytes = 2, fixed32 = 5;
        switch (key & 7U) {
        case varint:
            m_number = number();
            break;
        case fixed64:
            m_bytes = take(sizeof(std::uint64_t));
            break;
        case bytes:
            m_bytes = take(number());
            break;
        case fixed32:
            m_bytes = take(sizeof(std::uint32_t));
            break;
        default:
            refuseModel("is no model of SentencePiece");
        }
        return true;
    }

    std::uint64_t field() const { return m_field; }
    std::uint64_t value() const { return m_number; }
    std::string_view bytes() const { return m_bytes; }
    float real() const
    {
        float value = 0.0F;
        if (m_bytes.size() == sizeof value)
            std::memcpy(&value, m_bytes.data(), sizeof value);
        return value;
    }

private:
    std::string_view take(std::uint64_t count)
    {
        if (count > m_rest.size())
            refuseModel("ends in the middle");
        const std::string_view taken = m_rest.substr(0, count);
        m_rest.remove_prefix(count);
        return taken;
    }

    std::uint64_t number()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const auto byte = static_cast<unsigned char>(take(1).front());
            value |= static_cast<std::uint64_t>(byte & 127U) << shift;
            if (byte < 128)
                return value;
        }
        refuseModel("is no model of SentencePiece");
    }

    std::string_view m_rest, m_bytes;
    std::uint64_t m_field = 0, m_number = 0;
};

/// Bytes of the character that a text begins with; 0 where it is no UTF-8.
std::size_t characterBytes(std::string_view text)
{
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t count = first < 0x80 ? 1
        : first >= 0xC2 && first < 0xE0    ? 2
        : first >= 0xE0 && first < 0xF0    ? 3
        : first >= 0xF0 && first < 0xF5    ? 4
                                           : 0;
    if (count > text.size())
        return 0;
    for (std::size_t i = 1; i < count; ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U)
            return 0;
    }
    return count;
}

// A unit of the double array of replacements (the format of Darts-clone).
bool hasUnitLeaf(std::uint32_t unit)
{
    return (unit >> 8U & 1U) != 0;
}
std::uint32_t unitLabel(std::uint32_t unit)
{
    return unit & (1U << 31U | 0xFFU);
}
std::uint32_t unitOffset(std::uint32_t unit)
{
    return (unit >> 10U) << ((unit & 1U << 9U) >> 6U);
}
std::uint32_t unitValue(std::uint32_t unit)
{
    return unit & ((1U << 31U) - 1U);
}

}

PieceModel::PieceModel(std::string_view bytes)
{
    constexpr std::uint64_t pieces = 1, trainer = 2, normaliser = 3;
    for (MessageReader reader(bytes); reader.next();) {
        if (reader.field() == pieces)
            addPiece(reader.bytes());
        else if (reader.field() == normaliser)
            readNormaliser(reader.bytes());
        else if (reader.field() == trainer) {
            constexpr std::uint64_t modelType = 3, unigram = 1;
            for (MessageReader spec(reader.bytes()); spec.next();) {
                if (spec.field() == modelType && spec.value() != unigram)
                    refuseModel("is no unigram model");
            }
        }
    }
    if (m_scores.empty() || m_unknown < 0)
        refuseModel("is no model of SentencePiece");
}

void PieceModel::addPiece(std::string_view message)
{
    std::string text;
    float score = 0.0F;
    std::uint64_t kind = 1;
    for (MessageReader reader(message); reader.next();) {
        if (reader.field() == 1)
            text = std::string(reader.bytes());
        else if (reader.field() == 2)
            score = reader.real();
        else if (reader.field() == 3)
            kind = reader.value();
    }
    if (!std::isfinite(score))
        refuseModel("has a piece whose score is no number");
    const auto id = static_cast<std::int64_t>(m_scores.size());
    m_scores.push_back(score);
    m_ids.emplace(text, id);
    if (kind == static_cast<std::uint64_t>(Kind::Unknown))
        m_unknown = id;
    const bool isFound = kind == static_cast<std::uint64_t>(Kind::Normal)
        || kind == static_cast<std::uint64_t>(Kind::UserDefined);
    if (isFound && !text.empty()) {
        m_found.emplace(text, id);
        m_longest = std::max(m_longest, text.size());
    }
}

void PieceModel::readNormaliser(std::string_view message)
{
    constexpr std::uint64_t charsMap = 2, dummyPrefix = 3, extraBlanks = 4, escapes = 5;
    for (MessageReader reader(message); reader.next();) {
        if (reader.field() == dummyPrefix)
            m_beginsWithBlank = reader.value() != 0;
        else if (reader.field() == extraBlanks)
            m_joinsBlanks = reader.value() != 0;
        else if (reader.field() == escapes)
            m_escapesBlanks = reader.value() != 0;
        if (reader.field() != charsMap || reader.bytes().empty())
            continue;
        std::uint32_t size = 0;
        const std::string_view map = reader.bytes();
        if (map.size() < sizeof size)
            refuseModel("has damaged replacements");
        std::memcpy(&size, map.data(), sizeof size);
        if (size % sizeof(std::uint32_t) != 0 || size > map.size() - sizeof size)
            refuseModel("has damaged replacements");
        m_trie.resize(size / sizeof(std::uint32_t));
        if (size > 0)
            std::memcpy(m_trie.data(), map.data() + sizeof size, size);
        m_replacements = std::string(map.substr(sizeof size + size)) + '\0';
    }
}

std::optional<std::int64_t> PieceModel::idOf(const std::string& piece) const
{
    const auto found = m_ids.find(piece);
    return found == m_ids.end() ? std::nullopt : std::optional(found->second);
}

PieceModel::Replacement PieceModel::replacementAt(std::string_view text) const
{
    Replacement longest;
    std::size_t node = m_trie.empty() ? 0 : unitOffset(m_trie[0]);
    for (std::size_t i = 0; i < text.size() && !m_trie.empty(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        node ^= byte;
        if (node >= m_trie.size() || unitLabel(m_trie[node]) != byte)
            break;
        const std::uint32_t unit = m_trie[node];
        node ^= unitOffset(unit);
        if (node >= m_trie.size())
            break;
        if (const std::size_t place = hasUnitLeaf(unit) ? unitValue(m_trie[node]) : m_replacements.size();
            place < m_replacements.size())
            longest = {i + 1, std::string_view(m_replacements.c_str() + place)};
    }
    if (longest.bytes > 0)
        return longest;
    const std::size_t own = characterBytes(text);
    return own > 0 ? Replacement{own, text.substr(0, own)} : Replacement{1, kReplacement};
}

std::string PieceModel::normalised(const std::string& text) const
{
    const std::string blank(m_escapesBlanks ? kBlank : " ");
    std::string result;
    bool isAfterBlank = m_joinsBlanks; // those at the beginning are passed over
    for (std::string_view rest = text; !rest.empty();) {
        const Replacement next = replacementAt(rest);
        rest.remove_prefix(next.bytes);
        for (const char c : next.by) {
            if (c == ' ' && isAfterBlank)
                continue;
            if (result.empty() && m_beginsWithBlank)
                result = blank;
            c == ' ' ? result += blank : result += c;
            isAfterBlank = m_joinsBlanks && c == ' ';
        }
    }
    while (m_joinsBlanks && result.ends_with(blank))
        result.resize(result.size() - blank.size());
    return result;
}

std::vector<std::int64_t> PieceModel::encode(const std::string& text) const
{
    struct Best {
        float score = -std::numeric_limits<float>::infinity(); // as the library adds, so that ties end alike
        std::size_t from = 0;
        std::int64_t piece = -1;
    };
    const std::string seen = normalised(text);
    constexpr float belowLeast = 10.0F; // as far is an unknown character from the least likely piece
    const float unknownScore = *std::ranges::min_element(m_scores) - belowLeast;
    std::vector<Best> best(seen.size() + 1);
    best[0].score = 0.0F;
    for (std::size_t begin = 0; begin < seen.size();) {
        const std::size_t own
            = std::max<std::size_t>(1, characterBytes(std::string_view(seen).substr(begin)));
        bool isCovered = false;
        for (std::size_t bytes = 1; bytes <= std::min(m_longest, seen.size() - begin); ++bytes) {
            const auto found = m_found.find(std::string_view(seen).substr(begin, bytes));
            if (found == m_found.end())
                continue;
            isCovered = isCovered || bytes == own;
            const float score = best[begin].score + m_scores[static_cast<std::size_t>(found->second)];
            if (Best& there = best[begin + bytes]; score >= there.score)
                there = {score, begin, found->second};
        }
        if (Best& there = best[begin + own]; !isCovered && best[begin].score + unknownScore > there.score)
            there = {best[begin].score + unknownScore, begin, m_unknown};
        begin += own;
    }
    std::vector<std::int64_t> pieces;
    for (std::size_t end = seen.size(); end > 0; end = best[end].from) {
        const bool continuesUnknown
            = !pieces.empty() && pieces.back() == m_unknown && best[end].piece == m_unknown;
        if (!continuesUnknown) // several unknown characters are one piece
            pieces.push_back(best[end].piece);
    }
    std::ranges::reverse(pieces);
    return pieces;
}

std::string textOfBytes(const std::string& bytes)
{
    std::string text;
    constexpr std::size_t group = 3;
    for (std::size_t i = 0; i < bytes.size(); i += group) {
        std::uint32_t bits = 0;
        for (std::size_t k = 0; k < group; ++k)
            bits = bits << 8U | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
        for (std::size_t k = 0; k <= group; ++k)
            text += i + k > bytes.size() ? '=' : kSixBits[bits >> (18U - 6U * k) & 63U];
    }
    return text;
}

std::string bytesOfText(const std::string& text)
{
    std::string bytes;
    std::uint32_t bits = 0;
    unsigned held = 0;
    for (const char c : text) {
        if (c == '=')
            break;
        const std::size_t value = kSixBits.find(c);
        if (value == std::string_view::npos)
            throw FormatError("bad_pieces", "model.text.model", "is damaged");
        bits = bits << 6U | static_cast<std::uint32_t>(value);
        held += 6;
        if (held >= 8) {
            held -= 8;
            bytes += static_cast<char>(bits >> held & 255U);
        }
    }
    return bytes;
}

}
