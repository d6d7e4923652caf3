#include "app/main_window/menus.h"

#include "app/actions/actions.h"
#include "app/cameras/camera_menu.h"
#include "app/main_window/docks.h"
#include "app/main_window/history_entries.h"
#include "app/timeline/timeline_panel.h"

#include <QActionGroup>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QUndoStack>

namespace app {

Menus::Menus(QMainWindow& window, const Actions& actions, const Parts& parts, Settings& settings)
    : QObject(&window)
    , m_window(window)
    , m_actions(actions)
    , m_settings(settings)
{
    QMenuBar* bar = window.menuBar();
    makeFileMenu(bar->addMenu(tr("&File")));
    makeEditMenu(bar->addMenu(tr("&Edit")), parts);
    makeViewMenu(bar->addMenu(tr("&View")), parts);
    makePlayMenu(bar->addMenu(tr("&Play")), parts);
    fill(bar->addMenu(tr("&Align")),
         {"align-video", "align-all", "align-revert", "write-tensors", "", "show-aligned", "show-imputed",
          "show-coverage", "", "copy-command", "copy-python", "save-recipe", "open-recipe"});
    makeLabelMenu(bar->addMenu(tr("&Label")));
    fill(bar->addMenu(tr("&Model")),
         {"predict", "nearest", "", "toggle-text", "toggle-sound", "toggle-vision", "", "open-model",
          "model-card", "train", "compare-trainings"});
    fill(bar->addMenu(tr("&Help")), {"help", "tour", "shortcuts", "", "settings", "", "about"});
}

/// Adds actions by name; an empty name is a line.
void Menus::fill(QMenu* menu, std::initializer_list<const char*> names)
{
    for (const char* name : names) {
        if (*name)
            menu->addAction(m_actions.at(name));
        else
            menu->addSeparator();
    }
}

void Menus::makeFileMenu(QMenu* file)
{
    fill(file,
         {"open-files", "open-folder", "clips-folder", "open-demo", "fetch-dataset", "", "new-dataset",
          "extract-again", ""});
    QMenu* recent = file->addMenu(tr("Open &recent"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecent(recent); });
    fill(file,
         {"", "save-copy", "restore-version", "merge-copy", "collect-files", "", "import-annotation",
          "export-annotation", "export-words", "export-span", "save-frame", "timeline-picture", "", "quit"});
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

void Menus::makeEditMenu(QMenu* edit, const Parts& parts)
{
    QAction* undo = undoEntry(parts.history, parts.sight, &m_window);
    undo->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Z));
    QAction* redo = redoEntry(parts.history, parts.sight, &m_window);
    redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    edit->addActions({undo, redo});
    fill(edit,
         {"", "cut", "copy", "paste", "select-all", "select-none", "", "tier-above", "tier-below", "",
          "split", "merge-next", "new-segment", "delete-segment", "edit-text"});
    fill(edit->addMenu(tr("Ed&ges and times")),
         {"set-start", "set-end", "choose-edge", "edge-earlier", "edge-later", "edge-much-earlier",
          "edge-much-later", "move-earlier", "move-later"});
    fill(edit->addMenu(tr("&Words on their sound")),
         {"next-untimed", "begin-word", "take-times", "", "realign", "align-words", "", "next-doubtful",
          "previous-doubtful", "accept-words"});
    fill(edit, {"", "load-text", "", "find", "find-timeline", "find-next", "find-previous", "palette"});
}

void Menus::makePlayMenu(QMenu* play, const Parts& parts)
{
    fill(play,
         {"play", "play-span", "play-around", "loop", "loop-selection", "", "faster", "slower",
          "speed-normal", "mute", "", "live"});
    fill(play->addMenu(tr("&Jump")),
         {"step-back", "step-forward", "second-back", "second-forward", "previous-word-edge",
          "next-word-edge", "previous-segment", "next-segment", "go-to-start", "go-to-end", "go-to-time"});
    fill(play, {"", "previous-entry", "next-entry", "", "show-picture", "play-sound"});
    play->addMenu(&parts.soundDevices);
    play->addSeparator();
    play->addMenu(&parts.timeline.cameraMenu());
    fill(play, {"next-camera", "camera-offset", "add-camera"});
    play->addMenu(&parts.sequenceOffsets);
}

void Menus::makeLabelMenu(QMenu* label)
{
    QMenu* values = label->addMenu(tr("&Give a value"));
    fill(values,
         {"label-1", "label-2", "label-3", "label-4", "label-5", "label-6", "label-7", "label-none",
          "value-up", "value-down", "label-mode", "", "confidence-low", "confidence-middle",
          "confidence-high", "comment", "flag"});
    QMenu* team = label->addMenu(tr("&Team"));
    fill(team, {"share-work", "raters", "", "make-gold", "take-gold-away"});
    fill(label,
         {"",
          "begin-pass",
          "commit",
          "queue-again",
          "queue-next",
          "peek",
          "leave-pass",
          "review-report",
          "export-labels",
          "",
          "label-while-playing",
          "record-rating",
          "reaction-delay",
          "fuse-ratings",
          "learn-while-labelling",
          "complete-tier",
          "find-suspects",
          "",
          "new-tier",
          "change-tier",
          "copy-tier",
          "delete-tier",
          "make-segments",
          "use-as-words",
          "use-as-labels",
          "change-many",
          "unlock-answers",
          "",
          "annotator"});
}

void Menus::makeViewMenu(QMenu* view, const Parts& parts)
{
    fill(view,
         {"zoom-in",
          "zoom-out",
          "zoom-segment",
          "zoom-all",
          "",
          "screen-back",
          "screen-forward",
          "follow",
          "snap",
          "",
          "subtitles",
          "show-faces",
          "people",
          "full-screen",
          "picture-window",
          "",
          "preset-explore",
          "preset-align",
          "preset-review",
          "preset-transcribe",
          "preset-dataset",
          "full-panel",
          "reset-layout",
          ""});
    fill(view->addMenu(tr("Show a &panel")),
         {"show-inspector", "show-align", "show-predict", "show-history", "show-review", "show-transcript",
          "show-space", "show-table", "show-statistics"});
    QMenu* tracks = view->addMenu(tr("&Tracks"));
    connect(tracks, &QMenu::aboutToShow, this, [&timeline = parts.timeline, tracks] {
        tracks->clear();
        timeline.view().fillTrackMenu(*tracks);
    });
    makeDockMenu(view->addMenu(tr("&Docks")), parts.docks);
    makeThemeMenu(view->addMenu(tr("&Theme")));
}

void Menus::makeDockMenu(QMenu* menu, Docks& docks)
{
    for (QDockWidget* dock : m_window.findChildren<QDockWidget*>())
        menu->addAction(dock->toggleViewAction());
    menu->addSeparator();
    QAction* move = menu->addAction(tr("Show title bars to &move docks"));
    move->setCheckable(true);
    connect(move, &QAction::toggled, &docks, &Docks::setMovable);
}

void Menus::makeThemeMenu(QMenu* themes)
{
    auto* group = new QActionGroup(themes);
    for (const auto& [choice, name] : {std::pair(ThemeChoice::System, tr("As the &system")),
                                       {ThemeChoice::Dark, tr("&Dark")},
                                       {ThemeChoice::Light, tr("&Light")}}) {
        QAction* action = themes->addAction(name);
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
