#include "widgets/base/elided_combo_box.h"

#include <QHelpEvent>
#include <QStyleOptionComboBox>
#include <QStylePainter>
#include <QToolTip>

namespace widgets {

namespace {

/// The text as it fits into the closed box.
QString fitted(const QComboBox& box, const QStyleOptionComboBox& option)
{
    const QRect room
        = box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box);
    constexpr int margins = 4; // the style's, around the text
    return box.fontMetrics().elidedText(box.currentText(), Qt::ElideRight, room.width() - margins);
}

}

void ElidedComboBox::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    option.currentText = fitted(*this, option);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

bool ElidedComboBox::isCut() const
{
    QStyleOptionComboBox option;
    initStyleOption(&option);
    return fitted(*this, option) != currentText();
}

bool ElidedComboBox::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || !toolTip().isEmpty())
        return QComboBox::event(event);
    if (isCut())
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), currentText(), this);
    return true;
}

}
