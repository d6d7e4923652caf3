#pragma once

#include <QToolButton>

namespace widgets {

/// A control of a card.
inline QToolButton* smallButton(const QString& text, const char* name, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    button->setProperty("cardControl", true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

}
