#include "app/window/command_groups.h"

#include "app/actions/actions.h"
#include "app/settings/settings.h"
#include "widgets/base/menu_text.h"

#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace app {

namespace {

/// What a menu and the menus in it hold of our own commands, which are taken from those that are left.
void collect(const QMenu& menu, QList<QAction*>& left, QList<QAction*>& found)
{
    for (QAction* action : menu.actions()) {
        if (action->menu())
            collect(*action->menu(), left, found);
        else if (left.removeOne(action))
            found << action;
    }
}

}

std::vector<widgets::CommandPalette::Group> commandGroups(const QMenuBar& bar, const Actions& actions)
{
    QList<QAction*> left(actions.all().begin(), actions.all().end());
    left.removeOne(actions.at("palette")); // it is open
    std::vector<widgets::CommandPalette::Group> groups;
    for (const QAction* head : bar.actions()) {
        if (!head->menu())
            continue;
        widgets::CommandPalette::Group group{widgets::withoutMnemonic(head->text()), {}};
        collect(*head->menu(), left, group.actions);
        groups.push_back(group);
    }
    widgets::CommandPalette::Group exports{QCoreApplication::translate("app::MainWindow", "Export"), {}};
    for (QAction* action : actions.ofMenu("export")) {
        if (left.removeOne(action))
            exports.actions << action;
    }
    groups.push_back(exports);
    groups.push_back({QCoreApplication::translate("app::MainWindow", "Other"), left});
    return groups;
}

void openPalette(QMainWindow& window, const Actions& actions, Settings& settings)
{
    constexpr int kBelowMenu = 60;
    auto* palette = new widgets::CommandPalette(commandGroups(*window.menuBar(), actions),
                                                settings.recentCommands(), &window);
    QObject::connect(palette, &widgets::CommandPalette::ran, &window,
                     [&settings](const QString& name) { settings.addRecentCommand(name); });
    palette->move(window.mapToGlobal(QPoint((window.width() - palette->width()) / 2, kBelowMenu)));
    palette->show();
}

}
