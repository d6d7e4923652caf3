#pragma once

#include "widgets/transcript/transcript_word.h"

#include <vector>

/// Words in a text as it stands on the screen, with blanks or the ends of paragraphs between them.
namespace widgets {

/// A word in a text.
struct TextToken {
    int start = 0;
    int length = 0;
    bool beginsParagraph = false; ///< the end of a paragraph lies before it; not of the first

    int end() const { return start + length; }
};

/// The words of a text, whose paragraphs end in line feeds.
std::vector<TextToken> tokensOf(const QString& text);

/// A word's text as one token: without blanks of its own, and a sign where it is empty.
QString shownToken(const QString& word);
/// The text of a token that a person typed or left; the inverse of shownToken().
QString typedWord(const QString& token);

/// What changes in a text so that it shows other words: characters [from, to) become `text`. Blanks beside
/// what stays are kept.
struct TextReplacement {
    int from = 0;
    int to = 0;
    QString text;
    std::size_t first = 0; ///< the first token that is replaced
    std::size_t before = 0; ///< how many tokens are
    std::size_t after = 0; ///< by how many
};
TextReplacement replacementFor(const QString& text, const std::vector<TextToken>& tokens,
                               const std::vector<TranscriptWord>& words);

/// Index of the token that holds a position, its end included; the last that begins before it where none
/// does. −1: none begins before it.
int tokenUpTo(const std::vector<TextToken>& tokens, int position);

}
