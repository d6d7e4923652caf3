#include "widgets/suspects/suspect_queue.h"

#include "widgets/base/folding_row.h"
#include "widgets/base/muted_label.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

SuspectQueue::SuspectQueue(QWidget* parent)
    : QWidget(parent)
    , m_order(new QComboBox(this))
    , m_looked(mutedLabel(QStringLiteral("suspectsLooked"), this))
    , m_worth(mutedLabel(QStringLiteral("suspectsWorth"), this))
    , m_lookedBar(new QProgressBar(this))
    , m_groupRow(new QWidget(this))
    , m_groupGrid(new QGridLayout(m_groupRow))
    , m_list(new WorkList(this))
    , m_note(mutedLabel(QStringLiteral("suspectsNote"), this))
    , m_searchBar(new QProgressBar(this))
    , m_found(mutedLabel(QStringLiteral("suspectsFound"), this))
    , m_search(new QPushButton(this))
    , m_review(new QPushButton(tr("Review these"), this))
    , m_again(new QPushButton(tr("Train again"), this))
{
    setObjectName(QStringLiteral("suspectQueue"));
    setAutoFillBackground(true);
    auto* title = new QLabel(tr("Suspicious labels"), this);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    title->setFont(strong);
    m_order->setObjectName(QStringLiteral("suspectOrder"));
    m_order->setAccessibleName(tr("Order"));
    m_order->addItems({tr("most suspicious"), tr("video by video"), tr("looked at")});
    auto* close = new QToolButton(this);
    close->setObjectName(QStringLiteral("closeSuspects"));
    close->setText(QStringLiteral("×"));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close the queue; it can be opened again in the menu Review"));
    close->setAccessibleName(tr("Close"));
    for (QProgressBar* bar : {m_lookedBar, m_searchBar}) {
        bar->setTextVisible(false);
        bar->setFixedHeight(3);
    }
    m_lookedBar->setAccessibleName(tr("Looked at"));
    m_searchBar->setObjectName(QStringLiteral("suspectProgress"));
    m_searchBar->setAccessibleName(tr("Progress of the search"));
    m_searchBar->setRange(0, 1000);
    m_list->setObjectName(QStringLiteral("suspectRows"));
    m_list->setAccessibleName(tr("Suspicious labels"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_search->setObjectName(QStringLiteral("findSuspects"));
    m_review->setObjectName(QStringLiteral("reviewSuspects"));
    m_review->setToolTip(tr("Sends all that are shown to a review pass, in this order"));
    m_again->setObjectName(QStringLiteral("suspectsTrainAgain"));
    m_again->setToolTip(tr("What the model learnt is learnt once more with the labels as they are now; what "
                           "their changes brought is said"));
    setProperty("panelButtons", true);
    const int space = fontMetrics().height() / 2;
    auto* head = new QHBoxLayout;
    head->setContentsMargins(space * 3 / 2, space, space / 2, space / 2);
    head->addWidget(title);
    head->addStretch(1);
    head->addWidget(close);
    m_looked->setWordWrap(true);
    auto* looked = new QHBoxLayout;
    looked->setContentsMargins(space * 3 / 2, 0, space, space * 2 / 3);
    looked->addWidget(m_looked, 1);
    looked->addWidget(m_order);
    m_groupGrid->setContentsMargins(space * 3 / 2, space, space, space);
    m_groupGrid->setSpacing(0);
    m_groupRow->setMinimumWidth(1); // the grid's columns follow the dock
    m_note->setContentsMargins(space * 3 / 2, space, space, space);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(space * 3 / 2, space, space, space);
    foot->addWidget(m_searchBar);
    foot->addWidget(m_found);
    auto* buttons = new FoldingRow(QMargins(), this);
    buttons->addFirst(m_search);
    buttons->addSecond(m_review);
    foot->addWidget(buttons);
    foot->addWidget(m_again);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    m_worth->setContentsMargins(space * 3 / 2, 0, space, space * 2 / 3);
    column->addWidget(m_worth);
    column->addLayout(looked);
    column->addWidget(m_lookedBar);
    column->addWidget(m_groupRow);
    column->addWidget(m_note);
    column->addWidget(m_list, 1);
    column->addLayout(foot);
    m_room = new QWidget(this); // where there is no list: the button stands below the words that explain it
    column->addWidget(m_room, 1);
    const auto choose
        = [this](const QModelIndex& index) { emit rowChosen(static_cast<std::size_t>(index.row())); };
    connect(m_list, &QListView::clicked, this, choose);
    connect(m_list, &QListView::activated, this, choose);
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this, &SuspectQueue::sightChanged);
    connect(m_order, &QComboBox::activated, this, &SuspectQueue::orderChosen);
    connect(close, &QToolButton::clicked, this, &SuspectQueue::closeWished);
    connect(m_review, &QPushButton::clicked, this, &SuspectQueue::reviewWished);
    connect(m_again, &QPushButton::clicked, this, &SuspectQueue::trainAgainWished);
    connect(m_search, &QPushButton::clicked, this, [this] {
        if (m_isSearching)
            emit stopWished();
        else
            emit searchWished();
    });
    setState({});
}

void SuspectQueue::setState(const State& state)
{
    const bool isKnown = state.offered > 0;
    m_isSearching = state.progress.has_value();
    m_order->setVisible(isKnown);
    m_looked->setVisible(isKnown);
    m_looked->setText(tr("%1 of %n looked at", nullptr, state.offered).arg(state.looked));
    m_looked->setToolTip(state.tip);
    m_worth->setText(state.isWeak ? QStringLiteral("⚠ %1").arg(state.worth) : state.worth);
    m_worth->setToolTip(state.tip);
    m_worth->setVisible(isKnown && !state.worth.isEmpty());
    m_lookedBar->setVisible(isKnown);
    m_list->setVisible(isKnown);
    m_room->setVisible(!isKnown);
    m_lookedBar->setRange(0, std::max(1, state.offered));
    m_lookedBar->setValue(state.looked);
    m_note->setText(state.note);
    m_note->setVisible(!state.note.isEmpty());
    m_searchBar->setVisible(m_isSearching);
    m_searchBar->setValue(static_cast<int>(state.progress.value_or(0.0) * 1000));
    m_found->setText(state.found);
    m_found->setVisible(!state.found.isEmpty());
    m_search->setText(state.searchText);
    m_search->setEnabled(state.canSearch);
    m_review->setVisible(isKnown);
    m_review->setEnabled(state.canReview);
    m_again->setVisible(state.canTrainAgain);
}

void SuspectQueue::setRows(std::vector<WorkRow> rows)
{
    m_list->rows().setRows(std::move(rows));
}

void SuspectQueue::setGroups(const std::vector<Group>& groups)
{
    m_groupRow->setVisible(groups.size() > 1);
    while (m_groups.size() < groups.size()) {
        const auto group = static_cast<int>(m_groups.size());
        auto* button = new QToolButton(m_groupRow);
        button->setObjectName(QStringLiteral("chip"));
        button->setProperty("group", group);
        button->setCheckable(true);
        connect(button, &QToolButton::clicked, this, [this, group] {
            m_group = group;
            for (std::size_t i = 0; i < m_groups.size(); ++i)
                m_groups[i]->setChecked(static_cast<int>(i) == group);
            emit groupChosen(group);
        });
        m_groups.push_back(button);
    }
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        const bool isOffered
            = i < groups.size() && (groups[i].count > 0 || i == 0 || static_cast<int>(i) == m_group);
        m_groups[i]->setVisible(isOffered);
        if (!isOffered)
            continue;
        m_groups[i]->setText(QStringLiteral("%1 %2").arg(groups[i].name).arg(groups[i].count));
        m_groups[i]->setToolTip(groups[i].tip);
        m_groups[i]->setChecked(static_cast<int>(i) == m_group);
    }
    arrangeGroups();
}

