#include "engine/cli/polylogue_cli/conversation_figures.h"
#include "engine/cli/polylogue_cli/recorded_cases.h"
#include "engine/conversations/random.h"
#include "engine/conversations/signal_grid.h"
#include "engine/core/error.h"
#include "engine/numbers/false_discovery.h"
#include "engine/synchrony/accommodation.h"
#include "engine/synchrony/channel_speech.h"
#include "engine/synchrony/lead_lag.h"
#include "engine/synchrony/planted.h"
#include "engine/synchrony/recording_offset.h"
#include "engine/synchrony/warping.h"

#include <algorithm>
#include <array>
#include <limits>

namespace engine::cli {

namespace {

using CaseFields = nlohmann::ordered_json;

std::vector<double> seriesOf(const CaseFields& list)
{
    std::vector<double> series;
    for (const CaseFields& value : list)
        series.push_back(value.is_null() ? std::numeric_limits<double>::quiet_NaN() : value.get<double>());
    return series;
}

std::vector<Interval> intervalsOf(const CaseFields& list)
{
    std::vector<Interval> intervals;
    for (const CaseFields& pair : list)
        intervals.push_back({pair.at(0), pair.at(1)});
    return intervals;
}

/// Sets each option that the case names; refuses those that nobody knows.
class CaseOptions {
public:
    explicit CaseOptions(const CaseFields& input)
        : m_options(input.value("options", CaseFields::object())) { }
    template <typename T>
    CaseOptions& set(const char* name, T& option)
    {
        if (const auto found = m_options.find(name); found != m_options.end()) {
            option = found->template get<T>();
            m_options.erase(found);
        }
        return *this;
    }
    void requireAllKnown() const
    {
        if (!m_options.empty())
            throw FormatError("data_invalid", "the case",
                              "has the option '" + m_options.begin().key() + "', which is not known");
    }

private:
    CaseFields m_options;
};

nlohmann::json turnsCase(const CaseFields& input)
{
    std::vector<Speaker> speakers;
    for (const auto& [id, spans] : input.at("speech").items())
        speakers.push_back({id, intervalsOf(spans)});
    TurnOptions chosen;
    CaseOptions(input)
        .set("join", chosen.join)
        .set("least", chosen.least)
        .set("backchannel_longest", chosen.backchannelLongest)
        .set("backchannel_alone", chosen.backchannelAlone)
        .set("interruption_overlap", chosen.interruptionOverlap)
        .set("smooth", chosen.smooth)
        .requireAllKnown();
    const TakenTurns taken = takenTurns(speakers, chosen);
    return turnsJson(speakers, taken,
                     conversationFigures(taken, speakers.size(), input.at("duration"), chosen));
}

nlohmann::json gridCase(const CaseFields& input)
{
    return numbersOrNull(onGrid(intervalsOf(input.at("rows")), seriesOf(input.at("values")),
                                input.at("n").get<std::size_t>(), input.at("rate"),
                                input.value("hold", 0.5)));
}

SynchronyOptions synchronyOptions(const CaseFields& input)
{
    SynchronyOptions chosen;
    std::string pick = "greatest", chance = "shift";
    CaseOptions(input)
        .set("rate", chosen.windows.rate)
        .set("window", chosen.windows.window)
        .set("hop", chosen.windows.hop)
        .set("longest", chosen.windows.longest)
        .set("step", chosen.windows.step)
        .set("smooth", chosen.peaks.smooth)
        .set("descend", chosen.peaks.descend)
        .set("pick", pick)
        .set("detrend", chosen.isDetrended)
        .set("surrogates", chosen.surrogates)
        .set("seed", chosen.seed)
        .set("kind", chance)
        .requireAllKnown();
    chosen.peaks.pick = pick == "nearest" ? PeakPick::Nearest : PeakPick::Greatest;
    chosen.chance = chance == "shuffle" ? SurrogateKind::Shuffle : SurrogateKind::Shift;
    if (input.contains("partners"))
        chosen.chance = SurrogateKind::Pseudo;
    return chosen;
}

nlohmann::json synchronyCase(const CaseFields& input)
{
    std::vector<std::vector<double>> partners;
    for (const CaseFields& partner : input.value("partners", CaseFields::array()))
        partners.push_back(seriesOf(partner));
    const auto found
        = synchronyOf(seriesOf(input.at("x")), seriesOf(input.at("y")), synchronyOptions(input), partners);
    if (!found)
        return {{"defined", false}};
    nlohmann::json result = synchronyJson(*found);
    result["lags"] = {found->lags.front(), found->lags.back()};
    result["lag_values"] = found->lags;
    for (std::size_t row = 0; row < found->matrix.rows; ++row) {
        result["matrix"].push_back(numbersOrNull(
            std::span(found->matrix.cells).subspan(row * found->matrix.columns, found->matrix.columns)));
        const std::optional<LagPeak>& peak = found->peaks[row];
        result["peak_list"].push_back(peak ? nlohmann::json{peak->lag, peak->r} : nlohmann::json());
    }
    if (found->chance) {
        result["p_rows"] = numbersOrNull(found->chance->pRows);
        result["q_rows"] = numbersOrNull(found->chance->qRows);
    }
    return result;
}

PointSeries pointsOf(const CaseFields& rows)
{
    PointSeries points{rows.empty() ? 1 : rows.at(0).size(), {}};
    for (const CaseFields& row : rows) {
        for (const double value : seriesOf(row))
            points.values.push_back(value);
    }
    return points;
}

nlohmann::json warpingCase(const CaseFields& input)
{
    const auto found = warpingOf(pointsOf(input.at("a")), pointsOf(input.at("b")), input.at("band"));
    if (!found)
        return {};
    return {{"distance", found->distance}, {"path", found->path}, {"mean_lag", found->meanLag}};
}

nlohmann::json leadLagCase(const CaseFields& input)
{
    std::optional<std::size_t> order;
    if (input.contains("order") && !input.at("order").is_null())
        order = input.at("order").get<std::size_t>();
    return leadJson(leadLagOf(seriesOf(input.at("x")), seriesOf(input.at("y")), order));
}

nlohmann::json accommodationCase(const CaseFields& input)
{
    std::vector<TurnValue> turns;
    std::vector<std::string> names;
    const std::vector<double> values = seriesOf(input.at("values")), times = seriesOf(input.at("times"));
    for (const CaseFields& person : input.at("people")) {
        const auto known = std::ranges::find(names, person.get<std::string>());
        const auto place = static_cast<std::size_t>(known - names.begin());
        if (known == names.end())
            names.push_back(person);
        turns.push_back({place, values.at(turns.size()), times.at(turns.size())});
    }
    AccommodationOptions options;
    options.permutations = input.value("permutations", options.permutations);
    options.seed = input.value("seed", options.seed);
    const Accommodation found = accommodationOf(turns, options);
    if (!found.isDefined)
        return {{"pairs", found.pairs}};
    return {{"pairs", found.pairs},
            {"proximity", numberOrNull(found.proximity.value)},
            {"p_proximity", found.proximity.chance},
            {"synchrony", numberOrNull(found.synchrony.value)},
            {"p_synchrony", found.synchrony.chance},
            {"convergence", numberOrNull(found.convergence.value)},
            {"p_convergence", found.convergence.chance}};
}

nlohmann::json channelsCase(const CaseFields& input)
{
    std::vector<std::vector<double>> levels;
    for (const CaseFields& channel : input.at("levels"))
        levels.push_back(seriesOf(channel));
    nlohmann::json result = nlohmann::json::array();
    for (const std::vector<Interval>& stretches : channelSpeech(levels)) {
        result.push_back(nlohmann::json::array());
        for (const Interval& one : stretches)
            result.back().push_back({one.start, one.end});
    }
    return result;
}

nlohmann::json offsetCase(const CaseFields& input)
{
    const RecordingOffset found = recordingOffset(seriesOf(input.at("a")), seriesOf(input.at("b")));
    if (!found.isFound)
        return {{"found", false}, {"outstanding", found.outstanding}};
    return {{"found", true},
            {"outstanding", found.outstanding},
            {"offset_s", found.offset},
            {"drift_ppm", found.driftPpm},
            {"windows", found.windows}};
}

/// Draws as random.json records them; `dyad_…` says of which dyad five samples are.
nlohmann::json randomCase(const CaseFields& input)
{
    nlohmann::json result{
        {"first", {std::to_string(Random(1).next()), std::to_string(Random((1ULL << 63U) + 5).next())}},
        {"uniforms", {Random(9).uniform()}},
        {"normals", Random(1).normals(5)}};
    std::vector<int> numbers{0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    Random(7).shuffle(numbers);
    result["shuffled"] = numbers;
    planted::DyadOptions options;
    options.coupling = input.at("dyad_coupling");
    options.lag = input.at("dyad_lag");
    options.seconds = input.at("dyad_seconds");
    const planted::Dyad dyad = planted::dyad(input.at("dyad_seed"), options);
    result["dyad_x"] = std::vector<double>(dyad.first.begin(), dyad.first.begin() + 5);
    result["dyad_y"] = std::vector<double>(dyad.second.begin(), dyad.second.begin() + 5);
    for (const char* given : {"dyad_seed", "dyad_coupling", "dyad_lag", "dyad_seconds"})
        result[given] = input.at(given);
    return result;
}

nlohmann::json discoveriesCase(const CaseFields& input)
{
    const std::vector<double> chances = seriesOf(input.at("p"));
    return {{"p", chances}, {"q", discoveryRates(chances)}};
}

struct MeasureCase {
    const char* what;
    nlohmann::json (*run)(const CaseFields& input);
};

constexpr std::array kMeasureCases{
    MeasureCase{"turns", turnsCase},
    MeasureCase{"grid", gridCase},
    MeasureCase{"synchrony", synchronyCase},
    MeasureCase{"discoveries", discoveriesCase},
    MeasureCase{"dtw", warpingCase},
    MeasureCase{"granger", leadLagCase},
    MeasureCase{"accommodation", accommodationCase},
    MeasureCase{"channels", channelsCase},
    MeasureCase{"offset", offsetCase},
    MeasureCase{"random", randomCase},
};

}

CaseResult conversationCase(const nlohmann::ordered_json& recorded)
{
    const auto what = recorded.find("what");
    if (what == recorded.end() || !what->is_string())
        return std::nullopt;
    const auto* const measure
        = std::ranges::find_if(kMeasureCases, [&](const MeasureCase& one) { return *what == one.what; });
    if (measure == kMeasureCases.end())
        return std::nullopt;
    const auto result
        = [&](const CaseFields& one) { return measure->run(one.contains("input") ? one.at("input") : one); };
    if (!recorded.contains("cases"))
        return result(recorded);
    const CaseFields& cases = recorded.at("cases");
    nlohmann::json results = nlohmann::json::array();
    const bool isOneCase = cases.contains("input")
        || !std::ranges::all_of(cases, [](const CaseFields& one) { return one.contains("input"); });
    if (isOneCase)
        return nlohmann::json::array({result(cases)});
    for (const CaseFields& one : cases)
        results.push_back(result(one));
    return results;
}

}
