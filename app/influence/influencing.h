#pragma once

#include "app/influence/influence_dialog.h"
#include "app/tasks/task.h"

#include <QPointer>

namespace app {

class Actions;
class Document;
class Editor;
class ModelsClient;
class ReviewSources;
class Tasks;

/// Review → Measure the model’s influence…: looks at what the project kept, simulates what could be found,
/// and notes which annotator sees the prediction of which segment.
class Influencing : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Document& document;
        const Editor& editor;
        const ModelsClient& model;
        ReviewSources& sources;
        Tasks& tasks;
    };
    Influencing(const Parts& parts, const Actions& actions, QWidget* window);

private:
    void look();
    void show(InfluenceOffer offer);
    void gather();
    void simulate();
    void begin();
    void end();
    void note(const engine::InfluenceStudy& study);
    QString modelName() const;

    Parts m_parts;
    Task m_looking;
    Task m_simulating;
    QWidget* m_window;
    QPointer<InfluenceDialog> m_dialog;
};

}
