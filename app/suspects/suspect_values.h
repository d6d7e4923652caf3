#pragma once

#include "engine/annotation/tier.h"
#include "engine/suspects/suspects.h"

#include <QString>

#include <string>
#include <vector>

namespace app {

/// How values of the label that was looked through are written.
struct SuspectValues {
    engine::NumberScale scale; ///< of classes: their places, from 0
    std::vector<std::string> classes{}; ///< none: values are numbers

    bool areClasses() const { return !classes.empty(); }
    std::size_t placeOf(double value) const; ///< of the nearest class
    QString shown(double value) const; ///< `+2`, `happy`
    /// What several say, in short: of numbers the mean, of classes the commonest, with how many say so.
    QString shownTogether(const std::vector<double>& values) const;
    /// Of numbers with how far they lie apart: `−1.1 ± 0.3`.
    QString shownSpread(const std::vector<double>& values) const;
    /// What would become the label if the expectation was accepted: a value of the scale.
    double suggestionOf(const engine::Suspect& suspect) const;
};

/// The same with classes counted by their places among all that the label may be. Classes that are not among
/// these stand behind them. @param found  whose classes have names; else nothing is done
void countAmong(std::vector<std::string> classes, engine::Suspects& found);

}
