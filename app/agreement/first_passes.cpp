#include "app/agreement/first_passes.h"

#include "app/agreement/agreement_text.h"
#include "app/agreement/rater_names.h"
#include "engine/annotation/layer_names.h"
#include "engine/annotation/layer_ratings.h"

#include <algorithm>
#include <iterator>

namespace app {

FirstPasses firstPasses(const engine::Annotation& annotation)
{
    FirstPasses passes;
    for (const std::string& of : engine::judgedTiers(annotation)) {
        if (std::ranges::count_if(engine::layersOf(annotation, of), engine::isFirstPass) < 2)
            continue;
        passes.ratings.push_back(engine::layerRatings(annotation, of, engine::isFirstPass, raterOf));
        std::ranges::move(wordRatings(annotation, of, engine::isFirstPass), std::back_inserter(passes.words));
    }
    return passes;
}

std::vector<engine::AgreementReport> agreementOf(const FirstPasses& passes, const engine::RunContext& run)
{
    engine::AgreementOptions options;
    options.statistics = shownFamilies();
    std::vector<engine::AgreementReport> reports;
    for (const engine::RatingTables& tables : passes.ratings)
        std::ranges::move(engine::agreementReports(tables, options, run), std::back_inserter(reports));
    std::ranges::transform(passes.words, std::back_inserter(reports), wordReport);
    return reports;
}

}
