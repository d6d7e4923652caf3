#include "app/window/main_window.h"

#include "app/actions/actions.h"
#include "app/help/about.h"
#include "app/help/first_tour.h"
#include "app/help/help_key.h"
#include "app/help/shortcuts_dialog.h"
#include "app/help/tour.h"
#include "app/picture/stage.h"
#include "app/session/session.h"
#include "app/timeline/timeline_panel.h"
#include "app/window/apply_theme.h"
#include "app/window/command_gate.h"
#include "app/window/command_groups.h"
#include "app/window/docks.h"
#include "app/window/entry_switcher.h"
#include "app/window/menus.h"
#include "app/window/message_list.h"
#include "app/window/panel_height.h"
#include "app/window/presets.h"
#include "app/window/settings_dialog.h"
#include "app/window/shown_notices.h"
#include "app/window/sight_guard.h"
#include "app/window/start_page.h"
#include "app/window/status_line.h"
#include "app/window/tabs.h"
#include "widgets/base/guide_page.h"
#include "widgets/library/library_panel.h"
#include "widgets/player/video_surface.h"
#include "widgets/timeline/timeline_view.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QTimer>
#include <QUndoView>

#include <algorithm>
#include <utility>

namespace app {

namespace {

constexpr QSize kUsualSize(1600, 940);
constexpr int kTitleBar = 40; // pixels that a window manager takes above the window

TimelineSources timelineSources(Session& session)
{
    return {session.document(),    session.editor(),     session.player(),      session.videos(),
            session.thumbnailer(), session.cameras(),    session.faces(),       session.featureReader(),
            session.alignment(),   session.prediction(), session.otherModels(), session.modelsClient()};
}

}

MainWindow::MainWindow(Session& session, std::span<const CommandTable> commands, QWidget* parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_actions(new Actions(this, commands))
    , m_status(new StatusLine(session.document(), session.project(), session.modelsClient(),
                              session.alignment(), session.tasks(), this))
    , m_library(new widgets::LibraryPanel(this))
    , m_stage(new Stage(session.document(), session.player(), this))
    , m_tabs(new Tabs(session.document().sight(), this))
    , m_timeline(new TimelinePanel(timelineSources(session), *m_actions, this))
    , m_messages(new MessageList(this))
    , m_docks(new Docks(*this))
    , m_panelHeight(new PanelHeight(*this, *m_docks, *m_actions->at("full-panel"), m_settings))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Polylogue"));
    setAcceptDrops(true);
    setStatusBar(m_status);
    m_notices = new ShownNotices(m_session.undoStack(), *m_actions, *this, [this] {
        if (!isVisible()) // also one whose parts are gone already
            return QRect();
        const widgets::TimelineView& timeline = m_timeline->view();
        const QRect row = timeline.areaOf(timeline.pinnedTrack());
        return timeline.isVisible() ? row.translated(timeline.mapTo(this, QPoint())) : QRect();
    });
    m_actions->setKeys(chosenKeymap(*m_actions, m_settings));
    setTrustsFiles(m_settings.trustsFiles());
    if (const QString folders = m_settings.projectFolders(); !folders.isEmpty())
        chooseProjectFolders(folders);
    setCentralWidget(m_stage);
    makeDocks();
    makeMenus();
    connectCommands();
    connectVideos();
}

/// Docks are hidden when all else is gone; then nobody must follow that. (Qt itself follows their end:
/// from 6.8 on, what reads windows aloud would else take another dock for one that is gone.)
MainWindow::~MainWindow()
{
    for (QDockWidget* dock : findChildren<QDockWidget*>())
        disconnect(dock, &QDockWidget::visibilityChanged, nullptr, nullptr);
    qDeleteAll(m_firstToGo);
}

Bench MainWindow::bench()
{
    return {m_session, m_settings, *m_actions,  *m_menus,   *m_docks,
            *m_tabs,   *m_stage,   *m_timeline, *m_library, *this};
}

void MainWindow::makeDocks()
{
    using enum Qt::DockWidgetArea;
    m_docks->add({"libraryDock", tr("Library"), "", LeftDockWidgetArea, {}, true}, m_library);
    m_docks->add({"panelsDock", tr("Panels"), "", RightDockWidgetArea, {}, true}, m_tabs);
    m_docks->add({"timelineDock", tr("Timeline"), "", BottomDockWidgetArea, {}, true}, m_timeline);
}

/// The docks that stand behind those of the features.
void MainWindow::makeLastDocks()
{
    using enum Qt::DockWidgetArea;
    constexpr auto onDemand = Docks::Kind::OnDemand;
    m_docks->add({"messagesDock", tr("Messages"), "first-steps", BottomDockWidgetArea, onDemand, true},
                 m_messages);
    connect(m_status, &StatusLine::messagesClicked, m_docks->at("messagesDock"), &QDockWidget::show);
    auto* history = new QUndoView(&m_session.undoStack(), this);
    history->setObjectName(QStringLiteral("history"));
    history->setAccessibleName(tr("History"));
    history->setEmptyLabel(tr("As it was opened"));
    history->setFrameShape(QFrame::NoFrame);
    m_docks->add({"historyDock", tr("History"), "labelling", LeftDockWidgetArea, onDemand}, history);
}

void MainWindow::makeMenus()
{
    m_menus = new Menus(*this, *m_actions, m_session.undoStack(), m_session.document().sight(), m_settings);
    QMenu* tracks = &m_menus->at("view/tracks");
    connect(tracks, &QMenu::aboutToShow, this, [this, tracks] {
        tracks->clear();
        m_timeline->view().fillTrackMenu(*tracks);
    });
    connect(m_menus, &Menus::openWished, this, &MainWindow::openWished);
    connect(m_menus, &Menus::themeChosen, this, &MainWindow::setThemeChoice);
    m_switcher = new EntrySwitcher(*m_actions, *menuBar());
}

void MainWindow::connectCommands()
{
    const auto on = [this](const char* command, const auto& work) {
        connect(m_actions->at(command), &QAction::triggered, this, work);
    };
    for (const QString& name : presetNames())
        on(presetCalled(name).action, [this, name] {
            setPreset(name);
            m_settings.setPreset(name);
            const QWidget* focus = focusWidget();
            if (!presetCalled(name).coversDocks
                && (!focus || !focus->isVisible() || m_tabs->isAncestorOf(focus)))
                m_timeline->view().setFocus(); // what had the keyboard is of another mode
            emit modeChosen(name);
        });
    on("reset-layout", [this] {
        m_docks->reset();
        setPreset(m_settings.preset());
    });
    for (const char* tab : {"inspector", "align", "predict", "review", "transcript", "space", "history", "conversation"})
        on((std::string("show-") + tab).c_str(), [this, tab] { showTab(QLatin1String(tab)); });
    on("palette", [this] { openPalette(*this, *m_actions, m_settings); });
    new HelpKey(*m_actions->at("help"), *this);
    on("tour", [this] {
        auto* tour = firstTour({*m_library, m_stage->video(), *m_timeline, *m_tabs, *m_status}, this);
        connect(tour, &Tour::ended, this, [this] {
            m_settings.setTourSeen();
            if (!focusWidget() || !focusWidget()->isVisible())
                m_timeline->view().setFocus();
        });
    });
    on("settings", [this] { showSettings(); });
    on("shortcuts", [this] { ShortcutsDialog(*m_actions, m_settings, this).exec(); });
    on("about", [this] { showAbout(this); });
    on("quit", [this] { close(); });
}

void MainWindow::run(const char* command)
{
    m_actions->at(command)->trigger();
}

void MainWindow::showSettings()
{
    SettingsDialog dialog(m_settings, this);
    connect(&dialog, &SettingsDialog::themeChosen, this, [this] { setThemeChoice(m_settings.theme()); });
    connect(&dialog, &SettingsDialog::annotatorChosen, &m_session.editor(), &Editor::setAnnotator);
    connect(&dialog, &SettingsDialog::trustChosen, this, &MainWindow::setTrustsFiles);
    connect(&dialog, &SettingsDialog::wheelsChosen, this, &MainWindow::wheelsChosen);
    connect(&dialog, &SettingsDialog::projectFoldersChosen, this, &chooseProjectFolders);
    dialog.exec();
}

void MainWindow::setTrustsFiles(bool trusts)
{
    m_session.prober().setLimits(trusts ? engine::Prober::Limits::None : engine::Prober::Limits::BySize);
}

void MainWindow::connectVideos()
{
    VideoOpener& videos = m_session.videos();
    connect(&videos, &VideoOpener::opening, m_switcher, &EntrySwitcher::setVideo);
    connect(&videos, &VideoOpener::datasetOpened, this, [this] {
        setWindowTitle(tr("%1 – Polylogue").arg(m_session.project().name()));
        QTimer::singleShot(0, &m_session.modelChoice(),
                           &ModelChoice::start); // after the first picture's way is free
    });
    connect(m_stage, &Stage::framePainted, this, &MainWindow::framePainted);
    connect(&m_session.document().notices(), &Notices::said, this, &MainWindow::addMessage);
}

void MainWindow::complete()
{
    makeLastDocks();
    m_menus->addDocks(*m_docks);
    m_docks->noteFirstLayout();
    new SightGuard(m_session.document(), *m_actions, *m_docks, *m_stage, *this);
    makeStartPage();
    const QSize room = screen()->availableSize(); // smaller than usual on small screens
    resize(kUsualSize.boundedTo({room.width(), room.height() - kTitleBar}));
    setPreset({});
}

void MainWindow::makeStartPage()
{
    auto* gate = new CommandGate(m_session.document(), m_session.project(), *m_actions, this);
    m_start = new StartPage(m_session, m_settings, *m_actions, *m_stage, *this);
    connect(m_start, &StartPage::openWished, this, &MainWindow::openWished);
    connect(this, &MainWindow::opening, m_start, &StartPage::setOpening);
    connect(m_start, &StartPage::left, this, [this, gate] {
        gate->setOpen(true);
        if (!presetCalled(m_mode).coversDocks)
            m_timeline->view().setFocus();
        emit modeShown(m_mode);
        emit dataOpened();
    });
}

void MainWindow::setPreset(const QString& name)
{
    const Preset& preset = presetCalled(name);
    m_mode = QLatin1String(preset.name);
    widgets::setGuidePage(*this, preset.guidePage);
    m_actions->at(preset.action)->setChecked(true);
    m_actions->at("show-coverage")->setChecked(preset.showsCoverage);
    m_tabs->show(QLatin1String(preset.tab));
    m_docks->at("libraryDock")->setHidden(preset.showsQueue);
    m_panelHeight->setPreset(preset);
    emit modeShown(m_mode);
}

void MainWindow::restoreLayout()
{
    setPreset(m_settings.preset());
    restoreGeometry(m_settings.geometry());
    if (screen() && !isMaximized() && !isFullScreen())
        resize(size().boundedTo(
            screen()->availableGeometry().size())); // it may have been closed on a larger one
    m_layoutRestored = restoreState(m_settings.layout());
    emit layoutRestored();
    m_panelHeight->apply();
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    if (!std::exchange(m_shown, true) && !m_layoutRestored)
        m_docks->shareOutSpace();
}

void MainWindow::addMessage(const Notice& notice)
{
    const QString context
        = tr("dataset %1, video %2, project %3")
              .arg(QString::fromStdString(m_session.document().dataset().root.string()),
                   m_session.videos().current(), QString::fromStdString(m_session.project().path().string()));
    if (m_messages->add(notice.text, context))
        m_status->setMessages(m_messages->count(), notice.text);
    m_notices->show(notice);
}

bool MainWindow::showTab(const QString& name)
{
    if (presetCalled(m_mode).coversDocks)
        run("preset-explore");
    if (name != QLatin1String("history"))
        return m_tabs->show(name);
    m_docks->at("historyDock")->show();
    return true;
}

void MainWindow::setThemeChoice(ThemeChoice choice)
{
    applyTheme(choice);
    m_actions->refreshIcons(palette());
}

void MainWindow::showModes(bool shown)
{
    m_switcher->setModesShown(shown);
}

bool MainWindow::isStartPageShown() const
{
    return !m_start || m_start->isShown();
}

void MainWindow::addSettled(std::function<bool()> isSettled)
{
    m_settled.push_back(std::move(isSettled));
}

void MainWindow::addCloseGuard(std::function<bool()> mayClose)
{
    m_closeGuards.push_back(std::move(mayClose));
}

bool MainWindow::isSettled() const
{
    return m_session.isSettled() && m_timeline->isComplete()
        && std::ranges::all_of(m_settled, [](const auto& isSettled) { return isSettled(); });
}

/// The window closes as soon as everything that was edited is on the disk, or given up.
void MainWindow::closeEvent(QCloseEvent* event)
{
    emit closing();
    if (!m_mayClose) {
        event->ignore();
        if (!m_sessionEnds
            && !std::ranges::all_of(m_closeGuards, [](const auto& mayClose) { return mayClose(); }))
            return;
        m_whenClosable([this] {
            m_mayClose = true;
            close();
        });
        if (!m_mayClose)
            return;
        event->accept();
    }
    m_docks->setBottomShown(true);
    m_settings.saveWindow(saveGeometry(), saveState());
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    emit filesDropped(paths);
    event->acceptProposedAction();
}

}
