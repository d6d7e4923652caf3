#include "engine/training/figures/scores.h"

#include "engine/agreement/emotion_scores.h"
#include "engine/agreement/multilabel_scores.h"
#include "engine/agreement/regression_scores.h"
#include "engine/core/same_length.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <string_view>

namespace engine {

namespace {

using Values = std::vector<double>;
using Classes = std::vector<std::size_t>;

constexpr std::array<std::string_view, 7> kSevenClasses{"-3", "-2", "-1", "0", "+1", "+2", "+3"};

Values column(MatrixView matrix, std::size_t index, float neutral)
{
    Values values;
    for (std::size_t i = 0; i < matrix.rows; ++i)
        values.push_back(static_cast<double>(matrix.at(i, index)) - static_cast<double>(neutral));
    return values;
}

/// Of which segments is it true that the value is at least 0 (or above)?
Classes sides(const Values& values, const Values& truths, bool has0)
{
    Classes result;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (has0 || truths[i] != 0.0)
            result.push_back((has0 ? values[i] >= 0.0 : values[i] > 0.0) ? 1 : 0);
    }
    return result;
}

/// The figures of one of two classes: `precision_yes`. @param scores  absent: they are undefined.
void addClass(std::vector<Metric>& metrics, const std::string& before, const std::string& after,
              const std::optional<ClassScore>& scores)
{
    const auto figure
        = [&](double ClassScore::*which) { return scores ? std::optional((*scores).*which) : std::nullopt; };
    metrics.push_back({before + "precision_" + after, figure(&ClassScore::precision)});
    metrics.push_back({before + "recall_" + after, figure(&ClassScore::recall)});
    metrics.push_back({before + "f1_" + after, figure(&ClassScore::f1)});
    metrics.push_back({before + "n_" + after, scores ? static_cast<double>(scores->support) : 0.0});
}

/// The figures of no and of yes.
void addYesNo(std::vector<Metric>& metrics, const std::string& before, const MulticlassScores& scores)
{
    addClass(metrics, before, "yes", scores.classes[1]);
    addClass(metrics, before, "no", scores.classes[0]);
}

/// Precision and recall of two sides, beside the F1 that scoreRegression() gives, and all of each side.
void addSides(std::vector<Metric>& metrics, const std::string& rule, const Classes& predicted,
              const Classes& truths)
{
    std::optional<MulticlassScores> scores;
    if (!truths.empty())
        scores = scoreClasses(predicted, truths, 2);
    const auto side
        = [&](std::size_t c) { return scores ? std::optional(scores->classes[c]) : std::nullopt; };
    metrics.push_back({"precision_" + rule, scores ? std::optional(scores->precision) : std::nullopt});
    metrics.push_back({"recall_" + rule, scores ? std::optional(scores->recall) : std::nullopt});
    addClass(metrics, "", "neg_" + rule, side(0));
    addClass(metrics, "", "pos_" + rule, side(1));
}

std::vector<Metric> sentimentMetrics(const Values& predicted, const Values& truths)
{
    const RegressionScores scores = scoreRegression(predicted, truths);
    std::vector<Metric> metrics{{"n", static_cast<double>(scores.count)},
                                {"mae", scores.meanAbsoluteError},
                                {"corr", scores.correlation},
                                {"acc7", scores.accuracy7},
                                {"acc5", scores.accuracy5},
                                {"acc3", scores.accuracy3},
                                {"acc2_has0", scores.accuracy2Has0},
                                {"f1_has0", scores.f1Has0},
                                {"acc2_non0", scores.accuracy2Non0},
                                {"f1_non0", scores.f1Non0},
                                {"n_non0", static_cast<double>(scores.countNon0)}};
    addSides(metrics, "has0", sides(predicted, truths, true), sides(truths, truths, true));
    addSides(metrics, "non0", sides(predicted, truths, false), sides(truths, truths, false));
    return metrics;
}

/// The class −3…3 of a score relative to neutral, as a number from 0.
std::size_t classOfSeven(double value)
{
    return static_cast<std::size_t>(std::nearbyint(std::clamp(value, -3.0, 3.0)) + 3.0);
}

MulticlassScores sevenClasses(const Values& predicted, const Values& truths)
{
    Classes said, are;
    std::ranges::transform(predicted, std::back_inserter(said), classOfSeven);
    std::ranges::transform(truths, std::back_inserter(are), classOfSeven);
    return scoreClasses(said, are, kSevenClasses.size());
}

/// `f1_7` of all, weighted by support, and `f1_-3` of each.
void addSeven(std::vector<Metric>& metrics, const MulticlassScores& scores)
{
    metrics.insert(metrics.end(),
                   {{"precision_7", scores.precision}, {"recall_7", scores.recall}, {"f1_7", scores.f1}});
    for (std::size_t c = 0; c < kSevenClasses.size(); ++c)
        addClass(metrics, "", std::string(kSevenClasses[c]), scores.classes[c]);
}

double meanSquaredError(const Values& predicted, const Values& truths)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < truths.size(); ++i)
        sum += (predicted[i] - truths[i]) * (predicted[i] - truths[i]);
    return sum / static_cast<double>(truths.size());
}

