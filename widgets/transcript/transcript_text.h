#pragma once

#include "widgets/transcript/transcript_tokens.h"

#include <QElapsedTimer>
#include <QTextEdit>
#include <QTimer>

#include <optional>
#include <vector>

namespace widgets {

class TranscriptGutter;

/// The words of a recording as running text in paragraphs, which can be typed in.
///
/// What is being typed is a draft: it becomes a wish (`wordsTyped`) with the blank behind it, when the caret
/// leaves it or the keyboard goes elsewhere, or after a moment without keys. The text has no history of its
/// own.
class TranscriptText : public QTextEdit {
    Q_OBJECT
public:
    explicit TranscriptText(QWidget* parent = nullptr);

    /// Shows these words. Caret and selection stay at their words. Not to be called while there is a draft.
    void setWords(std::vector<TranscriptWord> words);
    const std::vector<TranscriptWord>& words() const { return m_words; }
    /// Lights the word at the playhead. @param inSight  whether it is to be scrolled into sight
    void setCurrentWord(std::optional<std::size_t> word, bool inSight);
    /// Sets which words are selected, in ascending order.
    void setSelectedWords(std::vector<std::size_t> words);
    void setLocked(bool locked); ///< whether nothing can be typed

    bool hasDraft() const { return m_hasDraft; }
    /// Makes a wish of what was typed.
    void takeDraft();
    /// Shows the words as they were before what is being typed.
    void dropDraft();
    /// Puts the caret behind a word and brings it into sight; absent: to the beginning.
    void putCaretBehind(std::optional<std::size_t> word);
    void selectWord(std::size_t word); ///< and brings it into sight
    /// The word at the caret; absent: the text has none.
    std::optional<std::size_t> wordAtCaret() const;

signals:
    /// `removed` words from `first` on are to become these. Wishes with the same number that follow each
    /// other belong to one word.
    void wordsTyped(std::size_t first, std::size_t removed, const QStringList& texts, int number);
    void typingBegan(); ///< the first letter of a draft
    void draftEnded(); ///< after the wish, or without one
    void wordClicked(std::size_t word);
    void wordDoubleClicked(std::size_t word);
    void wordsSelected(std::size_t first, std::size_t last); ///< [first, last); the same: none
    void playWished();
    void backWished();
    void undoWished();
    void redoWished();
    void leaveWished();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool focusNextPrevChild(bool next) override;
    bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;
    QMimeData* createMimeDataFromSelection() const override;

private:
    friend class TranscriptGutter;

    void noteEdit(int position, int removed, int added);
    void noteCaret();
    void noteSelection();
    void endDraft(bool goesOn);
    void tidy();
    void takeKey(QKeyEvent* event);
    void typeBlank();
    void selectWholeWords();
    void applyTextFont();
    /// Where a character of the words as they were set stands now.
    int placeNow(int position) const;
    /// And the other way round.
    int placeBefore(int position) const;
    std::optional<std::size_t> wordAt(QPoint position) const;
    /// The words [first, last) whose characters lie in this range.
    std::pair<std::size_t, std::size_t> wordsIn(int from, int to) const;
    void showMarks();
    QTextEdit::ExtraSelection markOf(std::size_t first, std::size_t last) const;
    void bringIntoSight(std::size_t word);

    TranscriptGutter* m_gutter;
    std::vector<TranscriptWord> m_words;
    std::vector<TextToken> m_tokens; ///< of the words, as the text had them without the draft
    std::optional<std::size_t> m_current;
    std::vector<std::size_t> m_selected;
    bool m_isUpdating = false; ///< the text changes because words were set
    bool m_isPasting = false;
    bool m_hasDraft = false;
    int m_head = 0; ///< characters at the beginning that the draft left alone
    int m_tail = 0; ///< and at the end
    int m_cleanLength = 0; ///< of the text without the draft
    int m_number = 1;
    QTimer m_idle; ///< a draft that nobody goes on with becomes a wish
    QElapsedTimer m_lastKey;
};

}
