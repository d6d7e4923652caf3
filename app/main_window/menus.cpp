// The menus of the main window.
#include "app/actions/actions.h"
#include "app/main_window/camera_menu.h"
#include "app/main_window/main_window.h"
#include "app/main_window/sequence_offset_menu.h"
#include "app/main_window/sound_actions.h"
#include "app/main_window/timeline_panel.h"
#include "app/session/session.h"

#include <QActionGroup>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>

namespace app {

/// Adds actions by name; an empty name is a line.
void MainWindow::fill(QMenu* menu, std::initializer_list<const char*> names)
{
    for (const char* name : names) {
        if (*name)
            menu->addAction(m_actions->at(name));
        else
            menu->addSeparator();
    }
}

void MainWindow::makeMenus()
{
    makeFileMenu(menuBar()->addMenu(tr("&File")));
    makeEditMenu(menuBar()->addMenu(tr("&Edit")));
    makeViewMenu(menuBar()->addMenu(tr("&View")));
    QMenu* play = menuBar()->addMenu(tr("&Play"));
    fill(play,
         {"play",
          "play-span",
          "play-around",
          "loop",
          "loop-selection",
          "",
          "faster",
          "slower",
          "speed-normal",
          "mute",
          "",
          "step-back",
          "step-forward",
          "second-back",
          "second-forward",
          "previous-word-edge",
          "next-word-edge",
          "previous-segment",
          "next-segment",
          "go-to-start",
          "go-to-end",
          "go-to-time",
          "",
          "previous-entry",
          "next-entry",
          "",
          "show-picture",
          "play-sound"});
    play->addMenu(m_sound->deviceMenu());
    play->addSeparator();
    play->addMenu(&m_timeline->cameraMenu());
    fill(play, {"next-camera", "camera-offset", "add-camera"});
    play->addMenu(new SequenceOffsetMenu(m_session, this));
    fill(menuBar()->addMenu(tr("&Align")),
         {"align-video", "align-all", "align-revert", "", "show-aligned", "show-imputed", "show-coverage", "",
          "copy-command", "copy-python", "save-recipe", "open-recipe"});
    fill(menuBar()->addMenu(tr("&Label")),
         {"label-1",
          "label-2",
          "label-3",
          "label-4",
          "label-5",
          "label-6",
          "label-7",
          "label-none",
          "value-up",
          "value-down",
          "label-mode",
          "",
          "confidence-low",
          "confidence-middle",
          "confidence-high",
          "comment",
          "flag",
          "",
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
          "",
          "new-tier",
          "change-tier",
          "copy-tier",
          "delete-tier",
          "change-many",
          "",
          "annotator"});
    fill(menuBar()->addMenu(tr("&Model")),
         {"predict", "", "toggle-text", "toggle-sound", "toggle-vision", "", "open-model"});
    fill(menuBar()->addMenu(tr("&Help")), {"help", "tour", "shortcuts", "", "settings", "", "about"});
}

void MainWindow::makeFileMenu(QMenu* file)
{
    fill(file, {"open-files", "open-folder", "open-demo", "fetch-dataset"});
    m_recentMenu = file->addMenu(tr("Open &recent"));
    connect(m_recentMenu, &QMenu::aboutToShow, this, &MainWindow::fillRecent);
    fill(file,
         {"", "save-copy", "restore-version", "merge-copy", "collect-files", "", "import-annotation",
          "export-annotation", "export-words", "export-span", "save-frame", "timeline-picture", "", "quit"});
}

void MainWindow::makeEditMenu(QMenu* edit)
{
    QAction* undo = m_session.undoStack().createUndoAction(this, tr("&Undo"));
    undo->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Z));
    QAction* redo = m_session.undoStack().createRedoAction(this, tr("&Redo"));
    redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    edit->addActions({undo, redo});
    fill(edit,
         {"",
          "cut",
          "copy",
          "paste",
          "select-all",
          "select-none",
          "",
          "tier-above",
          "tier-below",
          "",
          "split",
          "merge-next",
          "new-segment",
          "delete-segment",
          "edit-text",
          "",
          "set-start",
          "set-end",
          "choose-edge",
          "edge-earlier",
          "edge-later",
          "edge-much-earlier",
          "edge-much-later",
          "move-earlier",
          "move-later",
          "",
          "find",
          "find-timeline",
          "find-next",
          "find-previous",
          "palette"});
}

void MainWindow::makeViewMenu(QMenu* view)
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
          "full-screen",
          "picture-window",
          "",
          "preset-explore",
          "preset-align",
          "preset-review",
          "reset-layout",
          "",
          "show-inspector",
          "show-align",
          "show-predict",
          "show-history",
          "show-review",
          "show-space",
          "show-table",
          "show-statistics",
          ""});
    QMenu* tracks = view->addMenu(tr("&Tracks"));
    connect(tracks, &QMenu::aboutToShow, this, [this, tracks] {
        tracks->clear();
        m_timeline->view().fillTrackMenu(*tracks);
    });
    m_panelMenu = view->addMenu(tr("&Docks"));
    for (QDockWidget* dock : findChildren<QDockWidget*>())
        m_panelMenu->addAction(dock->toggleViewAction());
    m_panelMenu->addSeparator();
    QAction* move = m_panelMenu->addAction(tr("Show title bars to &move docks"));
    move->setCheckable(true);
    connect(move, &QAction::toggled, this, [this](bool movable) {
        for (QDockWidget* dock : findChildren<QDockWidget*>()) {
            const std::unique_ptr<QWidget> before(dock->titleBarWidget());
            dock->setTitleBarWidget(movable ? nullptr : new QWidget(dock));
        }
    });
    makeThemeMenu(view->addMenu(tr("&Theme")));
}

void MainWindow::makeThemeMenu(QMenu* themes)
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
            setThemeChoice(choice);
        });
    }
}

}
