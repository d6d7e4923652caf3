#include "app/session/session.h"

#include "app/export/edited_words.h"
#include "app/project/derived_items.h"
#include "app/project/time_zero.h"
#include "engine/core/error.h"
#include "engine/core/installation.h"
#include "engine/media/peak_cache.h"
#include "engine/sequences/csd_writer.h"

#include <QDir>

#include <algorithm>
#include <utility>

namespace app {

Session::Session(const QString& programs, Keeping keeping, QObject* parent)
    : QObject(parent)
    , m_programs(programs)
    , m_keeping(keeping)
    , m_prober(std::make_unique<engine::Prober>((programs + QStringLiteral("/polylogue-cli")).toStdString(),
                                                engine::cacheFolder()))
    , m_modelsClient(programs + QStringLiteral("/polylogue-models"))
    , m_prediction(m_document, m_modelsClient)
{
    connect(&m_jobs, &Jobs::failed, this,
            [this](const QString&, const QString& text) { emit message(text); });
    connect(&m_editor, &Editor::refused, this, &Session::message);
    connect(&m_alignment, &Alignment::message, this, &Session::message);
    connect(&m_featureReader, &FeatureReader::failed, this, &Session::message);
    connect(&m_cameras, &Cameras::message, this, &Session::message);
    connect(&m_editor, &Editor::videoChanged, this, [this](const QString& video) {
        if (video != m_currentVideo)
            openVideo(video);
    });
    connect(&m_document, &Document::tiersStored, this, [this] {
        if (m_writer && m_dataset)
            m_document.note(recipeItem(*m_dataset));
    });
    connect(&m_editor, &Editor::valueGiven, this, [this] {
        if (m_writer)
            m_document.note(annotatorItem(m_editor.annotator()));
    });
    connect(&m_document, &Document::itemsChanged, this, [this](const QString& kind) {
        if (kind == QLatin1String(kOffsetItems) && m_dataset && !m_currentVideo.isEmpty())
            readVideoAgain();
    });
    connect(&m_library, &LibraryReader::entriesRead, this, &Session::entriesRead);
    connect(&m_document, &Document::videoChanged, this, &Session::jumpWhenOpen);
    connect(&m_player, &Player::durationChanged, this, &Session::jumpWhenOpen);
    connect(&m_modelsClient, &ModelsClient::modelChanged, this, &Session::noteModel);
    connect(&m_modelsClient, &ModelsClient::loadFailed, this, &Session::takeModelFailure);
    connect(&m_player, &Player::failed, this, &Session::message);
    connect(&m_player, &Player::notice, this, &Session::message);
    connect(&m_modelsClient, &ModelsClient::failed, this, &Session::message);
    connect(&m_player, &Player::opened, this, [this](const engine::MediaInfo& info) {
        if (const auto seconds = std::exchange(m_resumeAt, std::nullopt))
            m_player.seek(*seconds);
        if (!m_jump)
            playWhenOpen();
        for (const engine::Finding& finding : info.findings)
            emit message(QString::fromStdString(finding.message));
    });
}

void Session::setTrustsFiles(bool trusts)
{
    m_prober->setLimits(trusts ? engine::Prober::Limits::None : engine::Prober::Limits::BySize);
}

Session::~Session()
{
    noteView();
    m_document.disconnect(this);
}

/// The first video's picture does not wait for the sequences.
void Session::openSequences(engine::DatasetList list)
{
    m_dataset.reset();
    m_currentVideo.clear();
    m_openedMedia.clear();
    m_jump.reset();
    m_document.setDataset(list);
    emit datasetOpened(QString::fromStdString(list.name));
    const View last = lastView();
    m_resumeAt.reset();
    if (list.mediaOf(last.video.toStdString())) {
        m_resumeAt = last.seconds;
        openMedia(last.video);
    } else if (list.media.empty()) {
        openMedia({});
    } else {
        openMedia(QString::fromStdString(list.media.front().id));
    }
    m_jobs.start(
        tr("Reading the sequences"), this,
        [this, list = std::move(list), zero = timeZero()](const engine::RunContext& run) {
            return openDataset(list, *m_prober, run, zero);
        },
        [this](std::shared_ptr<const OpenDataset> dataset) { takeDataset(std::move(dataset)); });
}

void Session::takeDataset(std::shared_ptr<const OpenDataset> dataset)
{
    m_dataset = std::move(dataset);
    if (m_document.dataset() != m_dataset->list)
        takeMatchedMedia();
    for (const QString& problem : m_dataset->problems)
        emit message(problem);
    m_alignment.setDataset(m_dataset);
    emit entriesListed(m_dataset->entries);
    if (m_dataset->entries.empty()) {
        emit message(tr("Nothing in %1 can be shown: there is no video and no readable sequence.")
                         .arg(QString::fromStdString(m_dataset->list.name)));
        return;
    }
    const QString last = lastView().video;
    const bool isThere = std::any_of(m_dataset->entries.begin(), m_dataset->entries.end(),
                                     [&](const auto& entry) { return entry->id == last; });
    if (isThere && last != m_openedMedia)
        openVideoAt(last, lastView().seconds); // its media were not known by this id yet
    else
        openVideo(m_openedMedia.isEmpty() ? m_dataset->entries.front()->id : m_openedMedia);
    m_library.read(m_dataset);
}

/// The sequences told to which videos the media belong, which may already be playing.
void Session::takeMatchedMedia()
{
    const auto* opened = m_document.dataset().mediaOf(m_openedMedia.toStdString());
    const std::filesystem::path file = opened ? opened->file : std::filesystem::path();
    m_document.setDataset(m_dataset->list);
    const auto& media = m_dataset->list.media;
    const auto now = std::find_if(media.begin(), media.end(), [&](const auto& m) { return m.file == file; });
    m_openedMedia = now == media.end() ? QString() : QString::fromStdString(now->id);
    m_cameras.setVideo(m_openedMedia);
}

void Session::openVideo(const QString& id)
{
    if (!m_dataset || id.isEmpty())
        return;
    m_currentVideo = id;
    if (m_jump && m_jump->video != id)
        m_jump.reset(); // the user went elsewhere
    emit videoOpening(id);
    readVideoAgain();
    if (m_openedMedia != id) {
        m_resumeAt.reset();
        openMedia(id);
    }
}

void Session::readVideoAgain()
{
    const QString id = m_currentVideo;
    m_jobs.start(
        tr("Reading the video's sequences"), this,
        [dataset = m_dataset, id, offsets = sequenceOffsets(m_document.annotation(), id.toStdString())](
            const engine::RunContext& run) {
            return std::make_shared<VideoData>(readVideo(*dataset, id, run, offsets));
        },
        [this, dataset = m_dataset, id, number = ++m_videoReads](const std::shared_ptr<VideoData>& video) {
            if (dataset != m_dataset || id != m_currentVideo || number != m_videoReads)
                return; // another was opened meanwhile, or its sequences were moved
            for (const QString& problem : video->problems)
                emit message(problem);
            m_player.setFallbackDuration(timelineEnd(*video));
            m_document.setVideo(std::move(*video));
        });
}

void Session::openVideoAt(const QString& id, double seconds)
{
    m_jump = Jump{id, seconds};
    if (m_currentVideo != id)
        openVideo(id);
    else
        jumpWhenOpen();
}

/// Both the sequences and the media of the video have to be there: each can be the later.
void Session::jumpWhenOpen()
{
    if (!m_jump || m_currentVideo != m_jump->video || !m_document.hasVideo()
        || m_document.video().id != m_jump->video || m_player.duration() <= 0)
        return;
    m_player.seek(std::exchange(m_jump, std::nullopt)->seconds);
    playWhenOpen();
}

void Session::playVideo(const QString& id)
{
    if (m_currentVideo != id)
        openVideo(id);
    m_playsWhenOpened = id;
    if (m_player.info() && !m_jump)
        playWhenOpen();
}

/// Plays the video in sight if playVideo() asked for it. A jump that was asked for has been made before.
void Session::playWhenOpen()
{
    if (std::exchange(m_playsWhenOpened, QString()) == m_currentVideo && !m_currentVideo.isEmpty())
        m_player.play();
}

void Session::openMedia(const QString& id)
{
    m_openedMedia = id;
    const auto* media = m_document.dataset().mediaOf(id.toStdString());
    const QString path = media ? QString::fromStdString(media->file.string()) : QString();
    emit mediaOpening();
    m_thumbnailer.open(path, timeZero());
    m_player.open(path, timeZero());
    m_cameras.setVideo(id);
    emit peaksChanged(nullptr);
    if (media)
        readPeaks(path);
}

engine::TimeZero Session::timeZero() const
{
    return timeZeroOf(m_document.annotation());
}

/// The end of the last row of anything, in seconds.
double Session::timelineEnd(const VideoData& video) const
{
    double end = 0.0;
    const auto take = [&](const std::vector<engine::Interval>& intervals) {
        for (const engine::Interval& interval : intervals)
            end = std::max(end, interval.end);
    };
    take(video.words.intervals);
    take(video.labels.intervals);
    for (const FeatureSeries& series : video.features)
        take(series.features->intervals());
    return end;
}

void Session::readPeaks(const QString& path)
{
    m_jobs.start(
        tr("Reading the sound"), this,
        [this, path,
         zero = timeZero()](const engine::RunContext& run) -> std::shared_ptr<const engine::PeakPyramid> {
            const auto partial = [this, path](const std::shared_ptr<const engine::PeakPyramid>& peaks) {
                QMetaObject::invokeMethod(this, [this, path, peaks] {
                    const auto* media = m_document.dataset().mediaOf(m_openedMedia.toStdString());
                    if (media && QString::fromStdString(media->file.string()) == path)
                        emit peaksChanged(peaks);
                });
            };
            try {
                return engine::cachedPeaks(engine::MediaFile(path.toStdString(), zero), engine::cacheFolder(),
                                           run, partial);
            } catch (const engine::IoError&) {
                return nullptr; // no sound, or no media at all: the player says which
            }
        },
        [this, id = m_openedMedia](const std::shared_ptr<const engine::PeakPyramid>& peaks) {
            if (id == m_openedMedia)
                emit peaksChanged(peaks);
        });
}

void Session::startModel()
{
    const std::filesystem::path chosen = chosenModel(m_document.annotation(), m_projectPath);
    const QString file = QString::fromStdString(chosen.string());
    m_chosenModels.clear();
    std::error_code missing;
    if (!chosen.empty() && std::filesystem::is_regular_file(chosen, missing)) {
        load(file, true);
        return;
    }
    if (!chosen.empty())
        emit message(
            tr("The model of this project is not there: %1. Until it is, the usual one predicts.").arg(file));
    startDefaultModel();
}

void Session::startDefaultModel()
{
    const auto folders
        = {std::filesystem::path(m_document.dataset().root) / "model", engine::demoFolder() / "model"};
    for (const std::filesystem::path& folder : folders) {
        const QDir models(QString::fromStdString(folder.string()), QStringLiteral("*.safetensors"),
                          QDir::Name, QDir::Files);
        if (models.count() == 0)
            continue;
        load(models.filePath(models.entryList().front()), false);
        return;
    }
    if (m_modelPath.isEmpty())
        emit message(tr("There is no model to predict with; open one from the Model menu."));
}

void Session::startModel(const QString& path)
{
    m_modelPath.clear(); // asked for again, it is read again
    load(path, true);
}

void Session::load(const QString& model, bool isChosen)
{
    if (isChosen)
        m_chosenModels.insert(model);
    else
        m_chosenModels.erase(model);
    if (std::exchange(m_modelPath, model) == model)
        noteModel(); // another project may have been opened since
    else
        m_modelsClient.start(model);
}

/// The model before goes on; where there was none, the one that would have been there without a choice.
void Session::takeModelFailure()
{
    const bool wasChosen = m_chosenModels.erase(m_modelPath) > 0;
    m_modelPath = m_modelsClient.loadedPath();
    if (m_modelPath.isEmpty() && wasChosen)
        startDefaultModel();
}

void Session::moveEdge(engine::SegmentId id, bool atEnd, double seconds, engine::EdgeMode mode, int drag)
{
    const double end = m_player.duration() > 0 ? std::min(seconds, m_player.duration()) : seconds;
    m_editor.moveEdge(id, atEnd, end, mode, drag);
}

void Session::exportWords(const QString& path)
{
    const OpenDataset::Sequence* words = m_dataset ? m_dataset->withRole(Role::Words) : nullptr;
    if (!words) {
        emit message(tr("This dataset has no words to export."));
        return;
    }
    std::map<std::string, WordsView> edited;
    for (const std::string& video : m_document.videosWithOwnWords())
        edited.emplace(video, m_document.ownWords(video));
    engine::VideoOffsets offsets = offsetsOf(m_document.annotation(), words->key.toStdString());
    for (const auto& [video, view] : edited)
        offsets.erase(video); // they lie where they were put
    std::vector<std::filesystem::path> sources;
    for (const auto& sequence : m_document.dataset().sequences)
        sources.push_back(sequence.file);
    for (const auto& media : m_document.dataset().media) {
        sources.push_back(media.file);
        sources.insert(sources.end(), media.otherCameras.begin(), media.otherCameras.end());
    }
    m_jobs.start(
        tr("Exporting the words"), this,
        [file = words->file, edited = std::move(edited), offsets, sources, path](const engine::RunContext&) {
            const std::filesystem::path target = path.toStdString();
            std::error_code missing;
            for (const std::filesystem::path& source : sources) {
                if (std::filesystem::equivalent(target, source, missing))
                    throw engine::IoError(
                        "io", target.string(),
                        "belongs to the dataset that is open; choose another name, it is never written to");
            }
            engine::writeCsd(engine::shifted(withWords(file, edited), offsets), path.toStdString());
            return path;
        },
        [this](const QString& written) { emit message(tr("The words were written to %1.").arg(written)); });
}

bool Session::isSettled() const
{
    return unsettled().isEmpty();
}

QString Session::unsettled() const
{
    if (!m_jobs.isIdle())
        return m_jobs.running().front().title;
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
