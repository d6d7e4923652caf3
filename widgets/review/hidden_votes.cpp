#include "widgets/review/hidden_votes.h"

#include "widgets/base/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace widgets {

namespace {

constexpr int kHatchEdge = 14; // pixels of the hatch that are seen around the text

}

HiddenVotes::HiddenVotes(QWidget* parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_peek(new QPushButton(this))
{
    setObjectName(QStringLiteral("hiddenVotes"));
    setProperty("panelButtons", true); // the style sheet knows it
    m_text->setObjectName(QStringLiteral("hiddenVotesText"));
    m_text->setWordWrap(true);
    m_text->setContentsMargins(8, 4, 8, 4);
    m_text->setAutoFillBackground(true);
    m_peek->setObjectName(QStringLiteral("peek"));
    m_peek->setToolTip(tr("Show what others said; this is noted"));
    m_peek->setFocusPolicy(Qt::TabFocus);
    connect(m_peek, &QPushButton::clicked, this, &HiddenVotes::peekRequested);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kHatchEdge, 10, kHatchEdge, 10);
    row->setSpacing(10);
    row->addWidget(m_text, 1);
    row->addWidget(m_peek, 0, Qt::AlignVCenter);
}

void HiddenVotes::setCounts(int answers, int predictions)
{
    const QString said = tr("%n answer(s)", nullptr, answers);
    const QString predicted = tr("%n prediction(s)", nullptr, predictions);
    if (answers > 0 && predictions > 0)
        m_text->setText(tr("Hidden until you commit: %1 and %2.").arg(said, predicted));
    else if (answers > 0 || predictions > 0)
        m_text->setText(tr("Hidden until you commit: %1.").arg(answers > 0 ? said : predicted));
    else
        m_text->setText(tr("What others say is hidden until you commit."));
}

void HiddenVotes::setPeekText(const QString& text)
{
    m_peek->setText(text);
}

void HiddenVotes::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.line);
    painter.setBrush(QBrush(theme.line, Qt::BDiagPattern));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

}
