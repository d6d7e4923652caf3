#include "widgets/transcript/transcript_states.h"

#include "widgets/base/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace widgets {

namespace {

constexpr int kBarHeight = 4;
constexpr int kGapUnderBar = 8;

}

TranscriptStates::TranscriptStates(QWidget* parent)
    : QWidget(parent)
    , m_timedText(new QLabel(this))
    , m_untimedText(new QToolButton(this))
    , m_next(new QToolButton(this))
{
    setObjectName(QStringLiteral("transcriptStates"));
    m_timedText->setObjectName(QStringLiteral("timedWords"));
    m_untimedText->setObjectName(QStringLiteral("untimedWords"));
    m_next->setObjectName(QStringLiteral("nextUntimed"));
    for (QToolButton* button : {m_untimedText, m_next}) {
        button->setAutoRaise(true);
        button->setCursor(Qt::PointingHandCursor);
        connect(button, &QToolButton::clicked, this, &TranscriptStates::nextUntimedWished);
    }
    setNextKey({});
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, kBarHeight + kGapUnderBar, 0, 0);
    row->setSpacing(14);
    row->addWidget(m_timedText);
    row->addWidget(m_untimedText);
    row->addStretch(1);
    row->addWidget(m_next);
    setCounts(0, 0);
}

void TranscriptStates::setNextKey(const QString& key)
{
    m_next->setText(key.isEmpty() ? tr("Next without times") : tr("%1 next without times").arg(key));
}

void TranscriptStates::setCounts(int timed, int untimed)
{
    m_timed = timed;
    m_untimed = untimed;
    m_timedText->setText(tr("timed %1").arg(timed));
    m_untimedText->setText(tr("without times %1").arg(untimed));
    m_untimedText->setEnabled(untimed > 0);
    m_untimedText->setToolTip(untimed > 0 ? tr("Goes to the next word without times") : QString());
    m_next->setVisible(untimed > 0);
    update();
}

void TranscriptStates::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.fillRect(0, 0, width(), kBarHeight, theme.raised);
    const int all = m_timed + m_untimed;
    if (all == 0)
        return;
    const int split = static_cast<int>(static_cast<qint64>(width()) * m_timed / all);
    painter.fillRect(0, 0, split, kBarHeight, theme.text);
    painter.setPen(QPen(theme.muted, kBarHeight, Qt::DotLine)); // told by more than its colour
    if (m_untimed > 0)
        painter.drawLine(split, kBarHeight / 2, width(), kBarHeight / 2);
}

}
