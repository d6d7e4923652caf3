#include "widgets/dataset/plot_card.h"

#include "widgets/base/elided_label.h"
#include "widgets/base/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

PlotCard::PlotCard(const QString& title, QWidget* content, QWidget* parent)
    : QFrame(parent)
    , m_content(content)
    , m_title(new ElidedLabel(title, this))
    , m_note(new ElidedLabel({}, this, Qt::ElideRight)) // what matters most comes first
    , m_head(new QHBoxLayout)
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_note->setObjectName(QStringLiteral("cardNote"));
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_head->setSpacing(8);
    m_head->addWidget(m_title);
    m_head->addWidget(m_note, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 10, 8);
    column->setSpacing(4);
    column->addLayout(m_head);
    column->addWidget(content, 1);
    setTitle(title);
}

void PlotCard::setTitle(const QString& title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
}

void PlotCard::setNote(const QString& note, const QString& details)
{
    constexpr int mostReserved = 90; // pixels beside the controls
    const QString first = note.section(QStringLiteral(" · "), 0, 0);
    m_note->setMinimumWidth(std::min(mostReserved, fontMetrics().horizontalAdvance(first) + 2));
    m_note->setText(note);
    m_note->setToolTip(details.isEmpty() ? note : details);
}

void PlotCard::addControl(QWidget* control)
{
    m_head->addWidget(control);
}

void PlotCard::addFirst(QWidget* control)
{
    m_head->insertWidget(0, control);
}

void PlotCard::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(theme.panel);
    painter.setPen(QPen(theme.line, 1.0));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
}

}
