#include "app/window/dock_title.h"

#include "widgets/base/section_head.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace app {

DockTitle::DockTitle(QDockWidget* dock) : QWidget(dock)
{
    setObjectName(QStringLiteral("dockTitle"));
    setAttribute(Qt::WA_StyledBackground);
    auto* close = new QToolButton(this);
    close->setObjectName(QStringLiteral("closeDock"));
    close->setText(QStringLiteral("×"));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close"));
    close->setAccessibleName(tr("Close %1").arg(dock->windowTitle()));
    connect(close, &QToolButton::clicked, dock, &QDockWidget::close);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 4, 4);
    row->addWidget(widgets::sectionHead(dock->windowTitle(), this), 1);
    row->addWidget(close);
}

}
