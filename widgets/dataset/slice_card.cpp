#include "widgets/dataset/slice_card.h"

#include "widgets/dataset/slice_table.h"

#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace widgets {

SliceCard::SliceCard(QWidget* parent)
    : PlotCard({}, new QWidget, parent)
    , m_table(new SliceTable(content()))
    , m_search(new QLineEdit(content()))
{
    m_search->setObjectName(QStringLiteral("sliceSearch"));
    m_search->setAccessibleName(tr("Search for a slice of one's own"));
    m_search->setPlaceholderText(
        tr("As in the library: film, speaker:ada, sentiment>1, longer:3 – Enter adds it"));
    m_search->hide();
    auto* column = new QVBoxLayout(content());
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_search);
    column->addWidget(m_table, 1);
    auto* add = new QToolButton(this);
    add->setObjectName(QStringLiteral("addSlice"));
    add->setText(tr("+ Slice…"));
    add->setFocusPolicy(Qt::TabFocus);
    add->setCheckable(true);
    add->setToolTip(tr("A slice of one's own, by the library's search"));
    addControl(add);
    connect(add, &QToolButton::toggled, this, [this](bool isOn) {
        m_search->setVisible(isOn);
        if (isOn)
            m_search->setFocus();
    });
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        if (!m_search->text().trimmed().isEmpty())
            emit sliceWished(m_search->text().trimmed());
    });
    connect(
        m_table, &SliceTable::sliceClicked, this, [this](const DatasetPlaces& points, SelectionStep step) {
            emit sliceClicked(points, step, m_table->slices().sliceAt(m_table->currentIndex().row()).name);
        });
    connect(m_table, &SliceTable::removalWished, this, &SliceCard::removalWished);
}

void SliceCard::setSlices(std::vector<DatasetSlice> slices, double allError, const QString& note,
                          bool areClasses)
{
    m_table->setSlices(std::move(slices), allError, areClasses);
    setNote(note);
    setProblem({});
}

void SliceCard::setProblem(const QString& problem)
{
    m_search->setToolTip(problem);
    if (!problem.isEmpty())
        setNote(problem);
    else
        m_search->clear();
}

void SliceCard::setSelection(const std::shared_ptr<const std::vector<bool>>& selection)
{
    m_table->slices().setSelection(selection);
}

}
