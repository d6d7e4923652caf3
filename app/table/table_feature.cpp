#include "app/table/table_feature.h"

#include "app/actions/actions.h"
#include "app/session/session.h"
#include "app/table/table_panel.h"
#include "app/window/docks.h"
#include "app/window/main_window.h"
#include "widgets/base/lazy_widget.h"

#include <QCoreApplication>
#include <QDockWidget>

namespace app {

void addTable(const Bench& bench)
{
    Session& session = bench.session;
    const auto make
        = [&session] { return new TablePanel(session.document(), session.editor(), session.player()); };
    QDockWidget* dock = bench.docks.add({"tableDock", QCoreApplication::translate("app::MainWindow", "Table"), "labelling",
                                         Qt::BottomDockWidgetArea, Docks::Kind::OnDemand},
                                        new widgets::LazyWidget(make, &bench.window));
    QObject::connect(bench.actions.at("show-table"), &QAction::triggered, dock,
                     [dock, &docks = bench.docks] { docks.toggleBesideTimeline(dock, 54); });
}

}
