#include "engine/agreement_reports/segment_report.h"

#include "engine/agreement/boundaries.h"
#include "engine/agreement/time_kappa.h"
#include "engine/agreement_reports/segment_families.h"

#include <algorithm>

namespace engine {

namespace {

/// Videos of two raters: of both, or of one alone, whose segments then have no match.
struct SegmentedVideo {
    const RatedSegments* first = nullptr;
    const RatedSegments* second = nullptr;
};

std::map<std::string, SegmentedVideo> videosOf(const std::vector<RatedSegments>& segments,
                                               const std::string& base, const std::string& first,
                                               const std::string& second)
{
    std::map<std::string, SegmentedVideo> videos;
    for (const RatedSegments& track : segments) {
        if (track.base != base)
            continue;
        if (track.rater == first)
            videos[track.video].first = &track;
        if (track.rater == second)
            videos[track.video].second = &track;
    }
    return videos;
}

std::vector<MarkedSpan> spansOf(const RatedSegments* track, const std::string& label)
{
    std::vector<MarkedSpan> spans;
    if (!track)
        return spans;
    const auto marks = track->marks.find(label);
    for (std::size_t i = 0; i < track->intervals.size(); ++i) {
        const bool isMarked = marks != track->marks.end() && !marks->second[i].empty();
        spans.push_back({track->intervals[i], isMarked ? marks->second[i] : "(unlabelled)"});
    }
    return spans;
}

void addBoundaries(AgreementReport& report, const std::map<std::string, SegmentedVideo>& videos,
                   const std::vector<std::string>& between)
{
    std::vector<SegmentedPair> pairs;
    pairs.reserve(videos.size());
    for (const auto& [video, tracks] : videos)
        pairs.push_back({video, tracks.first ? tracks.first->intervals : std::vector<Interval>{},
                         tracks.second ? tracks.second->intervals : std::vector<Interval>{}});
    const BoundaryAgreement agreement = boundaryAgreement(pairs);
    std::vector<Statistic> figures{agreement.meanOverlapRatio, agreement.shareOverHalf,
                                   agreement.medianDeviation, agreement.percentile95Deviation};
    figures.insert(figures.end(), agreement.shareWithin.begin(), agreement.shareWithin.end());
    for (Statistic& figure : figures)
        figure.between = between;
    std::ranges::move(figures, std::back_inserter(report.statistics));
}

void addTimeKappa(AgreementReport& report, const std::map<std::string, SegmentedVideo>& videos,
                  const std::vector<std::string>& between, const std::string& label, double step)
{
    std::vector<MarkedPair> pairs;
    pairs.reserve(videos.size());
    for (const auto& [video, tracks] : videos)
        pairs.push_back({video, spansOf(tracks.first, label), spansOf(tracks.second, label)});
    TimeKappa kappa = timeKappa(pairs, step);
    kappa.kappa.statistic.between = between;
    kappa.kappa.statistic.rule = label + ", " + kappa.kappa.statistic.rule;
    if (!kappa.matrix.values().empty())
        report.matrices.push_back(
            {between[0], between[1], kappa.kappa.statistic.rule, std::move(kappa.matrix)});
    report.statistics.push_back(std::move(kappa.kappa.statistic));
}

}

bool isOfSegments(Agreement family)
{
    return family >= Agreement::Boundaries;
}

std::vector<std::string> segmentLabels(const RatingTables& ratings, const std::string& base)
{
    std::vector<std::string> labels;
    for (const RatingTable& table : ratings.tables) {
        const auto has = [&](const RatedSegments& track) {
            return track.base == base && track.marks.contains(table.label());
        };
        if (std::ranges::any_of(ratings.segments, has))
            labels.push_back(table.label());
    }
    return labels;
}

AgreementReport segmentReport(const RatingTables& ratings, const std::string& base,
                              const AgreementOptions& options, const RunContext& run)
{
    AgreementReport report;
    report.label = base.empty() ? "segments" : "segments: " + base;
    const std::vector<std::string> labels = segmentLabels(ratings, base);
    for (const RatedSegments& track : ratings.segments) {
        if (track.base == base && track.rater != options.model
            && std::ranges::find(report.raters, track.rater) == report.raters.end())
            report.raters.push_back(track.rater);
    }
    for (std::size_t first = 0; first < report.raters.size(); ++first) {
        for (std::size_t second = first + 1; second < report.raters.size(); ++second) {
            const std::vector<std::string> between{report.raters[first], report.raters[second]};
            const auto videos = videosOf(ratings.segments, base, between[0], between[1]);
            if (options.statistics.contains(Agreement::Boundaries))
                addBoundaries(report, videos, between);
            if (!options.statistics.contains(Agreement::TimeKappa))
                continue;
            for (const std::string& label : labels)
                addTimeKappa(report, videos, between, label, options.step);
        }
    }
    addSegmentFamilies(report, ratings, {base, labels}, options, run);
    return report;
}

}
