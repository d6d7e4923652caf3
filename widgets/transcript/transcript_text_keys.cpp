// What keys, mouse and clipboard do to the running text.
#include "widgets/transcript/transcript_text.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QTextDocumentFragment>

#include <algorithm>
#include <array>

namespace widgets {

namespace {

/// Whether the text takes this key from the window while it has the keyboard.
bool belongsToText(const QKeyEvent& event)
{
    const Qt::KeyboardModifiers held
        = event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    constexpr std::array kMoving{Qt::Key_Left,   Qt::Key_Right, Qt::Key_Home,   Qt::Key_End,
                                 Qt::Key_Up,     Qt::Key_Down,  Qt::Key_Delete, Qt::Key_Backspace,
                                 Qt::Key_Return, Qt::Key_Enter};
    constexpr std::array kAlone{Qt::Key_Tab, Qt::Key_Backtab, Qt::Key_Escape, Qt::Key_PageUp,
                                Qt::Key_PageDown};
    constexpr std::array kWithControl{Qt::Key_A, Qt::Key_C, Qt::Key_V, Qt::Key_X, Qt::Key_Y, Qt::Key_Z};
    const auto isOf
        = [&event](const auto& keys) { return std::ranges::find(keys, event.key()) != keys.end(); };
    if (held == Qt::NoModifier)
        return isOf(kMoving) || isOf(kAlone) || (!event.text().isEmpty() && event.text()[0].isPrint());
    if (held == Qt::ControlModifier)
        return isOf(kWithControl)
            || (isOf(kMoving) && event.key() != Qt::Key_Up && event.key() != Qt::Key_Down);
    return false;
}

}

bool TranscriptText::event(QEvent* event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return TranscriptPage::event(event);
    event->setAccepted(belongsToText(*static_cast<QKeyEvent*>(event)));
    return true;
}

/// Tab plays here; Esc leaves.
bool TranscriptText::focusNextPrevChild(bool)
{
    return false;
}

void TranscriptText::keyPressEvent(QKeyEvent* event)
{
    m_lastKey.start();
    const bool back = event->key() == Qt::Key_Backtab
        || (event->key() == Qt::Key_Tab && event->modifiers() & Qt::ShiftModifier);
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (back) {
        emit backWished();
    } else if (event->key() == Qt::Key_Tab) {
        emit playWished();
    } else if (event->key() == Qt::Key_Escape || (isReturn && event->modifiers() & Qt::ControlModifier)) {
        takeDraft();
        emit leaveWished();
    } else if (event->matches(QKeySequence::Undo)) {
        if (hasDraft())
            dropDraft();
        else
            emit undoWished();
    } else if (event->matches(QKeySequence::Redo)
               || (event->key() == Qt::Key_Y && event->modifiers() == Qt::ControlModifier)) {
        takeDraft();
        emit redoWished();
    } else if (isReturn || event->text() == QLatin1String(" ")) {
        typeBlank();
    } else {
        takeKey(event);
    }
}

void TranscriptText::takeKey(QKeyEvent* event)
{
    const bool isErasing = event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace
        || event->matches(QKeySequence::Cut);
    const bool erasesMuch = isErasing && textCursor().hasSelection();
    TranscriptPage::keyPressEvent(event);
    if (erasesMuch)
        takeDraft();
}

/// A word ends. One blank is enough between words; at the end of a paragraph it is the place of the next.
void TranscriptText::typeBlank()
{
    if (isReadOnly())
        return;
    QTextCursor caret = textCursor();
    const int position = caret.selectionStart();
    const QChar before = position > 0 ? document()->characterAt(position - 1) : QLatin1Char(' ');
    if (caret.hasSelection() || !before.isSpace() || before == QChar::Nbsp) {
        caret.insertText(QStringLiteral(" "));
        setTextCursor(caret);
    }
    takeDraft();
    ensureCursorVisible();
}

void TranscriptText::mousePressEvent(QMouseEvent* event)
{
    takeDraft();
    if (event->button() == Qt::LeftButton && !(event->modifiers() & Qt::ShiftModifier)) {
        QTextCursor none = textCursor(); // a drag from the selection selects anew, and carries no text away
        none.clearSelection();
        setTextCursor(none);
    }
    TranscriptPage::mousePressEvent(event);
}

void TranscriptText::mouseReleaseEvent(QMouseEvent* event)
{
    TranscriptPage::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton)
        return;
    if (textCursor().hasSelection())
        selectWholeWords();
    else if (const auto word = wordAt(event->position().toPoint()))
        emit wordClicked(*word);
}

/// Several words are selected whole, as on the timeline; within one word, letters.
void TranscriptText::selectWholeWords()
{
    QTextCursor cursor = textCursor();
    const auto [first, last] = wordsIn(cursor.selectionStart(), cursor.selectionEnd());
    if (last < first + 2)
        return;
    const bool isForward = cursor.position() > cursor.anchor();
    const int from = tokens()[first].start;
    const int to = tokens()[last - 1].end();
    cursor.setPosition(isForward ? from : to);
    cursor.setPosition(isForward ? to : from, QTextCursor::KeepAnchor);
    setTextCursor(cursor);
}

/// A second click selects the whole word, so that what is typed takes its place.
void TranscriptText::mouseDoubleClickEvent(QMouseEvent* event)
{
    takeDraft();
    const auto word = wordAt(event->position().toPoint());
    if (!word) {
        TranscriptPage::mouseDoubleClickEvent(event);
        return;
    }
    selectWord(*word);
    emit wordDoubleClicked(*word);
}

void TranscriptText::focusOutEvent(QFocusEvent* event)
{
    takeDraft();
    if (event->reason() != Qt::PopupFocusReason)
        tidy();
    TranscriptPage::focusOutEvent(event);
}

bool TranscriptText::canInsertFromMimeData(const QMimeData* source) const
{
    return source->hasText();
}

/// The words of a text, whatever stands between them: pasting is a step of its own.
void TranscriptText::insertFromMimeData(const QMimeData* source)
{
    if (isReadOnly())
        return;
    takeDraft();
    QString pasted = source->text().simplified();
    if (pasted.isEmpty())
        return;
    QTextCursor caret = textCursor();
    if (pasted.contains(QLatin1Char(' '))) { // whole words, beside those that are there
        const QChar before = caret.selectionStart() > 0 ? document()->characterAt(caret.selectionStart() - 1)
                                                        : QLatin1Char(' ');
        const QChar after = document()->characterAt(caret.selectionEnd());
        if (!before.isSpace())
            pasted.prepend(QLatin1Char(' '));
        if (!after.isNull() && !after.isSpace())
            pasted.append(QLatin1Char(' '));
    }
    m_isPasting = true;
    caret.insertText(pasted);
    m_isPasting = false;
    setTextCursor(caret);
    takeDraft();
    ensureCursorVisible();
}

QMimeData* TranscriptText::createMimeDataFromSelection() const
{
    const QString text = textCursor().selection().toPlainText();
    QString plain;
    int reached = 0;
    for (const TextToken& token : tokensOf(text)) {
        if (token.start > reached && !plain.isEmpty())
            plain += QLatin1Char(token.beginsParagraph ? '\n' : ' ');
        plain += typedWord(text.mid(token.start, token.length));
        reached = token.end();
    }
    auto* copied = new QMimeData;
    copied->setText(plain);
    return copied;
}

}
