#include "widgets/dataset/segment_list_card.h"

#include "widgets/dataset/small_button.h"

#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QTableView>

#include <algorithm>
#include <array>

namespace widgets {

SegmentListCard::SegmentListCard(QWidget* parent)
    : PlotCard({}, new QTableView, parent)
    , m_model(new SegmentListModel(this))
    , m_table(static_cast<QTableView*>(content()))
    , m_wrong(smallButton(tr("wrong only"), "wrongOnly", this))
{
    m_table->setObjectName(QStringLiteral("segmentList"));
    m_table->setAccessibleName(tr("Segments with label and prediction"));
    m_table->setModel(m_model);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 7 / 4);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setMinimumHeight(fontMetrics().height() * 5);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionsClickable(true);
    m_table->installEventFilter(this);
    m_wrong->setCheckable(true);
    m_wrong->setToolTip(tr("Only segments whose label is another class than the model says"));
    m_wrong->hide();
    addControl(m_wrong);
    connect(m_wrong, &QToolButton::toggled, m_model, &SegmentListModel::setWrongOnly);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionClicked, m_model, &SegmentListModel::sortBy);
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& index) {
        emit selectionWished({m_model->pointAt(index.row())},
                             selectionStep(QGuiApplication::keyboardModifiers()));
    });
    connect(m_table, &QTableView::doubleClicked, this,
            [this](const QModelIndex& index) { emit openWished(m_model->pointAt(index.row())); });
}

void SegmentListCard::setContent(const DatasetContentPtr& content, const QString& fold)
{
    m_model->setContent(content, fold);
    m_wrong->setVisible(content->areClasses());
    for (int column = 0; column < SegmentListModel::Columns; ++column)
        m_table->setColumnHidden(column, !m_model->isShown(column));
    showNote();
    shareOutWidth();
}

void SegmentListCard::setSelection(const std::shared_ptr<const std::vector<bool>>& selection)
{
    m_model->setSelection(selection);
}

void SegmentListCard::showNote()
{
    setNote(m_model->content().areClasses() ? tr("%n wrong", nullptr, static_cast<int>(m_model->wrong()))
                                            : QString());
}

/// Enter opens, Space plays; Escape is the view's.
bool SegmentListCard::takeKey(int key)
{
    const QModelIndex current = m_table->currentIndex();
    if (key == Qt::Key_Escape || !current.isValid())
        return false;
    const std::size_t point = m_model->pointAt(current.row());
    if (key == Qt::Key_Return || key == Qt::Key_Enter)
        emit openWished(point);
    else if (key == Qt::Key_Space)
        emit playWished(point);
    else
        return false;
    return true;
}

bool SegmentListCard::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show)
        shareOutWidth();
    if (event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (takeKey(key->key()))
            return true;
        if (key->key() == Qt::Key_Escape) {
            key->ignore();
            return true;
        }
    }
    return PlotCard::eventFilter(watched, event);
}

/// Words take what the others leave.
void SegmentListCard::shareOutWidth()
{
    const int letter = fontMetrics().averageCharWidth();
    int rest = m_table->viewport()->width();
    for (const auto& [column, letters] : {std::pair(SegmentListModel::Name, 14),
                                          {SegmentListModel::Label, 14},
                                          {SegmentListModel::Prediction, 14},
                                          {SegmentListModel::Probability, 13},
                                          {SegmentListModel::Error, 9}}) {
        if (m_table->isColumnHidden(column))
            continue;
        const int wide = std::max(std::min(letter * letters + 8, m_table->viewport()->width() / 5),
                                  m_table->horizontalHeader()->sectionSizeHint(column)); // its name in full
        m_table->setColumnWidth(column, wide);
        rest -= wide;
    }
    m_table->setColumnWidth(SegmentListModel::Words, std::max(rest, letter * 8));
}

}
