#include "widgets/transcript/doubtful_list.h"

#include "widgets/base/scale_number.h"
#include "widgets/base/theme.h"
#include "widgets/queue/work_keys.h"

#include <QHeaderView>
#include <QMouseEvent>
#include <QScopedValueRollback>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

enum DoubtColumn { TimeColumn, WordColumn, SureColumn, ReasonColumn };
constexpr int kShownRows = 7;

}

DoubtfulList::DoubtfulList(QWidget* parent) : QTableWidget(0, 4, parent)
{
    setObjectName(QStringLiteral("doubtfulWords"));
    setAccessibleName(tr("Doubtful words"));
    setHorizontalHeaderLabels({tr("Time"), tr("Word"), tr("Sure"), tr("Why")});
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (const int column : {TimeColumn, WordColumn, SureColumn})
        horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(ReasonColumn, QHeaderView::Stretch);
    connect(this, &QTableWidget::currentCellChanged, this, [this](int row, int, int before, int) {
        const auto word = wordIn(row);
        if (!m_isUpdating && row != before && word)
            emit wordChosen(*word);
    });
    new WorkKeys({this},
                 {.accept = [this] { emit acceptWished(selectedWords()); },
                  .reject = [this] { emit rejectWished(selectedWords()); },
                  .correct = {},
                  .next = [this] { return goToNext(); }},
                 this);
    connect(this, &QTableWidget::cellDoubleClicked, this, [this](int row, int) {
        if (const auto word = wordIn(row))
            emit playWished(*word);
    });
}

std::optional<std::size_t> DoubtfulList::wordIn(int row) const
{
    return row < 0 || row >= static_cast<int>(m_rows.size())
        ? std::nullopt
        : std::optional(m_rows[static_cast<std::size_t>(row)]);
}

QSize DoubtfulList::sizeHint() const
{
    const int rows = std::clamp(rowCount(), 2, kShownRows);
    return {200, horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize() + 4};
}

void DoubtfulList::setWords(const std::vector<TranscriptWord>& words)
{
    const QScopedValueRollback updating(m_isUpdating, true);
    const int current = currentRow();
    m_rows.clear();
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].isDoubtful)
            m_rows.push_back(i);
    }
    setRowCount(static_cast<int>(m_rows.size()));
    for (int row = 0; row < rowCount(); ++row)
        showRow(row, words[m_rows[static_cast<std::size_t>(row)]]);
    if (rowCount() > 0 && current >= 0)
        setCurrentCell(std::min(current, rowCount() - 1), WordColumn);
    updateGeometry();
}

void DoubtfulList::showRow(int row, const TranscriptWord& word)
{
    const Theme& theme = themeOf(palette());
    const int seconds = static_cast<int>(word.start);
    const QString cells[]{
        QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0')), word.text,
        word.confidence && !word.isDraft ? shownNumber(*word.confidence, 2, 'f') : QStringLiteral("–"),
        word.doubt}; // of a guessed word the number is that of its times alone
    for (int column = 0; column < 4; ++column) {
        QTableWidgetItem* cell = item(row, column);
        if (!cell) {
            cell = new QTableWidgetItem;
            cell->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable); // an editable one would take letters as text
            setItem(row, column, cell);
        }
        cell->setText(cells[column]);
        cell->setForeground(column == WordColumn ? theme.text : theme.muted);
        cell->setToolTip(column == ReasonColumn ? word.doubt : QString());
    }
}

void DoubtfulList::setCurrentWord(std::optional<std::size_t> word)
{
    const auto found = word ? std::ranges::lower_bound(m_rows, *word) : m_rows.end();
    if (found == m_rows.end() || *found != *word)
        return;
    const QScopedValueRollback updating(m_isUpdating, true);
    setCurrentCell(static_cast<int>(found - m_rows.begin()), WordColumn);
}

/// A click goes to its word, also where that is in hand already.
void DoubtfulList::mousePressEvent(QMouseEvent* event)
{
    {
        const QScopedValueRollback updating(m_isUpdating, true);
        QTableWidget::mousePressEvent(event);
    }
    const auto word = wordIn(rowAt(event->position().toPoint().y()));
    if (event->button() == Qt::LeftButton && word)
        emit wordChosen(*word);
}

std::vector<std::size_t> DoubtfulList::selectedWords() const
{
    std::vector<std::size_t> words;
    for (const QModelIndex& index : selectionModel()->selectedRows())
        words.push_back(m_rows[static_cast<std::size_t>(index.row())]);
    std::ranges::sort(words);
    return words;
}

/// Behind the last comes the first.
bool DoubtfulList::goToNext()
{
    if (rowCount() == 0)
        return false;
    setCurrentCell((currentRow() + 1) % rowCount(), WordColumn);
    emit playWished(*wordIn(currentRow()));
    return true;
}

}
