#pragma once

#include "app/training/experiment.h"
#include "app/training/train_form.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTabWidget;

namespace app {

class CompareTab;
class RunsPage;

/// *Train and compare…*: what is to be trained on what, what is to be trained twice and compared, and the
/// runs that there are. Nothing that runs depends on the dialog.
class TrainDialog : public QDialog {
    Q_OBJECT
public:
    enum class Tab { NewRun, Compare, Runs };
    explicit TrainDialog(QWidget* parent);

    TrainForm& form() { return *m_form; }
    CompareTab& compare() { return *m_compare; }
    RunsPage& runs() { return *m_runs; }
    void showTab(Tab tab); ///< in front
    /// Why what was wished could not be started. Empty: none.
    void setProblem(const QString& text);
    /// What was done, until something else is; it stands where no problem does.
    void say(const QString& text);

signals:
    void trainWished(const app::TrainingWish& wish);
    void commandWished(const app::TrainingWish& wish); ///< in the place of a training
    void experimentWished(const app::Experiment& experiment);

private:
    void connectParts();
    void showWhyNot();
    void askWithoutTest();

    TrainForm* m_form;
    CompareTab* m_compare;
    RunsPage* m_runs;
    QTabWidget* m_tabs;
    QLabel* m_why;
    QString m_said;
    QPushButton* m_copy;
    QPushButton* m_withoutTest;
    QPushButton* m_train;
    QPushButton* m_trainBoth;
};

}
