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
    , m_doubtfulText(new QToolButton(this))
    , m_nextDoubtful(new QToolButton(this))
    , m_drafts(new QLabel(this))
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
    m_doubtfulText->setObjectName(QStringLiteral("doubtfulCount"));
    m_nextDoubtful->setObjectName(QStringLiteral("nextDoubtful"));
    m_drafts->setObjectName(QStringLiteral("draftWords"));
    m_drafts->setToolTip(
        tr("Words that were guessed from the sound. An edit or “Accept” makes them words like all others."));
    m_doubtfulText->setCheckable(true);
    m_doubtfulText->setToolTip(tr("Lists the words that somebody should listen to"));
    for (QToolButton* button : {m_doubtfulText, m_nextDoubtful}) {
        button->setAutoRaise(true);
        button->setCursor(Qt::PointingHandCursor);
    }
    connect(m_doubtfulText, &QToolButton::toggled, this, &TranscriptStates::doubtfulToggled);
    connect(m_nextDoubtful, &QToolButton::clicked, this, &TranscriptStates::nextDoubtfulWished);
    setNextKey({});
    setDoubtfulKey({});
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, kBarHeight + kGapUnderBar, 0, 0);
    row->setSpacing(10);
    row->addWidget(m_timedText);
    row->addWidget(m_drafts);
    row->addWidget(m_doubtfulText);
    row->addWidget(m_untimedText);
    row->addStretch(1);
    row->addWidget(m_nextDoubtful);
    row->addWidget(m_next);
    setCounts({});
}

void TranscriptStates::setNextKey(const QString& key)
{
    m_next->setText(key.isEmpty() ? tr("Next without times") : tr("%1 next without times").arg(key));
}

void TranscriptStates::setDoubtfulKey(const QString& key)
{
    m_nextDoubtful->setText(key.isEmpty() ? tr("Next doubtful") : tr("%1 next doubtful").arg(key));
}

bool TranscriptStates::showsDoubtful() const
{
    return m_doubtfulText->isChecked();
}

void TranscriptStates::setShowsDoubtful(bool shows)
{
    m_doubtfulText->setChecked(shows);
}

void TranscriptStates::setCounts(const Counts& counts)
{
    m_counts = counts;
    const auto& [timed, untimed, doubtful, drafts] = counts;
    m_doubtfulText->setText(tr("doubtful %1").arg(doubtful));
    m_doubtfulText->setVisible(doubtful > 0 || m_doubtfulText->isChecked());
    m_nextDoubtful->setVisible(doubtful > 0);
    m_drafts->setText(tr("draft %1").arg(drafts));
    m_drafts->setVisible(drafts > 0);
    m_timedText->setText(tr("timed %1").arg(timed));
    m_untimedText->setText(tr("without times %1").arg(untimed));
    m_untimedText->setEnabled(untimed > 0);
    m_untimedText->setVisible(untimed > 0 || doubtful == 0); // the panel is narrow
    m_untimedText->setToolTip(untimed > 0 ? tr("Goes to the next word without times") : QString());
    m_next->setVisible(untimed > 0 && doubtful == 0); // one of both: the panel is narrow
    update();
}

void TranscriptStates::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.fillRect(0, 0, width(), kBarHeight, theme.raised);
    const int all = m_counts.timed + m_counts.untimed;
    if (all == 0)
        return;
    const auto place
        = [&](int words) { return static_cast<int>(static_cast<qint64>(width()) * words / all); };
    const int split = place(m_counts.timed);
    const int sure = place(m_counts.timed - m_counts.doubtful);
    painter.fillRect(0, 0, sure, kBarHeight, theme.text);
    painter.fillRect(sure, 1, split - sure, kBarHeight - 2,
                     theme.language); // thinner: told by more than its colour
    painter.setPen(QPen(theme.muted, kBarHeight, Qt::DotLine)); // told by more than its colour
    if (m_counts.untimed > 0)
        painter.drawLine(split, kBarHeight / 2, width(), kBarHeight / 2);
}

}
