#pragma once

#include <QString>
#include <QStringList>

class QWidget;

/// Asks for files and folders. Each kind of file has its own folder, where its question begins: the one where
/// a file of that kind was chosen last, in whatever session; the first time, where the data are.
namespace app {

class Document;

struct FileQuestion {
    const char* kind; ///< `annotation`, `recipe`, …: what is chosen for one kind does not move the others
    QString title;
    QString filter = {}; ///< as QFileDialog takes it; none for folders
    QString dataFolder = {}; ///< empty: not known
    const Document* open = nullptr; ///< no new file may lie over a file of this dataset; null: none is open
};

/// The folder of the video in sight, else of the dataset's first file. Empty: nothing is open.
QString dataFolder(const Document& document);

/// Whether a file of the open dataset lies there, by this name or as a link of the same name.
bool isOpenFile(const Document& document, const QString& path);

/// These return nothing when the person changed their mind.
QString askForFile(QWidget* window, const FileQuestion& question);
QStringList askForFiles(QWidget* window, const FileQuestion& question);
QString askForFolder(QWidget* window, const FileQuestion& question);
/// Where a new file is to lie: not where one lies that is open here; then the person is told, and asked again.
/// The suffix is there before the person is asked whether to replace one.
/// @param proposal  a name without a folder  @param suffix  without its dot
QString askForNewFile(QWidget* window, const FileQuestion& question, const QString& proposal,
                      const QString& suffix);

}
