#pragma once

#include <QLabel>

namespace widgets {

/// A text of an answer: plain, in as many lines as it needs.
inline QLabel* answerLine(const QString& name, QWidget* parent)
{
    auto* line = new QLabel(parent);
    line->setObjectName(name);
    line->setTextFormat(Qt::PlainText);
    line->setWordWrap(true);
    return line;
}

/// The text of a button with the key behind it that does the same: `Flag  ⇧F`.
inline QString textWithKey(const QString& text, const QString& key)
{
    return key.isEmpty() ? text : QStringLiteral("%1  %2").arg(text, key);
}

}
