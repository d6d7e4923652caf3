#pragma once

#include "app/influence/influence_offer.h"
#include "engine/raters/influence_power.h"

#include <QCoreApplication>

namespace app {

/// Sentences of the measurement of a model's influence.
class InfluenceTexts {
    Q_DECLARE_TR_FUNCTIONS(app::InfluenceTexts)
public:
    /// What was found, in a sentence for a paper; or why nothing can be told.
    static QString finding(const MeasuredLabel& label);
    /// What a measurement can find. @param powers  of growing pulls, the first of which is 0
    static QString power(const std::vector<engine::InfluencePower>& powers, std::size_t raters);
    /// What goes on: the model, who takes part, how many answers there are. Empty: nothing does.
    static QString state(const MeasuredLabel& label);
    static QString labelName(const MeasuredLabel& label); ///< `labels · sentiment`
};

}
