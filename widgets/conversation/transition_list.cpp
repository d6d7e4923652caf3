#include "widgets/conversation/transition_list.h"

#include "widgets/conversation/transition_model.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QSortFilterProxyModel>

namespace widgets {

namespace {

constexpr int kLeastRows = 8; ///< that are seen
constexpr double kListHeadFont = 0.82;

}

TransitionList::TransitionList(QWidget* parent)
    : QTableView(parent)
    , m_transitions(new TransitionModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
{
    setObjectName(QStringLiteral("transitionList"));
    setAccessibleName(tr("Transitions"));
    m_sorted->setSourceModel(m_transitions);
    m_sorted->setSortRole(Qt::UserRole);
    setModel(m_sorted);
    setSortingEnabled(true);
    sortByColumn(TransitionModel::Time, Qt::AscendingOrder);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setWordWrap(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    horizontalHeader()->setProperty("isNarrow", true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setResizeContentsPrecision(50); // of many rows, the first tell how wide they are
    horizontalHeader()->setSectionResizeMode(TransitionModel::FromTo, QHeaderView::Stretch);
    setToolTip(tr("A click goes there."));
    connect(this, &QTableView::clicked, this, &TransitionList::choose);
    fitRows();
}

void TransitionList::setContent(const ConversationContent& content)
{
    if (m_turns == content.turns && m_people == content.people)
        return; // the row in hand stays
    m_turns = content.turns;
    m_people = content.people;
    m_transitions->setContent(content);
    fitRows();
}

void TransitionList::choose(const QModelIndex& index)
{
    if (index.isValid())
        emit timeChosen(m_transitions->timeAt(m_sorted->mapToSource(index).row()));
}

void TransitionList::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        choose(currentIndex());
    else
        QTableView::keyPressEvent(event);
}

void TransitionList::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitRows();
}

void TransitionList::fitRows()
{
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * kListHeadFont);
    horizontalHeader()->setFont(small);
    const int line = fontMetrics().height() * 3 / 2;
    verticalHeader()->setDefaultSectionSize(line);
    setMinimumHeight(line * (kLeastRows + 1));
}

}
