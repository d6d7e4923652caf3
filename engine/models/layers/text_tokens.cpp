#include "engine/models/layers/text_tokens.h"

#include "engine/core/error.h"
#include "engine/core/utf8.h"

#include <algorithm>

namespace engine {

TextTokens TextTokens::ofWords(std::vector<std::string> words)
{
    TextTokens tokens;
    tokens.m_words = TokenVocabulary(std::move(words));
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
    pieces.resize(
        std::min(pieces.size(), static_cast<std::size_t>(std::max<std::int64_t>(longest - marks, 0))));
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
        return {{"lengths", (ids != TokenVocabulary::padding).sum(1).clamp_min(1)}, {"ids", ids}};
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

}
