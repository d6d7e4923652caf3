#include "app/session/session.h"

#include "app/project/derived_items.h"
#include "engine/core/installation.h"
#include "engine/project_items/layout_item.h"

#include <algorithm>
#include <utility>

namespace app {

Session::Session(const QString& programs, Keeping keeping, QObject* parent)
    : QObject(parent)
    , m_programs(programs)
    , m_prober((programs + QStringLiteral("/polylogue-cli")).toStdString(), engine::cacheFolder())
    , m_modelsClient(programs + QStringLiteral("/polylogue-models"))
    , m_prediction(m_document, m_modelsClient)
    , m_otherModels(m_document, m_prediction, programs + QStringLiteral("/polylogue-models"))
    , m_project(m_document, m_tasks, m_prober, keeping)
{
    connectMessages();
    connectProject();
    connectVideos();
    connectAttention();
}

Session::~Session()
{
    m_tasks.finish(); // before anything that their work uses goes
    m_videos.noteView();
    m_document.disconnect(this);
    m_editor.disconnect(this); // its history ends after the project
}

void Session::connectMessages()
{
    const Notices& notices = m_document.notices();
    const auto say = [&notices](const QString&, const QString& text) { notices.say(text); };
    connect(&m_tasks, &Tasks::failed, this, say);
    connect(&m_tasks, &Tasks::noted, this, say);
    connect(&m_editor, &Editor::refused, &notices, &Notices::say);
    connect(&m_editor, &Editor::told, &notices, &Notices::say);
    connect(&m_featureReader, &FeatureReader::failed, &notices, &Notices::say);
    connect(&m_player, &Player::failed, &notices, &Notices::say);
    connect(&m_player, &Player::interrupted, &notices, &Notices::say);
    connect(&m_player, &Player::notice, &notices, &Notices::say);
    connect(&m_modelsClient, &ModelsClient::failed, &notices, &Notices::say);
}

void Session::connectProject()
{
    m_project.setHistorySource([this] { return m_editor.takeHistoryChange(); });
    connect(&m_editor, &Editor::stepped, this, [this] {
        if (ProjectWriter* writer = m_project.writer())
            writer->flush();
    });
    connect(&m_project, &Project::historyRead, &m_editor, &Editor::restoreHistory);
    connect(&m_project, &Project::closing, &m_videos, &VideoOpener::noteView);
    connect(&m_project, &Project::opened, this, [this] {
        m_guard.setProject(m_project.path());
        m_cameras.setProjectFolder(m_project.path().parent_path());
    });
    connect(&m_project, &Project::datasetFound, this, [this](const engine::DatasetList& list) {
        m_guard.findFiles(list, [this](engine::DatasetList found) {
            if (std::exchange(m_isGrowing, false))
                m_videos.grow(std::move(found));
            else
                m_videos.openDataset(std::move(found));
            m_guard.check();
        });
    });
    connect(&m_versions, &ProjectVersions::datasetChanged, this, &Session::reload);
    connect(&m_document, &Document::tiersStored, this, [this] {
        if (!m_document.isKept() || !m_videos.dataset())
            return;
        m_document.note(recipeItem(*m_videos.dataset()));
        if (const auto layout = saidLayout(m_videos.dataset()->list))
            m_document.note(engine::layoutItem(*layout)); // the tiers are of these videos
    });
    connect(&m_editor, &Editor::valueGiven, this, [this] {
        if (m_document.isKept())
            m_document.note(annotatorItem(m_editor.annotator()));
    });
}

/// The player moves what a person attends to, and that is predicted first.
void Session::connectAttention()
{
    Attention& attention = m_document.attention();
    connect(&m_player, &Player::sought, &attention, &Attention::letGo);
    connect(&m_player, &Player::positionChanged, &attention, &Attention::setPlayhead);
    connect(&m_player, &Player::opened, &attention,
            [this, &attention] { attention.setPlayhead(m_player.position()); });
    const auto attend = [this, &attention] {
        if (!m_prediction.arePieces())
            m_prediction.setFocus(attention.segment());
    };
    connect(&attention, &Attention::segmentChanged, &m_prediction, attend);
    connect(&m_prediction, &LivePrediction::segmentsChanged, &attention, attend);
    connect(&m_player, &Player::positionChanged, &m_prediction, &LivePrediction::setPlayhead);
    connect(&m_player, &Player::durationChanged, &m_prediction,
            [this] { m_prediction.setVideoEnd(m_player.duration()); });
}

void Session::connectVideos()
{
    connect(&m_editor, &Editor::videoChanged, this, [this](const QString& video, double seconds) {
        if (video != m_videos.current())
            m_videos.openAt(video, seconds);
    });
    connect(&m_videos, &VideoOpener::sequencesOpened, &m_alignment, &Alignment::setDataset);
    connect(&m_videos, &VideoOpener::sequencesOpened, &m_faces, &Faces::setDataset);
    connect(&m_videos, &VideoOpener::mediaOpening, this, [this] { m_editor.setVideoEnd(0.0); });
    connect(&m_videos, &VideoOpener::mediaNamed, &m_cameras, &Cameras::setVideo);
    connect(&m_player, &Player::durationChanged, this, [this] { m_editor.setVideoEnd(m_player.duration()); });
}

void Session::reload()
{
    m_videos.noteView();
    m_guard.findFiles(m_document.dataset(),
                      [this](engine::DatasetList found) { m_videos.openDataset(std::move(found)); });
}

void Session::readDatasetAgain()
{
    m_videos.noteView();
    m_project.open(m_project.writer() ? std::vector{m_project.path()} : m_project.datasetPaths());
}

void Session::takeWritten(const std::filesystem::path& list,
                          const std::vector<std::filesystem::path>& written,
                          std::filesystem::file_time_type since, bool goesOn)
{
    m_guard.expect(written, since, goesOn);
    m_isGrowing = true;
    std::vector<std::filesystem::path> paths = m_project.datasetPaths();
    const auto namesIt = [&list](const std::filesystem::path& path) {
        const std::filesystem::path whole = std::filesystem::absolute(path).lexically_normal();
        return whole == list || whole == list.parent_path();
    };
    if (std::ranges::none_of(paths, namesIt))
        paths.push_back(list);
    if (m_project.writer())
        m_project.openDataset(paths);
    else
        m_project.open(paths);
}

bool Session::isSettled() const
{
    return unsettled().isEmpty();
}

QString Session::unsettled() const
{
    if (!m_tasks.isIdle())
        return m_tasks.running().front()->title();
    if (m_project.isOpening())
        return tr("the project");
    if (!m_player.isSettled() || !m_cameras.isSettled())
        return tr("the picture");
    if (!m_thumbnailer.isIdle())
        return tr("thumbnails");
    const bool modelAwaited = m_modelsClient.state() == ModelsClient::State::Starting
        || m_modelsClient.state() == ModelsClient::State::Lost;
    if (modelAwaited)
        return tr("the model");
    if (m_modelsClient.state() == ModelsClient::State::Ready && !m_prediction.isComplete())
        return tr("predictions");
    if (!m_alignment.isSettled())
        return tr("the alignment");
    return {};
}

}
