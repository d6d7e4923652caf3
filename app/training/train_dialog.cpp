#include "app/training/train_dialog.h"

#include "app/training/compare_tab.h"
#include "app/training/runs_page.h"
#include "widgets/base/form_kit.h"
#include "widgets/base/guide_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace app {

TrainDialog::TrainDialog(QWidget* parent)
    : QDialog(parent)
    , m_form(new TrainForm(this))
    , m_compare(new CompareTab(this))
    , m_runs(new RunsPage(this))
    , m_tabs(new QTabWidget(this))
    , m_why(new QLabel(this))
    , m_copy(widgets::quietButton("copyTraining", tr("Cop&y as command"), this))
    , m_withoutTest(widgets::quietButton("trainWithoutTest", tr("Train &without a test…"), this))
    , m_train(widgets::primaryButton("startTraining", tr("&Train"), this))
    , m_trainBoth(widgets::primaryButton("startExperiment", tr("&Train both"), this))
{
    widgets::setGuidePage(*this, "training");
    setObjectName(QStringLiteral("trainDialog"));
    setWindowTitle(tr("Train and compare"));
    m_tabs->setObjectName(QStringLiteral("trainPages"));
    m_tabs->addTab(m_form, tr("&New run"));
    m_tabs->addTab(m_compare, tr("C&ompare"));
    m_tabs->addTab(m_runs, tr("R&uns"));
    auto* close = new QPushButton(tr("&Close"), this);
    close->setObjectName(QStringLiteral("closeTraining"));
    close->setAutoDefault(false);
    close->setToolTip(tr("What runs goes on."));
    connect(close, &QPushButton::clicked, this, &TrainDialog::reject);
    m_why->setObjectName(QStringLiteral("trainProblem"));
    m_why->setWordWrap(true);
    m_why->setForegroundRole(QPalette::PlaceholderText);
    auto* buttons = new QHBoxLayout;
    m_copy->setToolTip(tr("Writes what the training reads, and copies the command that begins it"));
    buttons->addWidget(m_copy);
    buttons->addWidget(m_why, 1);
    buttons->addWidget(close);
    buttons->addWidget(m_withoutTest);
    buttons->addWidget(m_train);
    buttons->addWidget(m_trainBoth);
    auto* column = new QVBoxLayout(this);
    const int line = fontMetrics().height();
    column->setContentsMargins(line, line / 2, line, line);
    column->addWidget(m_tabs, 1);
    column->addLayout(buttons);
    const QSize most = parent ? parent->size() : QSize(line * 90, line * 50);
    resize(std::min(line * 84, most.width()), std::min(line * 50, most.height()));
    connectParts();
    showWhyNot();
}

void TrainDialog::connectParts()
{
    connect(m_form, &TrainForm::changed, this, &TrainDialog::showWhyNot);
    connect(m_compare, &CompareTab::changed, this, &TrainDialog::showWhyNot);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] { say({}); });
    connect(m_train, &QPushButton::clicked, this, [this] {
        say({});
        emit trainWished(m_form->wish());
    });
    connect(m_copy, &QPushButton::clicked, this, [this] { emit commandWished(m_form->wish()); });
    connect(m_withoutTest, &QPushButton::clicked, this, &TrainDialog::askWithoutTest);
    connect(m_trainBoth, &QPushButton::clicked, this,
            [this] { emit experimentWished(m_compare->form().experiment()); });
}

void TrainDialog::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(static_cast<int>(tab));
}

void TrainDialog::say(const QString& text)
{
    m_said = text;
    showWhyNot();
}

/// What it costs is said before it begins.
void TrainDialog::askWithoutTest()
{
    const std::optional<TrainingWish> wish = m_form->wishWithoutTest();
    if (!wish)
        return;
    QMessageBox box(this);
    box.setObjectName(QStringLiteral("withoutTest"));
    box.setIcon(QMessageBox::Question);
    box.setWindowTitle(tr("Train without a test"));
    box.setText(tr("No video is left to judge the model by."));
    box.setInformativeText(tr(
        "It learns and predicts like any other, but nothing tells how good it is: its card and its record "
        "say that there was no test, and no figure stands in the place of one. With a labelled video more, "
        "train again with a test."));
    QPushButton* trains = box.addButton(tr("Train &without a test"), QMessageBox::AcceptRole);
    box.addButton(QMessageBox::Cancel);
    box.setDefaultButton(trains);
    box.exec();
    if (box.clickedButton() == trains)
        emit trainWished(*wish);
}

void TrainDialog::setProblem(const QString& text)
{
    m_why->setText(text);
}

void TrainDialog::showWhyNot()
{
    const bool isRun = m_tabs->currentWidget() == m_form;
    const bool isComparison = m_tabs->currentWidget() == m_compare && m_compare->isNew();
    const QString why = isRun ? m_form->whyNot() : isComparison ? m_compare->form().whyNot() : QString();
    m_train->setVisible(isRun);
    m_trainBoth->setVisible(isComparison);
    m_train->setEnabled(why.isEmpty());
    m_trainBoth->setEnabled(why.isEmpty());
    m_copy->setVisible(isRun);
    m_copy->setEnabled(why.isEmpty());
    m_withoutTest->setVisible(isRun && m_form->wishWithoutTest());
    m_why->setText(why.isEmpty() ? m_said : why);
}

}
