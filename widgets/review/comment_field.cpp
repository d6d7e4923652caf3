#include "widgets/review/comment_field.h"

#include <QKeyEvent>

namespace widgets {

namespace {

bool isEnter(const QKeyEvent& key)
{
    return key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
}

}

CommentField::CommentField(QWidget* parent) : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFixedHeight(fontMetrics().lineSpacing() * 2 + 16);
}

void CommentField::setText(const QString& text)
{
    if (text != toPlainText())
        setPlainText(text);
}

/// Enter is the field's own as long as somebody writes, whatever else it does in the window.
bool CommentField::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && isEnter(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QPlainTextEdit::event(event);
}

void CommentField::keyPressEvent(QKeyEvent* event)
{
    const bool isNewLine = event->modifiers() & Qt::ShiftModifier;
    const bool isCommit = event->modifiers() & Qt::ControlModifier;
    if (event->key() != Qt::Key_Escape && (!isEnter(*event) || isNewLine)) {
        QPlainTextEdit::keyPressEvent(event);
        return;
    }
    clearFocus();
    emit left();
    if (isEnter(*event) && isCommit)
        emit commitWished();
}

void CommentField::focusOutEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        emit edited(toPlainText().trimmed());
}

}
