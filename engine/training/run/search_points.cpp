#include "engine/training/run/search_points.h"

#include "engine/core/error.h"
#include "engine/core/json_fields.h"
#include "engine/core/json_text.h"
#include "engine/core/seeded_shuffle.h"
#include "engine/training/run/config_json.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

namespace engine {

namespace {

using nlohmann::json;

json take(json& config, const char* name, json whenAbsent)
{
    json value = config.value(name, whenAbsent);
    config.erase(name);
    return value;
}

void requireList(const std::string& name, const json& value)
{
    const JsonValue list(value, {"bad_config", "", name});
    if (list.items().empty())
        list.refuse("a list of at least one value");
}

/// Every combination of the lists, the last list varying fastest.
std::vector<json> grid(const json& lists)
{
    std::vector<json> choices{json::object()};
    for (const auto& [field, values] : lists.items()) {
        requireList("search." + field, values);
        std::vector<json> more;
        for (const json& choice : choices) {
            for (const json& value : values) {
                more.push_back(choice);
                more.back()[field] = value;
            }
        }
        choices = std::move(more);
        if (choices.size() > 1'000'000)
            throw FormatError("bad_config", "search", "stands for more than a million runs");
    }
    return choices;
}

/// As many choices, drawn without putting back; always the same ones.
std::vector<json> drawn(std::vector<json> choices, const json& count)
{
    if (count.is_null())
        return choices;
    const std::int64_t wanted = JsonValue(count, {"bad_config", "", "random"}).whole(1);
    std::mt19937_64 random(1);
    shuffleAsPublished(choices, random);
    choices.resize(std::min(choices.size(), static_cast<std::size_t>(wanted)));
    return choices;
}

json meanAndDeviation(const std::vector<double>& values)
{
    double mean = 0.0, squares = 0.0;
    for (const double value : values)
        mean += value / static_cast<double>(values.size());
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    json object{{"mean", mean}};
    if (values.size() > 1)
        object["deviation"] = std::sqrt(squares / static_cast<double>(values.size() - 1));
    return object;
}

/// 1 where less of what the run watched is better, −1 where more is.
double signOf(const SearchPoint& point)
{
    return point.config.values.training.watchesLess() ? 1.0 : -1.0;
}

}

std::string SearchPoint::name() const
{
    std::string text;
    for (const auto& [field, value] : fields.items())
        text += (text.empty() ? "" : ", ") + field + " "
            + (value.is_string() ? value.get<std::string>() : jsonText(value));
    return text.empty() ? "as configured" : text;
}

std::vector<SearchPoint> searchPoints(const json& config, const std::string& source)
{
    json single = config;
    const json lists = take(single, "search", json::object());
    const json count = take(single, "random", nullptr);
    const json folds = take(single, "folds", json::array({nullptr}));
    const json seeds = take(single, "seeds", json::array({nullptr}));
    JsonValue(lists, {"bad_config", "", "search"}).fields("an object of lists");
    requireList("folds", folds);
    requireList("seeds", seeds);
    for (auto seed = seeds.begin(); seed != seeds.end(); ++seed) {
        if (std::find(seeds.begin(), seed, *seed) != seed)
            throw FormatError("bad_config", "seeds",
                              "holds " + jsonText(*seed) + " twice; the same run again says nothing new");
    }
    std::vector<SearchPoint> points;
    for (const json& fields : drawn(grid(lists), count)) {
        for (std::size_t fold = 0; fold < folds.size(); ++fold) {
            for (const json& seed : seeds) {
                json run = single;
                for (const auto& [field, value] : fields.items())
                    setField(run, field, value);
                if (!folds[fold].is_null())
                    run["split"] = folds[fold];
                fillModel(run);
                if (!seed.is_null())
                    setField(run, "training.seed", seed);
                points.push_back(
                    {fields, RunConfig::from(std::move(run), source), folds[fold].is_null() ? 0 : fold + 1});
            }
        }
    }
    return points;
}

json summarised(const std::vector<PointResult>& results)
{
    std::vector<json> order;
    std::map<std::string, std::map<std::string, std::vector<double>>> figures;
    std::map<std::string, double> signs; // of what is watched
    for (const PointResult& result : results) {
        const std::string name = jsonText(result.point.fields);
        if (!figures.contains(name))
            order.push_back(result.point.fields);
        signs[name] = signOf(result.point);
        for (const auto& [figure, value] : result.result.items()) {
            if (value.is_number())
                figures[name][figure].push_back(value.get<double>());
        }
    }
    std::vector<json> rows;
    for (const json& fields : order) {
        json row{{"fields", fields}};
        for (const auto& [figure, values] : figures[jsonText(fields)]) {
            row[figure] = meanAndDeviation(values);
            row["runs"] = std::max(row.value("runs", std::size_t(0)), values.size());
        }
        rows.push_back(std::move(row));
    }
    const auto watched = [&signs](const json& row) {
        const auto found = row.find("watched");
        return found == row.end() ? HUGE_VAL
                                  : signs.at(jsonText(row.at("fields"))) * found->at("mean").get<double>();
    };
    std::ranges::stable_sort(rows, {}, watched);
    return rows;
}

}
