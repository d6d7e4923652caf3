#include "app/completion/draft_list.h"

#include "widgets/base/scale_number.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace app {

namespace {

widgets::WorkRow listedRow(const engine::Tier& tier, const engine::CompletionDraft& draft,
                           const engine::DraftRow& drafted)
{
    widgets::WorkRow row;
    row.title = rowText(tier, draft, drafted);
    row.value = QStringLiteral("%1 %").arg(widgets::shownNumber(drafted.confidence * 100.0, 0, 'f'));
    row.when = QStringLiteral("%1 – %2 s")
                   .arg(widgets::shownNumber(drafted.span.start, 2, 'f'),
                        widgets::shownNumber(drafted.span.end, 2, 'f'));
    return row;
}

}

void DraftList::setDraft(const engine::Tier& tier, const engine::CompletionDraft& draft,
                         std::vector<std::size_t> rows)
{
    const auto was = current();
    const int before = currentRow();
    const QScopedValueRollback filling(m_isFilling, true);
    m_drafted = std::move(rows);
    std::vector<widgets::WorkRow> listed;
    for (const std::size_t row : m_drafted)
        listed.push_back(listedRow(tier, draft, draft.rows[row]));
    this->rows().setRows(std::move(listed));
    if (m_drafted.empty())
        return;
    const auto same = was ? std::ranges::find(m_drafted, *was) : m_drafted.end();
    setCurrentRow(same != m_drafted.end() ? static_cast<int>(same - m_drafted.begin())
                                          : std::clamp(before, 0, rowCount() - 1));
}

void DraftList::clear()
{
    const QScopedValueRollback filling(m_isFilling, true);
    m_drafted.clear();
    rows().setRows({});
}

std::optional<std::size_t> DraftList::current() const
{
    const int place = currentRow();
    return place < 0 || static_cast<std::size_t>(place) >= m_drafted.size()
        ? std::nullopt
        : std::optional(m_drafted[static_cast<std::size_t>(place)]);
}

bool DraftList::setCurrent(std::size_t row)
{
    const auto place = std::ranges::find(m_drafted, row);
    if (place == m_drafted.end())
        return false;
    setCurrentRow(static_cast<int>(place - m_drafted.begin()));
    return true;
}

void DraftList::walk(int step)
{
    const int place = currentRow() + step;
    if (place >= 0 && place < rowCount())
        setCurrentRow(place);
}

void DraftList::currentChanged(const QModelIndex& now, const QModelIndex& before)
{
    WorkList::currentChanged(now, before);
    if (!m_isFilling)
        emit currentMoved();
}

}
