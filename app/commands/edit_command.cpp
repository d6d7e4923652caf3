#include "app/commands/edit_command.h"

namespace app {

EditCommand::EditCommand(Document& document, const QString& name, engine::Change done, int gesture)
    : QUndoCommand(name)
    , m_document(document)
    , m_change(std::move(done))
    , m_gesture(gesture)
{
}

void EditCommand::redo()
{
    if (std::exchange(m_isDone, true))
        return; // it was done before it was pushed
    apply(m_change);
}

void EditCommand::undo()
{
    m_isDone = false;
    apply(m_change.inverse());
}

/// A step can only be refused where the project may no longer be edited at all; then nothing is left to go
/// back to.
void EditCommand::apply(const engine::Change& change)
{
    try {
        m_document.apply(change);
    } catch (const engine::Refused&) {
        setObsolete(true);
    }
}

bool EditCommand::mergeWith(const QUndoCommand* next)
{
    const auto* later = static_cast<const EditCommand*>(next);
    if (m_gesture == 0 || later->m_gesture != m_gesture)
        return false;
    m_change = m_change.followedBy(later->m_change);
    setObsolete(m_change.empty());
    return true;
}

QString EditCommand::video() const
{
    for (const auto& replaced : m_change.tiers)
        return QString::fromStdString((replaced.after ? replaced.after : replaced.before)->video);
    for (const auto& replaced : m_change.segments) {
        const auto& segment = replaced.after ? replaced.after : replaced.before;
        if (const engine::Tier* tier = m_document.annotation().tier(segment->tier))
            return QString::fromStdString(tier->video);
    }
    return {};
}

}
