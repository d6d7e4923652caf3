#include "app/main_window/main_window.h"

#include "app/actions/actions.h"
#include "app/exchange/exchange_actions.h"
#include "app/main_window/banner.h"
#include "app/main_window/camera_actions.h"
#include "app/main_window/message_list.h"
#include "app/main_window/picture_actions.h"
#include "app/main_window/presets.h"
#include "app/main_window/project_actions.h"
#include "app/main_window/review_tab.h"
#include "app/main_window/side_panels.h"
#include "app/main_window/sound_actions.h"
#include "app/main_window/span_export.h"
#include "app/main_window/statistics_panel.h"
#include "app/main_window/status_line.h"
#include "app/main_window/table_panel.h"
#include "app/main_window/timeline_panel.h"
#include "app/review/review.h"
#include "app/session/session.h"
#include "app/shortcuts/shortcuts_dialog.h"
#include "app/tour/tour.h"
#include "widgets/base/lazy_widget.h"
#include "widgets/library/library_panel.h"
#include "widgets/player/transcript_strip.h"
#include "widgets/player/video_surface.h"
#include "widgets/review/queue_panel.h"
#include "widgets/review/rating_bar.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QDir>
#include <QDockWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QTimer>
#include <QToolButton>
#include <QUndoView>
#include <QVBoxLayout>

#include <utility>

