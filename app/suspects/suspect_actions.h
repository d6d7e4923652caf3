#pragma once

#include "app/suspects/suspect_search.h"
#include "app/suspects/suspects_dialog.h"

#include <QPointer>

namespace app {

class Actions;
class Document;
class Editor;
class Project;
class Review;
class VideoOpener;

/// Suspicious labels in the window: the search, its queue, and what becomes of what a person says.
class SuspectActions : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Document& document;
        Editor& editor;
        VideoOpener& videos;
        const Project& project;
        Review& review;
        Jobs& jobs;
        QString programs; ///< the folder with `polylogue-models`
    };
    SuspectActions(const Parts& parts, const Actions& actions, QWidget* window);

    SuspectSearch& search() { return *m_search; }

signals:
    void message(const QString& text);
    void reviewWished(); ///< a pass has begun

private:
    void show();
    void follow(); ///< project and dataset
    void showState();
    void open(const engine::Suspect& suspect);
    void take(const engine::Suspect& suspect, Verdict verdict);
    void note(const engine::Suspect& suspect, Verdict verdict);
    void accept(const engine::Suspect& suspect);
    void review(const std::vector<engine::Suspect>& suspects);

    Parts m_parts;
    QWidget* m_window;
    SuspectSearch* m_search;
    QPointer<SuspectsDialog> m_dialog;
    engine::Suspects m_found;
    std::optional<engine::Suspect> m_toAccept; ///< once its video is in sight
};

}
