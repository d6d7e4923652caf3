#include "app/training/train_dialog.h"

#include "app/training/runs_page.h"
#include "widgets/base/guide_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace app {

TrainDialog::TrainDialog(QWidget* parent)
    : QDialog(parent)
    , m_form(new TrainForm(this))
    , m_runs(new RunsPage(this))
    , m_pages(new QTabWidget(this))
    , m_why(new QLabel(this))
    , m_train(new QPushButton(tr("&Train"), this))
{
    widgets::setGuidePage(*this, "training");
    setObjectName(QStringLiteral("trainDialog"));
    setWindowTitle(tr("Train a model"));
    m_pages->setObjectName(QStringLiteral("trainPages"));
    m_pages->addTab(makeNew(), tr("&New run"));
    m_pages->addTab(m_runs, tr("R&uns"));
    auto* close = new QPushButton(tr("&Close"), this);
    close->setObjectName(QStringLiteral("closeTraining"));
    close->setAutoDefault(false);
    close->setToolTip(tr("What runs goes on."));
    connect(close, &QPushButton::clicked, this, &TrainDialog::reject);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_why, 1);
    buttons->addWidget(close);
    buttons->addWidget(m_train);
    m_why->setObjectName(QStringLiteral("trainProblem"));
    m_why->setWordWrap(true);
    m_why->setForegroundRole(QPalette::PlaceholderText);
    m_train->setObjectName(QStringLiteral("startTraining"));
    m_train->setProperty("primary", true);
    m_train->setDefault(true);
    auto* column = new QVBoxLayout(this);
    const int line = fontMetrics().height();
    column->setContentsMargins(line, line / 2, line, line);
    column->addWidget(m_pages, 1);
    column->addLayout(buttons);
    const QSize most = parent ? parent->size() : QSize(line * 90, line * 50);
    resize(std::min(line * 64, most.width()), std::min(line * 46, most.height()));
    connect(m_form, &TrainForm::changed, this, &TrainDialog::showWhyNot);
    connect(m_pages, &QTabWidget::currentChanged, this, &TrainDialog::showWhyNot);
    connect(m_train, &QPushButton::clicked, this, [this] { emit trainWished(m_form->wish()); });
    showWhyNot();
}

QWidget* TrainDialog::makeNew()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_form);
    return page;
}

void TrainDialog::showRuns()
{
    m_pages->setCurrentIndex(1);
}

void TrainDialog::setProblem(const QString& text)
{
    m_why->setText(text);
}

void TrainDialog::showWhyNot()
{
    const bool isNew = m_pages->currentIndex() == 0;
    const QString why = m_form->whyNot();
    m_train->setVisible(isNew);
    m_train->setEnabled(why.isEmpty());
    m_why->setText(isNew ? why : QString());
}

}
