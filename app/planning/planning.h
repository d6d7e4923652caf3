#pragma once

#include "app/planning/plan_dialog.h"
#include "app/tasks/task.h"
#include "engine/annotation/work_sharing.h"

#include <QPointer>

namespace app {

class Actions;
class Document;
class ReviewSources;
class Tasks;

/// Review → Plan the study…: what the answers of the project tell of raters, and simulated studies, in tasks
/// that end with the dialog.
class Planning : public QObject {
    Q_OBJECT
public:
    Planning(const Document& document, ReviewSources& sources, Tasks& tasks, const Actions& actions,
             QWidget* window);

signals:
    /// A plan is to be shared out. @param annotators  as many names as the plan has people
    void sharingWished(const engine::WorkSharing& sharing, const QStringList& annotators);

private:
    void look();
    void show(PlanOffer offer);
    void gather();
    void simulate(const PlanWish& wish);
    void weigh(const PlanWish& wish, std::size_t units, std::size_t raters);
    void usePlan();

    const Document& m_document;
    ReviewSources& m_sources;
    Task m_looking;
    Task m_simulating;
    Task m_weighing; ///< the consensus of the chosen row
    QWidget* m_window;
    QPointer<PlanDialog> m_dialog;
};

}
