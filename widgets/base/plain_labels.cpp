#include "widgets/base/plain_labels.h"

#include <QHelpEvent>
#include <QLabel>
#include <QToolTip>

namespace widgets {

namespace {

constexpr auto kRichToolTip = "richToolTip";

}

bool PlainLabels::eventFilter(QObject* object, QEvent* event)
{
    if (event->type() == QEvent::Polish) {
        auto* label = qobject_cast<QLabel*>(object);
        const bool isToolTip = label && label->inherits("QTipLabel"); // one for all tool tips
        if (label && !isToolTip && label->textFormat() == Qt::AutoText)
            label->setTextFormat(Qt::PlainText);
    } else if (event->type() == QEvent::ToolTip) {
        auto* widget = qobject_cast<QWidget*>(object);
        if (widget && Qt::mightBeRichText(widget->toolTip()) && !widget->property(kRichToolTip).toBool()) {
            QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(),
                               QStringLiteral("<qt>%1</qt>").arg(widget->toolTip().toHtmlEscaped()), widget);
            return true;
        }
    }
    return false;
}

void setRichToolTip(QWidget* widget, const QString& html)
{
    widget->setProperty(kRichToolTip, true);
    widget->setToolTip(html);
}

}
