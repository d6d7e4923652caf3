#include "app/help/tour.h"

#include "widgets/base/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace app {

Tour::Tour(std::vector<Stop> stops, QWidget* window)
    : QWidget(window)
    , m_stops(std::move(stops))
    , m_focusBefore(window->focusWidget())
    , m_note(new QWidget(this))
    , m_title(new QLabel(m_note))
    , m_text(new QLabel(m_note))
    , m_count(new QLabel(m_note))
    , m_back(new QPushButton(tr("Back"), m_note))
    , m_next(new QPushButton(m_note))
{
    setObjectName(QStringLiteral("tour"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFocusPolicy(Qt::StrongFocus);
    m_note->setObjectName(QStringLiteral("tourNote"));
    m_note->setAttribute(Qt::WA_StyledBackground);
    m_note->setProperty("panelButtons", true);
    QFont strong = font();
    strong.setPointSizeF(strong.pointSizeF() * 1.15);
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    m_text->setWordWrap(true);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_next->setObjectName(QStringLiteral("primary"));
    m_back->setObjectName(QStringLiteral("tourBack"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_count, 1);
    row->addWidget(m_back);
    row->addWidget(m_next);
    auto* layout = new QVBoxLayout(m_note);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addSpacing(6);
    layout->addLayout(row);
    connect(m_back, &QPushButton::clicked, this, [this] { go(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { go(1); });
    qApp->installEventFilter(this);
    setGeometry(window->rect());
    QWidget::show();
    raise();
    show(0);
}

void Tour::show(std::size_t stop)
{
    m_current = stop;
    m_title->setText(m_stops[stop].title);
    m_text->setText(m_stops[stop].text);
    m_count->setText(tr("%1 of %2").arg(stop + 1).arg(m_stops.size()));
    m_back->setVisible(stop > 0);
    m_next->setText(stop + 1 < m_stops.size() ? tr("Next") : tr("Done"));
    place();
    m_next->setFocus();
    update();
}

QRect Tour::lit() const
{
    const QWidget* place = m_stops[m_current].place;
    return place && place->isVisible() ? QRect(mapFromGlobal(place->mapToGlobal(QPoint())), place->size())
                                       : QRect();
}

/// The note lies where there is most room beside what is lit.
void Tour::place()
{
    const int width = fontMetrics().horizontalAdvance(QLatin1Char('n')) * 44;
    m_note->setFixedWidth(width);
    m_note->adjustSize();
    const QSize size = m_note->size();
    const QRect place = lit();
    constexpr int kGap = 14;
    QPoint corner = rect().center() - QPoint(size.width(), size.height()) / 2;
    if (!place.isEmpty()) {
        const int right = rect().right() - place.right();
        const int above = place.top();
        if (right > size.width() + 2 * kGap)
            corner = {place.right() + kGap, place.center().y() - size.height() / 2};
        else if (place.left() > size.width() + 2 * kGap)
            corner = {place.left() - size.width() - kGap, place.center().y() - size.height() / 2};
        else if (above > size.height() + 2 * kGap)
            corner = {place.center().x() - size.width() / 2, place.top() - size.height() - kGap};
        else
            corner = {place.center().x() - size.width() / 2, place.bottom() + kGap};
    }
    corner.setX(std::clamp(corner.x(), kGap, std::max(kGap, rect().width() - size.width() - kGap)));
    corner.setY(std::clamp(corner.y(), kGap, std::max(kGap, rect().height() - size.height() - kGap)));
    m_note->move(corner);
}

void Tour::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shade;
    shade.addRect(rect());
    const QRect place = lit();
    if (!place.isEmpty()) {
        QPainterPath hole;
        hole.addRoundedRect(place, 6, 6);
        shade = shade.subtracted(hole);
    }
    painter.fillPath(shade, QColor(0, 0, 0, 150));
    painter.setPen(QPen(widgets::themeOf(palette()).accent, 2));
    if (!place.isEmpty())
        painter.drawRoundedRect(place, 6, 6);
}

void Tour::take(const QKeyEvent& key)
{
    switch (key.key()) {
    case Qt::Key_Escape:
        end();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        go(m_back->hasFocus() ? -1 : 1);
        break;
    case Qt::Key_Right:
    case Qt::Key_Down:
    case Qt::Key_PageDown:
        go(1);
        break;
    case Qt::Key_Left:
    case Qt::Key_Up:
    case Qt::Key_PageUp:
        go(-1);
        break;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        (m_next->hasFocus() && m_back->isVisible() ? m_back : m_next)->setFocus(Qt::TabFocusReason);
        break;
    default: // nothing of the window beneath
        break;
    }
}

void Tour::mousePressEvent(QMouseEvent*)
{
    end();
}

bool Tour::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && watched == parentWidget()) {
        setGeometry(parentWidget()->rect());
        place();
    }
    const auto* widget = qobject_cast<QWidget*>(watched);
    if (!widget || widget->window() != window() || !isVisible())
        return false;
    if (event->type() == QEvent::ShortcutOverride) { // else the window's shortcuts would come first
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress)
        take(*static_cast<QKeyEvent*>(event));
    return event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease;
}

/// @param step  +1: to the next stop, and from the last one out; −1: to the one before
void Tour::go(int step)
{
    if (step < 0 && m_current > 0)
        show(m_current - 1);
    else if (step > 0 && m_current + 1 < m_stops.size())
        show(m_current + 1);
    else if (step > 0)
        end();
}

void Tour::end()
{
    const QWidget* focus = window()->focusWidget();
    const bool hasKeyboard = !focus || isAncestorOf(focus); // else the window took it meanwhile
    hide(); // keys are the window's again
    if (hasKeyboard && m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus();
    emit ended();
    close();
}

}
