#include "app/live/live_room.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/files/file_questions.h"
#include "app/live/camera_source.h"
#include "app/live/file_source.h"
#include "app/live/live_display.h"
#include "app/live/note_keeper.h"
#include "app/live/recording_list.h"
#include "app/playback/player.h"
#include "app/prediction/model_list.h"
#include "app/settings/settings.h"
#include "app/tasks/tasks.h"
#include "engine/sequences/media_matching.h"
#include "widgets/live/live_panel.h"
#include "widgets/live/live_recordings.h"
#include "widgets/live/live_sources.h"
#include "widgets/live/live_view.h"
#include "widgets/predict/model_chooser.h"

#include <QAction>
#include <QApplication>
#include <QCameraDevice>
#include <QDateTime>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QMainWindow>
#include <QMediaDevices>
#include <QMenuBar>
#include <QStandardPaths>
#include <QStatusBar>

namespace app {

namespace {

/// It is read from a file, so not by the GUI thread.
QString usualFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::MoviesLocation) + QStringLiteral("/Polylogue");
}

}

LiveRoom::LiveRoom(const Parts& parts, const Actions& actions, QMainWindow& window)
    : QObject(&window)
    , m_parts(parts)
    , m_finding(parts.tasks)
    , m_listing(parts.tasks)
    , m_help(*actions.at("help"))
    , m_window(window)
    , m_session(new LiveSession(parts.programs, this))
    , m_notes(new NoteKeeper(*m_session, parts.tasks, this))
{
    connect(actions.at("live"), &QAction::triggered, this, &LiveRoom::open);
    window.installEventFilter(this);
}

LiveRoom::~LiveRoom() = default;

bool LiveRoom::isOpen() const
{
    return m_view && m_view->isVisible();
}

void LiveRoom::makeView()
{
    m_view = new widgets::LiveView(&m_window);
    m_display = new LiveDisplay(*m_session, *m_view, this);
    connectView();
    connectSession();
}

void LiveRoom::connectView()
{
    using widgets::LivePanel;
    using widgets::LiveSources;
    using widgets::LiveView;
    connect(m_view, &LiveView::leaveWished, this, &LiveRoom::close);
    connect(m_view, &LiveView::recordWished, this, &LiveRoom::record);
    connect(m_view, &LiveView::keepWished, this, &LiveRoom::keep);
    connect(m_view, &LiveView::markWished, m_display, &LiveDisplay::mark);
    connect(m_view, &LiveView::markWished, m_notes, &NoteKeeper::mark);
    connect(m_view, &LiveView::holdWished, m_display, &LiveDisplay::hold);
    connect(m_view, &LiveView::sourcesWished, this, &LiveRoom::offerSources);
    LivePanel& panel = m_view->panel();
    connect(&panel, &LivePanel::modalitiesChosen, m_session, &LiveSession::setEnabled);
    connect(&panel, &LivePanel::targetWished, this, &LiveRoom::chooseTarget);
    connect(&panel, &LivePanel::helpWished, &m_help, &QAction::trigger);
    connect(&panel, &LivePanel::notesWished, m_notes, &NoteKeeper::setWanted);
    connect(&m_view->recordings(), &widgets::LiveRecordings::openWished, this,
            [this](const auto& recording) { openRecording(recording.path, recording.hasAnswers); });
    connect(&panel, &LivePanel::videoWished, this, [this] {
        const QString file = m_recorded;
        close();
        emit videoWished(file);
    });
    connect(&panel.chooser(), &widgets::ModelChooser::modelChosen, this, &LiveRoom::loadModel);
    connect(&panel.chooser(), &widgets::ModelChooser::listWished, this, &LiveRoom::findModels);
    connect(&panel.chooser(), &widgets::ModelChooser::openWished, this, [this] {
        const QString file = askForFile(
            m_view,
            {"model", tr("Open a model"), tr("Models (*.safetensors)"), dataFolder(m_parts.document)});
        if (!file.isEmpty())
            loadModel(file);
    });
    LiveSources& sources = m_view->sources();
    connect(&sources, &LiveSources::cameraWished, this,
            [this](const QString& id) { begin(new CameraSource(id.toUtf8(), m_session), {}, {}); });
    connect(&sources, &LiveSources::videoWished, this, &LiveRoom::playVideo);
    connect(&sources, &LiveSources::fileWished, this, [this] {
        const QString file = askForFile(m_view,
                                        {"live", tr("A video in the place of a camera"),
                                         tr("Videos (*.mp4 *.mkv *.mov *.avi *.webm *.m4v);;All files (*)"),
                                         dataFolder(m_parts.document)});
        if (!file.isEmpty())
            playFile(file);
    });
}

