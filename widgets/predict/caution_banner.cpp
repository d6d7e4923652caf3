#include "widgets/predict/caution_banner.h"

#include "widgets/base/guide_page.h"
#include "widgets/base/icons.h"
#include "widgets/base/muted_label.h"
#include "widgets/base/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace widgets {

CautionBanner::CautionBanner(QWidget* parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_about(mutedLabel(QStringLiteral("cautionAbout"), this))
    , m_help(new QPushButton(tr("What these answers are"), this))
{
    setObjectName(QStringLiteral("cautionBanner"));
    setGuidePage(*this, "answers");
    m_sentence->setObjectName(QStringLiteral("cautionSentence"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_sentence->setFont(bold);
    m_help->setObjectName(QStringLiteral("cautionHelp"));
    m_help->setFlat(true);
    m_help->setCursor(Qt::PointingHandCursor);
    connect(m_help, &QPushButton::clicked, this, [this] {
        m_help->setFocus();
        emit helpWished();
    });
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(10, 8, 10, 6);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(2);
    grid->addWidget(m_icon, 0, 0, Qt::AlignTop);
    grid->addWidget(m_sentence, 0, 1);
    grid->addWidget(m_about, 1, 1);
    grid->addWidget(m_help, 2, 1, Qt::AlignLeft);
    grid->setColumnStretch(1, 1);
    dress();
    hide();
}

void CautionBanner::setCaution(const QString& sentence, const QString& about)
{
    m_sentence->setText(sentence);
    m_about->setText(about);
    m_about->setVisible(!about.isEmpty());
    setAccessibleName(sentence);
    setVisible(!sentence.isEmpty());
}

void CautionBanner::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        dress();
}

void CautionBanner::dress()
{
    const int side = fontMetrics().height();
    m_icon->setPixmap(
        icon(QStringLiteral("caution"), themeOf(palette()).language).pixmap(QSize(side, side)));
}

void CautionBanner::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(mixed(theme.panel, theme.language, 0.5));
    painter.setBrush(mixed(theme.panel, theme.language, 0.14));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
}

}
