#include "app/training/compare_tab.h"

#include "app/training/experiment_page.h"
#include "widgets/base/segmented_choice.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace app {

CompareTab::CompareTab(QWidget* parent)
    : QWidget(parent)
    , m_form(new ExperimentForm(this))
    , m_page(new ExperimentPage(this))
    , m_choice(new widgets::SegmentedChoice(QStringLiteral("comparePages"),
                                            {{tr("New comparison"), {}}, {tr("Comparisons"), {}}}, this))
    , m_pages(new QStackedWidget(this))
{
    m_pages->addWidget(m_form);
    m_pages->addWidget(m_page);
    auto* row = new QHBoxLayout;
    row->addWidget(m_choice);
    row->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->addLayout(row);
    column->addWidget(m_pages, 1);
    connect(m_choice, &widgets::SegmentedChoice::chosen, this, &CompareTab::show);
    connect(m_form, &ExperimentForm::changed, this, &CompareTab::changed);
}

void CompareTab::show(int page)
{
    m_pages->setCurrentIndex(page);
    emit changed();
}

void CompareTab::showPage()
{
    m_choice->setCurrent(1);
    show(1);
}

bool CompareTab::isNew() const
{
    return m_pages->currentWidget() == m_form;
}

}
