#include "app/main_window/project_actions.h"

#include "app/actions/actions.h"
#include "app/dialogs/conflicts_dialog.h"
#include "app/dialogs/new_file.h"
#include "app/dialogs/versions_dialog.h"
#include "app/main_window/banner.h"
#include "app/project/project_copies.h"
#include "app/session/session.h"
#include "engine/core/error.h"

#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace app {

namespace {

constexpr int kPatienceMs = 3000;
constexpr qsizetype kMostNames = 3;

QString projectFilter()
{
    return ProjectActions::tr("Projects (*.polylogue)");
}

}

ProjectActions::ProjectActions(Session& session, const Actions& actions, Banner& banner, QWidget* window)
    : QObject(window)
    , m_session(session)
    , m_banner(banner)
    , m_window(window)
{
    const auto on
        = [&](const char* name, auto work) { connect(actions.at(name), &QAction::triggered, this, work); };
    on("save-copy", &ProjectActions::saveCopy);
    on("restore-version", &ProjectActions::restore);
    on("merge-copy", &ProjectActions::merge);
    on("collect-files", &ProjectActions::collect);
    connect(&session, &Session::merged, this, &ProjectActions::showMerged);
    connect(&session, &Session::projectOpened, this, &ProjectActions::tell);
    connect(&session, &Session::datasetMissing, this, &ProjectActions::askForDataset);
    connect(&session.guard(), &SourceGuard::found, this, &ProjectActions::tellOfFiles);
    connect(&session.guard(), &SourceGuard::relocated, this, [this](const QStringList& stillMissing) {
        m_session.reload();
        if (stillMissing.isEmpty())
            m_session.guard().check(); // what is found may have changed
        else
            m_banner.ask(tr("Not found: %1.").arg(stillMissing.join(QStringLiteral(", "))),
                         {{tr("All right"), {}}});
    });
    const auto enable = [&actions, &session] {
        for (const char* name : {"save-copy", "merge-copy", "collect-files"})
            actions.at(name)->setEnabled(session.writer() != nullptr);
        actions.at("restore-version")->setEnabled(!session.projectPath().empty());
    };
    connect(&session, &Session::projectOpened, this, enable);
    enable();
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
        answers.push_back({tr("Take over"), [this] { m_session.takeOver(); }});
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
    if (!m_session.writer())
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
        {{tr("Keep mine"), [this, changed] { m_session.guard().keep(changed); }},
         {tr("Read again"), [this, changed] { m_session.readAgain(changed); }}});
}

void ProjectActions::askForDataset(const std::filesystem::path& project, const std::filesystem::path& dataset)
{
    const QString place = QString::fromStdString(dataset.string());
    const auto open = [this, project](const QString& path) {
        if (!path.isEmpty())
            m_session.openMoved(project, {path.toStdString()});
    };
    m_banner.ask(
        tr("The data of this project is no longer at %1. Show where it is now; the rest is found from there.")
            .arg(place),
        {{tr("Show the folder…"),
          [this, open] { open(QFileDialog::getExistingDirectory(m_window, tr("Where is the data now?"))); }},
         {tr("Show the file…"),
          [this, open] { open(QFileDialog::getOpenFileName(m_window, tr("Where is the data now?"))); }},
         {tr("Leave it"), {}}});
}

void ProjectActions::locate(const std::vector<engine::SourceFile>& missing)
{
    const QString name = QString::fromStdString(missing.front().relative.filename().string());
    const QString path
        = QFileDialog::getOpenFileName(m_window, tr("Where is %1 now?").arg(name), {},
                                       QStringLiteral("%1 (%1);;%2 (*)").arg(name, tr("All files")));
    if (!path.isEmpty())
        m_session.guard().locate(missing, path.toStdString());
}

QString ProjectActions::askForNewProject(const QString& title, const QString& proposal)
{
    return askForNewFile(m_window, title, proposal, projectFilter(), QStringLiteral("polylogue"));
}

void ProjectActions::saveCopy()
{
    if (!m_session.writer())
        return;
    const QString name = QString::fromStdString(m_session.document().dataset().name);
    const QString path = askForNewProject(tr("Save a copy"), tr("%1 copy").arg(name));
    if (path.isEmpty())
        return;
    m_session.saveCopy(path);
}

void ProjectActions::restore()
{
    const std::filesystem::path project = m_session.projectPath();
    std::vector<engine::Snapshot> versions;
    try {
        versions = engine::snapshotsOf(project);
    } catch (const engine::Error& error) {
        QMessageBox::warning(m_window, tr("Restore version"), QString::fromUtf8(error.what()));
        return;
    }
    const QString name = QString::fromStdString(m_session.document().dataset().name);
    if (versions.empty()) {
        QMessageBox::information(
            m_window, tr("Restore version"),
            tr("There are no earlier states of %1 yet. The first is kept with its first edit.").arg(name));
        return;
    }
    VersionsDialog dialog(name, versions, m_window);
    if (dialog.exec() == QDialog::Accepted && project == m_session.projectPath())
        m_session.restore(dialog.chosen(), VersionsDialog::when(dialog.chosen()));
}

void ProjectActions::merge()
{
    const QString path = QFileDialog::getOpenFileName(m_window, tr("Merge another copy of this project"), {},
                                                      projectFilter());
    if (!path.isEmpty())
        m_session.merge(path);
}

void ProjectActions::showMerged(const QString& path, const engine::Merged& result)
{
    ConflictsDialog(QFileInfo(path).fileName(), result, m_window).exec();
}

void ProjectActions::collect()
{
    const QString parent
        = QFileDialog::getExistingDirectory(m_window, tr("Collect files: where the new folder will lie"));
    if (parent.isEmpty())
        return;
    const QString name = QString::fromStdString(m_session.document().dataset().name);
    m_session.collect(parent + QLatin1Char('/') + name);
}

bool ProjectActions::mayClose()
{
    ProjectWriter* writer = m_session.writer();
    if (!writer || writer->state() == ProjectWriter::State::Saved)
        return true;
    QApplication::setOverrideCursor(Qt::WaitCursor);
    const bool finished = writer->finish(kPatienceMs);
    QApplication::restoreOverrideCursor();
    if (finished)
        return true;
    QMessageBox box(QMessageBox::Warning, tr("Not saved"),
                    writer->failure().isEmpty()
                        ? tr("The last edits are still being written.")
                        : tr("The last edits cannot be written: %1").arg(writer->failure()),
                    QMessageBox::Cancel, m_window);
    box.setInformativeText(
        tr("They are kept as long as the window is open, and can be saved in another place."));
    const QAbstractButton* lose = box.addButton(tr("Close and lose them"), QMessageBox::DestructiveRole);
    const QAbstractButton* elsewhere = box.addButton(tr("Save elsewhere…"), QMessageBox::AcceptRole);
    box.exec();
    if (box.clickedButton() == lose)
        return true;
    if (box.clickedButton() != elsewhere)
        return false;
    const QString path = askForNewProject(tr("Save elsewhere"), QStringLiteral("rescued"));
    if (path.isEmpty())
        return false;
    try {
        m_session.writeElsewhere(path);
        return true;
    } catch (const engine::Error& error) {
        QMessageBox::warning(m_window, tr("Not saved"), QString::fromUtf8(error.what()));
        return false;
    }
}

}
