#include "app/opening/project_actions.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/files/file_questions.h"
#include "app/opening/conflicts_dialog.h"
#include "app/opening/merge_dialog.h"
#include "app/opening/versions_dialog.h"
#include "app/picture/banner.h"
#include "app/project/project.h"
#include "app/project/project_name.h"
#include "app/project/source_guard.h"
#include "app/session/project_versions.h"
#include "engine/core/error.h"

#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>

namespace app {

namespace {

constexpr int kGraceMs = 300;
constexpr qsizetype kMostNames = 3;

QString projectFilter()
{
    return ProjectActions::tr("Projects (*.polylogue)");
}

}

ProjectActions::ProjectActions(Document& document, Project& project, ProjectVersions& versions,
                               SourceGuard& guard, Tasks& tasks, const Actions& actions, Banner& banner,
                               QWidget* window)
    : QObject(window)
    , m_document(document)
    , m_project(project)
    , m_versions(versions)
    , m_guard(guard)
    , m_looking(tasks)
    , m_banner(banner)
    , m_window(window)
{
    const auto on
        = [&](const char* name, auto work) { connect(actions.at(name), &QAction::triggered, this, work); };
    on("save-copy", &ProjectActions::saveCopy);
    on("restore-version", &ProjectActions::restore);
    on("merge-copy", &ProjectActions::merge);
    on("collect-files", &ProjectActions::collect);
    connect(&versions, &ProjectVersions::merged, this, &ProjectActions::showMerged);
    connect(&versions, &ProjectVersions::conflicting, this, &ProjectActions::showConflicts);
    connect(&project, &Project::opened, this, &ProjectActions::tell);
    connect(&project, &Project::datasetMissing, this, &ProjectActions::askForDataset);
    connect(&project, &Project::unreadable, this, &ProjectActions::askAboutUnreadable);
    connect(&guard, &SourceGuard::found, this, &ProjectActions::tellOfFiles);
    connect(&guard, &SourceGuard::relocated, this, [this](const QStringList& stillMissing) {
        m_versions.reload();
        if (stillMissing.isEmpty())
            m_guard.check(); // what is found may have changed
        else
            m_banner.ask(tr("Not found: %1.").arg(stillMissing.join(QStringLiteral(", "))),
                         {{tr("All right"), {}}});
    });
}

void ProjectActions::tell(const QString& whyReadOnly, bool lockedElsewhere, const QStringList& lost)
{
    m_banner.hide();
    if (whyReadOnly.isEmpty())
        return;
    std::vector<Banner::Answer> answers;
    QString sentence = whyReadOnly;
    if (!lost.isEmpty()) {
        sentence += QLatin1Char('\n') + lost.join(QLatin1Char('\n'));
        answers.push_back({tr("Restore version…"), [this] { restore(); }});
    }
    if (lockedElsewhere)
        answers.push_back({tr("Take over"), [this] { m_project.takeOver(); }});
    answers.push_back({tr("All right"), {}});
    m_banner.ask(sentence, answers);
}

void ProjectActions::tellOfFiles(const std::vector<engine::SourceFile>& missing,
                                 const std::vector<engine::SourceFile>& changed)
{
    const auto names = [](const std::vector<engine::SourceFile>& files) {
        QStringList list;
        for (const engine::SourceFile& file : files)
            list << QString::fromStdString(file.relative.filename().string());
        return list.size() > kMostNames
            ? tr("%1 and %n more", nullptr, static_cast<int>(list.size() - kMostNames))
                  .arg(list.mid(0, kMostNames).join(QStringLiteral(", ")))
            : list.join(QStringLiteral(", "));
    };
    if (!m_project.writer())
        return; // what can be done about them is done where the project is edited
    if (!missing.empty()) {
        m_banner.ask(
            tr("Not where they were: %1. Show where the first is now, and the others are found from there.")
                .arg(names(missing)),
            {{tr("Show where…"), [this, missing] { locate(missing); }}, {tr("Leave it"), {}}});
        return;
    }
    m_banner.ask(
        tr("Changed since they were annotated: %1. Words and labels of the project are kept as they are.")
            .arg(names(changed)),
        {{tr("Keep mine"), [this, changed] { m_guard.keep(changed); }},
         {tr("Read again"), [this, changed] { m_versions.readAgain(changed); }}});
}

void ProjectActions::askAboutUnreadable(const Unreadable& project)
{
    std::vector<Banner::Answer> answers;
    if (!project.versions.empty())
        answers.push_back({tr("Open an earlier version…"), [this, project] { chooseVersionOf(project); }});
    answers.push_back(
        {tr("Begin a new project"), [this, project] { m_project.replaceUnreadable(project, {}); }});
    answers.push_back({tr("Leave it"), {}});
    m_banner.ask(tr("%1. The file stays beside what takes its place.").arg(project.reason), answers);
}

void ProjectActions::chooseVersionOf(const Unreadable& project)
{
    auto* dialog
        = new VersionsDialog(projectName(project.project, project.paths, {}), project.versions, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, project] { m_project.replaceUnreadable(project, dialog->chosen()); });
    dialog->open();
}

