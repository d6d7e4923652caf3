#pragma once

#include "app/tasks/task.h"

#include <QObject>
#include <QString>

class QWidget;

namespace engine {
struct ConversationLayout;
}

namespace app {

class Notices;
class Tasks;

/// Offers to make a dataset of the folder of a published corpus of conversations: a person is asked first,
/// and polylogue-cli does it.
class CorpusOffer : public QObject {
    Q_OBJECT
public:
    CorpusOffer(const Notices& notices, Tasks& tasks, QWidget* window);

    /// Looks at a folder that is to be opened, and asks where the folder is such a corpus and no dataset yet.
    void look(const QString& folder);

signals:
    /// The folder is to be opened: a dataset was made, a person wants the folder as it is, or it is no such
    /// corpus.
    void readyToOpen(const QString& folder);

private:
    void ask(const QString& folder, const engine::ConversationLayout& layout);
    void make(const QString& folder, const engine::ConversationLayout& layout);

    const Notices& m_notices;
    QWidget* m_window;
    Task m_task;
};

}