namespace app {

MainWindow::MainWindow(Session& session, QWidget* parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_actions(new Actions(this))
    , m_status(new StatusLine(session, this))
    , m_library(new widgets::LibraryPanel(this))
    , m_video(new widgets::VideoSurface(this))
    , m_transcript(new widgets::TranscriptStrip(this))
    , m_review(new Review(session, this))
    , m_panels(new SidePanels(session, *m_review, this))
    , m_timeline(new TimelinePanel(session, *m_actions, this))
    , m_messages(new MessageList(this))
    , m_banner(new Banner(this))
    , m_project(new ProjectActions(session, *m_actions, *m_banner, this))
    , m_sound(new SoundActions(session.player(), *m_actions, m_timeline->volume(), this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Polylogue"));
    setAcceptDrops(true);
    setStatusBar(m_status);
    m_actions->setKeys(chosenKeymap(*m_actions, m_settings));
    m_session.setTrustsFiles(m_settings.trustsFiles());
    auto* centre = new QWidget(this);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_video, 1);
    column->addWidget(m_transcript);
    setCentralWidget(centre);
    makeDocks();
    makeMenus();
    makeEntrySwitcher();
    connectActions();
    connectSession();
    auto* pictures = new PictureActions(session, *m_actions, *m_video, this);
    connect(pictures, &PictureActions::message, this, &MainWindow::addMessage);
    m_exchange = new ExchangeActions(session, *m_actions, this);
    connect(m_exchange, &ExchangeActions::message, this, &MainWindow::addMessage);
    auto* cameras = new CameraActions(session, *m_actions, m_timeline->cameraMenu(), *m_video, this);
    connect(cameras, &CameraActions::message, this, &MainWindow::addMessage);
    auto* exports = new SpanExport(session, *m_actions, *m_timeline, this);
    connect(exports, &SpanExport::message, this, &MainWindow::addMessage);
    m_video->setMessage(
        tr("Open a video, computational sequences (.csd) or a folder of them: Ctrl+O, or drop them here."));
    resize(1600, 940);
    setPreset({});
}

MainWindow::~MainWindow() = default;

void MainWindow::makeDocks()
{
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    const auto dock
        = [this](const QString& title, const QString& name, QWidget* content, Qt::DockWidgetArea area) {
              auto* result = new QDockWidget(title, this);
              result->setObjectName(name);
              result->setWidget(content);
              result->setTitleBarWidget(new QWidget(result)); // quiet until the docks are to be moved
              addDockWidget(area, result);
              return result;
          };
    dock(tr("Library"), QStringLiteral("libraryDock"), m_library, Qt::LeftDockWidgetArea);
    dock(tr("Panels"), QStringLiteral("panelsDock"), m_panels, Qt::RightDockWidgetArea);
    dock(tr("Timeline"), QStringLiteral("timelineDock"), m_timeline, Qt::BottomDockWidgetArea);
    QDockWidget* queue = dock(tr("Review queue"), QStringLiteral("reviewDock"), &m_panels->review().queue(),
                              Qt::LeftDockWidgetArea);
    queue->hide();
    auto* bar = new widgets::RatingBar(this);
    m_ratingDock = dock(tr("Rating"), QStringLiteral("ratingDock"), bar, Qt::RightDockWidgetArea);
    splitDockWidget(findChild<QDockWidget*>(QStringLiteral("panelsDock")), m_ratingDock, Qt::Horizontal);
    m_ratingDock->hide();
    m_messagesDock
        = dock(tr("Messages"), QStringLiteral("messagesDock"), m_messages, Qt::BottomDockWidgetArea);
    m_messagesDock->hide();
    auto* history = new QUndoView(&m_session.undoStack(), this);
    history->setObjectName(QStringLiteral("history"));
    history->setAccessibleName(tr("History"));
    history->setEmptyLabel(tr("As it was opened"));
    history->setFrameShape(QFrame::NoFrame);
    m_historyDock = dock(tr("History"), QStringLiteral("historyDock"), history, Qt::LeftDockWidgetArea);
    m_historyDock->hide();
    m_tableDock = dock(tr("Table"), QStringLiteral("tableDock"),
                       new widgets::LazyWidget([this] { return new TablePanel(m_session); }, this),
                       Qt::BottomDockWidgetArea);
    m_tableDock->hide();
    m_statisticsDock = dock(tr("Statistics"), QStringLiteral("statisticsDock"),
                            new widgets::LazyWidget([this] { return new StatisticsPanel(m_session); }, this),
                            Qt::BottomDockWidgetArea);
    m_statisticsDock->hide();
    m_firstLayout = saveState();
}

/// Docks can only be sized once the window has its own size.
void MainWindow::shareOutSpace()
{
    const auto dock = [this](const char* name) { return findChild<QDockWidget*>(QLatin1String(name)); };
    resizeDocks({dock("libraryDock"), dock("panelsDock")}, {300, 340}, Qt::Horizontal);
    resizeDocks({dock("timelineDock")}, {height() * 53 / 100}, Qt::Vertical);
}

void MainWindow::setPreset(const QString& name)
{
    const Preset& preset = presetCalled(name);
    m_actions->at(preset.action)->setChecked(true);
    m_actions->at("show-coverage")->setChecked(preset.showsCoverage);
    m_panels->showTab(QLatin1String(preset.tab));
    findChild<QDockWidget*>(QStringLiteral("reviewDock"))->setVisible(preset.showsQueue);
    findChild<QDockWidget*>(QStringLiteral("libraryDock"))->setVisible(!preset.showsQueue);
}

/// The docks as on a first start, with the chosen preset in front.
void MainWindow::resetLayout()
{
    restoreState(m_firstLayout);
    shareOutSpace();
    setPreset(m_settings.preset());
}

void MainWindow::startTour()
{
    auto* tour = new Tour({{m_library, tr("Your videos"),
                            tr("All videos of the dataset, with their labels and how much of each the "
                               "sequences cover. Type a spoken "
                               "word to find where it is said.")},
                           {m_video, tr("The player"),
                            tr("Space plays, Left and Right step by a frame. Below are the words that are "
                               "said; a click goes there.")},
                           {m_timeline, tr("One timeline"),
                            tr("Video, sound, words, features, labels and predictions share one axis. Ctrl "
                               "and the wheel zoom at the "
                               "pointer. Drag the edge of a word: everything that depends on it follows.")},
                           {m_panels, tr("What is under the playhead"),
                            tr("Inspector, alignment, prediction and the space of all segments. In “Align” a "
                               "recipe says how rows "
                               "become words; in “Predict” a model answers while you edit.")},
                           {m_status, tr("Nothing is lost"),
                            tr("There is no Save button: every edit is on the disk before this line says "
                               "“saved”. Ctrl+K finds every "
                               "command, ? shows all keys.")}},
                          this);
    connect(tour, &Tour::ended, this, [this] { m_settings.setTourSeen(); });
}

void MainWindow::restoreLayout()
{
    setPreset(m_settings.preset());
    restoreGeometry(m_settings.geometry());
    m_layoutRestored = restoreState(m_settings.layout());
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    if (!std::exchange(m_shown, true) && !m_layoutRestored)
        shareOutSpace();
}

/// The open video's name between two arrows, at the right of the menu bar.
void MainWindow::makeEntrySwitcher()
{
    auto* switcher = new QWidget(this);
    auto* row = new QHBoxLayout(switcher);
    row->setContentsMargins(0, 0, 10, 0);
    row->setSpacing(2);
    m_entryName = new QLabel(switcher);
    m_entryName->setObjectName(QStringLiteral("entryName"));
    m_entryName->setAccessibleName(tr("Open video"));
    m_entryName->setAlignment(Qt::AlignCenter);
    m_entryName->setMinimumWidth(fontMetrics().horizontalAdvance(QLatin1Char('n')) * 12);
    const auto arrow = [&](const char* action) {
        auto* button = new QToolButton(switcher);
        button->setDefaultAction(m_actions->at(action));
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        return button;
    };
    auto* command = new QToolButton(switcher);
    command->setDefaultAction(m_actions->at("palette"));
    command->setObjectName(QStringLiteral("chip"));
    command->setText(tr("Run a command…   Ctrl+K"));
    command->setFocusPolicy(Qt::TabFocus);
    row->addWidget(arrow("previous-entry"));
    row->addWidget(m_entryName);
    row->addWidget(arrow("next-entry"));
    row->addSpacing(12);
    row->addWidget(presetSwitch(*m_actions, switcher));
    row->addSpacing(12);
    row->addWidget(command);
    menuBar()->setCornerWidget(switcher);
}

void MainWindow::connectSession()
{
    Player& player = m_session.player();
    connect(&player, &Player::frameReady, this,
            [this](const QImage& image, double) { m_video->setFrame(image); });
    connect(m_video, &widgets::VideoSurface::framePainted, this, &MainWindow::framePainted);
    connect(&player, &Player::failed, m_video, &widgets::VideoSurface::setMessage);
    connect(&player, &Player::opened, this, [this](const engine::MediaInfo& info) {
        if (!info.hasVideo)
            m_video->setMessage(tr("This file has sound, but no picture."));
    });
    connect(&player, &Player::positionChanged, this, &MainWindow::showSpokenWord);
    connect(&m_session.document(), &Document::videoChanged, this, [this] {
        m_transcript->setWords(m_session.document().hasVideo() ? m_session.document().words()
                                                               : engine::TimedText());
        if (m_session.document().hasVideo() && m_session.document().video().mediaPath.isEmpty())
            m_video->setMessage(tr("The dataset has no media file for this video."));
    });
    connect(&m_session.document(), &Document::wordsChanged, this, [this](const QString& video) {
        if (!m_session.document().isInSight(video))
            return;
        m_transcript->setWords(m_session.document().words());
        showSpokenWord(m_session.player().position());
    });
    connect(m_transcript, &widgets::TranscriptStrip::seekRequested, &player, &Player::seek);
    connect(m_video, &widgets::VideoSurface::clicked, &player, &Player::togglePlaying);

    connect(&m_session, &Session::datasetOpened, this, [this](const QString& name) {
        setWindowTitle(tr("%1 – Polylogue").arg(name));
        m_library->setDatasetName(name);
        QTimer::singleShot(0, &m_session,
                           qOverload<>(&Session::startModel)); // after the first picture's way is free
    });
    connect(&m_session, &Session::entriesListed, this,
            [this](const auto& entries) { m_library->model().setEntries(entries); });
    connect(&m_session, &Session::entriesRead, &m_library->model(), &widgets::LibraryModel::updateEntries);
    connect(&m_session, &Session::videoOpening, this, [this](const QString& id) {
        m_library->setCurrent(id);
        m_entryName->setText(id);
    });
    connect(&m_session, &Session::message, this, &MainWindow::addMessage);
    m_library->setOrder(widgets::LibraryOrder::fromName(m_settings.libraryOrder()));
    connect(m_library, &widgets::LibraryPanel::orderChosen, this,
            [this](const auto& order) { m_settings.setLibraryOrder(order.name()); });
    connect(m_library, &widgets::LibraryPanel::entryChosen, &m_session, &Session::openVideo);
    connect(m_library, &widgets::LibraryPanel::playRequested, &m_session, &Session::playVideo);
    connect(m_library, &widgets::LibraryPanel::placeChosen, &m_session, &Session::openVideoAt);
    connect(m_library, &widgets::LibraryPanel::thumbnailsWanted, this, [this](const QStringList& ids) {
        QList<Thumbnailer::EntryWish> wishes;
        for (const QString& id : ids) {
            if (const auto* media = m_session.document().dataset().mediaOf(id.toStdString()))
                wishes.append({id, QString::fromStdString(media->file.string())});
        }
        m_session.thumbnailer().wantEntries(wishes);
    });
    connect(&m_session.thumbnailer(), &Thumbnailer::entryReady, this,
            [this](const QString& id, const QImage& image) { m_library->model().setThumbnail(id, image); });
    connect(m_timeline, &TimelinePanel::segmentFocused, m_panels, &SidePanels::setSegment);
    connect(m_timeline, &TimelinePanel::underWordsChanged, m_panels, &SidePanels::setUnderWords);
    connect(m_panels, &SidePanels::underWordsWished, m_timeline, &TimelinePanel::showUnderWords);
    connect(m_panels, &SidePanels::openModelWished, this, &MainWindow::askForModel);
    connect(m_status, &StatusLine::messagesClicked, m_messagesDock, &QDockWidget::show);
}

void MainWindow::showSpokenWord(double seconds)
{
    const Document& document = m_session.document();
    const auto spoken = document.wordAt(seconds);
    m_transcript->setCurrentWord(spoken ? spoken : document.lastWordBefore(seconds), spoken.has_value());
}

void MainWindow::openPaths(const QStringList& paths)
{
    std::vector<std::filesystem::path> files;
    for (const QString& path : paths)
        files.emplace_back(path.toStdString());
    if (files.empty() || !m_project->mayClose())
        return;
    QStringList absolute;
    for (const QString& path : paths)
        absolute << QDir().absoluteFilePath(path);
    m_settings.addRecent(absolute);
    m_session.open(files);
}

void MainWindow::fillRecent()
{
    m_recentMenu->clear();
    for (const QString& entry : m_settings.recent()) {
        const QStringList paths = Settings::split(entry);
        const QString name = paths.size() == 1
            ? paths.front()
            : tr("%1 and %n more", nullptr, static_cast<int>(paths.size()) - 1).arg(paths.front());
        QAction* action = m_recentMenu->addAction(name);
        connect(action, &QAction::triggered, this, [this, paths] { openPaths(paths); });
    }
    if (m_recentMenu->isEmpty())
        m_recentMenu->addAction(tr("Nothing yet"))->setEnabled(false);
}

void MainWindow::addMessage(const QString& text)
{
    const QString context
        = tr("dataset %1, video %2, project %3")
              .arg(QString::fromStdString(m_session.document().dataset().root.string()),
                   m_session.currentVideo(), QString::fromStdString(m_session.projectPath().string()));
    if (m_messages->add(text, context))
        m_status->setMessages(m_messages->count(), text);
}

bool MainWindow::showTab(const QString& name)
{
    if (name != QLatin1String("history"))
        return m_panels->showTab(name);
    m_historyDock->show();
    return true;
}

void MainWindow::setThemeChoice(ThemeChoice choice)
{
    applyTheme(choice);
    m_actions->refreshIcons(palette());
}

bool MainWindow::isSettled() const
{
    return m_session.isSettled() && m_timeline->isComplete() && m_panels->isComplete();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_project->mayClose()) {
        event->ignore();
        return;
    }
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
    if (paths.size() == 1 && m_exchange->takes(paths.front()))
        m_exchange->import(paths.front());
    else
        openPaths(paths);
    event->acceptProposedAction();
}

}
