#include "app/statistics/statistics_feature.h"

#include "app/actions/actions.h"
#include "app/session/session.h"
#include "app/statistics/statistics_panel.h"
#include "app/window/docks.h"
#include "app/window/main_window.h"
#include "widgets/base/lazy_widget.h"

#include <QCoreApplication>
#include <QDockWidget>

namespace app {

void addStatistics(const Bench& bench)
{
    Session& session = bench.session;
    const auto make = [&session] {
        return new StatisticsPanel(session.document(), session.moments(), session.videos(), session.prober(),
                                   session.tasks());
    };
    QDockWidget* dock
        = bench.docks.add({"statisticsDock", QCoreApplication::translate("app::MainWindow", "Statistics"),
                           "exploring", Qt::BottomDockWidgetArea, Docks::Kind::OnDemand},
                          new widgets::LazyWidget(make, &bench.window));
    QObject::connect(bench.actions.at("show-statistics"), &QAction::triggered, dock,
                     [dock, &docks = bench.docks] { docks.toggleBesideTimeline(dock, 76); });
}

}
