#include "widgets/transcript/doubtful_list.h"

#include "widgets/base/scale_number.h"
#include "widgets/queue/work_keys.h"

#include <QMouseEvent>
#include <QScopedValueRollback>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr int kShownRows = 7;

WorkRow rowOf(const TranscriptWord& word)
{
    const int seconds = static_cast<int>(word.start);
    WorkRow row;
    row.title = word.text;
    row.reason = word.doubt;
    row.value // of a guessed word the number is that of its times alone
        = word.confidence && !word.isDraft ? shownNumber(*word.confidence, 2, 'f') : QStringLiteral("–");
    row.when = QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
    return row;
}

}

DoubtfulList::DoubtfulList(QWidget* parent) : WorkList(parent)
{
    setObjectName(QStringLiteral("doubtfulWords"));
    setAccessibleName(tr("Doubtful words"));
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    new WorkKeys({this},
                 {.accept = [this] { emit acceptWished(selectedWords()); },
                  .reject = [this] { emit rejectWished(selectedWords()); },
                  .correct = [](int) {}, // a digit would label the segment
                  .next = [this] { return goToNext(); }},
                 this);
    connect(this, &QListView::doubleClicked, this, [this](const QModelIndex& index) {
        if (const auto word = wordIn(index.row()))
            emit playWished(*word);
    });
}

void DoubtfulList::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    WorkList::currentChanged(current, previous);
    const auto word = wordIn(current.row());
    if (!m_isUpdating && word)
        emit wordChosen(*word);
}

std::optional<std::size_t> DoubtfulList::wordIn(int row) const
{
    return row < 0 || row >= static_cast<int>(m_words.size())
        ? std::nullopt
        : std::optional(m_words[static_cast<std::size_t>(row)]);
}

QSize DoubtfulList::sizeHint() const
{
    const int rows = std::clamp(rowCount(), 2, kShownRows);
    return {200, rows * sizeHintForRow(0) + 4};
}

void DoubtfulList::setWords(const std::vector<TranscriptWord>& words)
{
    const QScopedValueRollback updating(m_isUpdating, true);
    const int current = currentRow();
    m_words.clear();
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].isDoubtful)
            m_words.push_back(i);
    }
    std::vector<WorkRow> shown;
    for (const std::size_t word : m_words)
        shown.push_back(rowOf(words[word]));
    rows().setRows(std::move(shown));
    if (rowCount() > 0 && current >= 0)
        setCurrentRow(std::min(current, rowCount() - 1));
    updateGeometry();
}

void DoubtfulList::setCurrentWord(std::optional<std::size_t> word)
{
    const auto found = word ? std::ranges::lower_bound(m_words, *word) : m_words.end();
    if (found == m_words.end() || *found != *word)
        return;
    const QScopedValueRollback updating(m_isUpdating, true);
    setCurrentRow(static_cast<int>(found - m_words.begin()));
}

/// A click goes to its word, also where that is in hand already.
void DoubtfulList::mousePressEvent(QMouseEvent* event)
{
    {
        const QScopedValueRollback updating(m_isUpdating, true);
        WorkList::mousePressEvent(event);
    }
    const auto word = wordIn(indexAt(event->position().toPoint()).row());
    if (event->button() == Qt::LeftButton && word)
        emit wordChosen(*word);
}

std::vector<std::size_t> DoubtfulList::selectedWords() const
{
    std::vector<std::size_t> words;
    for (const QModelIndex& index : selectionModel()->selectedIndexes())
        words.push_back(m_words[static_cast<std::size_t>(index.row())]);
    std::ranges::sort(words);
    return words;
}

/// Behind the last comes the first.
bool DoubtfulList::goToNext()
{
    if (rowCount() == 0)
        return false;
    setCurrentRow((currentRow() + 1) % rowCount());
    emit playWished(*wordIn(currentRow()));
    return true;
}

}
