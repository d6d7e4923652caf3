#pragma once

#include "engine/annotation/project/snapshots.h"

#include <QDialog>

class QTableWidget;

namespace app {

/// The earlier states of a project: when, how much, and what it holds. One can be chosen.
class VersionsDialog : public QDialog {
    Q_OBJECT
public:
    VersionsDialog(const QString& project, const std::vector<engine::Snapshot>& versions,
                   QWidget* parent = nullptr);

    /// Of the row that was chosen.
    const engine::Snapshot& chosen() const;
    /// `20 Nov 2026, 14:03:12`, in the time of this place.
    static QString when(const engine::Snapshot& version);

private:
    std::vector<engine::Snapshot> m_versions;
    QTableWidget* m_table;
};

}
