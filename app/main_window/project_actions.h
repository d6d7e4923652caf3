#pragma once

#include "engine/annotation/project/merge_projects.h"
#include "engine/annotation/project/source_files.h"

#include <QObject>

class QWidget;

namespace app {

class Actions;
class Banner;
class Session;

/// What a person does to a project as a whole: copies, earlier states, merging; and what there is to know
/// about it when it was opened.
class ProjectActions : public QObject {
    Q_OBJECT
public:
    ProjectActions(Session& session, const Actions& actions, Banner& banner, QWidget* window);

    /// Whether the project may be closed: everything is on the disk, or the person lets go of it.
    bool mayClose();

private:
    void tell(const QString& whyReadOnly, bool lockedElsewhere, const QStringList& lost);
    void tellOfFiles(const std::vector<engine::SourceFile>& missing,
                     const std::vector<engine::SourceFile>& changed);
    void askForDataset(const std::filesystem::path& project, const std::filesystem::path& dataset);
    void locate(const std::vector<engine::SourceFile>& missing);
    void saveCopy();
    void restore();
    void collect();
    void merge();
    void showMerged(const QString& path, const engine::Merged& result);
    QString askForNewProject(const QString& title, const QString& proposal);

    Session& m_session;
    Banner& m_banner;
    QWidget* m_window;
};

}
