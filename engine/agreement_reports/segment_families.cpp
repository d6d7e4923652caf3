#include "engine/agreement_reports/segment_families.h"

#include "engine/segment_agreement/boundary_similarity.h"
#include "engine/segment_agreement/gamma.h"
#include "engine/segment_agreement/unitizing.h"

#include <algorithm>

namespace engine {

namespace {

constexpr std::size_t kMostNames = 50; // that have a figure each

class SegmentFamilies {
public:
    SegmentFamilies(AgreementReport& report, const RatingTables& ratings, const RatedBase& rated,
                    const AgreementOptions& options, const RunContext& run)
        : m_report(report)
        , m_ratings(ratings)
        , m_rated(rated)
        , m_options(options)
        , m_run(run)
    {
        if (m_rated.labels.empty())
            m_rated.labels = {""};
        for (const RatedSegments& track : ratings.segments)
            m_isLengthKnown
                = m_isLengthKnown && (track.base != rated.base || ratings.spans.contains(track.video));
    }

    void add()
    {
        for (const std::string& label : m_rated.labels) {
            const std::vector<MarkedVideo> videos
                = markedVideos(m_ratings, m_rated.base, m_report.raters, label);
            if (wants(Agreement::Unitizing))
                addUnitizing(videos, label);
            if (wants(Agreement::Gamma))
                addGamma(videos, label);
            if (wants(Agreement::SegmentSweep)) {
                for (SegmentSweep& sweep : segmentSweeps(videos, {}, m_run))
                    m_report.sweeps.push_back({label, std::move(sweep)});
            }
        }
        if (wants(Agreement::BoundarySimilarity))
            addBoundarySimilarity();
    }

private:
    bool wants(Agreement family) const { return m_options.statistics.contains(family); }

    void give(Statistic statistic, const std::string& label)
    {
        if (!label.empty())
            statistic.rule = label + ", " + statistic.rule;
        statistic.rule
            += m_isLengthKnown ? ", videos as long as files say" : ", videos from 0 to the last end of all";
        m_report.statistics.push_back(std::move(statistic));
    }

    void addUnitizing(const std::vector<MarkedVideo>& videos, const std::string& label)
    {
        Unitizing alpha
            = unitizingAlpha(videos, {m_options.resolution, m_options.draws, m_options.seed}, m_run);
        keepFrequent(alpha, videos);
        for (Statistic* statistic : {&alpha.all, &alpha.marked, &alpha.named})
            give(std::move(*statistic), label);
        for (NameAgreement& name : alpha.names)
            give(std::move(name.statistic), label);
    }

    /// Texts can be thousands of names.
    static void keepFrequent(Unitizing& alpha, const std::vector<MarkedVideo>& videos)
    {
        if (alpha.names.size() <= kMostNames)
            return;
        std::map<std::string, std::size_t> counts;
        for (const MarkedVideo& video : videos) {
            for (const auto& [rater, segments] : video.raters) {
                for (const NamedSegment& segment : segments)
                    ++counts[segment.name];
            }
        }
        alpha.named.drop("names beyond the 50 most frequent", alpha.names.size() - kMostNames);
        std::ranges::stable_sort(alpha.names, std::greater{},
                                 [&](const NameAgreement& name) { return counts[name.name]; });
        alpha.names.resize(kMostNames);
    }

    void addGamma(const std::vector<MarkedVideo>& videos, const std::string& label)
    {
        GammaOptions options;
        options.positionWeight = m_options.positionWeight;
        options.nameWeight = m_options.nameWeight;
        options.samples = m_options.samples;
        options.seed = m_options.seed;
        const auto table = std::ranges::find(m_ratings.tables, label, &RatingTable::label);
        if (table != m_ratings.tables.end() && !table->isNominal())
            options.distances = scaleDistances(segmentNames(videos));
        give(gammaAgreement(videos, options, m_run).statistic, label);
    }

    void addBoundarySimilarity()
    {
        BoundarySimilarity similarity
            = boundarySimilarity(markedVideos(m_ratings, m_rated.base, m_report.raters, {}),
                                 {m_options.atom, m_options.near}, m_run);
        give(std::move(similarity.similarity), {});
        give(std::move(similarity.corrected), {});
        if (m_report.raters.size() < 3)
            return; // the only pair is all
        for (Statistic& pair : similarity.pairs)
            give(std::move(pair), {});
    }

    AgreementReport& m_report;
    const RatingTables& m_ratings;
    RatedBase m_rated;
    const AgreementOptions& m_options;
    const RunContext& m_run;
    bool m_isLengthKnown = true; ///< of all videos
};

}

std::vector<MarkedVideo> markedVideos(const RatingTables& ratings, const std::string& base,
                                      const std::vector<std::string>& raters, const std::string& label)
{
    std::map<std::string, MarkedVideo> videos;
    for (const RatedSegments& track : ratings.segments) {
        if (track.base != base || std::ranges::find(raters, track.rater) == raters.end())
            continue;
        const auto [place, isNew] = videos.try_emplace(track.video);
        MarkedVideo& video = place->second;
        if (isNew) {
            video.video = track.video;
            const auto known = ratings.spans.find(track.video);
            video.span = known == ratings.spans.end() ? Interval{} : known->second;
        }
        const auto marks = track.marks.find(label);
        std::vector<NamedSegment>& segments = video.raters[track.rater];
        for (std::size_t i = 0; i < track.intervals.size(); ++i) {
            const bool isNamed = marks != track.marks.end() && !marks->second[i].empty();
            segments.push_back({track.intervals[i],
                                isNamed             ? marks->second[i]
                                    : label.empty() ? ""
                                                    : "(unlabelled)"});
            video.span.start = std::min(video.span.start, track.intervals[i].start);
            video.span.end = std::max(video.span.end, track.intervals[i].end);
        }
    }
    std::vector<MarkedVideo> all;
    for (auto& [name, video] : videos)
        all.push_back(std::move(video));
    return all;
}

void addSegmentFamilies(AgreementReport& report, const RatingTables& ratings, const RatedBase& rated,
                        const AgreementOptions& options, const RunContext& run)
{
    SegmentFamilies(report, ratings, rated, options, run).add();
}

}