void ProjectActions::askForDataset(const std::filesystem::path& project, const std::filesystem::path& dataset)
{
    const QString place = QString::fromStdString(dataset.string());
    const auto open = [this, project](const QString& path) {
        if (!path.isEmpty())
            m_project.openMoved(project, {path.toStdString()});
    };
    m_banner.ask(
        tr("The data of this project is no longer at %1. Show where it is now; the rest is found from there.")
            .arg(place),
        {{tr("Show the folder…"),
          [this, open] {
              open(askForFolder(m_window, {"data", tr("Where is the data now?")}));
          }},
         {tr("Show the file…"),
          [this, open] {
              open(askForFile(m_window, {"data", tr("Where is the data now?")}));
          }},
         {tr("Leave it"), {}}});
}

void ProjectActions::locate(const std::vector<engine::SourceFile>& missing)
{
    const QString name = QString::fromStdString(missing.front().relative.filename().string());
    const QString path = askForFile(m_window,
                                    {"data", tr("Where is %1 now?").arg(name),
                                     QStringLiteral("%1 (%1);;%2 (*)").arg(name, tr("All files"))});
    if (!path.isEmpty())
        m_guard.locate(missing, path.toStdString());
}

QString ProjectActions::askForNewProject(const QString& title, const QString& proposal)
{
    return askForNewFile(m_window, {"project", title, projectFilter(), dataFolder(m_document)}, proposal,
                         QStringLiteral("polylogue"));
}

void ProjectActions::saveCopy()
{
    if (!m_project.writer())
        return;
    const QString name = m_project.name().replace(QLatin1Char('/'), QLatin1Char('_'));
    const QString path = askForNewProject(tr("Save a copy"), tr("%1 copy").arg(name));
    if (path.isEmpty())
        return;
    m_project.saveCopy(path);
}

void ProjectActions::restore()
{
    m_looking.start(
        tr("Looking for earlier states"),
        [project = m_project.path()](const engine::RunContext&) { return engine::snapshotsOf(project); },
        [this, project = m_project.path()](const std::vector<engine::Snapshot>& versions) {
            if (project == m_project.path())
                askForVersion(versions);
        });
}

void ProjectActions::askForVersion(const std::vector<engine::Snapshot>& versions)
{
    const std::filesystem::path project = m_project.path();
    const QString name = m_project.name();
    if (versions.empty()) {
        QMessageBox::information(
            m_window, tr("Restore version"),
            tr("There are no earlier states of %1 yet. The first is kept with its first edit.").arg(name));
        return;
    }
    auto* dialog = new VersionsDialog(name, versions, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, project] {
        if (project == m_project.path())
            m_versions.restore(dialog->chosen(), VersionsDialog::when(dialog->chosen()));
    });
    dialog->open();
}

void ProjectActions::merge()
{
    if (auto* open = m_window->findChild<MergeDialog*>()) {
        open->raise();
        open->activateWindow();
        return;
    }
    const QString path = askForFile(
        m_window,
        {"project", tr("Merge another copy of this project"), projectFilter(), dataFolder(m_document)});
    if (!path.isEmpty())
        m_versions.merge(path);
}

