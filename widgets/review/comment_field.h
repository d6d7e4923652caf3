#pragma once

#include <QPlainTextEdit>

namespace widgets {

/// A comment of a few lines. Enter takes it and leaves the field; Shift+Enter begins a new line; Ctrl+Enter
/// takes it and asks to commit.
class CommentField : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit CommentField(QWidget* parent = nullptr);

    QString text() const { return toPlainText(); }
    void setText(const QString& text); ///< never emits

signals:
    void edited(const QString& comment); ///< the comment is finished; without blanks at its ends
    void left(); ///< by Enter or Esc: the keyboard is free
    void commitWished();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
};

}
