#include "app/window/main_window.h"

#include "app/actions/actions.h"
#include "app/cameras/camera_menu.h"
#include "app/cameras/sequence_offset_menu.h"
#include "app/dataset_view/dataset_room.h"
#include "app/exchange/exchange_actions.h"
#include "app/help/first_tour.h"
#include "app/help/shortcuts_dialog.h"
#include "app/help/tour.h"
#include "app/live/live_room.h"
#include "app/opening/open_actions.h"
#include "app/opening/project_actions.h"
#include "app/picture/stage.h"
#include "app/playback/sound_actions.h"
#include "app/prediction/nearest_panel.h"
#include "app/prediction/predict_tab.h"
#include "app/review/review.h"
#include "app/review/review_sources.h"
#include "app/review/review_tab.h"
#include "app/session/session.h"
#include "app/statistics/statistics_panel.h"
#include "app/table/table_panel.h"
#include "app/timeline/timeline_panel.h"
#include "app/training/training_actions.h"
#include "app/transcript/transcript_tab.h"
#include "app/video/library_feed.h"
#include "app/window/apply_theme.h"
#include "app/window/command_gate.h"
#include "app/window/docks.h"
#include "app/window/entry_switcher.h"
#include "app/window/menus.h"
#include "app/window/message_list.h"
#include "app/window/panel_height.h"
#include "app/window/presets.h"
#include "app/window/shown_notices.h"
#include "app/window/side_panels.h"
#include "app/window/start_page.h"
#include "app/window/status_line.h"
#include "widgets/base/lazy_widget.h"
#include "widgets/library/library_panel.h"
#include "widgets/player/video_surface.h"
#include "widgets/review/queue_panel.h"
#include "widgets/review/rating_bar.h"
#include "widgets/suspects/suspect_queue.h"
#include "widgets/timeline/timeline_view.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QTimer>
#include <QUndoView>

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
    , m_reviewSources(new ReviewSources(session.document(), session.videos(), session.modelsClient(),
                                        session.modelChoice(), session.prediction(), session.tasks(),
                                        session.programs(), this))
    , m_review(new Review(session.document(), session.editor(), session.player(), session.videos(),
                          *m_reviewSources, this))
    , m_panels(new SidePanels(session, *m_review, this))
    , m_timeline(new TimelinePanel(timelineSources(session), *m_actions, this))
    , m_messages(new MessageList(this))
    , m_project(new ProjectActions(session.document(), session.project(), session.versions(), session.guard(),
                                   session.tasks(), *m_actions, m_stage->banner(), this))
    , m_open(new OpenActions({session.document(), session.project(), *m_project, session.videos(),
                              session.modelChoice(), session.wordExport(), session.tasks()},
                             m_settings, *m_actions, this))
    , m_sound(new SoundActions(session.player(), *m_actions, m_timeline->volume(), this))
    , m_docks(new Docks(*this))
    , m_panelHeight(new PanelHeight(*this, *m_docks, *m_actions->at("full-panel"), m_settings))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Polylogue"));
    setAcceptDrops(true);
    setStatusBar(m_status);
    m_notices = new ShownNotices(m_session.undoStack(), *this);
    m_actions->setKeys(chosenKeymap(*m_actions, m_settings));
    setTrustsFiles(m_settings.trustsFiles());
    if (const QString folders = m_settings.projectFolders(); !folders.isEmpty())
        chooseProjectFolders(folders);
    setCentralWidget(m_stage);
    makeDocks();
    makeMenus();
    makeActions();
    connectVideos();
    connectPanels();
    m_start = new StartPage(m_session, m_settings, *m_actions, *m_open, *m_stage, *this);
    auto* gate = new CommandGate(m_session.document(), m_session.project(), *m_actions, this);
    connect(m_start, &StartPage::left, this, [this, gate] {
        gate->setOpen(true);
        m_dataset->setShown(m_actions->at("preset-dataset")->isChecked());
        if (!m_dataset->isShown())
            m_timeline->view().setFocus();
        emit dataOpened();
    });
    const QSize room = screen()->availableSize(); // smaller than usual on small screens
    resize(kUsualSize.boundedTo({room.width(), room.height() - kTitleBar}));
    setPreset({});
}

/// What follows the window must not once that is half gone: the view over the docks, and the queue of
/// suspects.
MainWindow::~MainWindow()
{
    disconnect(m_docks->at("suspectsDock"), nullptr, this, nullptr); // it is hidden when all else is gone
    delete m_dataset;
}

