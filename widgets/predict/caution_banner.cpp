#include "widgets/predict/caution_banner.h"

#include "widgets/base/elided_label.h"
#include "widgets/base/guide_page.h"
#include "widgets/base/icons.h"
#include "widgets/base/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace widgets {

CautionBanner::CautionBanner(QWidget* parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_about(new ElidedLabel({}, this, Qt::ElideRight))
    , m_help(new QLabel(this))
{
    setObjectName(QStringLiteral("cautionBanner"));
    setGuidePage(*this, "answers");
    m_about->setObjectName(QStringLiteral("cautionAbout"));
    m_about->setForegroundRole(QPalette::PlaceholderText);
    m_about->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_sentence->setObjectName(QStringLiteral("cautionSentence"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_sentence->setFont(bold);
    m_help->setObjectName(QStringLiteral("cautionHelp"));
    m_help->setTextFormat(Qt::RichText); // a link of ours; others are shown as plain text
    m_help->setAccessibleName(tr("What these answers are"));
    m_help->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(m_help, &QLabel::linkActivated, this, [this] {
        m_help->setFocus();
        emit helpWished();
    });
    auto* line = new QHBoxLayout;
    line->setSpacing(14);
    line->addWidget(m_about);
    line->addWidget(m_help);
    line->addStretch(1);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(10, 8, 10, 8);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(2);
    grid->addWidget(m_icon, 0, 0, Qt::AlignTop);
    grid->addWidget(m_sentence, 0, 1);
    grid->addLayout(line, 1, 1);
    grid->setColumnStretch(1, 1);
    dress();
    hide();
}

void CautionBanner::setCaution(const QString& sentence, const QString& about)
{
    m_sentence->setText(sentence);
    m_about->setText(about);
    m_about->setToolTip(about);
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
    m_icon->setPixmap(icon(QStringLiteral("caution"), themeOf(palette()).language).pixmap(QSize(side, side)));
    m_help->setText(QStringLiteral("<a style='color:%1' href='answers'>%2</a>")
                        .arg(themeOf(palette()).accentText().name(), tr("What these answers are")));
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
