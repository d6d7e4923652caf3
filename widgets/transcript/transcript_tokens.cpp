#include "widgets/transcript/transcript_tokens.h"

#include <algorithm>

namespace widgets {

namespace {

constexpr QChar kEmptyWord(0x00b7); // ·

bool isGap(QChar letter)
{
    return letter.isSpace() && letter != QChar::Nbsp;
}

bool isBreak(QChar letter)
{
    return letter == QLatin1Char('\n') || letter == QChar::ParagraphSeparator;
}

}

std::vector<TextToken> tokensOf(const QString& text)
{
    std::vector<TextToken> tokens;
    const int size = static_cast<int>(text.size());
    bool isAfterBreak = false;
    for (int at = 0; at < size;) {
        if (isGap(text[at])) {
            isAfterBreak = isAfterBreak || isBreak(text[at]);
            ++at;
            continue;
        }
        int end = at;
        while (end < size && !isGap(text[end]))
            ++end;
        tokens.push_back({at, end - at, isAfterBreak && !tokens.empty()});
        isAfterBreak = false;
        at = end;
    }
    return tokens;
}

QString shownToken(const QString& word)
{
    QString shown = word.simplified();
    for (const QChar frame : {QChar(0xfdd0), QChar(0xfdd1)}) // which a text document takes for line ends
        shown.replace(frame, QChar::ReplacementCharacter);
    return shown.isEmpty() ? QString(kEmptyWord) : shown.replace(QLatin1Char(' '), QChar::Nbsp);
}

QString typedWord(const QString& token)
{
    return token == kEmptyWord ? QString() : QString(token).replace(QChar::Nbsp, QLatin1Char(' '));
}

TextReplacement replacementFor(const QString& text, const std::vector<TextToken>& tokens,
                               const std::vector<TranscriptWord>& words)
{
    const auto isSame = [&](std::size_t token, std::size_t word) {
        const TextToken& shown = tokens[token];
        return (token == 0) == (word == 0)
            && (word == 0 || shown.beginsParagraph == words[word].beginsParagraph)
            && QStringView(text).mid(shown.start, shown.length) == shownToken(words[word].text);
    };
    std::size_t first = 0;
    while (first < std::min(tokens.size(), words.size()) && isSame(first, first))
        ++first;
    std::size_t last = 0; // of the same at the end
    while (last < std::min(tokens.size(), words.size()) - first
           && isSame(tokens.size() - 1 - last, words.size() - 1 - last))
        ++last;
    TextReplacement replacement;
    replacement.first = first;
    replacement.before = tokens.size() - last - first;
    replacement.after = words.size() - last - first;
    replacement.from = first == 0 ? 0 : tokens[first - 1].end();
    replacement.to
        = replacement.before == 0 ? replacement.from : tokens[first + replacement.before - 1].end();
    for (std::size_t word = first; word < first + replacement.after; ++word) {
        if (word > 0)
            replacement.text += QLatin1Char(words[word].beginsParagraph ? '\n' : ' ');
        replacement.text += shownToken(words[word].text);
    }
    return replacement;
}

int tokenUpTo(const std::vector<TextToken>& tokens, int position)
{
    const auto next = std::ranges::partition_point(
        tokens, [&](const TextToken& token) { return token.start <= position; });
    return static_cast<int>(next - tokens.begin()) - 1;
}

}
