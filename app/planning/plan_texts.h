#pragma once

#include "app/planning/plan_offer.h"
#include "app/planning/plan_wish.h"

#include <QCoreApplication>
#include <QString>

namespace app {

/// A plan, and what is to be said beside, in the window's language.
struct PlanTexts {
    Q_DECLARE_TR_FUNCTIONS(app::PlanTexts)
public:
    static QString labelName(const PlannedLabel& label); ///< `sentiment, −3 … 3`
    static QString pilotText(const PlannedLabel& label); ///< where the assumptions come from
    static QString figure(double value, int decimals); ///< with the language's decimal mark
    static QString costText(double cost); ///< whole where that says enough

    /// Who judges what: a sentence, as rich text.
    static QString sentence(const engine::StudyPlan& plan, const PlanWish& wish, bool reaches);
    /// What a plan costs, and how good its means are.
    static QString costs(const engine::StudyPlan& plan, const std::vector<engine::DesignRow>& rows);
    /// `1.5 h`, `20 min`.
    static QString timeText(double seconds);
    /// How far the consensus in which raters count by how well they judge lies from what is true.
    static QString consensus(double error, const engine::DesignRow& row);
    /// Both half widths of a row.
    static QString chosen(const engine::DesignRow& row);
    /// What no plan of the table reaches, and what no number of segments cures; empty: nothing.
    static QString notes(const engine::StudyPlan& plan, const std::vector<engine::DesignRow>& rows,
                         const PlanWish& wish, bool isReached);
    /// Why nothing can be planned; empty: something can.
    static QString nothingToPlan(const PlanWish& wish);
};

/// The command that prints the same table: `polylogue-cli design …`.
QString designCommand(const PlanWish& wish);

}
