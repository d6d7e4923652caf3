#pragma once

#include "app/training/experiment_form.h"

#include <QWidget>

class QStackedWidget;

namespace widgets {
class SegmentedChoice;
}

namespace app {

class ExperimentPage;

/// The tab *Compare* of the dialog of trainings: what is to be trained twice, and the comparisons that there
/// are.
class CompareTab : public QWidget {
    Q_OBJECT
public:
    explicit CompareTab(QWidget* parent = nullptr);

    ExperimentForm& form() { return *m_form; }
    ExperimentPage& page() { return *m_page; }
    void showPage(); ///< the comparisons in front
    bool isNew() const; ///< whether a new comparison is in front

signals:
    void changed(); ///< what is in front, or what the form says

private:
    void show(int page);

    ExperimentForm* m_form;
    ExperimentPage* m_page;
    widgets::SegmentedChoice* m_choice;
    QStackedWidget* m_pages;
};

}
