#include "app/conversation/kept_levels.h"

#include "app/document/document.h"

namespace app {

std::string KeptLevels::keyOf(const std::string& conversation) const
{
    return m_document.dataset().root.string() + '\n' + conversation;
}

/// What the project has counts before what was set without it.
engine::HeardLevels KeptLevels::of(const std::string& conversation) const
{
    const auto kept = engine::heardLevels(m_document.annotation(), conversation);
    const auto session = m_session.find(keyOf(conversation));
    if (kept && m_document.isKept())
        return *kept;
    if (session != m_session.end())
        return session->second;
    return kept.value_or(engine::HeardLevels());
}

void KeptLevels::keep(const std::string& conversation, const engine::HeardLevels& levels)
{
    m_session[keyOf(conversation)] = levels;
    if (m_document.isKept())
        m_document.note(engine::heardLevelsItem(conversation, levels));
}

}
