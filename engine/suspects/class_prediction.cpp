#include "engine/suspects/class_prediction.h"

#include "engine/core/same_length.h"
#include "engine/suspects/class_regression.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace engine {

namespace {

/// Each column with mean 0 and deviation 1, over all classes and segments of it.
Columns standardisedColumns(const Columns& columns)
{
    Columns scaled = columns;
    for (std::vector<double>& column : scaled) {
        double sum = 0.0, squares = 0.0;
        for (const double value : column) {
            sum += value;
            squares += value * value;
        }
        const auto count = static_cast<double>(column.size());
        const double mean = sum / count;
        const double deviation = std::sqrt(std::max(squares / count - mean * mean, 0.0));
        for (double& value : column)
            value = deviation > 1e-9 ? (value - mean) / deviation : 0.0;
    }
    return scaled;
}

ClassRegression nothingLearnt(std::size_t members, std::size_t classes)
{
    return {std::vector<double>(members, 0.0), std::vector<double>(classes, 0.0)};
}

/// Which class is called which: K × K, how often a segment that models take for the one class is labelled as
/// the other. As many segments as `rightBefore` of each class are taken to be labelled right beside those
/// seen.
std::vector<double> calledTable(const std::vector<double>& chances, std::span<const std::size_t> labels,
                                std::span<const std::size_t> known, std::size_t classes)
{
    constexpr double rightBefore = 100.0;
    std::vector<double> table(classes * classes);
    for (std::size_t truth = 0; truth < classes; ++truth) {
        const std::span row(table.data() + truth * classes, classes);
        double sum = rightBefore;
        row[truth] = rightBefore;
        for (const std::size_t i : known) {
            row[labels[i]] += chances[i * classes + truth];
            sum += chances[i * classes + truth];
        }
        for (double& share : row)
            share /= sum;
    }
    return table;
}

/// Goes on from a fit of labels to one of the classes behind them, by what is called which (a table of
/// confusions as Dawid and Skene 1979 have for raters, here of all labels; the table is learnt from what
/// models say, not from what the labels make of that, or labels would explain themselves).
ClassRegression behindLabels(const Columns& columns, const ClassEvidence& evidence,
                             std::span<const std::size_t> known, double penalty, ClassRegression fit)
{
    constexpr int rounds = 10, stepsPerRound = 3;
    const std::size_t count = evidence.labels.size(), classes = evidence.classes;
    std::vector<double> chances(count * classes), targets(count * classes);
    for (int round = 0; round < rounds; ++round) {
        for (const std::size_t i : known)
            std::ranges::copy(fit.chances(columns, i),
                              chances.begin() + static_cast<std::ptrdiff_t>(i * classes));
        const std::vector<double> table = calledTable(chances, evidence.labels, known, classes);
        for (const std::size_t i : known) {
            double sum = 0.0;
            for (std::size_t truth = 0; truth < classes; ++truth) {
                double& target = targets[i * classes + truth];
                target = chances[i * classes + truth] * table[truth * classes + evidence.labels[i]];
                sum += target;
            }
            for (std::size_t truth = 0; truth < classes; ++truth)
                targets[i * classes + truth] /= std::max(sum, 1e-300);
        }
        fit = classRegression(columns, classes, targets, penalty, std::move(fit), stepsPerRound);
    }
    return fit;
}

/// How likely a label is wrong, where `share` of all are exchanged for any other class.
double wrongness(double chance, double share, std::size_t classes)
{
    const double wrong = share * (1.0 - chance) / static_cast<double>(classes - 1);
    return wrong / std::max(wrong + (1.0 - share) * chance, 1e-300);
}

}

