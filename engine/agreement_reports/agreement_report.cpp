#include "engine/agreement_reports/agreement_report.h"

#include "engine/agreement/against_model.h"
#include "engine/agreement/concordance.h"
#include "engine/agreement/ewe.h"
#include "engine/agreement/icc.h"
#include "engine/agreement/kappa.h"
#include "engine/agreement_reports/segment_report.h"
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

}

const std::vector<std::pair<std::string, Agreement>>& agreementNames()
{
    static const std::vector<std::pair<std::string, Agreement>> names{
        {"alpha", Agreement::Alpha},
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
        {"time_kappa", Agreement::TimeKappa},
        {"unitizing", Agreement::Unitizing},
        {"gamma", Agreement::Gamma},
        {"boundary_similarity", Agreement::BoundarySimilarity},
        {"segment_sweep", Agreement::SegmentSweep}};
    return names;
}

AgreementReport perspectiveReport(const PerspectivePair& pair, const RunContext& run)
{
    AgreementOptions options;
    options.statistics = {Agreement::Icc};
    AgreementReport report = reportOf(pair.beside, options, run);
    options.statistics = {Agreement::Kappa};
    if (!pair.beside.isNominal())
        options.statistics.insert(Agreement::WeightedKappa);
    append(report.statistics, reportOf(pair.steps, options, run).statistics);
    report.comparesPerspectives = true;
    return report;
}

std::vector<AgreementReport> agreementReports(const RatingTables& ratings, const AgreementOptions& options,
                                              const RunContext& run)
{
    std::vector<AgreementReport> reports;
    const Perspectives perspectives = byPerspective(ratings.tables);
    for (const RatingTable& table : perspectives.tables)
        reports.push_back(reportOf(table, options, run));
    for (const PerspectivePair& pair : perspectives.pairs)
        reports.push_back(perspectiveReport(pair, run));
    const bool wantsSegments = std::ranges::any_of(options.statistics, isOfSegments);
    std::vector<std::string> bases; // in the order of the files
    for (const RatedSegments& track : ratings.segments) {
        if (std::ranges::find(bases, track.base) == bases.end())
            bases.push_back(track.base);
    }
    for (std::size_t i = 0; wantsSegments && i < bases.size(); ++i)
        reports.push_back(segmentReport(ratings, bases[i], options, run));
    return reports;
}

}
