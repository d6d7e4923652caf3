#pragma once

#include "app/tasks/folder_check.h"

#include <QLineEdit>
#include <QStringList>

namespace app {

/// The folder that a run goes into. A new name in the folder of runs is proposed, unless a person typed
/// another.
class RunFolderField : public QLineEdit {
    Q_OBJECT
public:
    /// @param name  of the object
    RunFolderField(const char* name, QWidget* parent);

    /// What was typed goes with the folder of runs that it was typed for.
    /// @param folder  of all runs; empty: none. @param names  that are taken there
    void setRuns(const QString& folder, const QStringList& names);
    /// Proposes `start` with the first number that is free: `lmf-2`.
    void propose(const QString& start);
    void choose(); ///< asks for a folder
    QString folder() const { return text().trimmed(); }
    QString whyNot() const { return m_check.whyNot(); } ///< why nothing can be written there; empty: it can

signals:
    void changed(); ///< the folder, or what is known of it

private:
    QString m_parent; ///< of runs
    QStringList m_names;
    QString m_proposed; ///< the last folder that was proposed
    FolderCheck m_check{*this};
};

}
