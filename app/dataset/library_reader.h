#pragma once

#include "app/dataset/dataset_loader.h"
#include "app/dataset/seen_videos.h"
#include "app/tasks/task.h"
#include "widgets/library/library_entry.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace app {

class Document;
class Tasks;

/// Reads length, coverage, labels and words of every entry in the background. Where the project has edited
/// words or labels, these replace the file's; the project knows what annotators had seen.
class LibraryReader : public QObject {
    Q_OBJECT
public:
    LibraryReader(Document& document, Tasks& tasks, QObject* parent = nullptr);

    void read(std::shared_ptr<const OpenDataset> dataset);

signals:
    /// These entries were read, or their words or labels were edited.
    void entriesRead(const std::vector<widgets::LibraryEntryPtr>& entries);

private:
    /// @param offsets  the offsets that the entries were read with
    void take(const std::vector<widgets::LibraryEntryPtr>& fromFiles, const engine::ProjectOffsets& offsets);
    void tellEdited();
    void noteOffsets();
    void readMoved();
    widgets::LibraryEntryPtr asEdited(const widgets::LibraryEntryPtr& fromFile) const;

    Document& m_document;
    Tasks& m_tasks;
    Task m_reading;
    SeenVideos m_seen;
    std::shared_ptr<const OpenDataset> m_dataset;
    QHash<QString, widgets::LibraryEntryPtr> m_fromFiles; ///< by id
    engine::ProjectOffsets m_offsets; ///< the project's current ones
    QSet<QString> m_edited; ///< ids that entriesRead has to send again
    QSet<QString> m_moved; ///< ids to read again, since the offsets of their sequences changed
    QTimer m_pause; ///< joins the many edits of a drag
};

}
