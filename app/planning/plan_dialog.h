#pragma once

#include "app/planning/plan_offer.h"
#include "app/planning/plan_wish.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QProgressBar;
class QPushButton;

namespace widgets {
class PlanCurve;
class WorkBars;
}

namespace app {

class PlanForm;
class PlanLegend;
class PlanTable;

/// *Plan the study…*: wishes at the left, what they need at the right. The dialog does not block the window.
class PlanDialog : public QDialog {
    Q_OBJECT
public:
    explicit PlanDialog(PlanOffer offer, QWidget* parent = nullptr);

    const PlanForm& form() const { return *m_form; }
    void setSegments(std::size_t count); ///< never emits rowsWished() at once
    void setRows(std::vector<engine::DesignRow> rows); ///< of the last wish
    void setProgress(double progress); ///< 0…1
    void setStopped(const QString& why); ///< nothing comes; a sentence
    /// Of the row that was chosen last: the error of the weighted consensus, in steps.
    void setConsensusError(std::size_t units, std::size_t raters, double error);
    /// What is to be shared out; absent while nothing is chosen.
    std::optional<engine::StudyPlan> plan() const;
    QStringList people() const; ///< as many names as the wish has people who judge

signals:
    void rowsWished(const app::PlanWish& wish);
    void stopWished();
    void consensusWished(const app::PlanWish& wish, std::size_t units, std::size_t raters);
    void labelChosen();
    void planUsed();

private:
    QWidget* results();
    void follow();
    void ask();
    void showPlan();
    void showCurve(const engine::DesignRow& chosen, double wished);
    void showWork(const engine::StudyPlan& plan, const PlanWish& wish);
    void showState(const QString& message, bool isComputing);
    void copyCommand();

    PlanForm* m_form;
    QLabel* m_sentence;
    QLabel* m_costs;
    QLabel* m_head; ///< of the table
    PlanTable* m_table;
    PlanLegend* m_legend;
    QWidget* m_drawn; ///< curve and bars with their heads
    widgets::PlanCurve* m_curve;
    widgets::WorkBars* m_work;
    QStringList m_annotators;
    std::optional<double> m_seconds; ///< of a rating
    QLabel* m_chosen;
    QLabel* m_consensus;
    QLabel* m_notes;
    QLabel* m_state;
    QProgressBar* m_progress;
    QPushButton* m_stop;
    QPushButton* m_copy;
    QPushButton* m_use = nullptr;
    PlanWish m_asked; ///< that the figures are of, or will be
    bool m_isAsked = false;
    std::vector<engine::DesignRow> m_rows; ///< empty: none yet
    QTimer m_soon; ///< until what was typed is asked for
};

}