std::vector<Metric> traitMetrics(const Values& predicted, const Values& truths)
{
    const RegressionScores scores = scoreRegression(predicted, truths);
    const auto rounded = [](double value) { return std::nearbyint(std::clamp(value, 1.0, 7.0)); };
    std::size_t equal = 0;
    for (std::size_t i = 0; i < truths.size(); ++i)
        equal += rounded(predicted[i]) == rounded(truths[i]) ? 1 : 0;
    return {{"n", static_cast<double>(scores.count)},
            {"mae", scores.meanAbsoluteError},
            {"corr", scores.correlation},
            {"acc7_scale", static_cast<double>(equal) / static_cast<double>(scores.count)}};
}

std::vector<Metric> classMetrics(const MulticlassScores& scores, const char* accuracy)
{
    return {{"n", static_cast<double>(scores.count)},
            {accuracy, scores.accuracy},
            {"f1", scores.f1},
            {"f1_macro", scores.macroF1},
            {"precision", scores.precision},
            {"recall", scores.recall}};
}

/// Of an emotion: is it present?
std::vector<Metric> presenceMetrics(const MulticlassScores& presence, std::optional<double> weightedAccuracy)
{
    std::vector<Metric> metrics{{"wa", weightedAccuracy},
                                {"binary_accuracy", presence.accuracy},
                                {"f1", presence.f1},
                                {"precision", presence.precision},
                                {"recall", presence.recall}};
    addYesNo(metrics, "", presence);
    return metrics;
}

/// Of an emotion, or of the class neutral: is it present, is it the greatest?
std::vector<Metric> presenceMetrics(const MulticlassScores& presence, std::optional<double> weightedAccuracy,
                                    const MulticlassScores& dominance)
{
    std::vector<Metric> metrics = presenceMetrics(presence, weightedAccuracy);
    metrics.insert(metrics.end(),
                   {{"dominant_accuracy", dominance.accuracy},
                    {"dominant_f1", dominance.f1},
                    {"dominant_precision", dominance.precision},
                    {"dominant_recall", dominance.recall}});
    addYesNo(metrics, "dominant_", dominance);
    return metrics;
}

/// Collects the rows of one fold.
class FoldScores {
public:
    FoldScores(std::string fold, std::string modalities, const std::vector<LabelCard>& labels,
               MatrixView predictions, MatrixView truths, ScoreDetail detail,
               std::span<const double> thresholds)
        : m_detail(detail)
        , m_thresholds(thresholds)
        , m_fold(std::move(fold))
        , m_modalities(std::move(modalities))
        , m_labels(labels)
        , m_predictions(predictions)
        , m_truths(truths)
    {
    }

    Report report() { return std::move(m_report); }

    void scoreSentiment(std::size_t label)
    {
        const float neutral = m_labels[label].neutral;
        const Values predicted = column(m_predictions, label, neutral);
        const Values truths = column(m_truths, label, neutral);
        std::vector<Metric> metrics = sentimentMetrics(predicted, truths);
        if (m_detail == ScoreDetail::Usual)
            return add(m_labels[label].name, std::move(metrics));
        const MulticlassScores seven = sevenClasses(predicted, truths);
        addSeven(metrics, seven);
        add(m_labels[label].name, std::move(metrics), seven.confusion.rows());
    }

