#pragma once

#include "app/tasks/task.h"
#include "engine/sequences/stored_features.h"

#include <QObject>

#include <vector>

namespace app {

/// Brings rows of features that stay in their files into memory, on a thread of its own: nothing that follows
/// the mouse waits for a disk. Of several wishes the newest counts.
class RowHolder : public QObject {
    Q_OBJECT
public:
    explicit RowHolder(QObject* parent = nullptr);

    /// @param missing  what WordAlignment::rowsInFiles() tells
    /// @return whether nothing is missing. Otherwise it is read, and arrived() tells when to ask again.
    bool isReady(std::vector<engine::RowsInFile> missing);

signals:
    void arrived();

private:
    void start();

    std::vector<engine::RowsInFile> m_next;
    Task m_reading; ///< on a thread of its own
};

}
