#pragma once

#include "app/training/train_form.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTabWidget;

namespace app {

class RunsPage;

/// *Train…*: what is to be trained on what, and the runs that there are. Nothing that runs depends on it.
class TrainDialog : public QDialog {
    Q_OBJECT
public:
    explicit TrainDialog(QWidget* parent);

    TrainForm& form() { return *m_form; }
    RunsPage& runs() { return *m_runs; }
    void showRuns(); ///< in front
    /// Why a run could not be started. Empty: none.
    void setProblem(const QString& text);

signals:
    void trainWished(const app::TrainingWish& wish);

private:
    QWidget* makeNew();
    void showWhyNot();

    TrainForm* m_form;
    RunsPage* m_runs;
    QTabWidget* m_pages;
    QLabel* m_why;
    QPushButton* m_train;
};

}
