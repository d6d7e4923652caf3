#pragma once

#include "app/training/experiment_runs.h"
#include "app/training/repeated_look.h"

#include <QObject>

namespace app {

/// Looks at the experiments of a folder again and again, on a thread of its own, for as long as somebody
/// wants to know.
class ExperimentsWatch : public QObject {
    Q_OBJECT
public:
    explicit ExperimentsWatch(QObject* parent = nullptr);

    void setFolder(const QString& folder);
    const QString& folder() const { return m_folder; }
    void setWatching(bool watches);
    void look() { m_look.look(); } ///< at once
    const std::vector<ExperimentState>& experiments() const { return m_seen; }

signals:
    void changed();

private:
    struct Looked {
        QString folder;
        std::vector<ExperimentState> experiments;
    };
    RepeatedLook<Looked>::Work work() const;
    void take(Looked seen);

    QString m_folder;
    bool m_watches = false;
    std::vector<ExperimentState> m_seen;
    RepeatedLook<Looked> m_look;
};

}
