#pragma once

#include "widgets/transcript/transcript_tokens.h"

#include <QStringList>

#include <vector>

namespace widgets {

/// The part of a text that is not as the words are any more, because a person types there.
class TranscriptDraft {
public:
    bool isOn() const { return m_isOn; }
    /// The text is as the words are. @param length  of the text
    void end(int length);
    /// Characters were typed or taken away. @param added  characters from `position` on. @param length  of
    /// the text with them. @return whether the draft began with this
    bool note(int position, int added, int length);
    bool holds(int position, int length) const; ///< within a text of this length
    /// Where a character of the text as it was without the draft stands now.
    int placeNow(int position, int length) const;
    /// And the other way round.
    int placeBefore(int position, int length) const;

    /// What was typed: `removed` words from `first` on are to become these.
    struct Typed {
        std::size_t first = 0;
        std::size_t removed = 0;
        QStringList texts;
        bool isSame = false; ///< the words are these already
    };
    /// @param text  with the draft. @param words  as they are without it
    Typed typed(const QString& text, const std::vector<TranscriptWord>& words) const;

private:
    bool m_isOn = false;
    int m_head = 0; ///< characters at the beginning that the draft left alone
    int m_tail = 0; ///< and at the end
    int m_cleanLength = 0; ///< of the text without the draft
};

}
