#include "widgets/suspects/valued_pictures.h"

#include "widgets/base/theme.h"
#include "widgets/queue/valued_picture.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace widgets {

namespace {

constexpr double kGap = 6.0; // pixels between pictures
constexpr std::size_t kPlaces = 5; // as many pictures as fit the width

}

ValuedPictures::ValuedPictures(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSizePolicy(policy);
}

void ValuedPictures::setPictures(std::vector<Picture> pictures)
{
    m_pictures = std::move(pictures);
    m_current = 0;
    setVisible(!m_pictures.empty());
    update();
}

void ValuedPictures::setImage(std::size_t place, const QImage& image)
{
    if (place < m_pictures.size())
        m_pictures[place].image = image;
    update();
}

QSize ValuedPictures::sizeHint() const
{
    return {fontMetrics().height() * 16, fontMetrics().height() * 9 / 4};
}

QRectF ValuedPictures::area(std::size_t place) const
{
    const double wide = (width() - kGap * (kPlaces - 1)) / kPlaces;
    return {static_cast<double>(place) * (wide + kGap), 0.0, wide, static_cast<double>(height())};
}

std::optional<std::size_t> ValuedPictures::at(QPointF position) const
{
    for (std::size_t place = 0; place < m_pictures.size(); ++place) {
        if (area(place).contains(position))
            return place;
    }
    return std::nullopt;
}

void ValuedPictures::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    for (std::size_t place = 0; place < m_pictures.size() && place < kPlaces; ++place) {
        paintValuedPicture(painter, area(place), m_pictures[place].image, m_pictures[place].value, theme);
        const bool isCurrent = hasFocus() && place == m_current;
        painter.setPen(isCurrent ? theme.accent : theme.line);
        painter.drawRect(area(place).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void ValuedPictures::mousePressEvent(QMouseEvent* event)
{
    if (const auto place = at(event->position()); place && event->button() == Qt::LeftButton) {
        m_current = *place;
        emit chosen(*place);
    }
}

void ValuedPictures::keyPressEvent(QKeyEvent* event)
{
    if (m_pictures.empty())
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
        m_current -= m_current > 0 ? 1 : 0;
        break;
    case Qt::Key_Right:
        m_current = std::min(m_current + 1, m_pictures.size() - 1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        emit chosen(m_current);
        break;
    default:
        return QWidget::keyPressEvent(event);
    }
    update();
}

void ValuedPictures::focusInEvent(QFocusEvent* event)
{
    update();
    QWidget::focusInEvent(event);
}

bool ValuedPictures::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const auto place = at(help->pos());
        QToolTip::showText(help->globalPos(), place ? m_pictures[*place].tip : QString(), this);
        return true;
    }
    return QWidget::event(event);
}

}
