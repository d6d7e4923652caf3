#include "engine/training/figures/model_comparison.h"

#include "engine/core/same_length.h"
#include "engine/explain/seed_interval.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <numeric>
#include <random>
#include <string_view>

namespace engine {

namespace {

/// The figures that are compared; of each kind the first that a row has.
constexpr std::array<std::array<std::string_view, 4>, 4> kComparedFigures{
    {{"mae"}, {"corr"}, {"acc2_non0", "acc2", "binary_accuracy", "acc"}, {"f1_non0", "f1"}}};

/// Which figures of which rows of a report are compared.
struct FigurePlace {
    std::size_t row = 0;
    std::string output;
    std::string figure;
};

std::vector<FigurePlace> placesIn(const Report& report)
{
    std::vector<FigurePlace> places;
    for (std::size_t row = 0; row < report.size(); ++row) {
        for (const auto& names : kComparedFigures) {
            const auto isIn = [&](std::string_view figure) {
                return !figure.empty() && std::ranges::any_of(report[row].metrics, [&](const Metric& metric) {
                    return metric.name == figure;
                });
            };
            if (const auto figure = std::ranges::find_if(names, isIn); figure != names.end())
                places.push_back({row, report[row].label, std::string(*figure)});
        }
    }
    return places;
}

FeatureMatrix rowsOf(const FeatureMatrix& matrix, std::span<const std::size_t> rows)
{
    FeatureMatrix taken(rows.size(), matrix.columns);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        requirePlace("segment", rows[i], matrix.rows);
        std::ranges::copy(matrix.row(rows[i]), taken.row(i).begin());
    }
    return taken;
}

/// Figures of models, on all segments and on each draw.
struct DrawnFigures {
    std::vector<FigurePlace> places;
    std::size_t models = 0;
    std::vector<std::optional<double>> values; ///< figure by figure, and within a figure model by model
    std::vector<std::vector<std::optional<double>>> drawn; ///< draws × the same
};

/// That all models speak of the same segments and outputs. @throws ShapeError
void requireAlike(const ComparedPredictions& compared)
{
    requirePlace("model", 0, compared.predictions.size());
    for (const FeatureMatrix& predictions : compared.predictions) {
        requireSameLength("predictions of segments", predictions.rows, compared.truths.rows);
        requireSameLength("outputs of labels", predictions.columns, compared.labels.size());
    }
}

/// That both sides have a model. @throws ShapeError
void requireSides(const ComparedPredictions& compared, std::size_t firsts)
{
    requireAlike(compared);
    requirePlace("model of the first side", 0, firsts);
    requirePlace("first model of the second side", firsts, compared.predictions.size());
}

DrawnFigures drawnFigures(const ComparedPredictions& compared, const std::vector<FeatureMatrix>& predictions,
                          const GroupDraws& draws)
{
    const auto reportOf = [&](std::size_t model, const FeatureMatrix& said, const FeatureMatrix& truths) {
        const std::vector<double> thresholds
            = model < compared.thresholds.size() ? compared.thresholds[model] : std::vector<double>();
        return scoreFold("", "", compared.task, compared.labels, said, truths, compared.threshold,
                         ScoreDetail::Usual, thresholds);
    };
    DrawnFigures figures{
        placesIn(reportOf(0, predictions.front(), compared.truths)), predictions.size(), {}, {}};
    const RowStatistics statistics = [&](std::span<const std::size_t> rows) {
        const FeatureMatrix truths = rowsOf(compared.truths, rows);
        std::vector<std::optional<double>> values(figures.places.size() * figures.models);
        for (std::size_t model = 0; model < figures.models; ++model) {
            const Report report = reportOf(model, rowsOf(predictions[model], rows), truths);
            for (std::size_t i = 0; i < figures.places.size(); ++i)
                values[i * figures.models + model]
                    = report.at(figures.places[i].row).metric(figures.places[i].figure);
        }
        return values;
    };
    std::vector<std::size_t> all(compared.truths.rows);
    std::iota(all.begin(), all.end(), std::size_t{0});
    figures.values = statistics(all);
    figures.drawn = onDraws(draws, statistics);
    return figures;
}

/// Absent where one of them is undefined.
std::optional<double> meanOfFigures(std::span<const std::optional<double>> values)
{
    double sum = 0.0;
    for (const std::optional<double>& value : values) {
        if (!value)
            return std::nullopt;
        sum += *value;
    }
    return sum / static_cast<double>(values.size());
}

std::optional<double> deviationOfFigures(std::span<const std::optional<double>> values)
{
    const std::optional<double> mean = meanOfFigures(values);
    if (!mean)
        return std::nullopt;
    double squares = 0.0;
    for (const std::optional<double>& value : values)
        squares += (*value - *mean) * (*value - *mean);
    return std::sqrt(squares / static_cast<double>(values.size()));
}

/// How often each model is taken on each draw, draws × models: of either side as many as it has, with
/// replacement; where one side is a single model, each once.
std::vector<std::vector<double>> drawnModels(std::size_t draws, std::size_t models, std::size_t firsts,
                                             std::uint64_t seed)
{
    if (firsts < 2 || models - firsts < 2)
        return std::vector(draws, std::vector<double>(models, 1.0));
    std::mt19937_64 random(seed);
    std::vector<std::vector<double>> counts(draws, std::vector<double>(models, 0.0));
    for (std::vector<double>& taken : counts) {
        for (std::size_t model = 0; model < models; ++model)
            taken[model < firsts ? random() % firsts : firsts + random() % (models - firsts)] += 1.0;
    }
    return counts;
}

/// The mean in which each counts as often as it was taken. Absent where one that counts is undefined.
std::optional<double> weightedMean(std::span<const std::optional<double>> values,
                                   std::span<const double> counts)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (counts[i] == 0.0)
            continue;
        if (!values[i])
            return std::nullopt;
        sum += counts[i] * *values[i];
    }
    return sum / static_cast<double>(values.size());
}