    /// Of a scale without a negative side: figures of two sides would leave out every segment without the
    /// emotion, and what remains is right by itself. A scale from neutral on says what is absent.
    void scoreStrength(std::size_t label, double threshold)
    {
        const float neutral = m_labels[label].neutral;
        const Values predicted = column(m_predictions, label, neutral);
        const Values truths = column(m_truths, label, neutral);
        const RegressionScores values = scoreRegression(predicted, truths);
        std::vector<Metric> metrics{{"n", static_cast<double>(values.count)},
                                    {"mae", values.meanAbsoluteError},
                                    {"corr", values.correlation}};
        if (m_labels[label].low > neutral)
            return add(m_labels[label].name, std::move(metrics));
        const EmotionScores scores = scoreEmotions({1, predicted}, {1, truths}, threshold);
        const std::vector<Metric> presence = presenceMetrics(scores.presence[0], scores.weightedAccuracy[0]);
        metrics.insert(metrics.end(), presence.begin(), presence.end());
        add(m_labels[label].name, std::move(metrics), scores.presence[0].confusion.rows());
    }

    void scoreTrait(std::size_t label)
    {
        add(m_labels[label].name,
            traitMetrics(column(m_predictions, label, 0.0f), column(m_truths, label, 0.0f)));
    }

    void scoreYesNo(std::size_t label)
    {
        Classes predicted, truths;
        for (std::size_t i = 0; i < m_truths.rows; ++i) {
            predicted.push_back(static_cast<double>(m_predictions.at(i, label)) > thresholdOf(label) ? 1 : 0);
            truths.push_back(m_truths.at(i, label) > 0.5f ? 1 : 0);
        }
        const MulticlassScores scores = scoreClasses(predicted, truths, 2);
        std::vector<Metric> metrics = classMetrics(scores, "acc2");
        addYesNo(metrics, "", scores);
        const BinaryClasses isTrue(truths.begin(), truths.end());
        metrics.push_back({"wa", weightedAccuracy({predicted.begin(), predicted.end()}, isTrue)});
        metrics.push_back({"auc", areaUnderCurve(column(m_predictions, label, 0.0f), isTrue)});
        add(m_labels[label].name, std::move(metrics), scores.confusion.rows());
    }

    /// Of several labels with yes and no: the means, and what is right of a segment as a whole.
    void addYesNoOfAll()
    {
        addMeans();
        if (m_labels.size() < 2)
            return;
        std::vector<Values> predictions;
        std::vector<BinaryClasses> truths;
        for (std::size_t label = 0; label < m_labels.size(); ++label) {
            predictions.push_back(column(m_predictions, label, 0.0f));
            truths.emplace_back();
            for (const double truth : column(m_truths, label, 0.0f))
                truths.back().push_back(truth > 0.5);
        }
        std::vector<double> thresholds;
        for (std::size_t label = 0; label < m_labels.size(); ++label)
            thresholds.push_back(thresholdOf(label));
        const MultilabelScores scores = scoreLabels(predictions, truths, thresholds);
        std::vector<Metric>& all = m_report.back().metrics;
        all.insert(all.end(),
                   {{"exact_match", scores.exact},
                    {"subset", scores.subset},
                    {"intersection", scores.intersection}});
    }

    /// Classes: the figures of each, then those of all.
    /// @param count  how many labels are classes, from the first on
    void scoreOneOfSeveral(std::size_t count)
    {
        Classes predicted, truths;
        for (std::size_t i = 0; i < m_truths.rows; ++i) {
            const auto greatest = [i, count](MatrixView matrix) {
                const auto classes = matrix.row(i).first(count);
                return static_cast<std::size_t>(std::ranges::max_element(classes) - classes.begin());
            };
            predicted.push_back(greatest(m_predictions));
            truths.push_back(greatest(m_truths));
        }
        const MulticlassScores scores = scoreClasses(predicted, truths, count);
        for (std::size_t c = 0; c < count; ++c)
            add(m_labels[c].name,
                {{"n", static_cast<double>(scores.classes[c].support)},
                 {"f1", scores.classes[c].f1},
                 {"precision", scores.classes[c].precision},
                 {"recall", scores.classes[c].recall}});
        std::vector<Metric> all = classMetrics(scores, "acc");
        all.insert(all.end(),
                   {{"precision_macro", scores.macroPrecision}, {"recall_macro", scores.macroRecall}});
        add(ReportRow::allLabels, std::move(all), scores.confusion.rows());
    }

