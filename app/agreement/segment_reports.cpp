#include "app/agreement/segment_reports.h"

#include "engine/annotation/layers.h"
#include "engine/formats/tier_ratings.h"

namespace app {

std::vector<engine::AgreementReport> segmentReports(const engine::Annotation& annotation,
                                                    const engine::RunContext& run)
{
    std::vector<engine::ExchangedTier> tiers;
    for (const auto& [id, tier] : annotation.tiers()) {
        if (tier.kind != engine::TierKind::Interval || tier.annotator.empty() || engine::isSymbolic(tier)
            || engine::layerOfTier(annotation, tier))
            continue;
        engine::ExchangedTier made{tier, {}, {}, {}};
        for (const engine::IntervalIndex::Entry& entry : annotation.byTime(id).all())
            made.segments.push_back(*annotation.segment(entry.id));
        tiers.push_back(std::move(made));
    }
    const engine::RatingTables ratings = engine::tierRatings(tiers, {});
    if (ratings.segments.empty())
        return {};
    engine::AgreementOptions options;
    options.statistics = {engine::Agreement::Unitizing, engine::Agreement::Gamma,
                          engine::Agreement::BoundarySimilarity, engine::Agreement::SegmentSweep};
    std::vector<engine::AgreementReport> reports = engine::agreementReports(ratings, options, run);
    std::erase_if(
        reports, [](const engine::AgreementReport& report) { // ratings of equal segments have no such figures
            return report.statistics.empty() && report.sweeps.empty();
        });
    return reports;
}

}