/// seedInterval() of figures; absent where one is undefined.
std::optional<Interval> intervalOfSeeds(std::span<const std::optional<double>> values, std::size_t firsts)
{
    std::vector<double> numbers;
    for (const std::optional<double>& value : values) {
        if (!value)
            return std::nullopt;
        numbers.push_back(*value);
    }
    return seedInterval(std::span(numbers).first(firsts), std::span(numbers).subspan(firsts));
}

/// The wider of the two.
std::optional<Interval> wider(const std::optional<Interval>& one, const std::optional<Interval>& other)
{
    if (!one || !other)
        return one ? one : other;
    return other->end - other->start > one->end - one->start ? other : one;
}

/// @param values  M, of all segments
/// @param drawn  draws × M
ComparedFigure figureOf(const FigurePlace& place, const std::vector<std::optional<double>>& values,
                        const std::vector<std::vector<std::optional<double>>>& drawn)
{
    ComparedFigure figure{place.output, place.figure, {}};
    for (std::size_t model = 0; model < values.size(); ++model) {
        ComparedFigure::Value value{values[model], intervalOf(drawn, model), {}, {}};
        if (model > 0) {
            if (values[0] && values[model])
                value.difference = *values[model] - *values[0];
            value.differenceInterval = intervalOfDifference(drawn, model, 0);
        }
        figure.models.push_back(value);
    }
    return figure;
}

}

FeatureMatrix meanOf(const std::vector<FeatureMatrix>& predictions)
{
    requirePlace("model", 0, predictions.size());
    FeatureMatrix mean(predictions.front().rows, predictions.front().columns);
    for (const FeatureMatrix& one : predictions)
        requireSameLength("predictions", one.values.size(), mean.values.size());
    for (std::size_t i = 0; i < mean.values.size(); ++i) {
        double sum = 0.0;
        for (const FeatureMatrix& one : predictions)
            sum += static_cast<double>(one.values[i]);
        mean.values[i] = static_cast<float>(sum / static_cast<double>(predictions.size()));
    }
    return mean;
}