    /// The values behind the classes: a row of each, and in the row of all their mean squared error and the
    /// figure that both are ranked by, weighted F1 − mse / 4 (MER 2023).
    void addValues(std::size_t classes)
    {
        ReportRow all = std::move(m_report.back());
        m_report.pop_back();
        double sum = 0.0;
        for (std::size_t label = classes; label < m_labels.size(); ++label) {
            const Values predicted = column(m_predictions, label, 0.0f),
                         truths = column(m_truths, label, 0.0f);
            const RegressionScores scores = scoreRegression(predicted, truths);
            const double error = meanSquaredError(predicted, truths);
            sum += error;
            add(m_labels[label].name,
                {{"n", static_cast<double>(scores.count)},
                 {"mae", scores.meanAbsoluteError},
                 {"mse", error},
                 {"corr", scores.correlation}});
        }
        const double mean = sum / static_cast<double>(m_labels.size() - classes);
        all.metrics.push_back({"mse", mean});
        all.metrics.push_back({"combined", all.metric("f1").value_or(0.0) - 0.25 * mean});
        m_report.push_back(std::move(all));
    }

    /// @param labels  the outputs that are intensities.
    void scoreIntensities(const std::vector<std::size_t>& labels, double threshold)
    {
        EmotionTable predictions{labels.size(), {}}, truths{labels.size(), {}};
        for (std::size_t i = 0; i < m_truths.rows; ++i) {
            for (const std::size_t label : labels) {
                predictions.values.push_back(static_cast<double>(m_predictions.at(i, label)));
                truths.values.push_back(static_cast<double>(m_truths.at(i, label)));
            }
        }
        const EmotionScores scores = scoreEmotions(predictions, truths, threshold);
        const std::size_t before = m_report.size();
        for (std::size_t i = 0; i < labels.size(); ++i) {
            const RegressionScores values
                = scoreRegression(column(m_predictions, labels[i], 0.0f), column(m_truths, labels[i], 0.0f));
            std::vector<Metric> metrics{{"n", static_cast<double>(values.count)},
                                        {"mae", scores.meanAbsoluteError[i]},
                                        {"corr", values.correlation}};
            const std::vector<Metric> presence
                = presenceMetrics(scores.presence[i], scores.weightedAccuracy[i], scores.dominance[i]);
            metrics.insert(metrics.end(), presence.begin(), presence.end());
            add(m_labels[labels[i]].name, std::move(metrics), scores.presence[i].confusion.rows());
        }
        std::vector<Metric> all = means(before);
        addNeutral(scores);
        std::erase_if(all, [](const Metric& metric) { return metric.name == "binary_accuracy"; });
        all.insert(all.end(),
                   {{"threshold", threshold},
                    {"acc4", scores.accuracy4},
                    {"binary_accuracy", scores.binaryAccuracy},
                    {"exact_match", scores.exactMatch},
                    {"dominant_exact_match", scores.dominantExactMatch}});
        add(ReportRow::allLabels, std::move(all));
    }

    /// The row of all labels as the plain mean of theirs.
    void addMeans()
    {
        if (m_report.size() > 1)
            add(ReportRow::allLabels, means(0));
    }

private:
    /// Above it a probability is yes.
    double thresholdOf(std::size_t label) const
    {
        constexpr double justBelowHalf
            = 0.49999999; // below the float before 0.5: a probability of 0.5 is yes
        return label < m_thresholds.size() ? m_thresholds[label] : justBelowHalf;
    }