std::vector<double> classPrediction(const ClassEvidence& evidence)
{
    constexpr int rounds = 8, stepsPerRound = 3, stepsAtFirst = 8;
    constexpr double penalty = 3.0, mostErrors = 0.25, usualErrors = 0.05;
    const std::size_t count = evidence.labels.size(), classes = evidence.classes;
    const Columns columns = standardisedColumns(evidence.members);
    const std::set<std::size_t> folds(evidence.folds.begin(), evidence.folds.end());
    std::vector<ClassRegression> learnt(folds.size(), nothingLearnt(columns.size(), classes));
    std::vector<double> chances(count * classes), trust(count, 1.0), targets(count * classes);
    double share = usualErrors;
    for (int round = 0; round < rounds; ++round) {
        std::size_t place = 0;
        for (const std::size_t fold : folds) {
            std::ranges::fill(targets, 0.0);
            for (std::size_t i = 0; i < count; ++i) {
                if (evidence.folds[i] != fold)
                    targets[i * classes + evidence.labels[i]] = trust[i];
            }
            ClassRegression& fit = learnt[place++];
            fit = classRegression(columns, classes, targets, penalty, fit,
                                  round == 0 ? stepsAtFirst : stepsPerRound);
            for (std::size_t i = 0; i < count; ++i) {
                if (evidence.folds[i] == fold)
                    std::ranges::copy(fit.chances(columns, i),
                                      chances.begin() + static_cast<std::ptrdiff_t>(i * classes));
            }
        }
        double wrong = 0.0;
        for (std::size_t i = 0; i < count; ++i) {
            const double one = wrongness(chances[i * classes + evidence.labels[i]], share, classes);
            trust[i] = 1.0 - one;
            wrong += one;
        }
        share = std::min(mostErrors, wrong / static_cast<double>(count));
    }
    constexpr std::size_t fewestOfEach = 100; // labels of a class, from which a table is learnt
    if (classes == 2 || count < fewestOfEach * classes) // of two there is one other class alone
        return chances;
    std::size_t place = 0;
    for (const std::size_t fold : folds) {
        std::vector<std::size_t> known;
        for (std::size_t i = 0; i < count; ++i) {
            if (evidence.folds[i] != fold)
                known.push_back(i);
        }
        const ClassRegression fit = behindLabels(columns, evidence, known, penalty, learnt[place++]);
        for (std::size_t i = 0; i < count; ++i) {
            if (evidence.folds[i] == fold)
                std::ranges::copy(fit.chances(columns, i),
                                  chances.begin() + static_cast<std::ptrdiff_t>(i * classes));
        }
    }
    return chances;
}

ClassHits classHits(std::span<const std::size_t> labels, std::span<const double> chances, std::size_t classes)
{
    requireSameLength("chances of labels and classes", chances.size(), labels.size() * classes);
    std::vector<double> counts(classes, 0.0);
    double right = 0.0;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        requirePlace("class", labels[i], classes);
        const std::span<const double> own = chances.subspan(i * classes, classes);
        const auto likeliest = static_cast<std::size_t>(std::ranges::max_element(own) - own.begin());
        right += likeliest == labels[i] ? 1.0 : 0.0;
        counts[labels[i]] += 1.0;
    }
    if (labels.empty())
        return {};
    const auto count = static_cast<double>(labels.size());
    return {right / count, *std::ranges::max_element(counts) / count};
}

ErrorShare errorShare(const ClassEvidence& evidence)
{
    constexpr int shares = 21, rounds = 12, stepsPerRound = 2;
    constexpr double most = 0.25;
    const std::size_t count = evidence.labels.size(), classes = evidence.classes;
    const Columns columns = standardisedColumns(evidence.members);
    ClassRegression fit = nothingLearnt(columns.size(), classes);
    std::vector<double> targets(count * classes), likelihoods(shares);
    for (int s = 0; s < shares; ++s) {
        const double share = most * s / (shares - 1);
        for (int round = 0; round < (s == 0 ? 1 : rounds); ++round) {
            likelihoods[static_cast<std::size_t>(s)] = 0.0;
            for (std::size_t i = 0; i < count; ++i) { // what each segment truly is, by what is known so far
                const std::vector<double> chances = fit.chances(columns, i);
                double sum = 0.0;
                for (std::size_t k = 0; k < classes; ++k) {
                    double& target = targets[i * classes + k];
                    target = chances[k]
                        * (k == evidence.labels[i] ? 1.0 - share : share / static_cast<double>(classes - 1));
                    sum += target;
                }
                for (std::size_t k = 0; k < classes; ++k)
                    targets[i * classes + k] /= std::max(sum, 1e-300);
            }
            fit = classRegression(columns, classes, targets, 1e-3, fit, s == 0 ? 12 : stepsPerRound);
        }
        for (std::size_t i = 0; i < count; ++i) {
            const double chance = fit.chances(columns, i)[evidence.labels[i]];
            likelihoods[static_cast<std::size_t>(s)] += std::log(std::max(
                (1.0 - share) * chance + share * (1.0 - chance) / static_cast<double>(classes - 1), 1e-300));
        }
    }
    const double best = *std::ranges::max_element(likelihoods);
    ErrorShare found;
    found.gain = best - likelihoods.front();
    double sum = 0.0;
    for (int s = 0; s < shares; ++s) {
        const double share = most * s / (shares - 1);
        const double weight = std::exp(likelihoods[static_cast<std::size_t>(s)] - best);
        found.share += weight * share;
        sum += weight;
    }
    found.share /= sum;
    return found;
}

}
