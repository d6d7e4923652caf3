#include "app/session/session.h"

#include "app/export/edited_words.h"
#include "app/project/derived_items.h"
#include "app/project/project_copies.h"
#include "engine/annotation/difference.h"
#include "engine/core/error.h"
#include "engine/media/peak_cache.h"
#include "engine/sequences/csd_writer.h"
#include "engine/worker/installation.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

namespace app {

namespace {

constexpr auto kViewKind = "layout";
constexpr auto kViewName = "view";
constexpr int kFinishMs = 10'000;

}

namespace {

/// Another state of the project, with what this one says of files and windows: those are where they are now.
engine::Annotation withItemsOf(const engine::Annotation& now, engine::Annotation other)
{
    engine::Change change;
    for (const auto& [key, item] : other.items())
        change.items.push_back({item, std::nullopt});
    other.apply(change);
    change.items.clear();
    for (const auto& [key, item] : now.items())
        change.items.push_back({std::nullopt, item});
    other.apply(change);
    return other;
}

}

/// What is to be opened.
struct Session::Wish {
    std::vector<std::filesystem::path> paths; ///< a project, or what a dataset consists of
    std::vector<std::filesystem::path> dataset = {}; ///< of the project, where it moved; else empty
    bool takeOver = false;
    Keeping keeping = Keeping::InProjects;
    std::filesystem::path open = {}; ///< the project that is open
};

/// What a job found out about it.
struct Session::Opening {
    std::vector<std::filesystem::path> paths; ///< of the dataset
    std::optional<OpenedProject> project; ///< absent: the one that is open already, or none can be
    engine::DatasetList list;
    QString problem; ///< why the dataset's own project cannot be opened
    std::optional<std::filesystem::path> missing; ///< a path of the dataset that is not there
};

Session::Session(const QString& programs, Keeping keeping, QObject* parent)
    : QObject(parent)
    , m_keeping(keeping)
    , m_prober(std::make_unique<engine::Prober>((programs + QStringLiteral("/polylogue-cli")).toStdString(),
                                                engine::cacheFolder()))
    , m_modelsClient(programs + QStringLiteral("/polylogue-models"))
    , m_prediction(m_document, m_modelsClient)
{
    connect(&m_jobs, &Jobs::failed, this,
            [this](const QString&, const QString& text) { emit message(text); });
    connect(&m_editor, &Editor::refused, this, &Session::message);
    connect(&m_editor, &Editor::videoChanged, this, [this](const QString& video) {
        if (video != m_currentVideo)
            openVideo(video);
    });
    connect(&m_document, &Document::tiersStored, this, [this] {
        if (m_writer && m_dataset)
            m_document.note(recipeItem(*m_dataset));
    });
    connect(&m_document, &Document::labelsChanged, this, [this] {
        if (m_writer)
            m_document.note(annotatorItem(m_editor.annotator()));
    });
    connect(&m_modelsClient, &ModelsClient::modelChanged, this, [this] {
        if (m_writer && m_modelsClient.model())
            m_document.note(modelItem(QString::fromStdString(m_modelsClient.model()->name),
                                      m_modelPath.toStdString(), m_projectPath));
    });
    connect(&m_player, &Player::failed, this, &Session::message);
    connect(&m_player, &Player::notice, this, &Session::message);
    connect(&m_modelsClient, &ModelsClient::failed, this, &Session::message);
    connect(&m_player, &Player::opened, this, [this](const engine::MediaInfo& info) {
        for (const engine::Finding& finding : info.findings)
            emit message(QString::fromStdString(finding.message));
    });
}

Session::~Session()
{
    noteView();
    m_document.disconnect(this);
}

void Session::open(const std::vector<std::filesystem::path>& paths)
{
    startOpening({paths});
}

void Session::takeOver()
{
    startOpening({{std::exchange(m_projectPath, {})}, {}, true});
}

void Session::openMoved(const std::filesystem::path& project,
                        const std::vector<std::filesystem::path>& dataset)
{
    startOpening({{project}, dataset});
}

void Session::startOpening(Wish wish)
{
    wish.keeping = m_keeping;
    wish.open = m_projectPath;
    m_jobs.start(
        tr("Opening"), this, [wish](const engine::RunContext&) { return lookAt(wish); },
        [this](const std::shared_ptr<Opening>& opening) { takeOpening(*opening); });
}

/// What cannot be opened gets no project.
std::shared_ptr<Session::Opening> Session::lookAt(const Wish& wish)
{
    namespace fs = std::filesystem;
    const auto isMissing = [](const fs::path& path) { return !fs::exists(path); };
    auto opening = std::make_shared<Opening>();
    opening->paths = wish.paths;
    const fs::path project = projectOf(wish.paths);
    const bool datasetMoved = fs::exists(project) && std::ranges::any_of(wish.paths, isMissing);
    const bool isProject
        = datasetMoved || (wish.paths.size() == 1 && wish.paths.front().extension() == ".polylogue");
    if (!isProject)
        opening->list = datasetOf(wish.paths);
    const bool keeps = wish.keeping == Keeping::InProjects || fs::exists(project);
    if (keeps && project != wish.open) {
        try {
            opening->project = openProject(project, wish.takeOver);
        } catch (const engine::Error& error) {
            if (isProject)
                throw;
            opening->problem = QString::fromUtf8(error.what());
        }
    }
    if (!isProject || !opening->project)
        return opening;
    opening->paths = datasetPaths(opening->project->annotation, project);
    if (wish.dataset.size() == 1 && opening->paths.size() > 1) { // one was shown, the others lie beside it
        for (fs::path& path : opening->paths)
            path = wish.dataset.front().parent_path() / path.filename();
    } else if (!wish.dataset.empty()) {
        opening->paths = wish.dataset;
    }
    const auto missing = std::ranges::find_if(opening->paths, isMissing);
    if (missing != opening->paths.end())
        opening->missing = *missing;
    else if (!opening->paths.empty())
        opening->list = datasetOf(opening->paths);
    return opening;
}

void Session::takeOpening(Opening& opening)
{
    if (opening.missing) {
        emit datasetMissing(opening.project->path, *opening.missing);
        return;
    }
    m_paths = opening.paths;
    if (!opening.problem.isEmpty()) {
        emit message(opening.problem);
        OpenedProject none;
        none.whyReadOnly = tr("The project of this dataset cannot be opened, so nothing can be edited: %1")
                               .arg(opening.problem);
        takeProject(std::move(none));
    } else if (opening.project) {
        takeProject(std::move(*opening.project));
    } else if (m_projectPath.empty()) {
        takeProject({});
    }
    openSequences(m_guard.withFoundFiles(std::move(opening.list)));
    m_guard.check();
}

/// The project before is closed with all that was edited.
void Session::takeProject(OpenedProject project)
{
    noteView();
    m_document.setProject({}, {}, {});
    m_writer.reset();
    m_lock = std::move(project.lock);
    m_projectPath = project.path;
    m_isDamaged = project.isDamaged;
    Document::Store store;
    if (project.file && !project.isReadOnly() && m_keeping == Keeping::InProjects) {
        m_writer = std::make_unique<ProjectWriter>(std::move(*project.file));
        connect(m_writer.get(), &ProjectWriter::stateChanged, this, &Session::saveStateChanged);
        connect(m_writer.get(), &ProjectWriter::problem, this, &Session::message);
        if (project.wasCutOff)
            m_writer->putAside();
        store = [this](const engine::Change& change, bool continues) { m_writer->write(change, continues); };
    }
    for (const QString& lost : project.lost)
        emit message(lost);
    m_document.setProject(std::move(project.annotation), std::move(store), project.whyReadOnly);
    m_guard.setProject(m_projectPath);
    emit saveStateChanged();
    emit projectOpened(project.whyReadOnly, project.lockedElsewhere, project.lost);
    if (!m_writer)
        return;
    m_document.note(datasetItem(m_paths, m_projectPath));
}

/// Remembers which video is in sight, and where.
void Session::noteView()
{
    if (!m_writer || m_currentVideo.isEmpty())
        return;
    const nlohmann::json view{{"video", m_currentVideo.toStdString()}, {"seconds", m_player.position()}};
    m_document.note({kViewKind, kViewName, view.dump()});
}

/// The one that was in sight last, where the dataset has it.
QString Session::videoToOpen() const
{
    if (const engine::Item* item = m_document.annotation().item(kViewKind, kViewName)) {
        const nlohmann::json view = nlohmann::json::parse(item->json, nullptr, false);
        if (view.is_object() && view.contains("video") && view["video"].is_string())
            return QString::fromStdString(view["video"].get<std::string>());
    }
    return {};
}

/// The first video's picture does not wait for the sequences.
void Session::openSequences(engine::DatasetList list)
{
    m_dataset.reset();
    m_currentVideo.clear();
    m_openedMedia.clear();
    m_document.setDataset(list);
    emit datasetOpened(QString::fromStdString(list.name));
    const QString last = videoToOpen();
    if (list.mediaOf(last.toStdString()))
        openMedia(last);
    else if (list.media.empty())
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
    const QString last = videoToOpen();
    const bool isThere = std::any_of(m_dataset->entries.begin(), m_dataset->entries.end(),
                                     [&](const widgets::LibraryEntry& entry) { return entry.id == last; });
    openVideo(isThere ? last : m_openedMedia.isEmpty() ? m_dataset->entries.front().id : m_openedMedia);
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

void Session::moveEdge(engine::SegmentId id, bool atEnd, double seconds, engine::EdgeMode mode, int drag)
{
    const double end = m_player.duration() > 0 ? std::min(seconds, m_player.duration()) : seconds;
    m_editor.moveEdge(id, atEnd, end, mode, drag);
}

void Session::reload()
{
    noteView();
    openSequences(m_guard.withFoundFiles(m_document.dataset()));
}

void Session::readAgain(const std::vector<engine::SourceFile>& changed)
{
    m_guard.keep(changed);
    m_editor.edit(tr("read changed files again"), [&](const engine::Annotation& annotation) {
        engine::Change change;
        for (const auto& [id, tier] : annotation.tiers()) {
            const bool isChanged
                = std::any_of(changed.begin(), changed.end(), [&](const engine::SourceFile& file) {
                      return file.role == "sequence" && file.name == tier.source;
                  });
            if (!isChanged)
                continue;
            change.tiers.push_back({tier, std::nullopt});
            for (const engine::IntervalIndex::Entry& entry : annotation.byTime(id).all())
                change.segments.push_back({*annotation.segment(entry.id), std::nullopt});
        }
        return change;
    });
    reload();
}

void Session::saveCopy(const QString& path)
{
    if (!m_writer)
        return;
    m_writer->run(
        [path, paths = m_paths](engine::ProjectFile& file) { writeCopy(file, path.toStdString(), paths); },
        [this, path](const QString& failure) {
            emit message(failure.isEmpty() ? tr("A copy of the project was written to %1.").arg(path)
                                           : failure);
        });
}

void Session::restore(const engine::Snapshot& version, const QString& when)
{
    if (m_isDamaged) {
        replaceDamaged(version, when);
        return;
    }
    m_jobs.start(
        tr("Reading an earlier state"), this,
        [version](const engine::RunContext&) {
            std::vector<std::string> problems;
            return std::make_shared<engine::Annotation>(
                engine::ProjectFile::open(version.file, engine::ProjectFile::Access::ReadOnly)
                    .load(problems));
        },
        [this, when](const std::shared_ptr<engine::Annotation>& earlier) {
            if (m_writer)
                m_writer->putAsideChanges();
            const bool done = m_editor.editStored(
                tr("restore version of %1").arg(when), [&](const engine::Annotation& now) {
                    return engine::difference(now, withItemsOf(now, *earlier));
                });
            if (done)
                emit message(
                    tr("The project is as it was on %1. Undo brings the later state back.").arg(when));
        });
}

/// A damaged project is not written any more: it stays beside the one that takes its place.
void Session::replaceDamaged(const engine::Snapshot& version, const QString& when)
{
    const std::filesystem::path project = std::exchange(m_projectPath, {});
    try {
        const std::filesystem::path aside = engine::replaceBySnapshot(project, version);
        emit message(tr("The project is as it was on %1. The damaged file is now %2.")
                         .arg(when, QString::fromStdString(aside.string())));
    } catch (const engine::Error& error) {
        emit message(QString::fromUtf8(error.what()));
    }
    takeProject({}); // lets go of the lock
    startOpening({{project}});
}

void Session::merge(const QString& path)
{
    m_jobs.start(
        tr("Reading the other copy"), this,
        [path, project = m_projectPath](const engine::RunContext&) {
            const auto read = [](const std::filesystem::path& file) {
                std::vector<std::string> problems;
                return engine::ProjectFile::open(file, engine::ProjectFile::Access::ReadOnly).load(problems);
            };
            auto copies
                = std::make_shared<std::pair<std::optional<engine::Annotation>, engine::Annotation>>();
            copies->second = read(path.toStdString());
            if (const auto origin = originOf(copies->second, project))
                copies->first = read(*origin);
            return copies;
        },
        [this, path](const auto& copies) {
            if (m_writer)
                m_writer->putAsideChanges();
            engine::Merged merged;
            m_editor.editStored(
                tr("merge %1").arg(QFileInfo(path).fileName()), [&](const engine::Annotation& mine) {
                    const engine::Annotation theirs = withItemsOf(mine, copies->second);
                    merged = engine::mergeProjects(copies->first ? &*copies->first : nullptr, mine, theirs);
                    std::erase_if(merged.conflicts, [](const engine::Conflict& c) {
                        return c.tier.empty() && c.video.empty();
                    });
                    merged.change.items.clear();
                    return merged.change;
                });
            emit this->merged(path, merged);
        });
}

void Session::collect(const QString& folder)
{
    if (!m_writer)
        return;
    m_writer->finish(kFinishMs);
    m_jobs.start(
        tr("Collecting files"), this,
        [project = m_projectPath, current = m_document.storedAnnotation(),
         sources = ProjectSources{m_paths, m_document.dataset()}, folder](const engine::RunContext& run) {
            engine::ProjectFile file
                = engine::ProjectFile::open(project, engine::ProjectFile::Access::ReadOnly);
            return QString::fromStdString(
                app::collect(file, current, sources, folder.toStdString(), run).string());
        },
        [this](const QString& made) {
            emit message(tr("The project and its files were collected in %1.").arg(made));
        });
}

void Session::writeElsewhere(const QString& path) const
{
    app::writeElsewhere(m_document.storedAnnotation(), path.toStdString(), m_paths);
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
    m_jobs.start(
        tr("Exporting the words"), this,
        [file = words->file, edited = std::move(edited), path](const engine::RunContext&) {
            if (std::filesystem::exists(path.toStdString())
                && std::filesystem::equivalent(path.toStdString(), file->path()))
                throw engine::IoError(
                    "io", path.toStdString(),
                    "is the file that is open; choose another name, it is never written to");
            engine::writeCsd(withWords(file, edited), path.toStdString());
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
