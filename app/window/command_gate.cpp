#include "app/window/command_gate.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/project/project.h"

#include <QActionGroup>

namespace app {

CommandGate::CommandGate(const Document& document, const Project& project, const Actions& actions,
                         QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_project(project)
{
    for (QAction* action : actions.all()) {
        const unsigned needs = actions.commandOf(*action).needs;
        if (QActionGroup* group = action->actionGroup())
            m_foreign[group] = needs;
        else
            addTo(m_groups[needs], action);
    }
    connect(&document.sight(), &DocumentSight::changed, this, &CommandGate::show);
    connect(&project, &Project::opened, this, &CommandGate::show);
    show();
}

void CommandGate::addTo(QActionGroup*& group, QAction* action)
{
    if (!group) {
        group = new QActionGroup(this);
        group->setExclusionPolicy(QActionGroup::ExclusionPolicy::None);
    }
    group->addAction(action);
}

void CommandGate::setOpen(bool isOpen)
{
    m_isOpen = isOpen;
    show();
}

unsigned CommandGate::unmet() const
{
    return (m_isOpen ? 0U : kNeedsData) | (m_project.path().empty() ? kNeedsProject : 0U)
        | (m_project.writer() ? 0U : kNeedsEditing)
        | (m_document.sight().now().hidesInsight() ? kNeedsSight : 0U);
}

void CommandGate::show()
{
    const unsigned missing = unmet();
    for (const auto& [needs, group] : m_groups)
        group->setEnabled(!(needs & missing));
    for (const auto& [group, needs] : m_foreign)
        group->setEnabled(!(needs & missing));
}

}
