#pragma once

#include "app/tasks/task.h"

#include <QObject>
#include <QTimer>

#include <filesystem>

class QLineEdit;

namespace app {

/// Looks in the background whether files can be written into the folder that a field names, as soon as its
/// text stands still, so that a form says so before its work begins.
class FolderCheck : public QObject {
    Q_OBJECT
public:
    /// Why a folder that takes files is not to be used all the same, as a sentence; it runs in the
    /// background.
    using Objection = QString (*)(const std::filesystem::path& folder);
    explicit FolderCheck(const QLineEdit& field, Objection objection = nullptr);

    /// A sentence; empty: they can, or it is not known yet.
    QString whyNot() const { return m_checked == text() ? m_whyNot : QString(); }

signals:
    void changed();

private:
    QString text() const;
    void look();

    const QLineEdit& m_field;
    const Objection m_objection;
    Task m_look; ///< on a thread of its own
    QTimer m_pause;
    QString m_checked;
    QString m_whyNot;
};

}
