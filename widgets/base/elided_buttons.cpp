#include "widgets/base/elided_buttons.h"

#include <QHelpEvent>
#include <QStyleOptionButton>
#include <QStylePainter>
#include <QToolTip>

#include <algorithm>

namespace widgets {

namespace {

/// What of the button's text has room.
QString fittedText(const QAbstractButton& button)
{
    const QFontMetrics metrics = button.fontMetrics();
    const int whole = metrics.size(Qt::TextShowMnemonic, button.text()).width();
    const int aroundText = button.sizeHint().width() - whole;
    return metrics.elidedText(button.text(), Qt::ElideMiddle, button.width() - aroundText,
                              Qt::TextShowMnemonic);
}

QSize narrowed(const QAbstractButton& button)
{
    constexpr int fewLetters = 6;
    const QSize whole = button.sizeHint();
    return {std::min(whole.width(), button.fontMetrics().averageCharWidth() * fewLetters), whole.height()};
}

/// Whether the event was about the tool tip of a button without one, and thereby done.
bool showsText(QAbstractButton& button, QEvent* event)
{
    if (event->type() != QEvent::ToolTip || !button.toolTip().isEmpty())
        return false;
    if (fittedText(button) != button.text())
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(),
                           button.text().replace(QLatin1String("&&"), QLatin1String("&")), &button);
    return true;
}

}

ElidedToolButton::ElidedToolButton(QWidget* parent) : QToolButton(parent)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

QSize ElidedToolButton::minimumSizeHint() const
{
    return narrowed(*this);
}

void ElidedToolButton::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.text = fittedText(*this);
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
}

bool ElidedToolButton::event(QEvent* event)
{
    return showsText(*this, event) || QToolButton::event(event);
}

ElidedPushButton::ElidedPushButton(QWidget* parent) : QPushButton(parent)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

QSize ElidedPushButton::minimumSizeHint() const
{
    return narrowed(*this);
}

void ElidedPushButton::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text = fittedText(*this);
    painter.drawControl(QStyle::CE_PushButton, option);
}

bool ElidedPushButton::event(QEvent* event)
{
    return showsText(*this, event) || QPushButton::event(event);
}

}
