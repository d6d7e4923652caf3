#pragma once

#include "app/training/experiment_form.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTabWidget;

namespace app {

class ExperimentPage;

/// *Compare two trainings…*: what is to be trained twice, and the comparisons that there are.
class ExperimentDialog : public QDialog {
    Q_OBJECT
public:
    explicit ExperimentDialog(QWidget* parent);

    ExperimentForm& form() { return *m_form; }
    ExperimentPage& page() { return *m_page; }
    void showPage(); ///< the comparisons in front
    void setProblem(const QString& text); ///< why a comparison could not be started

signals:
    void experimentWished(const app::Experiment& experiment);

private:
    void showWhyNot();

    ExperimentForm* m_form;
    ExperimentPage* m_page;
    QTabWidget* m_tabs;
    QLabel* m_why;
    QPushButton* m_start;
};

}
