#include "app/project/project.h"

#include "app/project/project_copies.h"
#include "app/project/project_name.h"
#include "engine/core/error.h"
#include "engine/project_items/dataset_item.h"
#include "engine/project_items/time_zero.h"

#include <QPointer>

#include <exception>
#include <utility>

namespace app {

namespace {

constexpr int kFinishMs = 10'000; ///< how long the disk may take for the last edits before another is opened

}

Project::Project(Document& document, Tasks& tasks, engine::Prober& prober, Keeping keeping, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_tasks(tasks)
    , m_prober(prober)
    , m_opening(tasks)
    , m_keeping(keeping)
{
}

void Project::open(const std::vector<std::filesystem::path>& paths)
{
    if (!paths.empty()) // else nothing is wished
        start({paths});
}

void Project::takeOver()
{
    start({{m_path}, {}, true});
}

void Project::openMoved(const std::filesystem::path& project,
                        const std::vector<std::filesystem::path>& dataset)
{
    start({{project}, dataset});
}

void Project::openDataset(const std::vector<std::filesystem::path>& dataset)
{
    start({{m_path}, dataset});
}

QString Project::name() const
{
    return projectName(m_path, m_datasetPaths, m_document.dataset().name);
}

void Project::start(OpeningWish wish)
{
    m_nextWish = std::make_unique<OpeningWish>(std::move(wish));
    if (m_isOpening)
        m_opening.stop();
    else
        startNext();
}

void Project::startNext()
{
    m_isOpening = m_nextWish != nullptr;
    if (!m_isOpening)
        return;
    OpeningWish wish = *std::exchange(m_nextWish, nullptr);
    wish.isKept = m_keeping == Keeping::InProjects;
    if (m_writer) // one that is only looked at may be edited by now
        wish.open = m_path;
    wish.openPaths = m_datasetPaths;
    m_opening.start(
        tr("Opening"),
        [&prober = m_prober, wish = std::move(wish)](const engine::RunContext& run) {
            return lookAt(wish, prober, run);
        },
        [this](const Outcome<std::shared_ptr<Opening>>& end) {
            if (const auto* opening = std::get_if<std::shared_ptr<Opening>>(&end))
                return take(*opening);
            if (const QString failure = failureOf(end); !failure.isEmpty())
                m_document.notices().say(failure);
            QMetaObject::invokeMethod(this, &Project::startNext, Qt::QueuedConnection);
        });
}

void Project::take(const std::shared_ptr<Opening>& opening)
{
    const bool isOvertaken = m_nextWish != nullptr;
    const bool isToBeTaken = !isOvertaken && !opening->failure && !opening->missing;
    if (isToBeTaken && (opening->project || !opening->problem.isEmpty())) {
        closeThen(opening);
        return;
    }
    QMetaObject::invokeMethod(this, &Project::startNext, Qt::QueuedConnection);
    if (isOvertaken)
        return;
    if (opening->failure && opening->unreadable)
        emit unreadable(*opening->unreadable);
    if (opening->failure)
        std::rethrow_exception(opening->failure);
    if (opening->missing)
        emit datasetMissing(opening->project->path, *opening->missing);
    else
        replace(*opening);
}

/// Waits until all that was edited in the project before is on the disk, closes it, and opens the other one.
void Project::closeThen(const std::shared_ptr<Opening>& opening)
{
    closeSaved(
        [this, opening] {
            replace(*opening);
            startNext();
        },
        [this](const QString& why) {
            if (!why.isEmpty())
                m_document.notices().say(why);
        });
}

void Project::closeSaved(const std::function<void()>& closed, const std::function<void(const QString& why)>& stays)
{
    emit closing();
    if (!m_writer) {
        letGo(closed);
        return;
    }
    m_writer->putAsideChanges();
    m_writer->whenWritten(kFinishMs, [this, closed, stays](bool isWritten) {
        if (isWritten && !m_nextWish) {
            letGo(closed);
            return;
        }
        stays(m_nextWish ? QString()
                         : tr("The last edits are not saved yet (%1), so this project stays open.")
                               .arg(m_writer->failure().isEmpty() ? tr("the disk does not answer") : m_writer->failure()));
        startNext();
    });
}

/// Of a project that was closed here; a later wish comes first.
void Project::openAgain()
{
    OpenedProject none;
    none.whyReadOnly = tr("The project is being opened.");
    if (!m_nextWish)
        m_nextWish = std::make_unique<OpeningWish>(OpeningWish{{m_path}});
    takeProject(std::move(none));
    startNext();
}

/// Closes the file and takes the lock away, where that waits for nobody; then goes on with `then`.
void Project::letGo(const std::function<void()>& then)
{
    m_document.setProject({}, {}, tr("The project is being opened."));
    const bool isLocked = m_lock != nullptr;
    const auto unlock = [lock = std::exchange(m_lock, nullptr)] {
        if (lock)
            lock->unlock();
    };
    const auto later = [this, then] { // `then` removes the writer that calls this
        QMetaObject::invokeMethod(this, then, Qt::QueuedConnection);
    };
    if (m_writer) {
        m_writer->close(unlock, later);
        return;
    }
    if (!isLocked) {
        then();
        return;
    }
    m_tasks.start(
        tr("Closing the project"), this, [unlock](const engine::RunContext&) { unlock(); },
        [then](const Outcome<std::monostate>&) { then(); });
}

void Project::replace(Opening& opening)
{
    m_datasetPaths = opening.paths;
    if (!opening.problem.isEmpty()) {
        m_document.notices().say(opening.problem);
        OpenedProject none;
        none.whyReadOnly = tr("The project of this dataset cannot be opened, so nothing can be edited: %1")
                               .arg(opening.problem);
        takeProject(std::move(none));
    } else if (opening.project) {
        takeProject(std::move(*opening.project));
    } else if (m_path.empty()) {
        takeProject({});
    } else {
        m_document.note(engine::datasetItem(m_datasetPaths, m_path));
    }
    emit datasetFound(opening.list);
    if (opening.unreadable)
        emit unreadable(*opening.unreadable);
}

/// The project before is closed; all that was edited in it is on the disk.
void Project::takeProject(OpenedProject project)
{
    m_writer.reset(); // its file is closed
    m_lock = std::move(project.lock);
    m_path = project.path;
    m_isDamaged = project.isDamaged;
    Document::Store store;
    if (project.file && !project.isReadOnly() && m_keeping == Keeping::InProjects) {
        m_writer = std::make_unique<ProjectWriter>(std::move(*project.file));
        m_writer->setHistorySource(m_historySource);
        connect(m_writer.get(), &ProjectWriter::stateChanged, this, &Project::saveStateChanged);
        connect(m_writer.get(), &ProjectWriter::problem, &m_document.notices(), &Notices::say);
        if (project.wasCutOff)
            m_writer->putAside();
        store = [this](const engine::Change& change, bool continues) { m_writer->write(change, continues); };
    }
    for (const QString& lost : project.lost)
        m_document.notices().say(lost);
    m_document.setProject(std::move(project.annotation), std::move(store), project.whyReadOnly);
    emit historyRead(project.history);
    if (project.history.isCut)
        m_document.notices().say(
            tr("Steps from before cannot be undone here: this project is a copy or an earlier version of "
               "another one."));
    emit saveStateChanged();
    emit opened(project.whyReadOnly, project.lockedElsewhere, project.lost);
    if (!m_writer)
        return;
    if (isNew(m_document.annotation()))
        m_document.note(engine::timeZeroItem());
    m_document.note(engine::datasetItem(m_datasetPaths, m_path));
}

void Project::writeInvitations(const std::vector<Invitation>& invitations, const QString& folder,
                               QObject* receiver, const std::function<void()>& done)
{
    if (!m_writer)
        return;
    m_writer->run(
        [invitations, folder = std::filesystem::path(folder.toStdString()),
         paths = m_datasetPaths](engine::ProjectFile& file) {
            for (const Invitation& invitation : invitations)
                writeInvitation(file, invitation, invitationFile(invitation, folder), paths);
        },
        [this, folder, count = static_cast<int>(invitations.size()), receiver = QPointer<QObject>(receiver),
         done](const QString& failure) {
            m_document.notices().say(
                failure.isEmpty()
                    ? Notice(tr("%n invitation(s) were written into %1.", nullptr, count).arg(folder), folder)
                    : Notice(failure));
            if (failure.isEmpty() && receiver)
                done();
        });
}

void Project::saveCopy(const QString& target)
{
    if (!m_writer)
        return;
    m_writer->run([target, paths = m_datasetPaths](
                      engine::ProjectFile& file) { writeCopy(file, target.toStdString(), paths); },
                  [this, target](const QString& failure) {
                      m_document.notices().say(
                          failure.isEmpty()
                              ? Notice(tr("A copy of the project was written to %1.").arg(target), target)
                              : Notice(failure));
                  });
}

void Project::collect(const QString& folder)
{
    if (!m_writer)
        return;
    m_writer->whenWritten(kFinishMs, [this, folder](bool isWritten) {
        if (!isWritten) {
            m_document.notices().say(tr("Nothing was collected: the last edits are not saved yet."));
            return;
        }
        m_tasks.start(
            tr("Collecting files"), this,
            [project = m_path, current = m_document.storedAnnotation(),
             sources = ProjectSources{m_datasetPaths, m_document.dataset()},
             folder](const engine::RunContext& run) {
                engine::ProjectFile file
                    = engine::ProjectFile::open(project, engine::ProjectFile::Access::ReadOnly);
                return QString::fromStdString(
                    app::collect(file, current, sources, folder.toStdString(), run).string());
            },
            [this](const QString& made) {
                m_document.notices().say(
                    {tr("The project and its files were collected in %1.").arg(made), made});
            });
    });
}

void Project::writeElsewhere(const QString& target, QObject* receiver,
                             const std::function<void(const QString& failure)>& done)
{
    m_tasks.start(
        tr("Saving elsewhere"), receiver,
        [annotation = m_document.storedAnnotation(), target, paths = m_datasetPaths](
            const engine::RunContext&) { app::writeElsewhere(annotation, target.toStdString(), paths); },
        [done](const Outcome<std::monostate>& end) {
            done(std::holds_alternative<Stopped>(end) ? tr("It was stopped.") : failureOf(end));
        });
}

void Project::whileClosed(const QString& title, const std::function<void(const engine::RunContext&)>& work,
                          const std::function<void(const QString& failure)>& done)
{
    if (m_isOpening) {
        done(tr("The project is being opened."));
        return;
    }
    m_isOpening = true; // wishes wait until the work is done
    const auto doIt = [this, title, work, done] {
        m_tasks.start(title, this, work, [this, done](const Outcome<std::monostate>& end) {
            done(failureOf(end));
            openAgain();
        });
    };
    closeSaved(doIt, [done](const QString& why) { done(why.isEmpty() ? tr("The project is being opened.") : why); });
}

/// A damaged project is not written any more: it stays beside the one that takes its place.
void Project::replaceDamaged(const engine::Snapshot& version, const QString& when)
{
    if (!m_lock) {
        m_document.notices().say(tr("The project is being edited elsewhere, so it is not replaced."));
        return;
    }
    if (m_isOpening)
        return; // another one takes its place
    m_isOpening = true; // wishes wait until the file is in its place
    m_tasks.start(
        tr("Restoring an earlier state"), this,
        [project = m_path, version, lock = m_lock](const engine::RunContext&) {
            const std::shared_ptr<void> unlocking(nullptr,
                                                  [&lock](void*) { lock->unlock(); }); // to be opened
            return engine::replaceBySnapshot(project, version);
        },
        [this, when](const Outcome<std::filesystem::path>& end) {
            if (const auto* aside = std::get_if<std::filesystem::path>(&end))
                m_document.notices().say(tr("The project is as it was on %1. The damaged file is now %2.")
                                             .arg(when, QString::fromStdString(aside->string())));
            else if (const QString failure = failureOf(end); !failure.isEmpty())
                m_document.notices().say(failure);
            openAgain();
        });
}

void Project::replaceUnreadable(const Unreadable& project, const std::optional<engine::Snapshot>& version)
{
    m_tasks.start(
        tr("Putting a damaged project aside"), this,
        [file = project.project, version](const engine::RunContext&) {
            ProjectLock lock(file);
            if (!lock.tryLock())
                throw engine::IoError("locked", file.string(),
                                      "is open in another window or cannot be locked");
            return version ? engine::replaceBySnapshot(file, *version) : engine::replaceByNew(file);
        },
        [this, paths = project.paths](const std::filesystem::path& aside) {
            m_document.notices().say(
                Notice(tr("The damaged project was kept as %1.").arg(QString::fromStdString(aside.string())),
                       QString::fromStdString(aside.string())));
            open(paths);
        });
}

}
