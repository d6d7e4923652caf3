#pragma once

#include "app/extraction/extract_dialog.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

class QWidget;

namespace app {

class Actions;
class Document;
class Tasks;

/// *Sequences*: one dialog, which hides while its work goes on and is shown again by the same command. What
/// it makes becomes part of the open project; where nothing of one's own is open, a dataset of its own.
class ExtractionActions : public QObject {
    Q_OBJECT
public:
    /// The open dataset, when its sequences are opened; else null.
    using AskDataset = std::function<std::shared_ptr<const OpenDataset>()>;
    using AskOpening = std::function<bool()>; ///< whether a dataset is being opened

    /// @param programs  the folder with the programs
    ExtractionActions(const Document& document, AskDataset askDataset, AskOpening askOpening, Tasks& tasks,
                      QString programs, const Actions& actions, QWidget* window);

    /// Asks what is to be made of the open project's recordings. @param video  ticked alone; empty: all
    void ask(const QString& video);
    /// What can be made of a recording. @param where  on the screen
    void openMenu(const QString& video, const QPoint& where);
    /// The same with a recording that becomes a video of the open project.
    void addRecording(const QString& file);

signals:
    /// The open project has sequences that are made, or more of them.
    /// @param list  the `dataset.json` that names them
    /// @param written  files that may have been written. @param since  by us, where it was from then on.
    /// @param goesOn  more is being written
    void projectGrown(const std::filesystem::path& list, const std::vector<std::filesystem::path>& written,
                      std::filesystem::file_time_type since, bool goesOn);
    void datasetWished(const QStringList& paths);

private:
    void open(const QString& list);
    bool isOfOwn() const;
    bool hasParts() const;
    QString projectFolder() const;
    ExtractDialog::Beginning beginningOfProject() const;
    void show(const ExtractDialog::Beginning& beginning);
    /// What was written into a dataset.
    struct Growth {
        QString list;
        bool isOfProject = false;
        std::filesystem::file_time_type since; ///< the run began
        bool goesOn = false;
    };
    void take(const Growth& growth);
    void takeUnseen();

    const Document& m_document;
    AskDataset m_askDataset;
    AskOpening m_askOpening;
    Tasks& m_tasks;
    QString m_programs;
    QWidget* m_window;
    QPointer<ExtractDialog> m_dialog;
    std::filesystem::path m_root; ///< of the dataset that was open when the dialog was opened
    std::optional<Growth> m_unseen; ///< while a dataset was being opened, which may be that one
};

}