void LiveRoom::connectSession()
{
    connect(m_session, &LiveSession::modelChanged, this, [this] {
        m_view->panel().chooser().setCurrentModel(m_session->modelPath(), m_session->model()->name);
    });
    connect(m_session, &LiveSession::ended, this, [this] {
        if (m_session->recorder().isRecording())
            record(); // ends it
        m_view->setEnded();
    });
    connect(&m_session->recorder(), &LiveRecorder::written, this, &LiveRoom::noteWritten);
    connect(m_session, &LiveSession::failed, &m_parts.document.notices(), &Notices::say);
    connect(m_notes, &NoteKeeper::kept, this, &LiveRoom::listRecordings);
}

void LiveRoom::open()
{
    if (isOpen())
        return;
    if (!m_view)
        makeView();
    m_parts.player.pause();
    lieOverWindow();
    m_view->panel().setTarget(nextFile(tr("live")));
    m_recorded.clear();
    m_view->panel().enableAll(); // what was off in another session is not off unseen in this one
    m_view->panel().setRecorded({}, {});
    m_focusBefore = QApplication::focusWidget();
    m_view->show();
    m_view->raise();
    m_view->setFocus();
    emit shown(true);
    offerSources();
    findModels();
    listRecordings();
}

void LiveRoom::close()
{
    if (!m_view)
        return;
    m_session->end();
    m_view->setRecording(false);
    m_view->setRunning(false);
    m_view->hide();
    if (m_focusBefore)
        m_focusBefore->setFocus();
    emit shown(false);
}

bool LiveRoom::eventFilter(QObject* watched, QEvent* event)
{
    if (isOpen()
        && (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest
            || event->type() == QEvent::Show))
        lieOverWindow();
    return QObject::eventFilter(watched, event);
}

/// Over all but the menus.
void LiveRoom::lieOverWindow()
{
    const int top = m_window.menuWidget() ? m_window.menuWidget()->geometry().bottom() + 1 : 0;
    m_view->setGeometry(0, top, m_window.width(), std::max(0, m_window.height() - top));
    m_view->raise();
}

void LiveRoom::offerSources()
{
    std::vector<widgets::LiveSources::Source> cameras;
    for (const QCameraDevice& camera : QMediaDevices::videoInputs())
        cameras.push_back(
            {QString::fromUtf8(camera.id()), camera.description(), tr("camera and microphone")});
    const bool hasVideo = m_parts.document.hasVideo() && !m_parts.document.video().mediaPath.isEmpty();
    m_view->sources().setSources(cameras, hasVideo ? m_parts.document.video().id : QString());
    m_view->sources().setProblem({});
    m_view->setRecording(false);
    m_view->setRunning(false);
    m_session->recorder().stop();
}

void LiveRoom::playVideo()
{
    const VideoData& video = m_parts.document.video();
    const auto& info = m_parts.player.info();
    const engine::TimedText& words = m_parts.document.words();
    QStringList texts;
    for (const std::string& text : words.texts)
        texts << QString::fromStdString(text);
    begin(new FileSource(video.mediaPath, info ? info->zero : engine::TimeZero::EarliestStream, m_session),
          words.intervals, texts);
}

void LiveRoom::playFile(const QString& path)
{
    begin(new FileSource(path, engine::TimeZero::EarliestStream, m_session), {}, {});
}

void LiveRoom::begin(LiveSource* source, std::vector<engine::Interval> times, const QStringList& words)
{
    std::vector<widgets::LiveWord> spoken;
    for (std::size_t i = 0; i < times.size() && i < static_cast<std::size_t>(words.size()); ++i)
        spoken.push_back({times[i], words[static_cast<qsizetype>(i)]});
    std::ranges::sort(spoken, {}, [](const widgets::LiveWord& word) { return word.interval.start; });
    m_view->setRunning(true);
    m_session->begin(source);
    m_session->setWords(spoken);
    m_display->begin(std::move(spoken));
    m_view->setFocus();
    if (!m_session->model())
        findModels();
}

