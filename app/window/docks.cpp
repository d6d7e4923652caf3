#include "app/window/docks.h"

#include "app/window/dock_title.h"
#include "widgets/base/guide_page.h"

#include <QDockWidget>
#include <QLayout>
#include <QMainWindow>
#include <QTableView>
#include <QTimer>

#include <memory>
#include <utility>

namespace app {

Docks::Docks(QMainWindow& window) : QObject(&window), m_window(window)
{
    window.setDockOptions(QMainWindow::AnimatedDocks | QMainWindow::AllowNestedDocks
                          | QMainWindow::AllowTabbedDocks);
    window.setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    window.setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
}

QDockWidget* Docks::add(const Row& row, QWidget* content)
{
    auto* dock = new QDockWidget(row.title, &m_window);
    dock->setObjectName(QLatin1String(row.name));
    widgets::setGuidePage(*dock, row.guidePage);
    if (row.kind == Kind::OnDemand)
        m_titled.insert(dock);
    if (row.isBlindSafe)
        m_blindSafe.insert(dock);
    dock->setWidget(content);
    setTitle(dock, false);
    m_window.addDockWidget(row.area, dock);
    dock->setHidden(row.kind == Kind::OnDemand);
    return dock;
}

QDockWidget* Docks::at(const char* name) const
{
    return m_window.findChild<QDockWidget*>(QLatin1String(name));
}

void Docks::noteFirstLayout()
{
    m_firstLayout = m_window.saveState();
}

void Docks::reset()
{
    m_window.restoreState(m_firstLayout);
    shareOutSpace();
}

void Docks::shareOutSpace()
{
    m_window.resizeDocks({at("libraryDock"), at("panelsDock")}, {300, m_window.width() >= kWide ? 440 : 360},
                         Qt::Horizontal);
    m_window.resizeDocks({at("timelineDock")}, {m_window.height() * 53 / 100}, Qt::Vertical);
}

void Docks::setFullPanel(bool isFull)
{
    setCorner(Qt::BottomRightCorner, isFull ? Qt::RightDockWidgetArea : Qt::BottomDockWidgetArea);
}

void Docks::setFullLeft(bool isFull)
{
    setCorner(Qt::BottomLeftCorner, isFull ? Qt::LeftDockWidgetArea : Qt::BottomDockWidgetArea);
}

void Docks::setCorner(Qt::Corner corner, Qt::DockWidgetArea area)
{
    if (m_window.corner(corner) == area)
        return;
    m_window.setCorner(corner, area);
    m_window.layout()->invalidate(); // which the window does not do by itself
    m_window.layout()->activate();
}

void Docks::makeRoomForTimeline()
{
    QDockWidget* panels = at("panelsDock");
    const QDockWidget* timeline = at("timelineDock");
    const bool isBeside = m_window.corner(Qt::BottomRightCorner) == Qt::RightDockWidgetArea
        && m_window.dockWidgetArea(panels) == Qt::RightDockWidgetArea && !panels->isFloating();
    const int over = timeline->geometry().right() + 1 - panels->geometry().left();
    if (isBeside && panels->isVisible() && timeline->isVisible() && over > 0)
        m_window.resizeDocks({panels}, {panels->width() - over}, Qt::Horizontal);
}

/// The pixels that the docks at the bottom share.
int Docks::bottomWidth() const
{
    const QDockWidget* panels = at("panelsDock");
    const bool isBeside
        = m_window.corner(Qt::BottomRightCorner) == Qt::RightDockWidgetArea && panels->isVisible();
    return isBeside ? panels->geometry().left() : m_window.width();
}

void Docks::toggleBesideTimeline(QDockWidget* dock, int characters)
{
    if (dock->isVisible())
        dock->hide();
    else
        showBesideTimeline(dock, characters);
}

void Docks::showBesideTimeline(QDockWidget* dock, int characters)
{
    const bool wasVisible = dock->isVisible();
    dock->show();
    dock->findChild<QTableView*>()->setFocus();
    if (wasVisible || dock->isFloating())
        return;
    const auto share = [this, dock, characters] {
        const int wide = m_window.fontMetrics().horizontalAdvance(QLatin1Char('0')) * characters;
        m_window.resizeDocks({at("timelineDock"), dock}, {bottomWidth() - wide, wide}, Qt::Horizontal);
    };
    m_window.layout()->activate();
    share();
    QTimer::singleShot(0, this, share); // again, once the dock has its place
}

void Docks::setBottomShown(bool shown)
{
    if (shown) {
        const std::map<QDockWidget*, int> hidden = std::exchange(m_hiddenBottom, {});
        for (const auto& [dock, height] : hidden)
            dock->show();
        for (const auto& [dock, height] : hidden)
            m_window.resizeDocks({dock}, {height}, Qt::Vertical);
        return;
    }
    for (QDockWidget* dock : m_window.findChildren<QDockWidget*>()) {
        if (dock->isHidden() || dock->isFloating()
            || m_window.dockWidgetArea(dock) != Qt::BottomDockWidgetArea)
            continue;
        m_hiddenBottom[dock] = dock->height();
        dock->hide();
    }
}

void Docks::setMovable(bool movable)
{
    for (QDockWidget* dock : m_window.findChildren<QDockWidget*>())
        setTitle(dock, movable);
}

/// Docks that are always there are quiet until they are to be moved; those that come and go have a head.
void Docks::setTitle(QDockWidget* dock, bool movable)
{
    const std::unique_ptr<QWidget> before(dock->titleBarWidget());
    if (movable)
        dock->setTitleBarWidget(nullptr);
    else
        dock->setTitleBarWidget(m_titled.contains(dock) ? new DockTitle(dock) : new QWidget(dock));
}

}
