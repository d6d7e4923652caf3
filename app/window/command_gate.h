#pragma once

#include "app/actions/command.h"

#include <QObject>

#include <map>

class QAction;
class QActionGroup;

namespace app {

class Actions;
class Document;
class Project;

/// Enables each command while what its row needs is so (`Command::needs`). A command that a feature disables
/// for a reason of its own stays disabled.
class CommandGate : public QObject {
    Q_OBJECT
public:
    CommandGate(const Document& document, const Project& project, const Actions& actions, QObject* parent);

    /// Whether something is open.
    void setOpen(bool isOpen);

private:
    void show();
    unsigned unmet() const; ///< of `Need`
    void addTo(QActionGroup*& group, QAction* action);

    const Document& m_document;
    const Project& m_project;
    bool m_isOpen = false;
    std::map<unsigned, QActionGroup*> m_groups; ///< the commands, by what they need
    std::map<QActionGroup*, unsigned> m_foreign; ///< groups of others, of which one command is chosen
};

}
