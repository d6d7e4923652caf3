#include "engine/agreement/agreement_report.h"

#include "engine/agreement/against_model.h"
#include "engine/agreement/boundaries.h"
#include "engine/agreement/concordance.h"
#include "engine/agreement/ewe.h"
#include "engine/agreement/icc.h"
#include "engine/agreement/kappa.h"
#include "engine/agreement/time_kappa.h"
#include "engine/core/error.h"

#include <algorithm>
#include <fmt/format.h>

namespace engine {

namespace {

constexpr std::size_t kMostDisagreed = 10;

bool isEmotion(const std::string& label)
{
    static const std::set<std::string> names{"happy", "sad", "anger", "surprise", "disgust", "fear"};
    return names.contains(label);
}

template <typename Range>
void append(std::vector<Statistic>& statistics, const Range& more)
{
    statistics.insert(statistics.end(), more.begin(), more.end());
}

/// Fills one label's report, a family at a time.
class Reporter {
public:
    Reporter(const RatingTable& table, const AgreementOptions& options) : m_table(table), m_options(options)
    {
        m_report.label = table.label();
        m_report.raters = table.raters();
    }

    void addAlpha(const RunContext& run)
    {
        const Alpha alpha = krippendorffsAlpha(
            m_table, {m_options.metric.value_or(usualMetric(m_table)), m_options.draws, m_options.seed}, run);
        m_report.statistics.push_back(alpha.statistic);
        auto& most = m_report.mostDisagreed;
        for (std::size_t unit = 0; unit < alpha.contributions.size(); ++unit) {
            if (const double part = alpha.contributions[unit].value_or(0.0); part > 0.0)
                most.emplace_back(m_table.units()[unit], part / alpha.observed);
        }
        std::ranges::stable_sort(most, std::greater{}, &std::pair<std::string, double>::second);
        most.resize(std::min(most.size(), kMostDisagreed));
    }

    void addPairs()
    {
        for (const auto& [first, second] : raterPairs(m_table)) {
            if (wants(Agreement::Kappa))
                m_report.statistics.push_back(cohensKappa(m_table, first, second).statistic);
            if (wants(Agreement::WeightedKappa)) {
                for (const KappaWeights weights : {KappaWeights::Linear, KappaWeights::Quadratic})
                    m_report.statistics.push_back(cohensKappa(m_table, first, second, weights).statistic);
            }
            if (wants(Agreement::Concordance)) {
                const Concordance ccc = concordance(m_table, first, second);
                m_report.statistics.push_back(ccc.concatenated);
                if (ccc.videos.size() > 1)
                    m_report.statistics.push_back(ccc.meanOfVideos);
            }
            if (!wants(Agreement::Confusion))
                continue;
            if (auto matrix = confusionMatrix(m_table, first, second))
                m_report.matrices.push_back(
                    {m_table.raters()[first], m_table.raters()[second], {}, *std::move(matrix)});
        }
    }

    void addOfAll()
    {
        if (wants(Agreement::Fleiss))
            m_report.statistics.push_back(fleissKappa(m_table).statistic);
        if (wants(Agreement::Icc))
            append(m_report.statistics, intraclassCorrelations(m_table).forms);
        if (wants(Agreement::Ewe))
            addEwe();
        if (wants(Agreement::RaterUse)) {
            m_report.uses = raterUse(m_table);
            for (const RaterUse& use : m_report.uses)
                append(m_report.statistics, std::array{use.bias, use.variance});
        }
    }

    void addModel(std::span<const std::optional<double>> predictions)
    {
        const ScoredScale scale = isEmotion(m_table.label()) ? ScoredScale::Emotion : ScoredScale::Sentiment;
        const ModelAgreement agreement
            = agreementWithModel(m_table, predictions, scale, m_options.presentAbove);
        const std::size_t told = m_table.isNominal() ? 1 : agreement.model.size(); // all for the same reason
        for (std::size_t i = 0; i < told; ++i)
            append(m_report.statistics, std::array{agreement.model[i], agreement.humans[i]});
    }

