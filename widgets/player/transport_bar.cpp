#include "widgets/player/transport_bar.h"

#include "widgets/base/menu_text.h"

#include <QAction>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QToolButton>

#include <cmath>

namespace widgets {

namespace {

constexpr int kMostSpared = 3;
constexpr int kNarrowest = 640; // pixels: what does not fit then is less important than the panel beside it
}

QString timeCode(double seconds)
{
    const auto total = static_cast<qint64>(std::llround(std::abs(seconds) * 1000));
    return QStringLiteral("%1%2:%3:%4%5%6")
        .arg(seconds < 0 ? QStringLiteral("−") : QString())
        .arg(total / 3600000, 2, 10, QLatin1Char('0'))
        .arg(total / 60000 % 60, 2, 10, QLatin1Char('0'))
        .arg(total / 1000 % 60, 2, 10, QLatin1Char('0'))
        .arg(QLocale().decimalPoint())
        .arg(total % 1000, 3, 10, QLatin1Char('0'));
}

TransportBar::TransportBar(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
    , m_time(new QLabel(this))
    , m_frame(new QLabel(this))
{
    setObjectName(QStringLiteral("transport"));
    setAutoFillBackground(true);
    m_layout->setContentsMargins(10, 6, 12, 6);
    m_layout->setSpacing(4);
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(font().pointSizeF() * 1.3);
    fixed.setWeight(QFont::DemiBold);
    m_time->setFont(fixed);
    m_time->setObjectName(QStringLiteral("timeCode"));
    m_time->setAccessibleName(tr("Position"));
    m_time->setContentsMargins(12, 0, 10, 0);
    m_frame->setObjectName(QStringLiteral("frameNumber"));
    m_frame->setAccessibleName(tr("Frame"));
    m_frame->setContentsMargins(0, 0, 10, 0);
    m_frame->setMinimumWidth(fontMetrics().horizontalAdvance(tr("frame %1").arg(QStringLiteral("000000"))));
    m_frame->setForegroundRole(QPalette::PlaceholderText);
    setPosition(0.0, -1);
}

void TransportBar::addButton(QAction* action)
{
    auto* button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setIconSize({20, 20});
    button->setFixedSize(32, 32);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(widgets::withoutMnemonic(action->text()));
    m_layout->addWidget(button);
}

void TransportBar::addChip(QAction* action)
{
    if (m_layout->indexOf(m_time) < 0) {
        m_layout->addWidget(m_time);
        m_layout->addWidget(m_frame);
    }
    auto* button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setObjectName(QStringLiteral("chip"));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
    if (action->menu())
        button->setPopupMode(QToolButton::InstantPopup);
    const auto follow = [button, action] {
        button->setAccessibleName(action->iconText());
        button->setVisible(action->isVisible());
    };
    follow();
    connect(action, &QAction::changed, button, follow);
    m_layout->addWidget(button);
    m_chips << button;
}

void TransportBar::addControl(QWidget* control)
{
    m_layout->addWidget(control);
    m_controls << control;
}

void TransportBar::addStretchWidget(QWidget* widget)
{
    m_layout->addSpacing(14);
    m_layout->addWidget(widget, 1);
    m_stretched << widget;
}

QSize TransportBar::minimumSizeHint() const
{
    return {kNarrowest, QWidget::minimumSizeHint().height()};
}

void TransportBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    for (int spared = 0; spared <= kMostSpared; ++spared) {
        spare(spared);
        m_layout->invalidate();
        if (m_layout->totalMinimumSize().width() <= width())
            break;
    }
    m_layout->activate();
}

/// What goes first where there is little room: the chips' texts and the frame's number, then the overview,
/// then the other controls.
void TransportBar::spare(int steps)
{
    m_frame->setVisible(steps < 1);
    for (QToolButton* chip : m_chips)
        chip->setToolButtonStyle(steps >= 1 && !chip->icon().isNull() ? Qt::ToolButtonIconOnly
                                                                      : Qt::ToolButtonTextBesideIcon);
    for (QWidget* widget : m_stretched)
        widget->setVisible(steps < 2);
    for (QWidget* control : m_controls)
        control->setVisible(steps < kMostSpared);
}

void TransportBar::setPosition(double seconds, qint64 frame)
{
    m_time->setText(timeCode(seconds));
    m_frame->setText(frame < 0 ? tr("no picture") : tr("frame %1").arg(frame));
}

}
