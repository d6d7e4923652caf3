#include "widgets/transcript/transcript_text.h"

#include <QTextBlock>

#include <utility>

namespace widgets {

namespace {

constexpr int kIdleMs = 1500;
constexpr int kTypingMs = 4000; // after a key, the text is not scrolled to the playhead

}

TranscriptText::TranscriptText(QWidget* parent) : TranscriptPage(parent)
{
    setObjectName(QStringLiteral("transcriptText"));
    setAccessibleName(tr("Text of the recording"));
    m_idle.setSingleShot(true);
    m_idle.setInterval(kIdleMs);
    connect(&m_idle, &QTimer::timeout, this, [this] {
        if (textCursor().block().layout()->preeditAreaText().isEmpty())
            endDraft(true);
        else
            m_idle.start(); // an input method is still asking
    });
    connect(document(), &QTextDocument::contentsChange, this, &TranscriptText::noteEdit);
    connect(this, &QTextEdit::cursorPositionChanged, this, &TranscriptText::noteCaret);
    connect(this, &QTextEdit::selectionChanged, this, &TranscriptText::noteSelection);
}

void TranscriptText::setCurrentWord(std::optional<std::size_t> word, bool inSight)
{
    const bool isOther = lightWord(word);
    const bool isTyping
        = hasDraft() || (hasFocus() && m_lastKey.isValid() && m_lastKey.elapsed() < kTypingMs);
    if (isOther && inSight && word && !isTyping)
        bringIntoSight(*word);
}

void TranscriptText::setLocked(bool locked)
{
    if (isReadOnly() != locked)
        setReadOnly(locked);
}

void TranscriptText::noteEdit(int position, int, int added)
{
    if (m_isUpdating)
        return;
    if (m_draft.note(position, added, length()) && !m_isPasting && added > 0)
        emit typingBegan();
    m_lastKey.start();
    m_idle.start();
    showTimes();
}

void TranscriptText::noteCaret()
{
    if (!m_isUpdating && m_draft.isOn() && !m_draft.holds(textCursor().position(), length()))
        QTimer::singleShot(0, this, [this] { takeDraft(); }); // not in the middle of the editor's own work
}

void TranscriptText::noteSelection()
{
    if (m_isUpdating || m_draft.isOn())
        return;
    const QTextCursor cursor = textCursor();
    const auto [first, last] = cursor.hasSelection() ? wordsIn(cursor.selectionStart(), cursor.selectionEnd())
                                                     : std::pair<std::size_t, std::size_t>(0, 0);
    emit wordsSelected(first, last);
}

void TranscriptText::takeDraft()
{
    endDraft(false);
}

/// @param goesOn  what is typed next may belong to the same word
void TranscriptText::endDraft(bool goesOn)
{
    m_idle.stop();
    const int number = goesOn ? m_number : m_number++;
    if (!m_draft.isOn())
        return;
    const TranscriptDraft::Typed typed = m_draft.typed(document()->toRawText(), words());
    m_draft.end(length());
    if (!typed.isSame)
        emit wordsTyped(typed.first, typed.removed, typed.texts, number);
    emit draftEnded();
    setWords(words()); // which the answer may not have set: the text shows what there is
    noteSelection();
}

void TranscriptText::dropDraft()
{
    m_idle.stop();
    ++m_number;
    if (!m_draft.isOn())
        return;
    m_draft.end(length());
    setWords(words());
    emit draftEnded();
}

void TranscriptText::putCaretBehind(std::optional<std::size_t> word)
{
    takeDraft();
    QTextCursor caret(document());
    if (word && *word < tokens().size()) {
        caret.setPosition(tokens()[*word].end());
        if (*word + 1 == tokens().size() && caret.atEnd()) { // what is typed next is a word of its own
            m_isUpdating = true;
            caret.insertText(QStringLiteral(" "));
            m_isUpdating = false;
            m_draft.end(length());
        } else {
            caret.movePosition(QTextCursor::NextCharacter);
        }
    }
    setTextCursor(caret);
    ensureCursorVisible();
}

void TranscriptText::selectWord(std::size_t word)
{
    takeDraft();
    if (word >= tokens().size())
        return;
    QTextCursor caret(document());
    caret.setPosition(tokens()[word].start);
    caret.setPosition(tokens()[word].end(), QTextCursor::KeepAnchor);
    setTextCursor(caret);
    bringIntoSight(word);
}

}
