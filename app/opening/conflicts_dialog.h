#pragma once

#include "engine/annotation/project/merge_projects.h"

#include <QDialog>

namespace app {

/// What merging another copy of the project brought, and where both said something else. The list can be
/// saved.
class ConflictsDialog : public QDialog {
    Q_OBJECT
public:
    ConflictsDialog(const QString& copy, const engine::Merged& result, QWidget* parent = nullptr);

private:
    std::string m_report;
};

/// Asks for a file, and writes the table of conflicts into it.
void saveConflicts(const std::string& table, QWidget* parent);

}
