#pragma once

#include "app/training/repeated_look.h"
#include "app/training/run_folders.h"

#include <QObject>
#include <QStringList>

#include <vector>

namespace app {

/// Looks at a folder of trainings again and again, on a thread of its own, for as long as somebody wants to
/// know or a training that began here goes on.
class RunsWatch : public QObject {
    Q_OBJECT
public:
    explicit RunsWatch(QObject* parent = nullptr);

    void setFolder(const QString& folder);
    QString folder() const { return m_folder; }
    void setWatching(bool watches);
    const std::vector<RunFolderState>& runs() const { return m_seen.runs; }
    void follow(const QString& folder); ///< a run that began here, wherever it lies
    /// Those of the followed that are running, as far as the last look tells.
    std::vector<RunFolderState> running() const;

signals:
    void changed(); ///< runs()
    void followedChanged(); ///< running(), or how far those are

private:
    struct Looked {
        QString folder;
        std::vector<RunFolderState> runs; ///< of the folder
        std::vector<RunFolderState> followed;
    };
    RepeatedLook<Looked>::Work work() const;
    void take(Looked seen);

    QString m_folder;
    bool m_watches = false;
    QStringList m_followed; ///< folders of runs
    Looked m_seen;
    RepeatedLook<Looked> m_look;
};

}
