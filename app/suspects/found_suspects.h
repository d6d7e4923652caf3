#pragma once

#include "app/suspects/changed_labels.h"
#include "app/suspects/suspect_values.h"
#include "app/tasks/task.h"

#include <QTimer>

#include <memory>

namespace app {

class Document;
class Tasks;

/// What a search found, with the labels as they are in the project by now.
class FoundSuspects : public QObject {
    Q_OBJECT
public:
    FoundSuspects(const Document& document, Tasks& tasks, QObject* parent);

    void set(const engine::Suspects& found);
    /// Whether labels are compared with those that were searched; at once, and when they change.
    void setFollowing(bool isFollowing);

    const engine::Suspects& now() const { return m_found; }
    const ChangedLabels& changed() const { return m_changed; }
    SuspectValues values() const; ///< of the label
    const engine::Suspect* called(const std::string& id) const; ///< null: none is

signals:
    void labelsChanged(); ///< some are others than at the last comparison

private:
    void compare();
    void take(ChangedLabels changed);

    const Document& m_document;
    engine::Suspects m_found;
    std::shared_ptr<const SearchedLabels> m_searched; ///< of what was found
    ChangedLabels m_changed;
    double m_step = 0.0; ///< of the labels that were found; 0: none can be told
    bool m_isFollowing = false;
    QTimer m_soon; ///< one comparison for many edits at once
    Task m_comparing;
};

}
