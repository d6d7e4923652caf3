#pragma once

#include "app/dataset/dataset_loader.h"
#include "widgets/library/library_entry.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace app {

class Document;
class Jobs;

/// Reads length, coverage, labels and words of every entry in the background, and keeps them as the project
/// has them: what was edited counts.
class LibraryReader : public QObject {
    Q_OBJECT
public:
    LibraryReader(Document& document, Jobs& jobs, QObject* parent = nullptr);

    void read(std::shared_ptr<const OpenDataset> dataset);

signals:
    /// Some more are read, or their words or labels were edited.
    void entriesRead(const std::vector<widgets::LibraryEntryPtr>& entries);

private:
    /// @param offsets  that they were read with
    void take(const std::vector<widgets::LibraryEntryPtr>& fromFiles, const ProjectOffsets& offsets);
    void tellEdited();
    void noteOffsets();
    void readMoved();
    widgets::LibraryEntryPtr asEdited(const widgets::LibraryEntryPtr& fromFile) const;

    Document& m_document;
    Jobs& m_jobs;
    std::shared_ptr<const OpenDataset> m_dataset;
    QHash<QString, widgets::LibraryEntryPtr> m_fromFiles; ///< by id
    ProjectOffsets m_offsets; ///< of the project as it is
    QSet<QString> m_edited; ///< ids that are to be told again
    QSet<QString> m_moved; ///< ids that are to be read again: their sequences lie elsewhere by now
    QTimer m_pause; ///< a drag edits at every pixel
};

}
