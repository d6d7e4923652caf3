#include "app/files/file_questions.h"

#include "app/document/document.h"
#include "app/settings/settings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>

namespace app {

namespace {

QString firstFolder(const FileQuestion& question)
{
    const QString last = Settings().folderOf(QLatin1String(question.kind));
    return last.isEmpty() || !QDir(last).exists() ? question.dataFolder : last;
}

QStringList ask(QFileDialog& dialog, const FileQuestion& question)
{
    if (dialog.exec() != QDialog::Accepted)
        return {};
    const QStringList chosen = dialog.selectedFiles();
    const bool isFolder = dialog.fileMode() == QFileDialog::Directory;
    Settings().setFolderOf(QLatin1String(question.kind),
                           isFolder ? chosen.value(0) : QFileInfo(chosen.value(0)).absolutePath());
    return chosen;
}

}

QString dataFolder(const Document& document)
{
    if (document.hasVideo() && !document.video().mediaPath.isEmpty())
        return QFileInfo(document.video().mediaPath).absolutePath();
    const engine::DatasetList& list = document.dataset();
    std::filesystem::path file;
    if (!list.media.empty())
        file = list.media.front().file;
    else if (!list.sequences.empty())
        file = list.sequences.front().file;
    return QString::fromStdString(file.parent_path().string());
}

bool isOpenFile(const Document& document, const QString& path)
{
    namespace fs = std::filesystem;
    const fs::path target = path.toStdString();
    std::error_code unknown;
    return fs::exists(target, unknown)
        && std::ranges::any_of(document.dataset().files(), [&](const fs::path& file) {
               return file.filename() == target.filename() && fs::equivalent(file, target, unknown);
           });
}

QString askForFile(QWidget* window, const FileQuestion& question)
{
    QFileDialog dialog(window, question.title, {}, question.filter);
    dialog.setDirectory(firstFolder(question));
    dialog.setFileMode(QFileDialog::ExistingFile);
    return ask(dialog, question).value(0);
}

QStringList askForFiles(QWidget* window, const FileQuestion& question)
{
    QFileDialog dialog(window, question.title, {}, question.filter);
    dialog.setDirectory(firstFolder(question));
    dialog.setFileMode(QFileDialog::ExistingFiles);
    return ask(dialog, question);
}

QString askForFolder(QWidget* window, const FileQuestion& question)
{
    QFileDialog dialog(window, question.title);
    dialog.setDirectory(firstFolder(question));
    dialog.setFileMode(QFileDialog::Directory);
    dialog.setOption(QFileDialog::ShowDirsOnly);
    return ask(dialog, question).value(0);
}

QString askForNewFile(QWidget* window, const FileQuestion& question, const QString& proposal,
                      const QString& suffix)
{
    QFileDialog dialog(window, question.title, {}, question.filter);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(suffix);
    dialog.setDirectory(firstFolder(question)); // which the proposal is put into
    dialog.selectFile(proposal);
    while (true) {
        const QString chosen = ask(dialog, question).value(0);
        if (chosen.isEmpty() || !question.open || !isOpenFile(*question.open, chosen))
            return chosen;
        QMessageBox::warning(window, question.title,
                             QCoreApplication::translate(
                                 "app::FileQuestion", "%1 is open here, and would be lost. Choose another name.")
                                 .arg(QFileInfo(chosen).fileName()));
    }
}

}
