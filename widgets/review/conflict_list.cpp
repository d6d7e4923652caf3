#include "widgets/review/conflict_list.h"

#include "widgets/base/muted_label.h"
#include "widgets/queue/work_keys.h"
#include "widgets/review/conflict_delegate.h"
#include "widgets/review/conflict_model.h"
#include "widgets/review/conflict_text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

#include <algorithm>
#include <array>
#include <set>

namespace widgets {

namespace {

QTableView* tableOf(ConflictModel* model, ConflictDelegate* delegate, QWidget* parent)
{
    auto* table = new QTableView(parent);
    table->setObjectName(QStringLiteral("conflicts"));
    table->setAccessibleName(ConflictList::tr("Conflicts"));
    table->setModel(model);
    table->setItemDelegate(delegate);
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() * 2 + 12);
    QHeaderView* head = table->horizontalHeader();
    head->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    head->setHighlightSections(false);
    const int letter = table->fontMetrics().averageCharWidth();
    for (const auto& [column, letters] :
         {std::pair(ConflictModel::Place, 19), std::pair(ConflictModel::What, 17),
          std::pair(ConflictModel::Choice, 26)})
        table->setColumnWidth(column, letter * letters);
    for (const int column : {ConflictModel::Mine, ConflictModel::Theirs})
        head->setSectionResizeMode(column, QHeaderView::Stretch);
    return table;
}

}

ConflictList::ConflictList(QWidget* parent)
    : QWidget(parent)
    , m_model(new ConflictModel(this))
    , m_kind(new QComboBox(this))
    , m_undecided(mutedLabel(QStringLiteral("undecided"), this))
{
    auto* delegate = new ConflictDelegate(this);
    m_table = tableOf(m_model, delegate, this);
    makeKeys();
    m_kind->setObjectName(QStringLiteral("conflictKind"));
    m_kind->setAccessibleName(tr("Conflicts of this kind"));
    m_undecided->setWordWrap(false);
    auto* head = new QHBoxLayout;
    head->addWidget(m_kind);
    head->addWidget(m_undecided);
    head->addStretch(1);
    const auto add = [&](const char* name, const QString& text, const QString& tip, auto sideOf) {
        auto* button = new QPushButton(text, this);
        button->setObjectName(QLatin1String(name));
        button->setToolTip(tip);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, sideOf] { m_model->chooseShown(sideOf); });
        head->addWidget(button);
    };
    add("allMine", tr("All mine"), tr("Of all rows that are listed"),
        [](const engine::Conflict&) { return engine::ConflictSide::Mine; });
    add("allTheirs", tr("All theirs"), tr("Of all rows that are listed"),
        [](const engine::Conflict&) { return engine::ConflictSide::Theirs; });
    add("allNewest", tr("The newest"),
        tr("Of all rows that are listed, where it is known when both were said"), engine::newestOf);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(head);
    layout->addWidget(m_table, 1);
    connect(delegate, &ConflictDelegate::sideClicked, this,
            [this](int row, engine::ConflictSide side) { m_model->choose(row, side); });
    connect(m_model, &ConflictModel::chosen, this, &ConflictList::showUndecided);
    connect(m_model, &ConflictModel::chosen, this, &ConflictList::chosen);
    connect(m_table, &QTableView::clicked, this,
            [this](const QModelIndex& index) { emit placeWished(m_model->conflict(index.row())); });
    connect(m_kind, &QComboBox::activated, this, [this](int row) {
        const QVariant kind = m_kind->itemData(row);
        m_model->setKind(kind.isValid() ? std::optional(static_cast<engine::ConflictKind>(kind.toInt()))
                                        : std::nullopt);
    });
    setFocusProxy(m_table);
}

void ConflictList::setConflicts(std::vector<engine::Conflict> conflicts)
{
    m_model->setConflicts(std::move(conflicts));
    fillKinds();
    showUndecided();
    m_table->setCurrentIndex(m_model->index(0, 0));
}

engine::ConflictChoices ConflictList::choices() const
{
    return m_model->choices();
}

int ConflictList::undecided() const
{
    return m_model->undecided();
}

void ConflictList::fillKinds()
{
    std::set<engine::ConflictKind> kinds;
    for (const engine::Conflict& conflict : m_model->conflicts())
        kinds.insert(conflict.kind);
    m_kind->clear();
    m_kind->addItem(tr("All kinds"));
    for (const engine::ConflictKind kind : kinds)
        m_kind->addItem(kindName(kind), static_cast<int>(kind));
}

void ConflictList::showUndecided()
{
    const int all = static_cast<int>(m_model->conflicts().size());
    m_undecided->setText(undecided() == 0 ? tr("All %n decided", nullptr, all)
                                          : tr("%1 of %n undecided", nullptr, all).arg(undecided()));
}

void ConflictList::makeKeys()
{
    using engine::ConflictSide;
    const auto take = [this](ConflictSide side) { return [this, side] { choose(side); }; };
    new WorkKeys({m_table},
                 {.accept = take(ConflictSide::Theirs),
                  .reject = take(ConflictSide::Mine),
                  .correct =
                      [this](int digit) {
                          constexpr std::array sides{ConflictSide::Mine, ConflictSide::Theirs, ConflictSide::Both};
                          if (digit <= static_cast<int>(sides.size()))
                              choose(sides[static_cast<std::size_t>(digit) - 1]);
                      },
                  .next = [this] { return goToUndecided(); },
                  .others = {{Qt::Key_M, take(ConflictSide::Mine)},
                             {Qt::Key_T, take(ConflictSide::Theirs)},
                             {Qt::Key_B, take(ConflictSide::Both)},
                             {Qt::Key_Space,
                              [this] {
                                  if (const int row = m_table->currentIndex().row(); row >= 0)
                                      emit placeWished(m_model->conflict(row));
                              }}}},
                 this);
}

void ConflictList::choose(engine::ConflictSide side)
{
    const int row = m_table->currentIndex().row();
    if (row >= 0 && m_model->choose(row, side) && row + 1 < m_model->rowCount())
        m_table->setCurrentIndex(m_model->index(row + 1, 0));
}

/// Behind the row in hand; behind the last comes the first.
bool ConflictList::goToUndecided()
{
    const int rows = m_model->rowCount();
    for (int step = 1; step <= rows; ++step) {
        const int row = (m_table->currentIndex().row() + step) % rows;
        if (m_model->side(row) == engine::ConflictSide::Undecided) {
            m_table->setCurrentIndex(m_model->index(row, 0));
            return true;
        }
    }
    return false;
}

}
