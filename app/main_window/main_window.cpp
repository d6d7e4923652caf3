#include "app/main_window/main_window.h"

#include "app/actions/actions.h"
#include "app/cameras/camera_actions.h"
#include "app/exchange/exchange_actions.h"
#include "app/exchange/span_export.h"
#include "app/main_window/banner.h"
#include "app/main_window/docks.h"
#include "app/main_window/menus.h"
#include "app/main_window/message_list.h"
#include "app/main_window/picture_actions.h"
#include "app/main_window/presets.h"
#include "app/main_window/project_actions.h"
#include "app/main_window/sequence_offset_menu.h"
#include "app/main_window/side_panels.h"
#include "app/main_window/sound_actions.h"
#include "app/main_window/status_line.h"
#include "app/prediction/predict_tab.h"
#include "app/review/review.h"
#include "app/review/review_sources.h"
#include "app/review/review_tab.h"
#include "app/session/session.h"
#include "app/shortcuts/shortcuts_dialog.h"
#include "app/statistics/statistics_panel.h"
#include "app/table/table_panel.h"
#include "app/timeline/timeline_panel.h"
#include "app/tour/tour.h"
#include "widgets/base/lazy_widget.h"
#include "widgets/library/library_panel.h"
#include "widgets/player/transcript_strip.h"
#include "widgets/player/video_surface.h"
#include "widgets/review/queue_panel.h"
#include "widgets/review/rating_bar.h"

#include <QCloseEvent>
#include <QDir>
#include <QDockWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenuBar>
#include <QMimeData>
#include <QTimer>
#include <QToolButton>
#include <QUndoView>
#include <QVBoxLayout>

#include <utility>

