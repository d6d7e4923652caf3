#include "engine/agreement/class_scores.h"
#include "engine/agreement/concordance.h"
#include "engine/agreement/multiclass_scores.h"
#include "engine/agreement/rater_consensus.h"
#include "engine/agreement/rating_files.h"
#include "engine/agreement/regression_scores.h"
#include "engine/agreement_reports/agreement_report.h"
#include "engine/core/error.h"

#include <pybind11/numpy.h>
#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>

#include "python/engine/json_values.h"
#include "python/engine/pickles.h"
#include "python/engine/rooms.h"
#include "python/engine/work.h"

namespace python {

namespace py = pybind11;
using nlohmann::json;

namespace {

using Numbers = py::array_t<double, py::array::c_style | py::array::forcecast>;

/// Ratings of units × raters; NaN stands for no rating. @param categories  names that the numbers stand for
std::shared_ptr<engine::RatingTable> tableOf(const Numbers& ratings, const std::vector<std::string>& units,
                                             const std::vector<std::string>& raters,
                                             const std::vector<std::string>& videos,
                                             const std::vector<std::string>& categories)
{
    if (ratings.ndim() != 2 || static_cast<std::size_t>(ratings.shape(0)) != units.size()
        || static_cast<std::size_t>(ratings.shape(1)) != raters.size())
        throw engine::ShapeError("row_mismatch", "the ratings are not units × raters");
    auto table = std::make_shared<engine::RatingTable>("", units, raters, videos);
    if (!categories.empty())
        table->setCategories(categories);
    const auto cells = ratings.unchecked<2>();
    for (std::size_t unit = 0; unit < units.size(); ++unit) {
        for (std::size_t rater = 0; rater < raters.size(); ++rater) {
            const double value = cells(static_cast<py::ssize_t>(unit), static_cast<py::ssize_t>(rater));
            if (value == value)
                table->setValue(unit, rater, value);
        }
    }
    return table;
}

json statisticValue(const engine::Statistic& statistic)
{
    json value{{"key", statistic.key},         {"name", statistic.name},   {"rule", statistic.rule},
               {"between", statistic.between}, {"value", nullptr},         {"undefined", statistic.undefined},
               {"interval", nullptr},          {"units", statistic.units}, {"raters", statistic.raters},
               {"dropped", json::object()},    {"terms", json::object()}};
    if (statistic.value)
        value["value"] = *statistic.value;
    if (statistic.interval)
        value["interval"] = {statistic.interval->low, statistic.interval->high};
    for (const engine::Dropped& dropped : statistic.dropped)
        value["dropped"][dropped.reason] = dropped.count;
    for (const engine::StatisticTerm& term : statistic.terms)
        value["terms"][term.name] = term.value;
    return value;
}

engine::AgreementOptions optionsOf(const std::vector<std::string>& statistics, const std::string& metric,
                                   std::size_t draws, std::uint32_t seed)
{
    engine::AgreementOptions options;
    options.draws = draws;
    options.seed = seed;
    options.statistics.clear();
    for (const std::string& wanted : statistics) {
        const auto& names = engine::agreementNames();
        const auto found
            = std::ranges::find(names, wanted, &std::pair<std::string, engine::Agreement>::first);
        if (found == names.end()) {
            std::string known;
            for (const auto& [name, ignored] : names)
                known += (known.empty() ? "" : ", ") + name;
            throw engine::FormatError("unknown_statistic", wanted, "is no statistic; there are: " + known);
        }
        options.statistics.insert(found->second);
    }
    if (metric.empty())
        return options;
    for (const engine::AlphaMetric each :
         {engine::AlphaMetric::Nominal, engine::AlphaMetric::Ordinal, engine::AlphaMetric::Interval,
          engine::AlphaMetric::Ratio, engine::AlphaMetric::Sets}) {
        if (engine::name(each) == metric)
            options.metric = each;
    }
    if (!options.metric)
        throw engine::FormatError("unknown_metric", metric,
                                  "is no metric; there are: nominal, ordinal, interval, ratio, sets");
    return options;
}

std::vector<double> column(const Numbers& values)
{
    return {values.data(), values.data() + values.size()};
}

template <typename T>
py::object orNone(const std::optional<T>& value)
{
    return value ? py::cast(*value) : py::none();
}

py::dict regression(const Numbers& predictions, const Numbers& truths)
{
    const engine::RegressionScores scores = engine::scoreRegression(column(predictions), column(truths));
    py::dict all;
    all["count"] = scores.count;
    all["mae"] = scores.meanAbsoluteError;
    all["correlation"] = orNone(scores.correlation);
    all["ccc"] = orNone(scores.concordance);
    all["accuracy_7"] = scores.accuracy7;
    all["accuracy_7_away_from_0"] = scores.accuracy7AwayFrom0;
    all["accuracy_5"] = scores.accuracy5;
    all["accuracy_3"] = scores.accuracy3;
    all["accuracy_2_has_0"] = scores.accuracy2Has0;
    all["f1_has_0"] = scores.f1Has0;
    all["accuracy_2_non_0"] = orNone(scores.accuracy2Non0);
    all["f1_non_0"] = orNone(scores.f1Non0);
    all["count_non_0"] = scores.countNon0;
    return all;
}

py::dict classes(const std::vector<std::size_t>& predictions, const std::vector<std::size_t>& truths,
                 std::size_t count)
{
    const engine::MulticlassScores scores = engine::scoreClasses(predictions, truths, count);
    py::list each;
    for (const engine::ClassScore& one : scores.classes) {
        py::dict facts;
        facts["precision"] = one.precision;
        facts["recall"] = one.recall;
        facts["f1"] = one.f1;
        facts["support"] = one.support;
        each.append(facts);
    }
    py::dict all;
    all["count"] = scores.count;
    all["accuracy"] = scores.accuracy;
    all["precision"] = scores.precision;
    all["recall"] = scores.recall;
    all["f1"] = scores.f1;
    all["macro_precision"] = scores.macroPrecision;
    all["macro_recall"] = scores.macroRecall;
    all["macro_f1"] = scores.macroF1;
    all["classes"] = each;
    return all;
}

}

void addAgreements(py::module_& module)
{
    using Table = engine::RatingTable;
    py::class_<Table, std::shared_ptr<Table>>(module, "Ratings")
        .def(py::init(&tableOf), py::arg("ratings"), py::arg("units"), py::arg("raters"), py::arg("videos"),
             py::arg("categories"))
        .def("__reduce__", &refuseToPickle)
        .def("label", [](const Table& table) { return table.label(); })
        .def("units", [](const Table& table) { return table.units(); })
        .def("raters", [](const Table& table) { return table.raters(); })
        .def("videos", [](const Table& table) { return table.videos(); })
        .def("categories", [](const Table& table) { return table.categories(); })
        .def("values",
             [](const Table& table) {
                 Numbers cells({table.units().size(), table.raters().size()});
                 auto values = cells.mutable_unchecked<2>();
                 for (std::size_t unit = 0; unit < table.units().size(); ++unit) {
                     for (std::size_t rater = 0; rater < table.raters().size(); ++rater)
                         values(static_cast<py::ssize_t>(unit), static_cast<py::ssize_t>(rater))
                             = table.value(unit, rater).value_or(std::numeric_limits<double>::quiet_NaN());
                 }
                 return cells;
             })
        .def(
            "agreement",
            [](const Table& table, const std::vector<std::string>& statistics, const std::string& metric,
               std::size_t draws, std::uint32_t seed, const py::object& progress) {
                const engine::AgreementOptions options = optionsOf(statistics, metric, draws, seed);
                return toPython(Work::run<json>(progress, [&](Work& work) {
                    json list = json::array();
                    for (const auto& report :
                         engine::agreementReports({{table}, {}, {}}, options, work.context())) {
                        for (const engine::Statistic& statistic : report.statistics)
                            list.push_back(statisticValue(statistic));
                    }
                    return list;
                }));
            },
            py::arg("statistics"), py::arg("metric") = "", py::arg("draws") = 2000, py::arg("seed") = 1,
            py::arg("progress") = py::none())
        .def("consensus", [](const Table& table) {
            const engine::RaterConsensus found = engine::raterConsensus(table);
            py::list raters;
            for (const engine::RaterProfile& profile : found.raters) {
                py::dict each;
                each["rater"] = profile.rater;
                each["bias"] = profile.bias;
                each["scale"] = profile.scale;
                each["noise"] = profile.noise;
                each["units"] = profile.units;
                raters.append(each);
            }
            return py::make_tuple(found.values, found.deviations, raters);
        });
    module.def(
        "read_ratings",
        [](const std::vector<std::filesystem::path>& paths, std::vector<std::string> ids,
           std::vector<std::string> labels, std::vector<std::string> missing) {
            std::vector<std::shared_ptr<Table>> tables;
            engine::RatingFileOptions options;
            options.ids = std::move(ids);
            options.labels = std::move(labels);
            options.missing = std::move(missing);
            const engine::RatingTables ratings = engine::readRatings(paths, options);
            for (const Table& table : ratings.tables)
                tables.push_back(std::make_shared<Table>(table));
            return py::make_tuple(tables, ratings.notes);
        },
        py::arg("paths"), py::arg("ids"), py::arg("labels"), py::arg("missing"));
    module.def("score_regression", &regression, py::arg("predictions"), py::arg("truths"));
    module.def("score_classes", &classes, py::arg("predictions"), py::arg("truths"), py::arg("classes"));
    module.def(
        "score_binary",
        [](const std::vector<bool>& predictions, const std::vector<bool>& truths) {
            if (predictions.size() != truths.size() || truths.empty())
                throw engine::ShapeError("row_mismatch",
                                         "there are not as many predictions as truths, or none");
            py::dict all;
            all["accuracy"] = engine::classAccuracy(predictions, truths);
            all["f1"] = engine::weightedF1(predictions, truths);
            all["weighted_accuracy"] = orNone(engine::weightedAccuracy(predictions, truths));
            return all;
        },
        py::arg("predictions"), py::arg("truths"));
}

}