    AgreementReport take() { return std::move(m_report); }

private:
    void addEwe()
    {
        const Ewe ewe = evaluatorWeightedEstimate(m_table);
        append(m_report.statistics, ewe.weights);
        append(m_report.statistics, evaluatorWeightedEstimate(m_table, EweReference::AllMean).weights);
        m_report.noEstimate = ewe.undefined;
        for (std::size_t unit = 0; unit < ewe.estimate.size(); ++unit) {
            if (ewe.estimate[unit])
                m_report.estimate.emplace_back(m_table.units()[unit], *ewe.estimate[unit]);
        }
    }

    bool wants(Agreement family) const { return m_options.statistics.contains(family); }

    const RatingTable& m_table;
    const AgreementOptions& m_options;
    AgreementReport m_report;
};

AgreementReport reportOf(const RatingTable& table, const AgreementOptions& options, const RunContext& run)
{
    const auto model = std::ranges::find(table.raters(), options.model);
    const bool hasModel = !options.model.empty();
    if (hasModel && model == table.raters().end())
        throw ShapeError("unknown_rater",
                         fmt::format("No rater of {} is called {}.", table.label(), options.model));
    const auto column = static_cast<std::size_t>(model - table.raters().begin());
    const RatingTable humans = hasModel ? table.without(column) : table;
    Reporter reporter(humans, options);
    if (options.statistics.contains(Agreement::Alpha))
        reporter.addAlpha(run);
    reporter.addOfAll();
    reporter.addPairs();
    if (hasModel && options.statistics.contains(Agreement::Model))
        reporter.addModel(table.column(column));
    return reporter.take();
}

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
    append(figures, agreement.shareWithin);
    for (Statistic& figure : figures)
        figure.between = between;
    append(report.statistics, figures);
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

/// Tables whose ratings some of this tier's segments have.
std::vector<std::string> labelsOf(const RatingTables& ratings, const std::string& base)
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

AgreementReport reportOfSegments(const RatingTables& ratings, const std::string& base,
                                 const AgreementOptions& options)
{
    AgreementReport report;
    report.label = base.empty() ? "segments" : "segments: " + base;
    const std::vector<std::string> labels = labelsOf(ratings, base);
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
    return report;
}

}

const std::vector<std::pair<std::string, Agreement>>& agreementNames()
{
    static const std::vector<std::pair<std::string, Agreement>> names{{"alpha", Agreement::Alpha},
                                                                      {"kappa", Agreement::Kappa},
                                                                      {"weighted", Agreement::WeightedKappa},
                                                                      {"fleiss", Agreement::Fleiss},
                                                                      {"icc", Agreement::Icc},
                                                                      {"ccc", Agreement::Concordance},
                                                                      {"ewe", Agreement::Ewe},
                                                                      {"use", Agreement::RaterUse},
                                                                      {"confusion", Agreement::Confusion},
                                                                      {"model", Agreement::Model},
                                                                      {"boundaries", Agreement::Boundaries},
                                                                      {"time_kappa", Agreement::TimeKappa}};
    return names;
}

std::vector<AgreementReport> agreementReports(const RatingTables& ratings, const AgreementOptions& options,
                                              const RunContext& run)
{
    std::vector<AgreementReport> reports;
    for (const RatingTable& table : ratings.tables)
        reports.push_back(reportOf(table, options, run));
    const bool wantsSegments = options.statistics.contains(Agreement::Boundaries)
        || options.statistics.contains(Agreement::TimeKappa);
    std::vector<std::string> bases; // in the order of the files
    for (const RatedSegments& track : ratings.segments) {
        if (std::ranges::find(bases, track.base) == bases.end())
            bases.push_back(track.base);
    }
    for (std::size_t i = 0; wantsSegments && i < bases.size(); ++i)
        reports.push_back(reportOfSegments(ratings, bases[i], options));
    return reports;
}

}
