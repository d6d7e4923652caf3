#include "widgets/base/folding_row.h"

#include <QEvent>
#include <QHBoxLayout>

#include <algorithm>

namespace widgets {

FoldingRow::FoldingRow(const QMargins& margins, QWidget* parent)
    : QWidget(parent)
    , m_groups(new QHBoxLayout(this))
    , m_first(new QHBoxLayout)
    , m_second(new QHBoxLayout)
{
    m_groups->setContentsMargins(margins);
    m_groups->addLayout(m_first);
    m_groups->addStretch(1);
    m_groups->addLayout(m_second);
}

void FoldingRow::addFirst(QWidget* button)
{
    m_first->addWidget(button);
}

void FoldingRow::addSecond(QWidget* button)
{
    m_second->addWidget(button);
}

QSize FoldingRow::minimumSizeHint() const
{
    const QMargins margins = m_groups->contentsMargins();
    const int wide = std::max(m_first->minimumSize().width(), m_second->minimumSize().width());
    return {wide + margins.left() + margins.right(), QWidget::minimumSizeHint().height()};
}

bool FoldingRow::event(QEvent* event)
{
    const bool isTaken = QWidget::event(event);
    if (event->type() == QEvent::Resize
        || event->type() == QEvent::LayoutRequest) // a button has another text
        fold();
    return isTaken;
}

void FoldingRow::fold()
{
    const QMargins margins = m_groups->contentsMargins();
    const int needed = m_first->minimumSize().width() + m_second->minimumSize().width() + margins.left()
        + margins.right() + 2 * std::max(0, m_groups->spacing());
    const auto direction = needed <= width() ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    if (m_groups->direction() == direction)
        return;
    m_groups->setDirection(direction);
    updateGeometry();
}

}
