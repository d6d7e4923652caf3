#include "engine/models/layers/text_tokens.h"

#include "engine/core/error.h"

#include <algorithm>
#include <array>

namespace engine {

namespace {

constexpr std::string_view kSixBits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::string inLowerCase(std::string text)
{
    std::ranges::transform(text, text.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return text;
}

}

TextTokens TextTokens::ofWords(std::vector<std::string> words)
{
    TextTokens tokens;
    tokens.m_words = Vocabulary(std::move(words));
    return tokens;
}

TextTokens TextTokens::ofPieces(const std::string& model)
{
    TextTokens tokens;
    tokens.m_pieces = std::make_shared<const PieceModel>(model);
    for (const char* const mark : {"[CLS]", "[SEP]"}) {
        if (!tokens.m_pieces->idOf(mark))
            throw FormatError("bad_pieces", "model.text.pieces",
                              std::string("has no piece ") + mark + ", which stands at an end of each text");
    }
    return tokens;
}

std::int64_t TextTokens::size() const
{
    return m_pieces ? m_pieces->size() : m_words.size();
}

std::vector<std::int64_t> TextTokens::idsOf(const std::string& text, std::int64_t longest) const
{
    std::vector<std::int64_t> pieces = m_pieces->encode(inLowerCase(text));
    constexpr std::int64_t marks = 2;
    pieces.resize(std::min(pieces.size(), static_cast<std::size_t>(std::max<std::int64_t>(longest - marks, 0))));
    std::vector<std::int64_t> ids{*m_pieces->idOf("[CLS]")};
    ids.insert(ids.end(), pieces.begin(), pieces.end());
    ids.push_back(*m_pieces->idOf("[SEP]"));
    return ids;
}

NamedTensors TextTokens::of(const std::vector<std::string>& texts, std::int64_t longest) const
{
    if (!m_pieces) {
        torch::Tensor ids = m_words.idsOf(texts);
        ids = ids.narrow(1, 0, std::min(ids.size(1), longest)).contiguous();
        return {{"lengths", (ids != Vocabulary::padding).sum(1).clamp_min(1)}, {"ids", ids}};
    }
    std::vector<std::vector<std::int64_t>> rows;
    std::vector<std::int64_t> lengths;
    for (const std::string& text : texts) {
        rows.push_back(idsOf(text, longest));
        lengths.push_back(static_cast<std::int64_t>(rows.back().size()));
    }
    const std::int64_t most = lengths.empty() ? 1 : std::ranges::max(lengths);
    torch::Tensor ids = torch::zeros({static_cast<std::int64_t>(rows.size()), most}, torch::kInt64);
    for (std::size_t i = 0; i < rows.size(); ++i)
        std::ranges::copy(rows[i], ids[static_cast<std::int64_t>(i)].data_ptr<std::int64_t>());
    return {{"ids", ids}, {"lengths", torch::tensor(lengths, torch::kInt64)}};
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