namespace app {

namespace {

Review* makeReview(Session& session, QObject* parent)
{
    auto* sources = new ReviewSources(session.document(), session.videos(), session.modelsClient(),
                                      session.modelChoice(), session.prediction(), session.jobs(),
                                      session.programs(), parent);
    return new Review(session.document(), session.editor(), session.player(), session.videos(), *sources,
                      parent);
}

TimelineSources timelineSources(Session& session)
{
    return {session.document(),    session.editor(),      session.player(),        session.videos(),
            session.thumbnailer(), session.cameras(),     session.featureReader(), session.alignment(),
            session.prediction(),  session.modelsClient()};
}

}

MainWindow::MainWindow(Session& session, QWidget* parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_actions(new Actions(this))
    , m_status(new StatusLine(session.document(), session.project(), session.modelsClient(),
                              session.alignment(), session.jobs(), this))
    , m_library(new widgets::LibraryPanel(this))
    , m_video(new widgets::VideoSurface(this))
    , m_transcript(new widgets::TranscriptStrip(this))
    , m_review(makeReview(session, this))
    , m_panels(new SidePanels(session, *m_review, this))
    , m_timeline(new TimelinePanel(timelineSources(session), *m_actions, this))
    , m_messages(new MessageList(this))
    , m_banner(new Banner(this))
    , m_project(new ProjectActions(session.document(), session.project(), session.versions(), session.guard(),
                                   session.jobs(), *m_actions, *m_banner, this))
    , m_sound(new SoundActions(session.player(), *m_actions, m_timeline->volume(), this))
    , m_docks(new Docks(*this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Polylogue"));
    setAcceptDrops(true);
    setStatusBar(m_status);
    m_actions->setKeys(chosenKeymap(*m_actions, m_settings));
    m_session.prober().setLimits(m_settings.trustsFiles() ? engine::Prober::Limits::None
                                                          : engine::Prober::Limits::BySize);
    makeCentre();
    makeDocks();
    makeMenus();
    makeEntrySwitcher();
    makeActions();
    connectPlayer();
    connectDataset();
    connectLibrary();
    connectPanels();
    resize(1600, 940);
    setPreset({});
}

MainWindow::~MainWindow() = default;

void MainWindow::makeCentre()
{
    auto* centre = new QWidget(this);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_video, 1);
    column->addWidget(m_transcript);
    setCentralWidget(centre);
    m_video->setMessage(
        tr("Open a video, computational sequences (.csd) or a folder of them: Ctrl+O, or drop them here."));
}

void MainWindow::makeDocks()
{
    m_docks->add(tr("Library"), "libraryDock", m_library, Qt::LeftDockWidgetArea);
    QDockWidget* panels = m_docks->add(tr("Panels"), "panelsDock", m_panels, Qt::RightDockWidgetArea);
    m_docks->add(tr("Timeline"), "timelineDock", m_timeline, Qt::BottomDockWidgetArea);
    m_docks->addHidden(tr("Review queue"), "reviewDock", &m_panels->review().queue(), Qt::LeftDockWidgetArea);
    m_ratingBar = new widgets::RatingBar(this);
    QDockWidget* rating = m_docks->add(tr("Rating"), "ratingDock", m_ratingBar, Qt::RightDockWidgetArea);
    splitDockWidget(panels, rating, Qt::Horizontal);
    rating->hide();
    m_docks->addHidden(tr("Messages"), "messagesDock", m_messages, Qt::BottomDockWidgetArea);
    auto* history = new QUndoView(&m_session.undoStack(), this);
    history->setObjectName(QStringLiteral("history"));
    history->setAccessibleName(tr("History"));
    history->setEmptyLabel(tr("As it was opened"));
    history->setFrameShape(QFrame::NoFrame);
    m_docks->addHidden(tr("History"), "historyDock", history, Qt::LeftDockWidgetArea);
    const auto makeTable = [this] {
        auto* table = new TablePanel(m_session.document(), m_session.editor(), m_session.player());
        connect(table, &TablePanel::message, this, &MainWindow::addMessage);
        return table;
    };
    m_docks->addHidden(tr("Table"), "tableDock", new widgets::LazyWidget(makeTable, this),
                       Qt::BottomDockWidgetArea);
    const auto makeStatistics = [this] {
        return new StatisticsPanel(m_session.document(), m_session.videos(), m_session.prober(),
                                   m_session.jobs());
    };
    m_docks->addHidden(tr("Statistics"), "statisticsDock", new widgets::LazyWidget(makeStatistics, this),
                       Qt::BottomDockWidgetArea);
    m_docks->noteFirstLayout();
}

void MainWindow::makeMenus()
{
    auto* offsets = new SequenceOffsetMenu(m_session.document(), m_session.editor(), m_session.player(),
                                           m_session.videos(), this);
    auto* menus = new Menus(*this, *m_actions,
                            {m_session.undoStack(), *m_docks, *m_timeline, *m_sound->deviceMenu(), *offsets},
                            m_settings);
    connect(menus, &Menus::openWished, this, &MainWindow::openPaths);
    connect(menus, &Menus::themeChosen, this, &MainWindow::setThemeChoice);
}

void MainWindow::setPreset(const QString& name)
{
    const Preset& preset = presetCalled(name);
    m_actions->at(preset.action)->setChecked(true);
    m_actions->at("show-coverage")->setChecked(preset.showsCoverage);
    m_panels->showTab(QLatin1String(preset.tab));
    m_docks->at("reviewDock")->setVisible(preset.showsQueue);
    m_docks->at("libraryDock")->setVisible(!preset.showsQueue);
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
        m_docks->shareOutSpace();
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

void MainWindow::connectPlayer()
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
    connect(m_transcript, &widgets::TranscriptStrip::seekRequested, &player, &Player::seek);
    connect(m_video, &widgets::VideoSurface::clicked, &player, &Player::togglePlaying);
}

void MainWindow::connectDataset()
{
    Document& document = m_session.document();
    connect(&document, &Document::videoChanged, this, [this, &document] {
        m_transcript->setWords(document.hasVideo() ? document.words() : engine::TimedText());
        if (document.hasVideo() && document.video().mediaPath.isEmpty())
            m_video->setMessage(tr("The dataset has no media file for this video."));
    });
    connect(&document, &Document::wordsChanged, this, [this, &document](const QString& video) {
        if (!document.isInSight(video))
            return;
        m_transcript->setWords(document.words());
        showSpokenWord(m_session.player().position());
    });
    VideoOpener& videos = m_session.videos();
    connect(&videos, &VideoOpener::datasetOpened, this, [this](const QString& name) {
        setWindowTitle(tr("%1 – Polylogue").arg(name));
        m_library->setDatasetName(name);
        QTimer::singleShot(0, &m_session.modelChoice(),
                           &ModelChoice::start); // after the first picture's way is free
    });
    connect(&videos, &VideoOpener::entriesListed, this,
            [this](const auto& entries) { m_library->model().setEntries(entries); });
    connect(&videos, &VideoOpener::entriesRead, &m_library->model(), &widgets::LibraryModel::updateEntries);
    connect(&videos, &VideoOpener::opening, this, [this](const QString& id) {
        m_library->setCurrent(id);
        m_entryName->setText(id);
    });
    connect(&m_session, &Session::message, this, &MainWindow::addMessage);
}

void MainWindow::connectLibrary()
{
    VideoOpener& videos = m_session.videos();
    m_library->setOrder(widgets::LibraryOrder::fromName(m_settings.libraryOrder()));
    connect(m_library, &widgets::LibraryPanel::orderChosen, this,
            [this](const auto& order) { m_settings.setLibraryOrder(order.name()); });
    connect(m_library, &widgets::LibraryPanel::entryChosen, &videos, &VideoOpener::open);
    connect(m_library, &widgets::LibraryPanel::playRequested, &videos, &VideoOpener::play);
    connect(m_library, &widgets::LibraryPanel::placeChosen, &videos, &VideoOpener::openAt);
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
}

void MainWindow::connectPanels()
{
    PredictTab& predict = m_panels->predict();
    connect(&m_timeline->focus(), &SegmentFocus::changed, m_panels, &SidePanels::setSegment);
    connect(&m_timeline->predictions(), &PredictionTracks::underWordsChanged, &predict,
            &PredictTab::setUnderWords);
    connect(&predict, &PredictTab::underWordsWished, &m_timeline->predictions(),
            &PredictionTracks::showUnderWords);
    connect(&predict, &PredictTab::openModelWished, this, &MainWindow::askForModel);
    connect(m_panels, &SidePanels::message, this, &MainWindow::addMessage);
    connect(m_status, &StatusLine::messagesClicked, m_docks->at("messagesDock"), &QDockWidget::show);
}

void MainWindow::showSpokenWord(double seconds)
{
    const Document& document = m_session.document();
    const auto spoken = document.wordAt(seconds);
    m_transcript->setCurrentWord(spoken ? spoken : document.lastWordBefore(seconds), spoken.has_value());
}

void MainWindow::openPaths(const QStringList& paths)
{
    if (paths.isEmpty())
        return;
    m_project->whenClosable([this, paths] {
        std::vector<std::filesystem::path> files;
        QStringList absolute;
        for (const QString& path : paths) {
            files.emplace_back(path.toStdString());
            absolute << QDir().absoluteFilePath(path);
        }
        m_settings.addRecent(absolute);
        m_session.project().open(files);
    });
}

void MainWindow::addMessage(const QString& text)
{
    const QString context
        = tr("dataset %1, video %2, project %3")
              .arg(QString::fromStdString(m_session.document().dataset().root.string()),
                   m_session.videos().current(), QString::fromStdString(m_session.project().path().string()));
    if (m_messages->add(text, context))
        m_status->setMessages(m_messages->count(), text);
}

bool MainWindow::showTab(const QString& name)
{
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

bool MainWindow::isSettled() const
{
    return m_session.isSettled() && m_timeline->isComplete() && m_panels->isComplete();
}

/// The window closes as soon as everything that was edited is on the disk, or given up.
void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_mayClose) {
        event->ignore();
        m_project->whenClosable([this] {
            m_mayClose = true;
            close();
        });
        if (!m_mayClose)
            return;
        event->accept();
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
    if (paths.size() == 1)
        m_exchange->offer(paths.front(), [this, paths] { openPaths(paths); });
    else
        openPaths(paths);
    event->acceptProposedAction();
}

}
