#include "app/completion/draft_list.h"

#include "widgets/base/scale_number.h"

#include <QHeaderView>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace app {

namespace {

enum RowColumn { RowTimeColumn, RowValueColumn, RowSureColumn };

}

DraftList::DraftList(QWidget* parent) : QTreeWidget(parent)
{
    setHeaderLabels({tr("Time"), tr("Suggestion"), tr("Sure")});
    headerItem()->setTextAlignment(RowSureColumn, Qt::AlignRight | Qt::AlignVCenter);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(RowTimeColumn, QHeaderView::Fixed);
    setColumnWidth(RowTimeColumn,
                   fontMetrics().horizontalAdvance(QStringLiteral("0000.00 – 0000.00 s"))
                       + fontMetrics().height() * 2);
    header()->setSectionResizeMode(RowValueColumn, QHeaderView::Stretch);
    header()->setSectionResizeMode(RowSureColumn, QHeaderView::ResizeToContents);
}

void DraftList::setRows(const engine::Tier& tier, const engine::CompletionDraft& draft,
                        std::vector<std::size_t> rows)
{
    const auto was = currentRow();
    const int before = indexOfTopLevelItem(currentItem());
    const QSignalBlocker noSignals(this);
    clear();
    m_rows = std::move(rows);
    for (const std::size_t row : m_rows) {
        auto* item = new QTreeWidgetItem(
            this,
            {QStringLiteral("%1 – %2 s")
                 .arg(widgets::shownNumber(draft.rows[row].span.start, 2, 'f'),
                      widgets::shownNumber(draft.rows[row].span.end, 2, 'f')),
             rowText(tier, draft, draft.rows[row]),
             QStringLiteral("%1 %").arg(widgets::shownNumber(draft.rows[row].confidence * 100.0, 0, 'f'))});
        item->setTextAlignment(RowSureColumn, Qt::AlignRight | Qt::AlignVCenter);
        item->setSizeHint(RowTimeColumn, QSize(0, fontMetrics().height() * 8 / 5));
    }
    if (m_rows.empty())
        return;
    const auto same = was ? std::ranges::find(m_rows, *was) : m_rows.end();
    const int count = topLevelItemCount();
    setCurrentItem(topLevelItem(same != m_rows.end() ? static_cast<int>(same - m_rows.begin())
                                                     : std::clamp(before, 0, count - 1)));
}

void DraftList::clearRows()
{
    const QSignalBlocker noSignals(this);
    clear();
    m_rows.clear();
}

std::optional<std::size_t> DraftList::currentRow() const
{
    const int place = indexOfTopLevelItem(currentItem());
    return place < 0 || static_cast<std::size_t>(place) >= m_rows.size()
        ? std::nullopt
        : std::optional(m_rows[static_cast<std::size_t>(place)]);
}

bool DraftList::setCurrentRow(std::size_t row)
{
    const auto place = std::ranges::find(m_rows, row);
    if (place == m_rows.end())
        return false;
    setCurrentItem(topLevelItem(static_cast<int>(place - m_rows.begin())));
    return true;
}

void DraftList::walk(int step)
{
    const int place = indexOfTopLevelItem(currentItem()) + step;
    if (place >= 0 && place < topLevelItemCount())
        setCurrentItem(topLevelItem(place));
}

}
