#pragma once

#include "app/snapshot/project_moment.h"
#include "app/tasks/tasks.h"
#include "engine/tier_export/tier_folder.h"

#include <QObject>

namespace app {

class Actions;

/// File → Export → Annotation of all videos: a folder with a file for each, or one table. A task with
/// progress that can be stopped. Nothing is written over before the person was asked.
class AllTiersExport : public QObject {
    Q_OBJECT
public:
    AllTiersExport(const Document& document, const ProjectMoments& moments, Tasks& tasks,
                   const Actions& actions, QWidget* window);

private:
    void ask();
    void write(const engine::TierFolderWish& wish);
    void tell(const engine::TierFolderWish& wish, const engine::TierFolderReport& report);

    const Document& m_document;
    const ProjectMoments& m_moments;
    Tasks& m_tasks;
    QWidget* m_window;
};

}
