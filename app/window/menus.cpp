#include "app/window/menus.h"

#include "app/actions/actions.h"
#include "app/window/docks.h"
#include "app/window/history_entries.h"

#include <QActionGroup>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QUndoStack>

#include <algorithm>

namespace app {

namespace {

/// A menu, and where it stands in the one before the `/` of its name.
struct MenuRow {
    const char* name;
    const char* title;
    int order;
};

constexpr MenuRow kMenus[]{
    {"file", QT_TRANSLATE_NOOP("app::Menus", "&File"), 1},
    {"file/recent", QT_TRANSLATE_NOOP("app::Menus", "Open &recent"), 103},
    {"file/data", QT_TRANSLATE_NOOP("app::Menus", "&Demo and standard datasets"), 203},
    {"file/project", QT_TRANSLATE_NOOP("app::Menus", "&Project"), 401},
    {"edit", QT_TRANSLATE_NOOP("app::Menus", "&Edit"), 2},
    {"edit/edges", QT_TRANSLATE_NOOP("app::Menus", "Ed&ges and times"), 306},
    {"edit/find", QT_TRANSLATE_NOOP("app::Menus", "&Find and select"), 401},
    {"view", QT_TRANSLATE_NOOP("app::Menus", "&View"), 3},
    {"view/picture", QT_TRANSLATE_NOOP("app::Menus", "&Picture"), 301},
    {"view/tracks", QT_TRANSLATE_NOOP("app::Menus", "&Tracks"), 303},
    {"view/mode", QT_TRANSLATE_NOOP("app::Menus", "&Mode"), 401},
    {"view/conversation", QT_TRANSLATE_NOOP("app::Menus", "Con&versation"), 304},
    {"view/docks", QT_TRANSLATE_NOOP("app::Menus", "&Docks"), 402},
    {"view/theme", QT_TRANSLATE_NOOP("app::Menus", "T&heme"), 403},
    {"play", QT_TRANSLATE_NOOP("app::Menus", "&Play"), 4},
    {"play/speed", QT_TRANSLATE_NOOP("app::Menus", "Spee&d"), 203},
    {"play/jump", QT_TRANSLATE_NOOP("app::Menus", "&Jump"), 302},
    {"play/sound", QT_TRANSLATE_NOOP("app::Menus", "Sound and &cameras"), 401},
    {"align", QT_TRANSLATE_NOOP("app::Menus", "&Align"), 5},
    {"align/words", QT_TRANSLATE_NOOP("app::Menus", "&More about words"), 205},
    {"align/offsets", QT_TRANSLATE_NOOP("app::Menus", "&Offsets"), 301},
    {"align/recipe", QT_TRANSLATE_NOOP("app::Menus", "Reci&pe"), 401},
    {"align/aligned", QT_TRANSLATE_NOOP("app::Menus", "&Aligned values"), 402},
    {"label", QT_TRANSLATE_NOOP("app::Menus", "&Label"), 6},
    {"label/value", QT_TRANSLATE_NOOP("app::Menus", "&Value"), 101},
    {"label/remarks", QT_TRANSLATE_NOOP("app::Menus", "&Confidence and remarks"), 102},
    {"label/continuous", QT_TRANSLATE_NOOP("app::Menus", "Co&ntinuous ratings"), 203},
    {"label/tiers", QT_TRANSLATE_NOOP("app::Menus", "&Tiers"), 304},
    {"review", QT_TRANSLATE_NOOP("app::Menus", "&Review"), 7},
    {"review/agreement", QT_TRANSLATE_NOOP("app::Menus", "&Agreement"), 202},
    {"review/gold", QT_TRANSLATE_NOOP("app::Menus", "&Gold items"), 301},
    {"model", QT_TRANSLATE_NOOP("app::Menus", "&Model"), 8},
    {"model/inputs", QT_TRANSLATE_NOOP("app::Menus", "&Inputs"), 103},
    {"help", QT_TRANSLATE_NOOP("app::Menus", "&Help"), 9},
};

constexpr int kGroupOfOrders = 100; // a line parts the hundreds

}

Menus::Menus(QMainWindow& window, const Actions& actions, QUndoStack& history, const DocumentSight& sight,
             Settings& settings)
    : QObject(&window)
    , m_window(window)
    , m_settings(settings)
{
    makeMenus();
    for (QAction* action : actions.all()) {
        const MenuPlace& place = actions.commandOf(*action).place;
        if (m_menus.contains(place.menu))
            m_entries[place.menu].push_back({place.order, action});
    }
    for (const auto& [name, menu] : m_menus)
        show(name);
    addHistory(history, sight);
    addThemes(at("view/theme"));
    QMenu* recent = &at("file/recent");
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecent(recent); });
}

