// How a session opens, keeps, copies and restores projects.
#include "app/project/derived_items.h"
#include "app/project/project_copies.h"
#include "app/project/time_zero.h"
#include "app/session/session.h"
#include "engine/annotation/difference.h"
#include "engine/core/error.h"

#include <QFileInfo>

#include <algorithm>
#include <exception>
#include <nlohmann/json.hpp>
#include <utility>

namespace app {

namespace {

constexpr auto kViewKind = "layout";
constexpr auto kViewName = "view";
constexpr int kFinishMs = 10'000;

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

std::set<std::string> videosWithTiers(const engine::Annotation& annotation)
{
    std::set<std::string> videos;
    for (const auto& [id, tier] : annotation.tiers())
        videos.insert(tier.video);
    return videos;
}

/// Why two projects that count their times from elsewhere stay two.
QString notMerged(const QString& name, const OtherZero& other)
{
    const QString video = QString::fromStdString(other.video);
    const QString why = other.seconds
        ? Session::tr("In %1 that is %2 s later.").arg(video).arg(*other.seconds, 0, 'f', 3)
        : Session::tr("How far apart that is in %1 cannot be seen: its file cannot be read.").arg(video);
    return Session::tr(
               "%1 is not merged: one of the two projects was made with an earlier version, where times "
               "begin with the first picture and not with what is seen or heard first. %2 Nothing was "
               "changed; both go on by themselves.")
        .arg(name, why);
}

}

/// What is to be opened.
struct Session::Wish {
    std::vector<std::filesystem::path> paths; ///< a project, or what a dataset consists of
    std::vector<std::filesystem::path> dataset = {}; ///< of the project, where it moved; else empty
    bool takeOver = false;
    Keeping keeping = Keeping::InProjects;
    std::filesystem::path open = {}; ///< the project that is being edited, …
    std::vector<std::filesystem::path> openPaths = {}; ///< … and its dataset
};

/// What a job found out about it.
struct Session::Opening {
    std::vector<std::filesystem::path> paths; ///< of the dataset
    std::optional<OpenedProject> project; ///< absent: the one that is open already, or none can be
    engine::DatasetList list;
    QString problem; ///< why the dataset's own project cannot be opened
    std::optional<std::filesystem::path> missing; ///< a path of the dataset that is not there
    std::exception_ptr failure; ///< why nothing was opened
};

void Session::open(const std::vector<std::filesystem::path>& paths)
{
    startOpening({paths});
}

void Session::takeOver()
{
    startOpening({{m_projectPath}, {}, true});
}

void Session::openMoved(const std::filesystem::path& project,
                        const std::vector<std::filesystem::path>& dataset)
{
    startOpening({{project}, dataset});
}

/// Openings run one after the other: a project belongs to the first that opens it. Of several wishes the last
/// counts.
void Session::startOpening(Wish wish)
{
    m_nextWish = std::make_shared<Wish>(std::move(wish));
    if (m_isOpening)
        m_jobs.cancel(tr("Opening"));
    else
        startNextOpening();
}

void Session::startNextOpening()
{
    m_isOpening = m_nextWish != nullptr;
    if (!m_isOpening)
        return;
    const std::shared_ptr<Wish> wish = std::exchange(m_nextWish, nullptr);
    wish->keeping = m_keeping;
    wish->open = m_writer ? m_projectPath
                          : std::filesystem::path(); // one that is only looked at may be edited by now
    wish->openPaths = m_paths;
    const auto next = [this] { // when what was opened is gone
        QMetaObject::invokeMethod(this, &Session::startNextOpening, Qt::QueuedConnection);
    };
    m_jobs.startBeside(
        tr("Opening"), this,
        [wish](const engine::RunContext& run) {
            try {
                return lookAt(*wish, run);
            } catch (const engine::Cancelled&) {
                throw;
            } catch (...) {
                auto failed = std::make_shared<Opening>();
                failed->failure = std::current_exception();
                return failed;
            }
        },
        [this, next](const std::shared_ptr<Opening>& opening) {
            next();
            if (m_nextWish)
                return;
            if (opening->failure)
                std::rethrow_exception(opening->failure);
            takeOpening(*opening);
        },
        next);
}

/// What cannot be opened gets no project.
std::shared_ptr<Session::Opening> Session::lookAt(const Wish& wish, const engine::RunContext& run)
{
    namespace fs = std::filesystem;
    const auto isMissing = [](const fs::path& path) { return !fs::exists(path); };
    auto opening = std::make_shared<Opening>();
    opening->paths = wish.paths;
    const fs::path project
        = wish.dataset.empty() ? projectOf(wish.paths) : followDataset(projectOf(wish.paths), wish.dataset);
    const bool datasetMoved = fs::exists(project) && std::ranges::any_of(wish.paths, isMissing);
    const bool isProject
        = datasetMoved || (wish.paths.size() == 1 && wish.paths.front().extension() == ".polylogue");
    if (!isProject)
        opening->list = datasetOf(wish.paths);
    run.tick(1, 3);
    if (isProject && !fs::exists(project))
        throw engine::IoError("file_not_found", project.string(), "there is no such project");
    if (project == wish.open) { // its dataset is read again
        opening->paths = wish.openPaths;
        opening->list = datasetOf(opening->paths);
        return opening;
    }
    if (wish.keeping == Keeping::InMemory) {
        if (!isProject)
            return opening;
        opening->project = lookAtProject(project);
    } else {
        try {
            opening->project = openProject(project, wish.takeOver);
        } catch (const engine::Error& error) {
            if (isProject)
                throw;
            opening->problem = QString::fromUtf8(error.what());
            return opening;
        }
    }
    run.tick(2, 3);
    if (isProject)
        findDataset(*opening, wish.dataset);
    run.tick(3, 3);
    return opening;
}

/// Where the dataset of the project is now. @param shown  by the person; empty: where it was
void Session::findDataset(Opening& opening, const std::vector<std::filesystem::path>& shown)
{
    namespace fs = std::filesystem;
    opening.paths = datasetPaths(opening.project->annotation, opening.project->path);
    if (shown.size() == 1 && opening.paths.size() > 1) { // one was shown, the others lie beside it
        const fs::path folder = fs::is_directory(shown.front()) ? shown.front() : shown.front().parent_path();
        for (fs::path& path : opening.paths)
            path = folder / path.filename();
    } else if (!shown.empty()) {
        opening.paths = shown;
    }
    const auto missing
        = std::ranges::find_if(opening.paths, [](const fs::path& path) { return !fs::exists(path); });
    if (missing != opening.paths.end())
        opening.missing = *missing;
    else if (!opening.paths.empty())
        opening.list = datasetOf(opening.paths);
}

void Session::takeOpening(Opening& opening)
{
    if (opening.missing) {
        emit datasetMissing(opening.project->path, *opening.missing);
        return;
    }
    if (m_writer && !m_writer->finish(kFinishMs)) {
        emit message(tr("The last edits are not saved yet (%1), so this project stays open.")
                         .arg(m_writer->failure()));
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
    m_cameras.setProjectFolder(m_projectPath.parent_path());
    emit saveStateChanged();
    emit projectOpened(project.whyReadOnly, project.lockedElsewhere, project.lost);
    if (!m_writer)
        return;
    if (isNew(m_document.annotation()))
        m_document.note(timeZeroItem());
    m_document.note(datasetItem(m_paths, m_projectPath));
}

void Session::noteModel()
{
    const QString& path = m_modelsClient.loadedPath();
    if (m_writer && m_modelsClient.model() && m_chosenModels.contains(path))
        m_document.note(modelItem(QString::fromStdString(m_modelsClient.model()->name), path.toStdString(),
                                  m_projectPath));
}

/// Remembers which video is in sight, and where.
void Session::noteView()
{
    if (!m_writer || m_currentVideo.isEmpty())
        return;
    const nlohmann::json view{{"video", m_currentVideo.toStdString()}, {"seconds", m_player.position()}};
    m_document.note({kViewKind, kViewName, view.dump()});
}

Session::View Session::lastView() const
{
    const engine::Item* item = m_document.annotation().item(kViewKind, kViewName);
    const nlohmann::json view = item ? nlohmann::json::parse(item->json, nullptr, false) : nlohmann::json();
    if (!view.is_object() || !view.contains("video") || !view["video"].is_string())
        return {};
    const bool hasPlace = view.contains("seconds") && view["seconds"].is_number();
    return {QString::fromStdString(view["video"].get<std::string>()),
            hasPlace ? view["seconds"].get<double>() : 0.0};
}

void Session::reload()
{
    noteView();
    openSequences(m_guard.withFoundFiles(m_document.dataset()));
}

void Session::readAgain(const std::vector<engine::SourceFile>& changed)
{
    m_guard.keep(changed);
    m_editor.editStored(tr("read changed files again"), [&](const engine::Annotation& annotation) {
        std::set<engine::TierId> outdated;
        for (const auto& [id, tier] : annotation.tiers()) {
            const bool isChanged
                = std::any_of(changed.begin(), changed.end(), [&](const engine::SourceFile& file) {
                      return file.role == "sequence" && file.name == tier.source;
                  });
            if (isChanged)
                outdated.insert(id);
        }
        return engine::removeTiers(annotation, outdated);
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
            return std::make_shared<OpenedProject>(lookAtProject(version.file));
        },
        [this, when, project = m_projectPath](const std::shared_ptr<OpenedProject>& earlier) {
            if (project != m_projectPath)
                return; // another was opened meanwhile
            for (const QString& lost : earlier->lost)
                emit message(lost);
            if (m_writer)
                m_writer->putAsideChanges();
            const bool done = m_editor.editStored(
                tr("restore version of %1").arg(when), [&](const engine::Annotation& now) {
                    return engine::difference(now, withItemsOf(now, earlier->annotation));
                });
            if (done)
                emit message(
                    tr("The project is as it was on %1. Undo brings the later state back.").arg(when));
        });
}

/// A damaged project is not written any more: it stays beside the one that takes its place.
void Session::replaceDamaged(const engine::Snapshot& version, const QString& when)
{
    if (!m_lock) {
        emit message(tr("The project is being edited elsewhere, so it is not replaced."));
        return;
    }
    const std::filesystem::path project = m_projectPath;
    try {
        const std::filesystem::path aside = engine::replaceBySnapshot(project, version);
        emit message(tr("The project is as it was on %1. The damaged file is now %2.")
                         .arg(when, QString::fromStdString(aside.string())));
    } catch (const engine::Error& error) {
        emit message(QString::fromUtf8(error.what()));
    }
    OpenedProject none; // lets go of the lock
    none.whyReadOnly = tr("The project is being opened.");
    takeProject(std::move(none));
    startOpening({{project}});
}

void Session::merge(const QString& path)
{
    struct Copies {
        std::optional<engine::Annotation> base;
        engine::Annotation theirs;
        std::optional<OtherZero> other;
    };
    m_jobs.start(
        tr("Reading the other copy"), this,
        [path, project = m_projectPath, dataset = m_document.dataset(), zero = timeZero(),
         mine = originOf(m_document.annotation(), path.toStdString())](const engine::RunContext& run) {
            OpenedProject theirs = lookAtProject(path.toStdString());
            if (!theirs.lost.isEmpty()) // what is lost would look like removed
                throw engine::FormatError("damaged", path.toStdString(),
                                          "is damaged, so it is not merged: "
                                              + theirs.lost.front().toStdString());
            auto copies = std::make_shared<Copies>();
            copies->theirs = std::move(theirs.annotation);
            if (timeZeroOf(copies->theirs) != zero)
                copies->other = otherZero(dataset, videosWithTiers(copies->theirs), run);
            const auto theirsOfMine = originOf(copies->theirs, project); // or mine is a copy of theirs
            if (const auto& origin = theirsOfMine ? theirsOfMine : mine) {
                OpenedProject base = lookAtProject(*origin);
                if (base.lost.isEmpty())
                    copies->base = std::move(base.annotation);
            }
            return copies;
        },
        [this, path, project = m_projectPath](const std::shared_ptr<Copies>& copies) {
            if (project != m_projectPath)
                return; // another was opened meanwhile
            if (copies->other) {
                emit message(notMerged(QFileInfo(path).fileName(), *copies->other));
                return;
            }
            if (m_writer)
                m_writer->putAsideChanges();
            std::optional<engine::Merged> result;
            m_editor.editStored(
                tr("merge %1").arg(QFileInfo(path).fileName()), [&](const engine::Annotation& mine) {
                    const engine::Annotation theirs = withItemsOf(mine, copies->theirs);
                    result = engine::mergeProjects(copies->base ? &*copies->base : nullptr, mine, theirs);
                    std::erase_if(result->conflicts, [](const engine::Conflict& conflict) {
                        return conflict.tier.empty() && conflict.video.empty();
                    });
                    result->change.items.clear();
                    return result->change;
                });
            if (result)
                emit merged(path, *result);
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

}
