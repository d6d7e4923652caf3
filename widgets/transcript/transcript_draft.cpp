#include "widgets/transcript/transcript_draft.h"

#include <algorithm>
#include <utility>

namespace widgets {

void TranscriptDraft::end(int length)
{
    m_isOn = false;
    m_cleanLength = length;
}

bool TranscriptDraft::note(int position, int added, int length)
{
    const int tail = std::max(0, length - position - added);
    const bool begins = !std::exchange(m_isOn, true);
    m_head = begins ? position : std::min(m_head, position);
    m_tail = begins ? tail : std::min(m_tail, tail);
    return begins;
}

bool TranscriptDraft::holds(int position, int length) const
{
    return position >= m_head && position <= length - m_tail;
}

int TranscriptDraft::placeNow(int position, int length) const
{
    return !m_isOn || position <= m_head ? position : position + length - m_cleanLength;
}

int TranscriptDraft::placeBefore(int position, int length) const
{
    return !m_isOn || position <= m_head ? position : std::max(m_head, position - (length - m_cleanLength));
}

TranscriptDraft::Typed TranscriptDraft::typed(const QString& text,
                                              const std::vector<TranscriptWord>& words) const
{
    const std::vector<TextToken> tokens = tokensOf(text);
    const auto textOf = [&](const TextToken& token) { return text.mid(token.start, token.length); };
    const std::size_t most = std::min(tokens.size(), words.size());
    std::size_t first = 0;
    while (first < most && tokens[first].end() <= m_head
           && textOf(tokens[first]) == shownToken(words[first].text))
        ++first;
    std::size_t same = 0; // at the end
    const int tail = static_cast<int>(text.size()) - m_tail;
    while (same < most - first && tokens[tokens.size() - 1 - same].start >= tail
           && textOf(tokens[tokens.size() - 1 - same]) == shownToken(words[words.size() - 1 - same].text))
        ++same;
    Typed typed;
    for (std::size_t i = first; i < tokens.size() - same; ++i)
        typed.texts << typedWord(textOf(tokens[i]));
    typed.first = first;
    typed.removed = words.size() - same - first;
    typed.isSame = typed.removed == static_cast<std::size_t>(typed.texts.size());
    for (std::size_t i = 0; typed.isSame && i < typed.removed; ++i)
        typed.isSame = words[first + i].text.simplified() == typed.texts[static_cast<qsizetype>(i)];
    return typed;
}

}
