#include "app/suspects/suspect_values.h"

#include "engine/agreement/commonest.h"
#include "engine/core/usual_step.h"
#include "engine/numbers/moments.h"
#include "widgets/base/scale_number.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

constexpr double kFinestStep = 0.1; // of what is suggested, so that it is what is shown

}

std::size_t SuspectValues::placeOf(double value) const
{
    return static_cast<std::size_t>(
        std::clamp(std::round(value), 0.0, static_cast<double>(classes.size()) - 1.0));
}

QString SuspectValues::shown(double value) const
{
    return areClasses() ? QString::fromStdString(classes[placeOf(value)])
                        : widgets::labelNumber(std::round(value * 10.0) / 10.0, scale.least);
}

QString SuspectValues::shownTogether(const std::vector<double>& values) const
{
    if (!areClasses())
        return shown(engine::meanOf(values));
    std::vector<double> places;
    for (const double value : values)
        places.push_back(static_cast<double>(placeOf(value)));
    const std::vector<double> commonest = engine::commonestOf(places);
    if (commonest.empty())
        return {};
    return QStringLiteral("%1 %2/%3")
        .arg(shown(commonest.front()))
        .arg(std::ranges::count(places, commonest.front()))
        .arg(values.size());
}

QString SuspectValues::shownSpread(const std::vector<double>& values) const
{
    if (areClasses())
        return shownTogether(values);
    return QStringLiteral("%1 ± %2").arg(
        shown(engine::meanOf(values)),
        widgets::shownNumber(std::sqrt(engine::populationVariance(values)), 1, 'f'));
}

double SuspectValues::suggestionOf(const engine::Suspect& suspect) const
{
    const double step = areClasses() ? 1.0 : scale.step > 0.0 ? scale.step : kFinestStep;
    return std::clamp(engine::onStep(suspect.expected, scale.least, step), scale.least, scale.greatest);
}

void countAmong(std::vector<std::string> classes, engine::Suspects& found)
{
    if (found.classes.empty())
        return;
    std::vector<double> places;
    for (const std::string& name : found.classes) {
        const auto known = std::ranges::find(classes, name);
        places.push_back(static_cast<double>(known - classes.begin()));
        if (known == classes.end())
            classes.push_back(name);
    }
    const SuspectValues before{{}, found.classes};
    const auto moved = [&](double& value) { value = places[before.placeOf(value)]; };
    for (engine::Suspect& suspect : found.segments) {
        moved(suspect.label);
        moved(suspect.expected);
        std::ranges::for_each(suspect.grounds.said, moved);
        for (auto& neighbour : suspect.grounds.neighbours)
            moved(neighbour.label);
    }
    found.classes = std::move(classes);
}

}
