#include "app/video/video_opener.h"

#include "app/video/sound_gaps.h"
#include "engine/core/error.h"
#include "engine/core/installation.h"
#include "engine/core/json_text.h"
#include "engine/media/peak_cache.h"
#include "engine/project_items/face_items.h"
#include "engine/project_items/layout_item.h"
#include "engine/project_items/time_zero.h"

#include <QFileInfo>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

namespace app {

namespace {

constexpr auto kViewKind = "layout";
constexpr auto kViewName = "view";

/// The end of the last row of anything, in seconds.
double timelineEnd(const VideoData& video)
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

}

VideoOpener::VideoOpener(Document& document, Tasks& tasks, Player& player, Thumbnailer& thumbnailer,
                         engine::Prober& prober, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_opening(tasks)
    , m_reading(tasks)
    , m_readingSound(tasks)
    , m_player(player)
    , m_thumbnailer(thumbnailer)
    , m_prober(prober)
    , m_library(document, tasks)
{
    connect(&m_library, &LibraryReader::entriesRead, this, &VideoOpener::entriesRead);
    connect(&document, &Document::videoChanged, this, &VideoOpener::jumpWhenOpen);
    connect(&document, &Document::itemsChanged, this, [this](const QString& kind) {
        if (!m_dataset || m_current.isEmpty())
            return;
        if (kind == QLatin1String(engine::kOffsetItems)
            || (kind == QLatin1String(engine::kFaceItems) && facesDiffer()))
            readAgain();
    });
    connect(&player, &Player::durationChanged, this, &VideoOpener::jumpWhenOpen);
    connect(&player, &Player::opened, this, [this](const engine::MediaInfo& info) {
        if (const auto seconds = std::exchange(m_resumeAt, std::nullopt))
            m_player.seek(*seconds);
        if (!m_jump)
            playWhenOpen();
        for (const engine::Finding& finding : info.findings)
            m_document.notices().say(QString::fromStdString(finding.message));
    });
}

/// The first video's picture does not wait for the sequences.
void VideoOpener::openDataset(engine::DatasetList list)
{
    if (const auto layout = engine::layoutOfProject(m_document.annotation()))
        sayLayout(list, *layout);
    m_dataset.reset();
    m_current.clear();
    m_openedMedia.clear();
    m_jump.reset();
    m_document.setDataset(list);
    emit datasetOpened(QString::fromStdString(list.name));
    const View last = lastView();
    m_resumeAt.reset();
    if (!list.mediaAreGuessed && list.mediaOf(last.video.toStdString())) {
        m_resumeAt = last.seconds;
        openMedia(last.video);
    } else if (list.media.empty() || list.mediaAreGuessed) { // whose ids only the sequences tell
        openMedia({});
    } else {
        openMedia(QString::fromStdString(list.media.front().id));
    }
    read(std::move(list), &VideoOpener::takeDataset);
}

void VideoOpener::read(engine::DatasetList list,
                       void (VideoOpener::*then)(std::shared_ptr<const OpenDataset>))
{
    m_opening.start(
        tr("Reading the sequences"),
        [&prober = m_prober, list = std::move(list), zero = timeZero()](const engine::RunContext& run) {
            return app::openDataset(list, prober, run, zero);
        },
        [this, then](std::shared_ptr<const OpenDataset> dataset) { (this->*then)(std::move(dataset)); });
}

void VideoOpener::grow(engine::DatasetList list)
{
    if (m_dataset && m_document.hasVideo())
        read(std::move(list), &VideoOpener::takeGrown);
    else
        openDataset(std::move(list));
}

void VideoOpener::takeGrown(std::shared_ptr<const OpenDataset> dataset)
{
    const std::string current = m_current.toStdString();
    const auto* before = m_document.dataset().mediaOf(current);
    const auto* now = dataset->list.mediaOf(current);
    const bool isTheSame = !before == !now
        && (!now || before->file.path().lexically_normal() == now->file.path().lexically_normal());
    if (!m_document.hasVideo() || !dataset->ids.contains(current) || !isTheSame) {
        openDataset(dataset->list);
        return;
    }
    m_dataset = std::move(dataset);
    m_document.growDataset(m_dataset->list);
    tell();
    readAgain();
    m_library.read(m_dataset);
}

/// What the sequences of the dataset are.
void VideoOpener::tell()
{
    for (const QString& problem : m_dataset->problems)
        m_document.notices().say(problem);
    emit sequencesOpened(m_dataset);
    emit entriesListed(m_dataset->entries);
}

void VideoOpener::takeDataset(std::shared_ptr<const OpenDataset> dataset)
{
    m_dataset = std::move(dataset);
    if (m_document.dataset() != m_dataset->list)
        takeMatchedMedia();
    tell();
    if (m_dataset->entries.empty()) {
        m_document.notices().say(tr("Nothing in %1 can be shown: there is no video and no readable sequence.")
                                     .arg(QString::fromStdString(m_dataset->list.name)));
        return;
    }
    const View last = lastView();
    if (m_dataset->entries.placeOf(last.video) >= 0 && last.video != m_openedMedia)
        openAt(last.video, last.seconds); // its media were not known by this id yet
    else
        open(m_openedMedia.isEmpty() ? m_dataset->entries.front()->id : m_openedMedia);
    m_library.read(m_dataset);
}

/// The sequences told to which videos the media belong, which may already be playing.
void VideoOpener::takeMatchedMedia()
{
    const auto* opened = m_document.dataset().mediaOf(m_openedMedia.toStdString());
    const std::string file = opened ? opened->file.string() : std::string();
    m_document.setDataset(m_dataset->list);
    const auto& media = m_dataset->list.media;
    const auto now
        = std::find_if(media.begin(), media.end(), [&](const auto& m) { return m.file.string() == file; });
    m_openedMedia = now == media.end() ? QString() : QString::fromStdString(now->id);
    emit mediaNamed(m_openedMedia);
}

void VideoOpener::open(const QString& id)
{
    if (!m_dataset || id.isEmpty())
        return;
    m_current = id;
    if (m_jump && m_jump->video != id)
        m_jump.reset(); // the user went elsewhere
    emit opening(id);
    readAgain();
    if (m_openedMedia != id) {
        m_resumeAt.reset();
        openMedia(id);
    }
}

/// Whether the video was read with other tracks of faces; names alone change nothing of what is read.
bool VideoOpener::facesDiffer() const
{
    const engine::FaceCorrections faces = faceCorrections(m_document.annotation(), m_current.toStdString());
    return faces.steps != m_faces.steps || faces.measured != m_faces.measured;
}

void VideoOpener::readAgain()
{
    const QString id = m_current;
    m_faces = faceCorrections(m_document.annotation(), id.toStdString());
    m_reading.start(
        tr("Reading the video's sequences"),
        [dataset = m_dataset, id, faces = m_faces,
         offsets
         = sequenceOffsets(m_document.annotation(), id.toStdString())](const engine::RunContext& run) {
            return std::make_shared<VideoData>(readVideo(*dataset, id, run, offsets, faces));
        },
        [this, dataset = m_dataset, id](const std::shared_ptr<VideoData>& video) {
            if (dataset != m_dataset || id != m_current)
                return; // another was opened meanwhile
            for (const QString& problem : video->problems)
                m_document.notices().say(problem);
            m_player.setFallbackDuration(timelineEnd(*video));
            m_document.setVideo(std::move(*video));
        });
}

void VideoOpener::openAt(const QString& id, double seconds)
{
    jumpTo({id, seconds});
}

void VideoOpener::playAt(const QString& id, engine::Interval span)
{
    jumpTo({id, span.start, span.end});
}

void VideoOpener::jumpTo(const Jump& jump)
{
    m_jump = jump;
    if (m_current != jump.video)
        open(jump.video);
    else
        jumpWhenOpen();
}

/// Both the sequences and the media of the video have to be there: each can be the later.
void VideoOpener::jumpWhenOpen()
{
    if (!m_jump || m_current != m_jump->video || !m_document.hasVideo()
        || m_document.video().id != m_jump->video || m_player.duration() <= 0)
        return;
    const Jump jump = *std::exchange(m_jump, std::nullopt);
    if (jump.playsUntil) {
        m_playsWhenOpened.clear();
        m_player.playSpan({jump.seconds, *jump.playsUntil});
        return;
    }
    m_player.seek(jump.seconds);
    playWhenOpen();
}

void VideoOpener::play(const QString& id)
{
    if (m_current != id)
        open(id);
    m_playsWhenOpened = id;
    if (m_player.info() && !m_jump)
        playWhenOpen();
}

/// Plays the video in sight if play() asked for it. A jump that was asked for has been made before.
void VideoOpener::playWhenOpen()
{
    if (std::exchange(m_playsWhenOpened, QString()) == m_current && !m_current.isEmpty())
        m_player.play();
}

void VideoOpener::openMedia(const QString& id)
{
    m_openedMedia = id;
    const auto* media = m_document.dataset().mediaOf(id.toStdString());
    const QString path = media ? QString::fromStdString(media->file.string()) : QString();
    emit mediaOpening(id);
    m_thumbnailer.open(path, timeZero());
    m_player.open(path, timeZero());
    emit mediaNamed(id);
    emit peaksChanged(nullptr);
    if (media)
        readPeaks(path);
    else
        m_readingSound.abandon();
}

void VideoOpener::readPeaks(const QString& path)
{
    m_readingSound.start(
        tr("Reading the sound"),
        [this, path, zero = timeZero()](const TaskRun& run) -> std::shared_ptr<const engine::PeakPyramid> {
            const auto partial = [&](const std::shared_ptr<const engine::PeakPyramid>& peaks) {
                run.post([this, peaks] { emit peaksChanged(peaks); });
            };
            try {
                return engine::cachedPeaks(engine::MediaFile(path.toStdString(), zero), engine::cacheFolder(),
                                           run, partial);
            } catch (const engine::IoError&) {
                return nullptr; // no sound, or no media at all: the player says which
            }
        },
        [this, path](const std::shared_ptr<const engine::PeakPyramid>& peaks) {
            emit peaksChanged(peaks);
            if (peaks && !peaks->gaps().empty())
                m_document.notices().say(
                    tr("The sound of %1 cannot be read everywhere: the file is damaged or cut off at %2.")
                        .arg(QFileInfo(path).fileName(), soundGapsText(peaks->gaps())));
        });
}

engine::TimeZero VideoOpener::timeZero() const
{
    return timeZeroOf(m_document.annotation());
}

void VideoOpener::noteView()
{
    if (!m_document.isKept() || m_current.isEmpty())
        return;
    const nlohmann::json view{{"video", m_current.toStdString()}, {"seconds", m_player.position()}};
    m_document.note({kViewKind, kViewName, engine::jsonText(view)});
}

VideoOpener::View VideoOpener::lastView() const
{
    const engine::Item* item = m_document.annotation().item(kViewKind, kViewName);
    const nlohmann::json view = item ? nlohmann::json::parse(item->json, nullptr, false) : nlohmann::json();
    if (!view.is_object() || !view.contains("video") || !view["video"].is_string())
        return {};
    const bool hasPlace = view.contains("seconds") && view["seconds"].is_number();
    return {QString::fromStdString(view["video"].get<std::string>()),
            hasPlace ? view["seconds"].get<double>() : 0.0};
}

}
