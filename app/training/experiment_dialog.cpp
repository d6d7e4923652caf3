#include "app/training/experiment_dialog.h"

#include "app/training/experiment_page.h"
#include "widgets/base/guide_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace app {

ExperimentDialog::ExperimentDialog(QWidget* parent)
    : QDialog(parent)
    , m_form(new ExperimentForm(this))
    , m_page(new ExperimentPage(this))
    , m_tabs(new QTabWidget(this))
    , m_why(new QLabel(this))
    , m_start(new QPushButton(tr("&Train both"), this))
{
    widgets::setGuidePage(*this, "training");
    setObjectName(QStringLiteral("experimentDialog"));
    setWindowTitle(tr("Compare two trainings"));
    m_tabs->setObjectName(QStringLiteral("experimentTabs"));
    m_tabs->addTab(m_form, tr("&New comparison"));
    m_tabs->addTab(m_page, tr("&Comparisons"));
    auto* close = new QPushButton(tr("C&lose"), this);
    close->setObjectName(QStringLiteral("closeExperiments"));
    close->setAutoDefault(false);
    close->setToolTip(tr("What runs goes on."));
    connect(close, &QPushButton::clicked, this, &ExperimentDialog::reject);
    m_why->setObjectName(QStringLiteral("experimentProblem"));
    m_why->setWordWrap(true);
    m_why->setForegroundRole(QPalette::PlaceholderText);
    m_start->setObjectName(QStringLiteral("startExperiment"));
    m_start->setProperty("primary", true);
    m_start->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_why, 1);
    buttons->addWidget(close);
    buttons->addWidget(m_start);
    const int line = fontMetrics().height();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(line, line / 2, line, line);
    column->addWidget(m_tabs, 1);
    column->addLayout(buttons);
    const QSize most = parent ? parent->size() : QSize(line * 90, line * 50);
    resize(std::min(line * 66, most.width()), std::min(line * 46, most.height()));
    connect(m_form, &ExperimentForm::changed, this, &ExperimentDialog::showWhyNot);
    connect(m_tabs, &QTabWidget::currentChanged, this, &ExperimentDialog::showWhyNot);
    connect(m_start, &QPushButton::clicked, this, [this] { emit experimentWished(m_form->experiment()); });
    showWhyNot();
}

void ExperimentDialog::showPage()
{
    m_tabs->setCurrentWidget(m_page);
}

void ExperimentDialog::setProblem(const QString& text)
{
    m_why->setText(text);
}

void ExperimentDialog::showWhyNot()
{
    const bool isNew = m_tabs->currentWidget() == m_form;
    const QString why = m_form->whyNot();
    m_start->setVisible(isNew);
    m_start->setEnabled(why.isEmpty());
    m_why->setText(isNew ? why : QString());
}

}