void Menus::makeMenus()
{
    for (const MenuRow& row : kMenus) {
        const std::string name = row.name;
        const auto slash = name.rfind('/');
        if (slash == std::string::npos) {
            m_menus[name] = m_window.menuBar()->addMenu(tr(row.title));
            continue;
        }
        const std::string parent = name.substr(0, slash);
        m_menus[name] = new QMenu(tr(row.title), m_menus.at(parent));
        m_entries[parent].push_back({row.order, m_menus.at(name)->menuAction()});
    }
}

void Menus::add(const std::string& menu, int order, QAction* entry)
{
    m_entries[menu].push_back({order, entry});
    show(menu);
}

/// Puts the entries into the menu, with the lines between them.
void Menus::show(const std::string& menu)
{
    QMenu& shown = at(menu);
    for (QAction* action : shown.actions()) {
        shown.removeAction(action);
        if (action->isSeparator())
            delete action;
    }
    std::vector<Entry>& entries = m_entries[menu];
    std::ranges::stable_sort(entries, {}, &Entry::order);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (i > 0 && entries[i].order / kGroupOfOrders != entries[i - 1].order / kGroupOfOrders)
            shown.addSeparator();
        shown.addAction(entries[i].action);
    }
}

void Menus::addHistory(QUndoStack& history, const DocumentSight& sight)
{
    QAction* undo = undoEntry(history, sight, &m_window);
    undo->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Z));
    add("edit", 101, undo);
    QAction* redo = redoEntry(history, sight, &m_window);
    redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    add("edit", 102, redo);
}

void Menus::addDocks(Docks& docks)
{
    for (QDockWidget* dock : m_window.findChildren<QDockWidget*>())
        add("view/docks", 101, dock->toggleViewAction());
    auto* move = new QAction(tr("Show title bars to &move docks"), this);
    move->setCheckable(true);
    connect(move, &QAction::toggled, &docks, &Docks::setMovable);
    add("view/docks", 900, move);
}

void Menus::fillRecent(QMenu* recent)
{
    recent->clear();
    for (const QString& entry : m_settings.recent()) {
        const QStringList paths = Settings::split(entry);
        const QString name = paths.size() == 1
            ? paths.front()
            : tr("%1 and %n more", nullptr, static_cast<int>(paths.size()) - 1).arg(paths.front());
        QAction* action = recent->addAction(name);
        connect(action, &QAction::triggered, this, [this, paths] { emit openWished(paths); });
    }
    if (recent->isEmpty())
        recent->addAction(tr("Nothing yet"))->setEnabled(false);
}

void Menus::addThemes(QMenu& themes)
{
    auto* group = new QActionGroup(&themes);
    for (const auto& [choice, name] : {std::pair(ThemeChoice::System, tr("As the &system")),
                                       {ThemeChoice::Dark, tr("&Dark")},
                                       {ThemeChoice::Light, tr("&Light")}}) {
        QAction* action = themes.addAction(name);
        action->setCheckable(true);
        action->setChecked(m_settings.theme() == choice);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice = choice] {
            m_settings.setTheme(choice);
            emit themeChosen(choice);
        });
    }
}

}
