#include "app/window/tabs.h"

#include "app/document/sight.h"
#include "widgets/base/form_kit.h"

#include <QCoreApplication>
#include <QResizeEvent>
#include <QScrollArea>
#include <QTabBar>

namespace app {

namespace {

QScrollArea* scrolling(const char* name, QWidget* panel)
{
    auto* area = widgets::scrollable(panel);
    area->setObjectName(QLatin1String(name) + QStringLiteral("Area"));
    return area;
}

}

Tabs::Tabs(const DocumentSight& sight, QWidget* parent) : QTabWidget(parent), m_sight(sight)
{
    setObjectName(QStringLiteral("sidePanels"));
    setAttribute(Qt::WA_StyledBackground); // beside the last tab, too
    setDocumentMode(true);
    tabBar()->setDrawBase(false);
    connect(&sight, &DocumentSight::changed, this, &Tabs::showSight);
    connect(this, &QTabWidget::currentChanged, this, &Tabs::scrollToCurrent, Qt::QueuedConnection);
}

void Tabs::add(const Row& row, QWidget* content)
{
    m_names << QLatin1String(row.name);
    if (!row.isBlindSafe)
        m_closedWhenBlind << m_names.last();
    addTab(row.scrolls ? scrolling(row.name, content) : content, row.title);
}

bool Tabs::show(const QString& name)
{
    const auto index = m_names.indexOf(name);
    if (index >= 0)
        setCurrentIndex(static_cast<int>(index));
    return index >= 0;
}

void Tabs::setThere(const QString& name, bool isThere)
{
    setTabVisible(static_cast<int>(m_names.indexOf(name)), isThere);
    QMetaObject::invokeMethod(this, &Tabs::scrollToCurrent, Qt::QueuedConnection);
}

void Tabs::resizeEvent(QResizeEvent* event)
{
    QTabWidget::resizeEvent(event);
    QMetaObject::invokeMethod(this, &Tabs::scrollToCurrent, Qt::QueuedConnection);
}

/// A bar that is too narrow for its tabs looks for the current one when it is resized, and at no later change
/// of what it has room for.
void Tabs::scrollToCurrent()
{
    QResizeEvent event(tabBar()->size(), tabBar()->size());
    QCoreApplication::sendEvent(tabBar(), &event);
}

void Tabs::showSight()
{
    for (const QString& name : m_closedWhenBlind)
        setTabEnabled(static_cast<int>(m_names.indexOf(name)), m_sight.now().dataset);
}

}
