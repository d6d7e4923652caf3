#pragma once

#include "app/extraction/extract_dialog.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <QStringList>

class QWidget;

namespace app {

class Actions;
class Document;
class Tasks;

/// *New dataset from videos*: one dialog, which hides while its work goes on and is shown again by the same
/// command.
class ExtractionActions : public QObject {
    Q_OBJECT
public:
    /// @param programs  the folder with the programs
    ExtractionActions(const Document& document, Tasks& tasks, QString programs, const Actions& actions,
                      QWidget* window);

    /// Makes sequences of the open dataset's recordings anew, or further ones. @param video  ticked alone;
    /// empty: all
    void extractAgain(const QString& video);
    /// What can be made anew for a recording. @param where  on the screen
    void openMenu(const QString& video, const QPoint& where);

    /// Makes a video of the open dataset of a recording, or a dataset of it where nothing of one's own is
    /// open.
    void addRecording(const QString& file);

signals:
    /// The open dataset has other sequences on the disk.
    /// @param written  files that may have been written. @param since  by us, where it was from then on
    void datasetGrown(const std::vector<std::filesystem::path>& written,
                      std::filesystem::file_time_type since);
    void datasetWished(const QStringList& paths);

private:
    void open(const QString& list);
    ExtractDialog::Beginning beginningOfDataset() const;
    void show(const ExtractDialog::Beginning& beginning);

    const Document& m_document;
    Tasks& m_tasks;
    QString m_programs;
    QWidget* m_window;
    QPointer<ExtractDialog> m_dialog;
};

}