void SuspectQueue::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrangeGroups();
}

/// Side by side, and below each other where the dock is narrower.
void SuspectQueue::arrangeGroups()
{
    const QMargins margins = m_groupGrid->contentsMargins();
    const int room = width() - margins.left() - margins.right();
    int line = 0, column = 0, used = 0;
    for (QToolButton* button : m_groups) {
        m_groupGrid->removeWidget(button);
        if (button->isHidden())
            continue;
        const int wide = button->sizeHint().width();
        if (column > 0 && used + wide > room) {
            ++line;
            column = used = 0;
        }
        m_groupGrid->addWidget(button, line, column++, Qt::AlignLeft);
        used += wide;
    }
    m_groupGrid->setColumnStretch(static_cast<int>(m_groups.size()), 1);
}

std::optional<std::size_t> SuspectQueue::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? std::optional(static_cast<std::size_t>(index.row())) : std::nullopt;
}

void SuspectQueue::setCurrent(std::optional<std::size_t> row)
{
    const QModelIndex index = row ? m_list->rows().index(static_cast<int>(*row)) : QModelIndex();
    m_list->setCurrentIndex(index);
    if (row)
        m_list->scrollTo(index);
}

std::pair<std::size_t, std::size_t> SuspectQueue::rowsInSight() const
{
    const int count = m_list->rowCount();
    const QModelIndex first = m_list->indexAt({2, 2});
    const QModelIndex last = m_list->indexAt({2, m_list->viewport()->height() - 2});
    return {static_cast<std::size_t>(std::max(0, first.row())),
            static_cast<std::size_t>(last.isValid() ? last.row() + 1 : count)};
}

}
