#include "engine/training/figures/model_comparison.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
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
    for (std::size_t i = 0; i < rows.size(); ++i)
        std::ranges::copy(matrix.row(rows[i]), taken.row(i).begin());
    return taken;
}

}

FeatureMatrix meanOf(const std::vector<FeatureMatrix>& predictions)
{
    FeatureMatrix mean(predictions.front().rows, predictions.front().columns);
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
    std::vector<FeatureMatrix> predictions = compared.predictions;
    if (predictions.size() > 2)
        predictions.push_back(meanOf(compared.predictions));
    const auto reportOf = [&](std::size_t model, const FeatureMatrix& said, const FeatureMatrix& truths) {
        const std::vector<double> thresholds
            = model < compared.thresholds.size() ? compared.thresholds[model] : std::vector<double>();
        return scoreFold("", "", compared.task, compared.labels, said, truths, compared.threshold,
                         ScoreDetail::Usual, thresholds);
    };
    const Report whole = reportOf(0, predictions.front(), compared.truths);
    const std::vector<FigurePlace> places = placesIn(whole);
    const std::size_t models = predictions.size();

    // figure by figure, and within a figure model by model
    const RowStatistics statistics = [&](std::span<const std::size_t> rows) {
        const FeatureMatrix truths = rowsOf(compared.truths, rows);
        std::vector<std::optional<double>> values(places.size() * models);
        for (std::size_t model = 0; model < models; ++model) {
            const Report report = reportOf(model, rowsOf(predictions[model], rows), truths);
            for (std::size_t i = 0; i < places.size(); ++i)
                values[i * models + model] = report.at(places[i].row).metric(places[i].figure);
        }
        return values;
    };
    std::vector<std::size_t> all(compared.truths.rows);
    std::iota(all.begin(), all.end(), std::size_t{0});
    const std::vector<std::optional<double>> values = statistics(all);
    const auto drawn = onDraws(draws, statistics);

    std::vector<ComparedFigure> figures;
    for (std::size_t i = 0; i < places.size(); ++i) {
        ComparedFigure figure{places[i].output, places[i].figure, {}};
        const std::size_t first = i * models;
        for (std::size_t model = 0; model < models; ++model) {
            ComparedFigure::Value value{values[first + model], intervalOf(drawn, first + model), {}, {}};
            if (model > 0) {
                if (values[first] && values[first + model])
                    value.difference = *values[first + model] - *values[first];
                value.differenceInterval = intervalOfDifference(drawn, first + model, first);
            }
            figure.models.push_back(value);
        }
        figures.push_back(std::move(figure));
    }
    return figures;
}

std::vector<ComparedSegment> comparedSegments(const ComparedPredictions& compared)
{
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
