#pragma once

#include "widgets/transcript/transcript_page.h"

#include <QElapsedTimer>
#include <QTimer>

#include <optional>

namespace widgets {

/// The running text of a recording, which can be typed in.
///
/// What is being typed is a draft: it becomes a wish (`wordsTyped`) with the blank behind it, when the caret
/// leaves it or the keyboard goes elsewhere, or after a moment without keys. The text has no history of its
/// own.
class TranscriptText : public TranscriptPage {
    Q_OBJECT
public:
    explicit TranscriptText(QWidget* parent = nullptr);

    /// Lights the word at the playhead. @param inSight  whether it is to be scrolled into sight
    void setCurrentWord(std::optional<std::size_t> word, bool inSight);
    void setLocked(bool locked); ///< whether nothing can be typed

    bool hasDraft() const { return m_draft.isOn(); }
    /// Makes a wish of what was typed.
    void takeDraft();
    /// Shows the words as they were before what is being typed.
    void dropDraft();
    /// Puts the caret behind a word and brings it into sight; absent: to the beginning.
    void putCaretBehind(std::optional<std::size_t> word);
    void selectWord(std::size_t word); ///< and brings it into sight

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
    bool focusNextPrevChild(bool next) override;
    bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;
    QMimeData* createMimeDataFromSelection() const override;

private:
    void noteEdit(int position, int removed, int added);
    void noteCaret();
    void noteSelection();
    void endDraft(bool goesOn);
    void takeKey(QKeyEvent* event);
    void typeBlank();
    void selectWholeWords();

    bool m_isPasting = false;
    int m_number = 1;
    QTimer m_idle; ///< a draft that nobody goes on with becomes a wish
    QElapsedTimer m_lastKey;
};

}
