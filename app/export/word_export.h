#pragma once

#include "app/dataset/dataset_loader.h"
#include "app/document/document.h"
#include "app/tasks/tasks.h"

#include <QObject>

namespace app {

/// Writes the words of a whole dataset, edits included, as a `.csd`, in the background.
class WordExport : public QObject {
    Q_OBJECT
public:
    WordExport(const Document& document, Tasks& tasks, QObject* parent = nullptr);

    /// @param dataset  the open one; null: there is nothing to export. Its own files are never written to.
    void write(const OpenDataset* dataset, const QString& target);

private:
    const Document& m_document;
    Tasks& m_tasks;
};

}
