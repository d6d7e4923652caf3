#pragma once

#include "widgets/transcript/transcript_draft.h"

#include <QTextEdit>

#include <optional>
#include <vector>

namespace widgets {

class TranscriptGutter;

/// The words of a recording as running text in paragraphs: shows them, with marks of the word at the
/// playhead, of those that are selected and of those that are doubtful, and knows where each stands.
class TranscriptPage : public QTextEdit {
    Q_OBJECT
public:
    explicit TranscriptPage(QWidget* parent = nullptr);

    /// Shows these words. Caret and selection stay at their words. Not to be called while there is a draft.
    void setWords(std::vector<TranscriptWord> words);
    const std::vector<TranscriptWord>& words() const { return m_words; }
    /// Sets which words are selected, in ascending order.
    void setSelectedWords(std::vector<std::size_t> words);
    /// The word at the caret; absent: the text has none.
    std::optional<std::size_t> wordAtCaret() const;
    std::optional<std::size_t> wordAt(QPoint position) const;
    /// The words [first, last) whose characters lie in this range of the text without the draft.
    std::pair<std::size_t, std::size_t> wordsIn(int from, int to) const;
    /// Where a character that is shown stands in the text without the draft.
    int placeBefore(int position) const { return m_draft.placeBefore(position, length()); }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

    int length() const { return document()->characterCount() - 1; }
    /// Lights this word. @return whether another was lit
    bool lightWord(std::optional<std::size_t> word);
    void bringIntoSight(std::size_t word);
    void showTimes(); ///< of paragraphs, anew
    void tidy(); ///< takes out blanks that stand where nobody goes on typing
    const std::vector<TextToken>& tokens() const { return m_tokens; }

    TranscriptDraft m_draft;
    bool m_isUpdating = false; ///< the text changes, and nobody types

private:
    void applyTextFont();
    void showMarks();
    QTextEdit::ExtraSelection markOf(std::size_t first, std::size_t last) const;

    TranscriptGutter* m_gutter;
    std::vector<TranscriptWord> m_words;
    std::vector<TextToken> m_tokens; ///< of the words, as the text had them without the draft
    std::optional<std::size_t> m_current;
    std::vector<std::size_t> m_selected;
};

}