/// Models that look at recordings, first the one of parts that learnt from people, as those are whom a camera
/// sees; the first answers until another is chosen.
void LiveRoom::findModels()
{
    struct Found {
        std::vector<ModelFile> models;
        QString folder; ///< for recordings
    };
    m_finding.start(
        tr("Looking for live models"),
        [folders = modelFolders(m_parts.document.dataset().root),
         recent = m_parts.settings.recentModels()](const engine::RunContext& run) {
            return Found{app::findModels(folders, recent, run), usualFolder()};
        },
        [this](const Found& found) {
            if (m_folder.isEmpty()) {
                m_folder = found.folder;
                m_view->panel().setTarget(nextFile(tr("live")));
                listRecordings();
            }
            takeModels(found.models);
        });
}

void LiveRoom::takeModels(const std::vector<ModelFile>& files)
{
    std::vector<widgets::ModelEntry> entries;
    std::vector<ModelFile> sorted = files;
    std::ranges::stable_partition(sorted, &ModelFile::isOfParts);
    for (const ModelFile& file : sorted) {
        if (file.looksAtRecordings)
            entries.push_back({file.path, file.name, file.architecture, true});
    }
    m_view->panel().chooser().setModels(entries);
    if (entries.empty())
        m_view->panel().setNote(tr("No model that looks at pictures and hears sound was found."));
    else if (!m_session->model() && isOpen())
        m_session->setModel(m_session->wantedModel().isEmpty() ? entries.front().path
                                                               : m_session->wantedModel());
}

void LiveRoom::loadModel(const QString& path)
{
    m_parts.settings.addRecentModel(path);
    m_session->setModel(path);
    m_view->setFocus(); // keys are the session's again
}

QString LiveRoom::nextFile(const QString& what) const
{
    return QDir(m_folder.isEmpty() ? QDir::homePath() : m_folder)
        .filePath(what + QLatin1Char('_')
                  + QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd_HH-mm-ss"))
                  + QStringLiteral(".mp4"));
}

void LiveRoom::chooseTarget()
{
    const QString folder = askForFolder(m_view, {"recordings", tr("Where recordings go"), {}, m_folder});
    if (folder.isEmpty())
        return;
    m_folder = folder;
    m_view->panel().setTarget(nextFile(tr("live")));
    listRecordings();
}

void LiveRoom::listRecordings()
{
    if (!m_folder.isEmpty())
        m_listing.start(
            tr("Looking for recordings"),
            [folder = m_folder](const engine::RunContext& run) { return recordingsIn(folder, run); },
            [this](const std::vector<widgets::LiveRecordings::Recording>& recordings) {
                m_view->recordings().setRecordings(m_folder, recordings);
            });
}

void LiveRoom::openRecording(const QString& file, bool hasAnswers)
{
    QStringList paths;
    if (hasAnswers)
        paths << QString::fromStdString(engine::answersBeside(file.toStdString()).string());
    close();
    emit openWished(paths << file); // the last gives the name
}

void LiveRoom::record()
{
    LiveRecorder& recorder = m_session->recorder();
    if (recorder.isRecording()) {
        recorder.stop();
        m_view->setRecording(false);
        m_view->panel().setRecorded({}, tr("The recording is being completed."));
        return;
    }
    const QString file = nextFile(tr("live"));
    m_view->panel().setTarget(file);
    recorder.start(file, m_session->hasSound());
    m_view->setRecording(true);
}

void LiveRoom::keep()
{
    if (m_session->recorder().keep(nextFile(tr("kept")), m_session->hasSound()))
        m_view->panel().setRecorded(m_recorded, tr("The last 10 s are being written.")); // its button stays
}

void LiveRoom::noteWritten(const QString& file, const QString& error)
{
    if (!error.isEmpty()) {
        m_view->panel().setRecorded(m_recorded, error);
        m_parts.document.notices().say(error);
        return;
    }
    m_recorded = file;
    m_view->panel().setRecorded(file, tr("Recorded: %1").arg(file));
    listRecordings();
    if (!isOpen())
        m_parts.document.notices().say(tr("Recorded: %1").arg(file));
}

}
