#pragma once

#include "app/publishing/publish_offer.h"
#include "app/snapshot/project_moment.h"
#include "app/tasks/tasks.h"

#include <QObject>

class QAction;

namespace app {

class Actions;
class Editor;

/// File → Publish…: the project as a folder that others can trust. Looked at and written in tasks; the card
/// stays in the project.
class Publishing : public QObject {
    Q_OBJECT
public:
    Publishing(const Document& document, Editor& editor, const Project& project,
               const ProjectMoments& moments, Tasks& tasks, const Actions& actions, QWidget* window);

private:
    void gather();
    void ask(PublishOffer offer);
    void write(const PublishOffer& offer, const PublishWish& wish, const QString& folder);
    void tell(const engine::PublicationReport& report, const QString& folder);

    const Document& m_document;
    Editor& m_editor;
    const Project& m_project;
    const ProjectMoments& m_moments;
    Tasks& m_tasks;
    QAction* m_hide; ///< makes a copy without people
    QWidget* m_window;
};

}
