#include "app/agreement/first_passes.h"

#include "app/agreement/agreement_text.h"
#include "app/agreement/rater_names.h"
#include "engine/annotation/layer_names.h"
#include "engine/annotation/layer_ratings.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace app {

namespace {

struct PerspectiveTexts {
    Q_DECLARE_TR_FUNCTIONS(app::PerspectiveTexts)
};

QString asFeltLabel(const std::string& label)
{
    return PerspectiveTexts::tr("%1, as felt").arg(QString::fromStdString(label));
}

/// @param tier  of the observers
QString besideLabel(const std::string& tier, const std::string& label)
{
    const QString name = QString::fromStdString(label);
    return tier.ends_with("listening")
        ? PerspectiveTexts::tr("%1 while listening, as felt beside as seen").arg(name)
        : PerspectiveTexts::tr("%1, as felt beside as seen").arg(name);
}

}

FirstPasses firstPasses(const engine::Annotation& annotation)
{
    FirstPasses passes;
    for (const std::string& of : engine::judgedTiers(annotation)) {
        if (std::ranges::count_if(engine::layersOf(annotation, of), engine::isFirstPass) < 2)
            continue;
        passes.ratings.push_back(engine::layerRatings(annotation, of, engine::isFirstPass, raterOf));
        passes.tiers.push_back(of);
        std::ranges::move(wordRatings(annotation, of, engine::isFirstPass), std::back_inserter(passes.words));
    }
    passes.perspectives = judgedPerspectives(annotation);
    return passes;
}

std::vector<engine::PerspectivePair> judgedPerspectives(const engine::Annotation& annotation)
{
    std::vector<engine::PerspectivePair> pairs;
    const std::vector<std::string> judged = engine::judgedTiers(annotation);
    for (const std::string& of : judged) {
        const std::string observed = engine::observedTier(of);
        if (observed.empty() || std::ranges::find(judged, observed) == judged.end())
            continue;
        const engine::RatingTables seen
            = engine::layerRatings(annotation, observed, engine::isFirstPass, raterOf);
        const engine::RatingTables felt = engine::layerRatings(annotation, of, engine::isFirstPass, raterOf);
        for (const engine::RatingTable& table : felt.tables) {
            const auto other = std::ranges::find(seen.tables, table.label(), &engine::RatingTable::label);
            if (other == seen.tables.end())
                continue;
            engine::PerspectivePair pair
                = engine::perspectivePair(besideLabel(observed, table.label()).toStdString(), *other, table);
            if (!pair.beside.units().empty())
                pairs.push_back(std::move(pair));
        }
    }
    return pairs;
}

std::vector<engine::AgreementReport> agreementOf(const FirstPasses& passes, const engine::RunContext& run)
{
    engine::AgreementOptions options;
    options.statistics = shownFamilies();
    std::vector<engine::AgreementReport> reports;
    for (std::size_t i = 0; i < passes.ratings.size(); ++i) {
        for (engine::AgreementReport& report : engine::agreementReports(passes.ratings[i], options, run)) {
            if (!engine::observedTier(passes.tiers[i]).empty())
                report.label = asFeltLabel(report.label).toStdString();
            reports.push_back(std::move(report));
        }
    }
    for (const engine::PerspectivePair& pair : passes.perspectives)
        reports.push_back(engine::perspectiveReport(pair, run));
    std::ranges::transform(passes.words, std::back_inserter(reports), wordReport);
    return reports;
}

}
