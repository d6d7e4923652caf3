#include "widgets/notices/notice_box.h"

#include "widgets/base/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace widgets {

namespace {

constexpr int kStepMs = 100;
constexpr int kCorner = 8;

}

NoticeBox::NoticeBox(const QString& text, const QList<NoticeAction>& actions, int seconds, QWidget* parent)
    : QFrame(parent)
    , m_text(new QLabel(text, this))
    , m_total(seconds * 1000)
    , m_left(m_total)
{
    setObjectName(QStringLiteral("notice"));
    setAccessibleName(text);
    m_text->setObjectName(QStringLiteral("noticeText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 8, 6, 10);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    for (const NoticeAction& action : actions) {
        auto* button = new QToolButton(this);
        button->setObjectName(QStringLiteral("noticeAction"));
        button->setText(action.text);
        button->setFocusPolicy(Qt::NoFocus);
        connect(button, &QToolButton::clicked, this, [this, act = action.act] {
            emit over();
            act();
        });
        row->addWidget(button, 0, Qt::AlignVCenter);
    }
    auto* close = new QToolButton(this);
    close->setObjectName(QStringLiteral("noticeClose"));
    close->setText(QStringLiteral("×"));
    close->setAccessibleName(tr("Close"));
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::NoFocus);
    connect(close, &QToolButton::clicked, this, &NoticeBox::over);
    row->addWidget(close, 0, Qt::AlignTop);
    m_clock.setInterval(kStepMs);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        m_left -= kStepMs;
        update(0, height() - 4, width(), 4);
        if (m_left <= 0)
            emit over();
    });
    m_clock.start();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString NoticeBox::text() const
{
    return m_text->text();
}

void NoticeBox::beginAnew()
{
    m_left = m_total;
    update();
}

QSize NoticeBox::sizeWithin(int widest) const
{
    const int others = sizeHint().width() - m_text->sizeHint().width();
    const int line = m_text->fontMetrics().horizontalAdvance(m_text->text()) + 4;
    const int wide = std::max(1, std::min(line, widest - others));
    return {others + wide,
            std::max(layout()->minimumSize().height(),
                     m_text->heightForWidth(wide) + layout()->contentsMargins().top()
                         + layout()->contentsMargins().bottom())};
}

void NoticeBox::paintEvent(QPaintEvent* /*event*/)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(mixed(theme.line, theme.text, 0.25));
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kCorner, kCorner);
    const double part = std::clamp(static_cast<double>(m_left) / m_total, 0.0, 1.0);
    painter.fillRect(QRectF(kCorner, height() - 3.0, (width() - 2.0 * kCorner) * part, 2.0), theme.accent);
}

void NoticeBox::enterEvent(QEnterEvent* event)
{
    m_clock.stop();
    QFrame::enterEvent(event);
}

void NoticeBox::leaveEvent(QEvent* event)
{
    beginAnew();
    m_clock.start();
    QFrame::leaveEvent(event);
}

}
