#include "app/project/open_project.h"

#include "engine/annotation/project/journaling.h"
#include "engine/annotation/project/snapshots.h"
#include "engine/core/installation.h"
#include "engine/core/sha256.h"
#include "engine/sequences/dataset_list.h"

#include <QDir>
#include <QLocale>
#include <QStandardPaths>
#include <QTime>

namespace app {

namespace {

namespace fs = std::filesystem;

class OpenProjectTexts {
    Q_DECLARE_TR_FUNCTIONS(app::OpenedProject)
};

QString nameOf(const fs::path& project)
{
    return QString::fromStdString(project.filename().string());
}

/// Takes the lock; one that a dead process of this machine left is taken over.
void takeLock(OpenedProject& project, bool takeOver)
{
    auto lock = std::make_shared<ProjectLock>(project.path);
    if (takeOver)
        lock->removeOfElsewhere();
    if (lock->tryLock()) {
        project.lock = std::move(lock);
        return;
    }
    if (lock->error() == QLockFile::PermissionError) {
        project.whyReadOnly = OpenProjectTexts::tr("%1 cannot be edited: its folder may not be written.")
                                  .arg(nameOf(project.path));
        return;
    }
    if (lock->error() != QLockFile::LockFailedError) {
        project.whyReadOnly
            = OpenProjectTexts::tr("%1 cannot be edited: no lock can be written beside it. Is the disk full?")
                  .arg(nameOf(project.path));
        return;
    }
    project.lockedElsewhere = lock->isElsewhere();
    project.whyReadOnly
        = OpenProjectTexts::tr("%1 is being edited %2. You can look at it here, but not change it.")
              .arg(nameOf(project.path), lock->holder());
}

/// A copy does not change when the project does.
void sayWhenCopied(OpenedProject& project)
{
    if (project.file->isCopy() && !project.isDamaged && project.isReadOnly())
        project.whyReadOnly += QLatin1Char(' ')
            + OpenProjectTexts::tr(
                  "This is a copy as of %1; open the project again to see what was saved since.")
                  .arg(QLocale().toString(QTime::currentTime(), QLocale::ShortFormat));
}

/// Reads what the file holds, as far as it can be read.
void load(OpenedProject& project)
{
    std::vector<std::string> problems;
    project.annotation = project.file->load(problems); // which may find that it is damaged
    project.isDamaged = project.file->isDamaged();
    const std::string& why = project.file->whyReadOnly(); // told by itself
    for (const std::string& problem : problems) {
        if (!project.isDamaged || problem.find(why) == std::string::npos)
            project.lost << QString::fromStdString(problem);
    }
    if (!project.isReadOnly() && project.file->isReadOnly())
        project.whyReadOnly
            = OpenProjectTexts::tr("%1 can be looked at, but not changed: %2.")
                  .arg(nameOf(project.path), QString::fromStdString(project.file->whyReadOnly()));
    if (project.isReadOnly())
        return;
    try {
        project.history = project.file->history();
    } catch (const engine::IoError&) { // what can be undone is worth less than what was made
        project.history.isCut = true;
    }
}

/// A program that closes a project takes its log or journal away.
bool hasLog(const fs::path& project)
{
    const auto isThere = [&](const char* suffix) {
        std::error_code missing;
        const std::uintmax_t bytes = fs::file_size(engine::besideProject(project, suffix), missing);
        return !missing && bytes > 0;
    };
    return isThere("-wal") || isThere("-journal");
}

/// `talks` of `/data/talks/`, `talk.json` of `/data/talk.json`: also of what is no longer there.
std::string datasetName(const fs::path& path)
{
    const fs::path whole = path.lexically_normal();
    return (whole.has_filename() ? whole : whole.parent_path()).filename().string();
}

/// The same for every spelling of it.
fs::path unified(const fs::path& path)
{
    std::error_code unknown;
    const fs::path known = fs::weakly_canonical(path, unknown);
    return known.empty() ? fs::absolute(path).lexically_normal() : known;
}

/// The project in the user's data folder for what a person opens.
fs::path namedAfter(const std::vector<fs::path>& paths)
{
    engine::Sha256 sum;
    for (const fs::path& path : paths)
        sum.addAll(unified(path).string() + "\n");
    const std::string number = engine::hexadecimal(sum.digest()).substr(0, 8);
    return engine::dataFolder() / "projects"
        / (datasetName(unified(paths.front())) + "-" + number + ".polylogue");
}

/// A list `dataset.json` and its folder are one dataset, whichever of both is opened: its project is named
/// after the folder. Projects of versions that did not know this stay where they are.
fs::path namedAfterDataset(const fs::path& path)
{
    const fs::path own = namedAfter({path});
    const fs::path list = engine::datasetListOf(path);
    if (list.filename() != "dataset.json" || !fs::exists(list) || fs::exists(own))
        return own;
    const fs::path ofList = namedAfter({list});
    return fs::exists(ofList) ? ofList : namedAfter({unified(list).parent_path()});
}

/// Those that were put aside because of damage do not count.
std::optional<fs::path> onlyProjectIn(const fs::path& folder)
{
    std::optional<fs::path> found;
    std::error_code unreadable;
    for (const auto& item : fs::directory_iterator(folder, unreadable)) {
        if (item.path().extension() != ".polylogue"
            || item.path().stem().string().find(".damaged-") != std::string::npos)
            continue;
        if (found)
            return std::nullopt;
        found = item.path();
    }
    return found;
}

}

void chooseProjectFolders(const QString& kind)
{
    using engine::JournalingChoice;
    engine::setJournalingChoice(kind == QLatin1String("local")         ? JournalingChoice::AlwaysWithLog
                                    : kind == QLatin1String("network") ? JournalingChoice::NeverWithLog
                                                                       : JournalingChoice::ByFolder);
}

OpenedProject lookAtProject(const fs::path& path)
{
    OpenedProject project;
    project.path = path;
    project.file = engine::ProjectFile::open(path, engine::ProjectFile::Access::ReadOnly);
    load(project);
    return project;
}

OpenedProject openProject(const fs::path& path, bool takeOver)
{
    using engine::ProjectFile;
    OpenedProject project;
    project.path = path;
    std::error_code ignored;
    const bool isNew = !fs::exists(path);
    if (isNew)
        fs::create_directories(path.parent_path(), ignored);
    takeLock(project, takeOver);
    if (isNew && project.isReadOnly())
        return project; // nothing to look at, nowhere to write
    project.wasCutOff = hasLog(path);
    project.file = isNew && !fs::exists(path)
        ? ProjectFile::create(path)
        : ProjectFile::open(
            path, project.isReadOnly() ? ProjectFile::Access::ReadOnly : ProjectFile::Access::ReadWrite);
    load(project);
    sayWhenCopied(project);
    if (project.lock && engine::journalingAt(path) == engine::Journaling::WithoutLog)
        project.file->writeOnlyWhile([lock = project.lock] { return lock->isOurs(); });
    return project;
}

bool isOwnProject(const fs::path& project)
{
    return project.parent_path() == engine::dataFolder() / "projects";
}

fs::path projectOf(const std::vector<fs::path>& paths)
{
    if (paths.size() == 1 && paths.front().extension() == ".polylogue")
        return unified(paths.front());
    if (paths.size() == 1 && fs::is_directory(paths.front())) {
        if (const auto only = onlyProjectIn(paths.front()))
            return unified(*only);
    }
    return paths.size() == 1 ? namedAfterDataset(paths.front()) : namedAfter(paths);
}

fs::path followDataset(const fs::path& project, const std::vector<fs::path>& dataset)
{
    const fs::path named = projectOf(dataset);
    fs::path lock = project;
    lock += ".lock";
    if (!isOwnProject(project) || fs::exists(named) || fs::exists(lock) || hasLog(project))
        return project;
    std::error_code failure;
    fs::rename(project, named, failure);
    if (failure)
        return project;
    fs::rename(engine::snapshotFolder(project), engine::snapshotFolder(named), failure); // there may be none
    return named;
}

QString folderFor(const std::filesystem::path& project)
{
    if (!project.empty() && !isOwnProject(project))
        return QString::fromStdString(project.parent_path().string());
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QDir(documents).exists() ? documents : QDir::homePath();
}

}