void ProjectActions::showMerged(const QString& path, const engine::Merged& result)
{
    ConflictsDialog(QFileInfo(path).fileName(), result, m_window).exec();
}

void ProjectActions::showConflicts(const QString& path, const engine::Merged& proposal)
{
    auto* dialog = new MergeDialog(QFileInfo(path).fileName(), proposal, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { m_versions.mergeWith(dialog->choices()); });
    connect(dialog, &QDialog::rejected, &m_versions, &ProjectVersions::forgetMerge);
    connect(dialog, &MergeDialog::placeWished, this, &ProjectActions::placeWished);
    connect(&m_project, &Project::opened, dialog, &QDialog::close); // its conflicts are those of another
    dialog->show();
}

void ProjectActions::collect()
{
    const QString parent = askForFolder(
        m_window,
        {"project", tr("Collect files: where the new folder will lie"), {}, dataFolder(m_document)});
    if (parent.isEmpty())
        return;
    const QString name = m_project.name().replace(QLatin1Char('/'), QLatin1Char('_'));
    m_project.collect(parent + QLatin1Char('/') + name);
}

bool ProjectActions::isSaved() const
{
    const ProjectWriter* writer = m_project.writer();
    return !writer || writer->state() == ProjectWriter::State::Saved;
}

QString ProjectActions::whyNotSaved() const
{
    const QString failure = m_project.writer()->failure();
    return failure.isEmpty() ? tr("The last edits are still being written.")
                             : tr("The last edits cannot be written: %1").arg(failure);
}

void ProjectActions::whenClosable(const std::function<void()>& then)
{
    if (isSaved()) {
        then();
        return;
    }
    if (m_question)
        return; // it was asked for before
    // Nobody is asked about edits that need a moment only.
    auto* wait = new QTimer(this);
    wait->setSingleShot(true);
    m_question = wait;
    connect(wait, &QTimer::timeout, this, [this, wait, then] {
        wait->deleteLater();
        askAboutUnsaved(then);
    });
    const auto closeWhenSaved = [this, then] {
        if (!m_question || !isSaved())
            return;
        m_question->deleteLater();
        m_question = nullptr;
        then();
    };
    connect(&m_project, &Project::saveStateChanged, m_question, closeWhenSaved, Qt::QueuedConnection);
    wait->start(kGraceMs);
}

/// Says that edits are not on the disk. The question goes away by itself when they are.
void ProjectActions::askAboutUnsaved(const std::function<void()>& then)
{
    if (!m_project.writer())
        return;
    auto* box = new QMessageBox(QMessageBox::Warning, tr("Not saved"), whyNotSaved(), QMessageBox::Cancel,
                                m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(
        tr("They are kept as long as the window is open, and can be saved in another place."));
    const QAbstractButton* lose = box->addButton(tr("Close and lose them"), QMessageBox::DestructiveRole);
    const QAbstractButton* elsewhere = box->addButton(tr("Save elsewhere…"), QMessageBox::AcceptRole);
    m_question = box;
    connect(&m_project, &Project::saveStateChanged, box, [this, box, then] {
        if (isSaved()) {
            box->blockSignals(true); // it is no answer
            box->close();
            then();
        } else if (!m_project.writer()->failure().isEmpty()) {
            box->setText(whyNotSaved());
        }
    });
    connect(box, &QMessageBox::finished, this, [this, box, lose, elsewhere, then] {
        m_question = nullptr;
        if (box->clickedButton() == lose)
            then();
        else if (box->clickedButton() == elsewhere)
            saveElsewhere(then);
    });
    box->open();
}

void ProjectActions::saveElsewhere(const std::function<void()>& then)
{
    const QString path = askForNewProject(tr("Save elsewhere"), QStringLiteral("rescued"));
    if (path.isEmpty())
        return;
    m_project.writeElsewhere(path, this, [this, then](const QString& failure) {
        if (failure.isEmpty())
            then();
        else
            QMessageBox::warning(m_window, tr("Not saved"), failure);
    });
}

}
