#include "app/agreement/segment_reports.h"

#include "engine/agreement_reports/segment_families.h"
#include "engine/agreement_reports/segment_report.h"
#include "engine/annotation/layers.h"
#include "engine/formats/tier_ratings.h"

#include <algorithm>

namespace app {

namespace {

/// The segments of all tiers that several annotators have.
engine::RatingTables segmentRatings(const engine::Annotation& annotation)
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
    return engine::tierRatings(tiers, {});
}

engine::AgreementOptions segmentOptions()
{
    engine::AgreementOptions options;
    options.statistics = {engine::Agreement::Unitizing, engine::Agreement::Gamma,
                          engine::Agreement::BoundarySimilarity, engine::Agreement::SegmentSweep};
    return options;
}

/// Tiers and the labels that name their segments, `""` where none does.
std::vector<std::pair<std::string, std::string>> comparedLabels(const engine::RatingTables& ratings)
{
    std::vector<std::pair<std::string, std::string>> compared;
    for (const engine::RatedSegments& track : ratings.segments) {
        if (std::ranges::find(compared, track.base, &std::pair<std::string, std::string>::first)
            != compared.end())
            continue;
        std::vector<std::string> labels = engine::segmentLabels(ratings, track.base);
        if (labels.empty())
            labels = {""};
        for (std::string& label : labels)
            compared.emplace_back(track.base, std::move(label));
    }
    return compared;
}

SegmentAgreement agreementOn(const engine::RatingTables& ratings, const std::string& tier,
                             const std::string& label, const engine::RunContext& run)
{
    SegmentAgreement agreement{tier, label, 0, {}, {}};
    for (const engine::RatedSegments& track : ratings.segments) {
        if (track.base == tier
            && std::ranges::find(agreement.report.raters, track.rater) == agreement.report.raters.end())
            agreement.report.raters.push_back(track.rater);
    }
    engine::addSegmentFamilies(agreement.report, ratings, {tier, {label}}, segmentOptions(), run);
    const std::vector<engine::MarkedVideo> videos
        = engine::markedVideos(ratings, tier, agreement.report.raters, label);
    agreement.videos = videos.size();
    for (const engine::LabelledSweep& sweep : agreement.report.sweeps)
        agreement.differences.push_back(
            engine::segmentDifferences(videos, sweep.sweep.first, sweep.sweep.second, run));
    return agreement;
}

}

std::vector<engine::AgreementReport> segmentReports(const engine::Annotation& annotation,
                                                    const engine::RunContext& run)
{
    const engine::RatingTables ratings = segmentRatings(annotation);
    if (ratings.segments.empty())
        return {};
    std::vector<engine::AgreementReport> reports = engine::agreementReports(ratings, segmentOptions(), run);
    std::erase_if(
        reports, [](const engine::AgreementReport& report) { // ratings of equal segments have no such figures
            return report.statistics.empty() && report.sweeps.empty();
        });
    return reports;
}

std::vector<SegmentAgreement> segmentAgreements(const engine::Annotation& annotation,
                                                const engine::RunContext& run)
{
    const engine::RatingTables ratings = segmentRatings(annotation);
    const auto compared = comparedLabels(ratings);
    std::vector<SegmentAgreement> agreements;
    for (std::size_t i = 0; i < compared.size(); ++i) {
        run.tick(i, compared.size());
        agreements.push_back(agreementOn(ratings, compared[i].first, compared[i].second, {run.stop, {}}));
    }
    return agreements;
}

}
