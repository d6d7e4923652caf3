#include "app/inspector/inspector_feature.h"

#include "app/inspector/inspector_tab.h"
#include "app/session/session.h"
#include "app/window/tabs.h"
#include "widgets/inspector/inspector_panel.h"

#include <QCoreApplication>

namespace app {

widgets::InspectorPanel& addInspector(const Bench& bench)
{
    auto* panel = new widgets::InspectorPanel;
    new InspectorTab(bench.session.document(), bench.session.editor(), *panel);
    bench.tabs.add({"inspector", QCoreApplication::translate("app::Tabs", "Inspector"), true}, panel);
    return *panel;
}

}