std::vector<ComparedFigure> comparedFigures(const ComparedPredictions& compared, const GroupDraws& draws)
{
    requireAlike(compared);
    std::vector<FeatureMatrix> predictions = compared.predictions;
    if (predictions.size() > 2)
        predictions.push_back(meanOf(compared.predictions));
    const auto [places, models, values, drawn] = drawnFigures(compared, predictions, draws);
    std::vector<ComparedFigure> figures;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto own = [&](const std::vector<std::optional<double>>& all) {
            const auto first = all.begin() + static_cast<std::ptrdiff_t>(i * models);
            return std::vector(first, first + static_cast<std::ptrdiff_t>(models));
        };
        std::vector<std::vector<std::optional<double>>> ownDrawn;
        std::ranges::transform(drawn, std::back_inserter(ownDrawn), own);
        figures.push_back(figureOf(places[i], own(values), ownDrawn));
    }
    return figures;
}

std::vector<ComparedFigure> comparedSides(const ComparedPredictions& compared, std::size_t firsts,
                                          const GroupDraws& draws, std::uint64_t seed)
{
    requireSides(compared, firsts);
    const auto [places, models, values, drawn] = drawnFigures(compared, compared.predictions, draws);
    const std::vector<std::vector<double>> taken = drawnModels(drawn.size(), models, firsts, seed);
    std::vector<ComparedFigure> figures;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto ownOf = [&](const std::vector<std::optional<double>>& all) {
            return std::span(all).subspan(i * models, models);
        };
        const std::span<const std::optional<double>> own = ownOf(values);
        std::vector<std::vector<std::optional<double>>> drawnMeans;
        for (std::size_t draw = 0; draw < drawn.size(); ++draw) {
            const std::span<const std::optional<double>> said = ownOf(drawn[draw]);
            const std::span<const double> counts = taken[draw];
            drawnMeans.push_back({weightedMean(said.first(firsts), counts.first(firsts)),
                                  weightedMean(said.subspan(firsts), counts.subspan(firsts))});
        }
        figures.push_back(figureOf(
            places[i], {meanOfFigures(own.first(firsts)), meanOfFigures(own.subspan(firsts))}, drawnMeans));
        ComparedFigure::Value& second = figures.back().models[1];
        if (second.difference)
            second.differenceInterval = wider(second.differenceInterval, intervalOfSeeds(own, firsts));
        figures.back().models[0].deviation = deviationOfFigures(own.first(firsts));
        second.deviation = deviationOfFigures(own.subspan(firsts));
    }
    return figures;
}

ComparedPredictions meansOfSides(const ComparedPredictions& compared, std::size_t firsts)
{
    requireSides(compared, firsts);
    ComparedPredictions means = compared;
    const auto& all = compared.predictions;
    const auto behind = all.begin() + static_cast<std::ptrdiff_t>(firsts);
    means.models = {"first", "second"};
    means.predictions = {meanOf(std::vector(all.begin(), behind)), meanOf(std::vector(behind, all.end()))};
    means.thresholds.clear();
    return means;
}

std::vector<ComparedSegment> comparedSegments(const ComparedPredictions& compared)
{
    requireAlike(compared);
    requireSameLength("ids of segments", compared.ids.size(), compared.truths.rows);
    std::vector<ComparedSegment> segments;
    const double count = static_cast<double>(compared.predictions.size());
    for (std::size_t row = 0; row < compared.ids.size(); ++row) {
        for (std::size_t output = 0; output < compared.labels.size(); ++output) {
            ComparedSegment segment{row, output};
            double least = 0.0, largest = 0.0, squares = 0.0;
            for (std::size_t model = 0; model < compared.predictions.size(); ++model) {
                const auto said = static_cast<double>(compared.predictions[model].at(row, output));
                least = model == 0 ? said : std::min(least, said);
                largest = model == 0 ? said : std::max(largest, said);
                segment.mean += said / count;
            }
            for (const FeatureMatrix& predictions : compared.predictions) {
                const double apart = static_cast<double>(predictions.at(row, output)) - segment.mean;
                squares += apart * apart;
            }
            segment.spread = std::sqrt(squares / count);
            segment.difference = compared.predictions.size() == 2
                ? static_cast<double>(compared.predictions[1].at(row, output))
                    - static_cast<double>(compared.predictions[0].at(row, output))
                : largest - least;
            segments.push_back(segment);
        }
    }
    std::ranges::stable_sort(segments, [](const ComparedSegment& one, const ComparedSegment& other) {
        return std::abs(one.difference) > std::abs(other.difference);
    });
    return segments;
}

}