void MainWindow::makeDocks()
{
    using enum Qt::DockWidgetArea;
    constexpr auto onDemand = Docks::Kind::OnDemand;
    m_docks->add({"libraryDock", tr("Library"), "exploring", LeftDockWidgetArea, {}, true}, m_library);
    QDockWidget* panels
        = m_docks->add({"panelsDock", tr("Panels"), "", RightDockWidgetArea, {}, true}, m_panels);
    m_docks->add({"timelineDock", tr("Timeline"), "exploring", BottomDockWidgetArea, {}, true}, m_timeline);
    m_docks
        ->add({"reviewDock", tr("Review queue"), "reviewing", LeftDockWidgetArea, {}, true},
              &m_panels->review().queue())
        ->hide();
    m_suspects = new widgets::SuspectQueue(this);
    m_docks
        ->add({"suspectsDock", tr("Suspicious labels"), "reviewing", LeftDockWidgetArea, {}, true},
              m_suspects)
        ->hide();
    m_ratingBar = new widgets::RatingBar(this);
    QDockWidget* rating
        = m_docks->add({"ratingDock", tr("Rating"), "labelling", RightDockWidgetArea, {}, true}, m_ratingBar);
    splitDockWidget(panels, rating, Qt::Horizontal);
    rating->hide();
    m_docks->add({"messagesDock", tr("Messages"), "first-steps", BottomDockWidgetArea, onDemand, true},
                 m_messages);
    auto* history = new QUndoView(&m_session.undoStack(), this);
    history->setObjectName(QStringLiteral("history"));
    history->setAccessibleName(tr("History"));
    history->setEmptyLabel(tr("As it was opened"));
    history->setFrameShape(QFrame::NoFrame);
    m_docks->add({"historyDock", tr("History"), "labelling", LeftDockWidgetArea, onDemand}, history);
    const auto makeTable = [this] {
        auto* table = new TablePanel(m_session.document(), m_session.editor(), m_session.player());
        return table;
    };
    m_docks->add({"tableDock", tr("Table"), "labelling", BottomDockWidgetArea, onDemand},
                 new widgets::LazyWidget(makeTable, this));
    const auto makeStatistics = [this] {
        return new StatisticsPanel(m_session.document(), m_session.videos(), m_session.prober(),
                                   m_session.tasks());
    };
    m_docks->add({"statisticsDock", tr("Statistics"), "exploring", BottomDockWidgetArea, onDemand},
                 new widgets::LazyWidget(makeStatistics, this));
    m_nearest = new NearestPanel(m_session.tasks(), m_session.programs(), this);
    m_docks->add({"nearestDock", tr("What sounds and looks alike"), "models", BottomDockWidgetArea, onDemand},
                 m_nearest);
    m_docks->noteFirstLayout();
}

void MainWindow::makeMenus()
{
    auto* menus
        = new Menus(*this, *m_actions, m_session.undoStack(), m_session.document().sight(), m_settings);
    menus->addDocks(*m_docks);
    menus->add("play/sound", 103, m_sound->deviceMenu()->menuAction());
    menus->add("play/sound", 201, m_timeline->cameraMenu().menuAction());
    menus->add("align/offsets", 102,
               (new SequenceOffsetMenu(m_session.document(), m_session.editor(), m_session.player(),
                                       m_session.videos(), this))
                   ->menuAction());
    QMenu* tracks = &menus->at("view/tracks");
    connect(tracks, &QMenu::aboutToShow, this, [this, tracks] {
        tracks->clear();
        m_timeline->view().fillTrackMenu(*tracks);
    });
    connect(menus, &Menus::openWished, this, &MainWindow::openPaths);
    connect(menus, &Menus::themeChosen, this, &MainWindow::setThemeChoice);
}

void MainWindow::setPreset(const QString& name)
{
    const Preset& preset = presetCalled(name);
    m_actions->at(preset.action)->setChecked(true);
    m_actions->at("show-coverage")->setChecked(preset.showsCoverage);
    m_panels->showTab(QLatin1String(preset.tab));
    m_docks->at("suspectsDock")->hide();
    m_docks->at("reviewDock")->setVisible(preset.showsQueue);
    m_docks->at("libraryDock")->setVisible(!preset.showsQueue);
    m_panelHeight->setPreset(preset);
    if (m_start) // while it is made, there is nothing to show
        m_dataset->setShown(name == QLatin1String("dataset") && !m_start->isShown());
}

