#include "app/session/session.h"

#include "app/commands/move_word_edge.h"
#include "engine/annotation/word_edges.h"
#include "engine/core/error.h"
#include "engine/media/peak_cache.h"
#include "engine/sequences/csd_writer.h"
#include "engine/sequences/entry_order.h"
#include "engine/worker/installation.h"

#include <QDir>

#include <algorithm>
#include <utility>

namespace app {

namespace {

/// Lays a video's edited times over its entries (`v`, or its segments `v[k]`): word i is the i-th row by
/// start.
void layOver(engine::ComputationalSequence& sequence, const std::string& video, const WordEdits& times)
{
    std::vector<std::pair<std::string, engine::Entry>> entries;
    for (const std::string& id : sequence.ids()) {
        if (engine::strippedId(id) == video)
            entries.emplace_back(id, sequence.entry(id));
    }
    std::vector<engine::Interval*> stored;
    std::vector<engine::Interval> recorded;
    for (auto& [id, entry] : entries) {
        for (engine::Interval& interval : entry.intervals.values) {
            stored.push_back(&interval);
            recorded.push_back(interval);
        }
    }
    if (stored.size() != times.edited.size())
        throw engine::FormatError("data_invalid", video,
                                  "has other words than when they were edited; nothing was written");
    const std::vector<std::size_t> order = engine::orderByStart(recorded);
    for (std::size_t word = 0; word < order.size(); ++word)
        *stored[order[word]] = times.edited[word];
    for (auto& [id, entry] : entries)
        sequence.put(id, std::move(entry));
}

/// The words of a dataset with all edits laid over them.
engine::ComputationalSequence editedSequence(const std::shared_ptr<const engine::CsdFile>& file,
                                             const std::map<QString, WordEdits>& edits)
{
    engine::ComputationalSequence sequence(file);
    for (const auto& [video, times] : edits) {
        if (times.edited != times.recorded)
            layOver(sequence, video.toStdString(), times);
    }
    return sequence;
}

}

Session::Session(const QString& programs, QObject* parent)
    : QObject(parent)
    , m_prober(std::make_unique<engine::Prober>((programs + QStringLiteral("/polylogue-cli")).toStdString(),
                                                engine::cacheFolder()))
    , m_modelsClient(programs + QStringLiteral("/polylogue-models"))
    , m_prediction(m_document, m_modelsClient)
{
    connect(&m_jobs, &Jobs::failed, this,
            [this](const QString&, const QString& text) { emit message(text); });
    connect(&m_player, &Player::failed, this, &Session::message);
    connect(&m_player, &Player::notice, this, &Session::message);
    connect(&m_modelsClient, &ModelsClient::failed, this, &Session::message);
    connect(&m_player, &Player::opened, this, [this](const engine::MediaInfo& info) {
        for (const engine::Finding& finding : info.findings)
            emit message(QString::fromStdString(finding.message));
    });
}

Session::~Session() = default;

void Session::open(const std::vector<std::filesystem::path>& paths)
{
    m_jobs.start(
        tr("Opening"), this, [paths](const engine::RunContext&) { return datasetOf(paths); },
        [this](engine::DatasetList list) { openSequences(std::move(list)); });
}

/// The first video's picture does not wait for the sequences.
void Session::openSequences(engine::DatasetList list)
{
    m_undoStack.clear();
    m_exported.clear();
    m_drag = -1;
    m_dataset.reset();
    m_currentVideo.clear();
    m_openedMedia.clear();
    m_document.setDataset(list);
    emit datasetOpened(QString::fromStdString(list.name));
    if (list.media.empty())
        openMedia({});
    else
        openMedia(QString::fromStdString(
            std::min_element(list.media.begin(), list.media.end(), [](auto& a, auto& b) {
                return a.id < b.id;
            })->id));
    m_jobs.start(
        tr("Reading the sequences"), this,
        [this, list = std::move(list)](const engine::RunContext& run) {
            return openDataset(list, *m_prober, run);
        },
        [this](std::shared_ptr<const OpenDataset> dataset) { takeDataset(std::move(dataset)); });
}

void Session::takeDataset(std::shared_ptr<const OpenDataset> dataset)
{
    m_dataset = std::move(dataset);
    for (const QString& problem : m_dataset->problems)
        emit message(problem);
    emit entriesListed(m_dataset->entries);
    if (m_dataset->entries.empty()) {
        emit message(tr("Nothing in %1 can be shown: there is no video and no readable sequence.")
                         .arg(QString::fromStdString(m_dataset->list.name)));
        return;
    }
    openVideo(m_openedMedia.isEmpty() ? m_dataset->entries.front().id : m_openedMedia);
    readLibrary();
}

void Session::openVideo(const QString& id)
{
    if (!m_dataset || id.isEmpty())
        return;
    m_currentVideo = id;
    emit videoOpening(id);
    m_jobs.start(
        tr("Reading the video's sequences"), this,
        [dataset = m_dataset, id](const engine::RunContext& run) {
            return std::make_shared<VideoData>(readVideo(*dataset, id, run));
        },
        [this, dataset = m_dataset, id](const std::shared_ptr<VideoData>& video) {
            if (dataset != m_dataset || id != m_currentVideo)
                return; // another was opened meanwhile
            for (const QString& problem : video->problems)
                emit message(problem);
            m_player.setFallbackDuration(timelineEnd(*video));
            m_document.setVideo(std::move(*video));
        });
    if (m_openedMedia != id)
        openMedia(id);
}

void Session::openMedia(const QString& id)
{
    m_openedMedia = id;
    const auto* media = m_document.dataset().mediaOf(id.toStdString());
    const QString path = media ? QString::fromStdString(media->file.string()) : QString();
    emit mediaOpening();
    m_thumbnailer.open(path);
    m_player.open(path);
    emit peaksChanged(nullptr);
    if (media)
        readPeaks(path);
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
        take(series.features->source().intervals);
    return end;
}

void Session::readPeaks(const QString& path)
{
    m_jobs.start(
        tr("Reading the sound"), this,
        [this, path](const engine::RunContext& run) -> std::shared_ptr<const engine::PeakPyramid> {
            const auto partial = [this, path](const std::shared_ptr<const engine::PeakPyramid>& peaks) {
                QMetaObject::invokeMethod(this, [this, path, peaks] {
                    const auto* media = m_document.dataset().mediaOf(m_openedMedia.toStdString());
                    if (media && QString::fromStdString(media->file.string()) == path)
                        emit peaksChanged(peaks);
                });
            };
            try {
                return engine::cachedPeaks(path.toStdString(), engine::cacheFolder(), run, partial);
            } catch (const engine::IoError&) {
                return nullptr; // no sound, or no media at all: the player says which
            }
        },
        [this, id = m_openedMedia](const std::shared_ptr<const engine::PeakPyramid>& peaks) {
            if (id == m_openedMedia)
                emit peaksChanged(peaks);
        });
}

/// Lengths, coverage and labels of all entries come one by one, so that even a large list is there at once.
void Session::readLibrary()
{
    m_jobs.start(
        tr("Reading the library"), this,
        [this, dataset = m_dataset](const engine::RunContext& run) {
            for (std::size_t i = 0; i < dataset->entries.size(); ++i) {
                run.tick(i, dataset->entries.size());
                const widgets::LibraryEntry entry = readLibraryEntry(*dataset, dataset->entries[i]);
                QMetaObject::invokeMethod(this, [this, dataset, entry] {
                    if (m_dataset == dataset)
                        emit entryRead(entry);
                });
            }
            return true;
        },
        [](bool) {});
}

void Session::startModel()
{
    const auto folders
        = {std::filesystem::path(m_document.dataset().root) / "model", engine::demoFolder() / "model"};
    for (const std::filesystem::path& folder : folders) {
        const QDir models(QString::fromStdString(folder.string()), QStringLiteral("*.safetensors"),
                          QDir::Name, QDir::Files);
        if (models.count() == 0)
            continue;
        const QString path = models.filePath(models.entryList().front());
        if (std::exchange(m_modelPath, path) != path)
            m_modelsClient.start(path);
        return;
    }
    if (m_modelPath.isEmpty())
        emit message(tr("There is no model to predict with; open one from the Model menu."));
}

void Session::startModel(const QString& path)
{
    m_modelPath = path;
    m_modelsClient.start(path);
}

void Session::moveWordEdge(std::size_t word, bool atEnd, double seconds, int drag)
{
    if (!m_document.hasVideo() || word >= m_document.words().intervals.size())
        return;
    if (std::exchange(m_drag, drag) != drag) {
        m_wordsBeforeDrag = m_document.words().intervals;
        m_draggedWords.clear();
    }
    const double end = m_player.duration() > 0 ? std::min(seconds, m_player.duration()) : seconds;
    std::vector<engine::WordTimes> changes = engine::movedEdge(m_wordsBeforeDrag, word, atEnd, end);
    if (changes.empty()) { // back where it began
        for (const std::size_t moved : m_draggedWords)
            changes.push_back({moved, m_wordsBeforeDrag[moved]});
    } else {
        m_draggedWords.clear();
        for (const engine::WordTimes& change : changes)
            m_draggedWords.push_back(change.word);
    }
    if (!changes.empty())
        m_undoStack.push(new MoveWordEdge(m_document, std::move(changes), drag));
}

bool Session::hasUnexportedEdits() const
{
    return m_document.hasEdits() && m_document.wordEdits() != m_exported;
}

void Session::exportWords(const QString& path)
{
    const OpenDataset::Sequence* words = m_dataset ? m_dataset->withRole(Role::Words) : nullptr;
    if (!words) {
        emit message(tr("This dataset has no words to export."));
        return;
    }
    m_jobs.start(
        tr("Exporting the words"), this,
        [file = words->file, edits = m_document.wordEdits(), path](const engine::RunContext&) {
            if (std::filesystem::exists(path.toStdString())
                && std::filesystem::equivalent(path.toStdString(), file->path()))
                throw engine::IoError(
                    "io", path.toStdString(),
                    "is the file that is open; choose another name, it is never written to");
            engine::writeCsd(editedSequence(file, edits), path.toStdString());
            return path;
        },
        [this, edits = m_document.wordEdits()](const QString& written) {
            m_exported = edits;
            emit exported();
            emit message(tr("The words were written to %1.").arg(written));
        });
}

bool Session::isSettled() const
{
    return unsettled().isEmpty();
}

QString Session::unsettled() const
{
    if (!m_jobs.isIdle())
        return m_jobs.running().front().title;
    if (!m_player.isSettled())
        return tr("the picture");
    if (!m_thumbnailer.isIdle())
        return tr("thumbnails");
    const bool modelAwaited = m_modelsClient.state() == ModelsClient::State::Starting
        || m_modelsClient.state() == ModelsClient::State::Lost;
    if (modelAwaited)
        return tr("the model");
    if (m_modelsClient.state() == ModelsClient::State::Ready && !m_prediction.isComplete())
        return tr("predictions");
    return {};
}

}
