#include "app/editing/kept_history.h"

#include "app/editing/edit_command.h"

#include <QSignalBlocker>

#include <algorithm>

namespace app {

void KeptHistory::restore(Document& document, engine::History history)
{
    reset();
    m_first = history.first;
    const auto push = [&](std::size_t i) {
        m_stack.push(new EditCommand(document, std::move(history.steps[i]), i < history.position));
    };
    const std::size_t count = history.steps.size();
    {
        const QSignalBlocker quiet(m_stack); // what follows the stack hears of the last step only
        for (std::size_t i = 0; i + 1 < count; ++i)
            push(i);
    }
    if (count > 0)
        push(count - 1);
    m_stack.setIndex(static_cast<int>(history.position));
    m_known = m_stack.count();
}

void KeptHistory::reset()
{
    m_first = 0;
    m_known = 0;
}

void KeptHistory::notePushed()
{
    m_known = std::min(m_known, std::max(0, m_stack.index() - 1));
}

engine::HistoryChange KeptHistory::take()
{
    engine::HistoryChange change;
    m_known = std::min(m_known, m_stack.count());
    change.from = m_first + static_cast<std::uint64_t>(m_known);
    for (; m_known < m_stack.count(); ++m_known)
        change.steps.push_back(static_cast<const EditCommand*>(m_stack.command(m_known))->step());
    change.position = m_first + static_cast<std::uint64_t>(m_stack.index());
    return change;
}

}
