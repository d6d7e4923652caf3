#pragma once

#include <QWidget>

namespace widgets {

/// Whether keys are text in this widget: then single keys are no commands.
inline bool takesText(const QWidget& widget)
{
    return widget.inputMethodHints() != Qt::ImhNone || widget.testAttribute(Qt::WA_InputMethodEnabled);
}

}