void MainWindow::startTour()
{
    auto* tour = firstTour({*m_library, m_stage->video(), *m_timeline, *m_panels, *m_status}, this);
    connect(tour, &Tour::ended, this, [this] {
        m_settings.setTourSeen();
        if (!focusWidget() || !focusWidget()->isVisible())
            m_timeline->view().setFocus();
    });
}

void MainWindow::restoreLayout()
{
    setPreset(m_settings.preset());
    restoreGeometry(m_settings.geometry());
    if (screen() && !isMaximized() && !isFullScreen())
        resize(size().boundedTo(
            screen()->availableGeometry().size())); // it may have been closed on a larger one
    m_layoutRestored = restoreState(m_settings.layout());
    if (QDockWidget* suspects = m_docks->at("suspectsDock"); !suspects->isHidden()) {
        suspects->hide(); // it is opened for a purpose, in the place of the queue
        m_docks->at("reviewDock")->show();
    }
    m_panelHeight->apply();
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    if (!std::exchange(m_shown, true) && !m_layoutRestored)
        m_docks->shareOutSpace();
}

void MainWindow::connectVideos()
{
    connect(m_project, &ProjectActions::placeWished, &m_session.videos(), &VideoOpener::openAt);
    auto* switcher = new EntrySwitcher(*m_actions, *menuBar());
    VideoOpener& videos = m_session.videos();
    new LibraryFeed(m_session.document(), videos, m_session.thumbnailer(), m_settings, *m_library);
    connect(&videos, &VideoOpener::opening, switcher, &EntrySwitcher::setVideo);
    connect(m_live, &LiveRoom::shown, switcher,
            [switcher](bool isShown) { switcher->setModesShown(!isShown); });
    connect(&videos, &VideoOpener::datasetOpened, this, [this] {
        setWindowTitle(tr("%1 – Polylogue").arg(m_session.project().name()));
        QTimer::singleShot(0, &m_session.modelChoice(),
                           &ModelChoice::start); // after the first picture's way is free
    });
    connect(m_stage, &Stage::framePainted, this, &MainWindow::framePainted);
}

void MainWindow::connectPanels()
{
    PredictTab& predict = m_panels->predict();
    connect(&m_timeline->focus(), &SegmentFocus::changed, m_panels, &SidePanels::setSegment);
    connect(&m_timeline->predictions(), &PredictionTracks::underWordsChanged, &predict,
            &PredictTab::setUnderWords);
    connect(&predict, &PredictTab::underWordsWished, &m_timeline->predictions(),
            &PredictionTracks::showUnderWords);
    AttributionLanes& attributions = m_timeline->attributions();
    connect(&predict, &PredictTab::attributionWished, &attributions, &AttributionLanes::wish);
    connect(m_timeline, &TimelinePanel::layoutShown, &predict,
            [&predict, &attributions] { predict.setAttributionOnTimeline(attributions.isWished()); });
    connect(&predict, &PredictTab::openModelWished, m_open, &OpenActions::askForModel);
    connect(&predict, &PredictTab::stepWished, this,
            [this](const QString& action) { m_actions->at(action.toLatin1().constData())->trigger(); });
    connect(m_actions->at("model-card"), &QAction::triggered, &predict, &PredictTab::showCard);
    connect(&m_session.document().notices(), &Notices::said, this, &MainWindow::addMessage);
    connect(m_status, &StatusLine::messagesClicked, m_docks->at("messagesDock"), &QDockWidget::show);
}

void MainWindow::openPaths(const QStringList& paths)
{
    m_open->open(paths);
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
    leaveDataset();
    if (name != QLatin1String("history"))
        return m_panels->showTab(name);
    m_docks->at("historyDock")->show();
    return true;
}

void MainWindow::setThemeChoice(ThemeChoice choice)
{
    applyTheme(choice);
    m_actions->refreshIcons(palette());
}

bool MainWindow::isStartPageShown() const
{
    return m_start->isShown();
}

bool MainWindow::isSettled() const
{
    return m_session.isSettled() && m_timeline->isComplete() && m_panels->isComplete()
        && m_dataset->isSettled();
}

/// The window closes as soon as everything that was edited is on the disk, or given up.
void MainWindow::closeEvent(QCloseEvent* event)
{
    m_panels->transcript().takeDraft();
    if (!m_mayClose) {
        event->ignore();
        if (!m_training->mayClose())
            return;
        m_project->whenClosable([this] {
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
    m_exchange->offer(paths, [this](const QStringList& rest) { m_open->takeDropped(rest); });
    event->acceptProposedAction();
}

}