    /// The class of segments without an emotion, unless a label is called so itself.
    void addNeutral(const EmotionScores& scores)
    {
        const std::string name = "neutral";
        if (std::ranges::find(m_labels, name, &LabelCard::name) != m_labels.end())
            return;
        std::vector<Metric> metrics = presenceMetrics(scores.neutralPresence, scores.neutralWeightedAccuracy,
                                                      scores.neutralDominance);
        metrics.insert(metrics.begin(), {"n", static_cast<double>(m_truths.rows)});
        add(name, std::move(metrics), scores.neutralPresence.confusion.rows());
    }

    void add(const std::string& label, std::vector<Metric> metrics, nlohmann::json confusion = nullptr)
    {
        m_report.push_back({m_fold, m_modalities, label, std::move(metrics), std::move(confusion)});
    }

    /// Of the rows from `first` on; what is undefined in a row is left out, and so are counts but that of
    /// all.
    std::vector<Metric> means(std::size_t first) const
    {
        std::vector<Metric> result;
        for (const Metric& metric : m_report[first].metrics) {
            if (isCount(metric.name) && metric.name != "n")
                continue;
            double sum = 0.0;
            std::size_t count = 0;
            for (std::size_t row = first; row < m_report.size(); ++row) {
                if (const auto value = m_report[row].metric(metric.name)) {
                    sum += *value;
                    ++count;
                }
            }
            result.push_back(
                {metric.name, count > 0 ? std::optional(sum / static_cast<double>(count)) : std::nullopt});
        }
        return result;
    }

    ScoreDetail m_detail;
    std::span<const double> m_thresholds; ///< one per label, or none
    std::string m_fold;
    std::string m_modalities;
    const std::vector<LabelCard>& m_labels;
    MatrixView m_predictions;
    MatrixView m_truths;
    Report m_report;
};

}

Report scoreFold(const std::string& fold, const std::string& modalities, Task task,
                 const std::vector<LabelCard>& labels, MatrixView predictions, MatrixView truths,
                 double threshold, ScoreDetail detail, std::span<const double> thresholds)
{
    if (truths.rows == 0)
        return {};
    requireSameLength("predictions of segments", predictions.rows, truths.rows);
    requireSameLength("outputs of labels", predictions.columns, labels.size());
    requireSameLength("true labels", truths.columns, labels.size());
    if (!thresholds.empty())
        requireSameLength("thresholds of labels", thresholds.size(), labels.size());
    FoldScores scores(fold, modalities, labels, predictions, truths, detail, thresholds);
    if (task == Task::Classes) {
        scores.scoreOneOfSeveral(labels.size());
        return scores.report();
    }
    if (task == Task::ClassesAndValues) {
        const std::size_t classes = classesAmong(labels, task);
        scores.scoreOneOfSeveral(classes);
        scores.addValues(classes);
        return scores.report();
    }
    std::vector<std::size_t> intensities;
    for (std::size_t label = 0; label < labels.size(); ++label) {
        if (task == Task::Binary)
            scores.scoreYesNo(label);
        else if (task == Task::Traits)
            scores.scoreTrait(label);
        else if (task == Task::Regression && labels[label].low < labels[label].high
                 && labels[label].low >= labels[label].neutral)
            scores.scoreStrength(label, threshold);
        else if (task == Task::Regression || labels[label].low < 0.0f)
            scores.scoreSentiment(label);
        else
            intensities.push_back(label);
    }
    if (!intensities.empty())
        scores.scoreIntensities(intensities, threshold);
    else if (task == Task::Binary)
        scores.addYesNoOfAll();
    else
        scores.addMeans();
    return scores.report();
}

std::vector<double> tunedThresholds(MatrixView predictions, MatrixView truths)
{
    requireSameLength("predictions of segments", predictions.rows, truths.rows);
    requireSameLength("outputs of labels", predictions.columns, truths.columns);
    std::vector<double> thresholds;
    for (std::size_t label = 0; label < truths.columns; ++label) {
        BinaryClasses isTrue;
        for (const double truth : column(truths, label, 0.0f))
            isTrue.push_back(truth > 0.5);
        thresholds.push_back(tunedThreshold(column(predictions, label, 0.0f), isTrue));
    }
    return thresholds;
}

}
