#include "engine/cli/polylogue_cli/cli_output.h"
#include "engine/cli/polylogue_cli/commands.h"
#include "engine/cli/polylogue_cli/conversation_dataset.h"
#include "engine/cli/polylogue_cli/conversation_figures.h"
#include "engine/conversation_sources/conversation_rows.h"
#include "engine/conversations/signal_grid.h"
#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/output_guard.h"
#include "engine/npz/npz_writer.h"
#include "engine/numbers/false_discovery.h"
#include "engine/synchrony/lead_lag.h"
#include "engine/synchrony/warping.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <memory>

namespace engine::cli {

namespace {

struct SynchronyArguments {
    std::filesystem::path list;
    std::filesystem::path out;
    std::string signal, with, conversation;
    std::vector<std::string> pair;
    std::vector<std::string> measures{"wcc"};
    std::string pick = "greatest", chance = "shift";
    SynchronyOptions options;
    bool json = false;

    bool wants(const char* measure) const { return std::ranges::find(measures, measure) != measures.end(); }
};

/// A person's signal on the grid.
struct GriddedSignal {
    const Conversation* conversation = nullptr;
    const ConversationParticipant* who = nullptr;
    std::string signal;
    SignalRows rows;
    std::vector<double> series; ///< from 0 s on; as long as the person's own rows
};

struct MeasuredPair {
    const GriddedSignal* first = nullptr;
    const GriddedSignal* second = nullptr;
    std::optional<Synchrony> found;
    std::optional<Warping> warping;
    std::optional<double> warpingChance;
    std::optional<LeadLag> forwards, backwards;
    std::size_t samples = 0;
};

GriddedSignal griddedSignal(const SequenceFile& file, const std::string& signal, std::size_t column,
                            const Conversation& conversation, const ConversationParticipant& who, double rate)
{
    GriddedSignal made{&conversation, &who, signal, signalRows(file, conversation, who, column), {}};
    made.series = gridded(made.rows, rate, file, conversation.entryOf(who));
    return made;
}

std::vector<GriddedSignal> griddedSignals(ConversationDataset& dataset, const std::string& text, double rate)
{
    const NamedSignal signal = NamedSignal::parse(text);
    const std::shared_ptr<const SequenceFile> file = sequenceOf(dataset.files(), signal);
    const std::size_t column = signalColumn(*file, signal.column);
    std::vector<GriddedSignal> all;
    for (const Conversation& conversation : dataset.conversations()) {
        for (const ConversationParticipant& who : conversation.participants)
            all.push_back(griddedSignal(*file, text, column, conversation, who, rate));
    }
    return all;
}

/// The signals of the other persons of other conversations.
std::vector<std::vector<double>> pseudoPartners(const GriddedSignal& first, const GriddedSignal& second,
                                                const std::vector<GriddedSignal>& seconds)
{
    std::vector<std::vector<double>> partners;
    for (const GriddedSignal& other : seconds) {
        const std::string& person = first.who->who();
        if (other.conversation != second.conversation && (person.empty() || other.who->who() != person))
            partners.push_back(other.series);
    }
    return partners;
}

void warp(MeasuredPair& pair, std::span<const double> x, std::span<const double> y,
          const SynchronyArguments& options, std::span<const std::vector<double>> partners)
{
    const auto pointsOf = [](const std::vector<double>& series) { return PointSeries{1, series}; };
    const std::vector<double> second = standardised(y, options.options.isDetrended);
    const PointSeries a = pointsOf(standardised(x, options.options.isDetrended));
    const double band = 3.0 * options.options.windows.rate;
    pair.warping = warpingOf(a, pointsOf(second), band);
    if (!pair.warping)
        return;
    const Surrogates surrogates = surrogatesOf(second, options.options, partners);
    if (surrogates.count() < kLeastSurrogates)
        return;
    std::size_t reach = 0;
    for (std::size_t i = 0; i < surrogates.count(); ++i) {
        const auto other = warpingOf(a, pointsOf(surrogates.series(i)), band);
        reach += other && other->distance <= pair.warping->distance + 1e-12 ? 1 : 0;
    }
    pair.warpingChance = static_cast<double>(1 + reach) / static_cast<double>(1 + surrogates.count());
}

/// At 5 Hz, whatever the grid of the other measures is.
void lead(MeasuredPair& pair)
{
    constexpr double kLeadRate = 5.0;
    const auto samples = static_cast<std::size_t>(std::max(
        std::floor(std::min(pair.first->rows.end(), pair.second->rows.end()) * kLeadRate + 1e-9), 0.0));
    const auto on = [&](const GriddedSignal& signal) {
        return onGrid(signal.rows.rows, signal.rows.values, samples, kLeadRate);
    };
    const std::vector<double> x = on(*pair.first), y = on(*pair.second);
    pair.forwards = leadLagOf(x, y);
    pair.backwards = leadLagOf(y, x);
}

MeasuredPair measuredPair(const GriddedSignal& first, const GriddedSignal& second,
                          const std::vector<GriddedSignal>& seconds, const SynchronyArguments& options,
                          const RunContext& run)
{
    MeasuredPair pair{&first, &second, {}, {},
                      {},     {},      {}, std::min(first.series.size(), second.series.size())};
    const std::span x(first.series.data(), pair.samples), y(second.series.data(), pair.samples);
    const std::vector<std::vector<double>> partners = options.options.chance == SurrogateKind::Pseudo
        ? pseudoPartners(first, second, seconds)
        : std::vector<std::vector<double>>();
    if (options.wants("wcc"))
        pair.found = synchronyOf(x, y, options.options, partners, run);
    if (options.wants("dtw"))
        warp(pair, x, y, options, partners);
    if (options.wants("granger"))
        lead(pair);
    return pair;
}

nlohmann::json stripJson(const Synchrony& found, const LagWindows& windows)
{
    nlohmann::json strip = nlohmann::json::array();
    for (std::size_t row = 0; row < found.matrix.rows; ++row) {
        nlohmann::json one{{"at", static_cast<double>(windows.startOf(row)) / windows.rate},
                           {"r", numberOrNull(found.strip[row])},
                           {"lag_s", nullptr},
                           {"p", nullptr},
                           {"q", nullptr}};
        for (std::size_t column = 0; column < found.matrix.columns; ++column) {
            if (found.matrix.at(row, column) == found.strip[row]) {
                one["lag_s"] = found.lags[column];
                break;
            }
        }
        if (found.chance) {
            one["p"] = numberOrNull(found.chance->pRows[row]);
            one["q"] = numberOrNull(found.chance->qRows[row]);
        }
        strip.push_back(std::move(one));
    }
    return strip;
}

nlohmann::json pairJson(const MeasuredPair& pair, const SynchronyArguments& options)
{
    nlohmann::json json{{"defined", false}};
    if (pair.found) {
        json = synchronyJson(*pair.found);
        json["strip"] = stripJson(*pair.found, LagWindows(options.options.windows, pair.samples));
    }
    json["conversation"] = pair.first->conversation->id;
    json["pair"] = {pair.first->who->id, pair.second->who->id};
    json["signals"] = {pair.first->signal, pair.second->signal};
    for (const char* figure : {"p_strength", "q_strength", "p_mean_abs", "q_mean_abs", "effect",
                               "effect_mean_abs", "strip_chance_95", "rows_found"}) {
        if (pair.found && !json.contains(figure))
            json[figure] = nullptr;
    }
    if (options.wants("dtw"))
        json["dtw"] = pair.warping
            ? nlohmann::json{{"distance", pair.warping->distance},
                             {"mean_lag_s", pair.warping->meanLag / options.options.windows.rate},
                             {"p", numberOrNull(pair.warpingChance)}}
            : nlohmann::json();
    if (options.wants("granger"))
        json["granger"] = {{"forwards", leadJson(pair.forwards)}, {"backwards", leadJson(pair.backwards)}};
    return json;
}

/// q over the pairs and signals of the call, of those that have a p.
void addDiscoveries(nlohmann::json& pairs, const char* chance, const char* rate)
{
    std::vector<double> chances;
    for (const nlohmann::json& pair : pairs) {
        if (pair.contains(chance) && pair[chance].is_number())
            chances.push_back(pair[chance]);
    }
    const std::vector<double> rates = discoveryRates(chances);
    std::size_t next = 0;
    for (nlohmann::json& pair : pairs) {
        if (pair.contains(chance) && pair[chance].is_number())
            pair[rate] = rates[next++];
    }
}

nlohmann::json synchronyOptionsJson(const SynchronyArguments& options)
{
    const SynchronyOptions& chosen = options.options;
    return {{"rate", chosen.windows.rate},     {"window", chosen.windows.window},
            {"hop", chosen.windows.hop},       {"longest", chosen.windows.longest},
            {"step", chosen.windows.step},     {"smooth", chosen.peaks.smooth},
            {"descend", chosen.peaks.descend}, {"pick", options.pick},
            {"detrend", chosen.isDetrended},   {"surrogates", chosen.surrogates},
            {"chance", options.chance},        {"seed", chosen.seed},
            {"measure", options.measures}};
}

FeatureArray numbersArray(std::vector<double> values, std::vector<std::size_t> shape)
{
    return {ElementType::Float64, std::move(shape), std::move(values)};
}

/// `pair_0/matrix` R × L, `pair_0/lags` L, `pair_0/rows` R × 4: start, largest r, p, q.
void writeMatrices(const std::vector<MeasuredPair>& pairs, const SynchronyArguments& options)
{
    NpzWriter archive(options.out);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (!pairs[i].found)
            continue;
        const Synchrony& found = *pairs[i].found;
        const std::size_t rows = found.matrix.rows, columns = found.matrix.columns;
        const LagWindows windows(options.options.windows, pairs[i].samples);
        std::vector<double> strip;
        for (std::size_t row = 0; row < rows; ++row) {
            strip.push_back(static_cast<double>(windows.startOf(row)) / windows.rate);
            strip.push_back(found.strip[row]);
            strip.push_back(found.chance ? found.chance->pRows[row] : std::nan(""));
            strip.push_back(found.chance ? found.chance->qRows[row] : std::nan(""));
        }
        const auto put = [&](const char* part, std::vector<std::size_t> extents, FeatureArray array) {
            const std::string name = fmt::format("pair_{}/{}", i, part);
            archive.create(name, ElementType::Float64, std::move(extents));
            archive.append(name, array);
        };
        put("matrix", {columns}, numbersArray(found.matrix.cells, {rows, columns}));
        put("lags", {}, numbersArray(found.lags, {columns}));
        put("rows", {4}, numbersArray(std::move(strip), {rows, 4}));
        const std::string name = fmt::format("pair_{}/name", i);
        archive.create(name, ElementType::Text, {}, true);
        archive.append(name,
                       {ElementType::Text,
                        {5},
                        std::vector<std::string>{pairs[i].first->conversation->id, pairs[i].first->who->id,
                                                 pairs[i].second->who->id, pairs[i].first->signal,
                                                 pairs[i].second->signal}});
    }
    archive.close();
}

void sayPair(const nlohmann::json& pair)
{
    const auto text = [&](const char* field) { return pair.at(field).get<std::string>(); };
    const std::string head = fmt::format(
        "{}: {} and {}, {} and {}", text("conversation"), pair.at("pair").at(0).get<std::string>(),
        pair.at("pair").at(1).get<std::string>(), pair.at("signals").at(0).get<std::string>(),
        pair.at("signals").at(1).get<std::string>());
    if (pair.at("defined").get<bool>()) {
        const double lag = pair.at("lag_s");
        const nlohmann::json& p = pair.at("p_strength");
        const nlohmann::json& q = pair.at("q_strength");
        say(stdout, "{}: r {:.2f} at {:+.2f} s ({}); ", head, pair.at("strength_r").get<double>(), lag,
            lag == 0.0 ? "together" : pair.at("pair").at(lag > 0.0 ? 0 : 1).get<std::string>() + " first");
        if (p.is_null())
            say(stdout, "too few surrogates ({}) for a chance\n", pair.at("surrogates").get<std::size_t>());
        else
            say(stdout, "p {:.3f}, q {:.3f}; {} of {} windows\n", p.get<double>(), q.get<double>(),
                pair.at("rows_found").get<std::size_t>(), pair.at("rows").get<std::size_t>());
    } else {
        say(stdout, "{}: undefined (too short, constant, or too much is missing)\n", head);
    }
    if (pair.contains("dtw") && !pair["dtw"].is_null())
        say(stdout, "  warping: distance {:.3f}, mean lag {:+.2f} s, p {}\n",
            pair["dtw"]["distance"].get<double>(), pair["dtw"]["mean_lag_s"].get<double>(),
            jsonText(pair["dtw"]["p"]));
    if (!pair.contains("granger"))
        return;
    for (const auto& [direction, found] : pair["granger"].items()) {
        if (found.is_null())
            continue;
        const double p = found["p"];
        say(stdout, "  {}: p {:.3g}; {}\n", direction, p,
            p < 0.01 ? "the past of one helps to predict the other" : "does not help to predict");
    }
}

void requireConversation(const ConversationDataset& dataset, const std::string& wanted)
{
    const auto isIt = [&](const Conversation& one) { return one.id == wanted; };
    if (!wanted.empty() && std::ranges::none_of(dataset.conversations(), isIt))
        throw FormatError("unknown_conversation", dataset.path().string(), "has no conversation " + wanted);
}

void requirePair(const ConversationDataset& dataset, const std::vector<std::string>& pair)
{
    for (const std::string& who : pair) {
        const auto has = [&](const Conversation& one) { return one.participant(who) != nullptr; };
        if (std::ranges::none_of(dataset.conversations(), has))
            throw FormatError("unknown_participant", dataset.path().string(), "has no participant " + who);
    }
}

std::vector<MeasuredPair> measuredPairs(const std::vector<GriddedSignal>& firsts,
                                        const std::vector<GriddedSignal>& seconds,
                                        const SynchronyArguments& options)
{
    const bool isOneSignal = options.with.empty() || options.with == options.signal;
    const auto isChosen = [&](const GriddedSignal& first, const GriddedSignal& second) {
        if (first.conversation != second.conversation || first.who == second.who)
            return false;
        if (!options.conversation.empty() && first.conversation->id != options.conversation)
            return false;
        if (!options.pair.empty())
            return first.who->id == options.pair[0] && second.who->id == options.pair[1];
        return !isOneSignal || first.who < second.who; // of one signal each pair once
    };
    std::vector<std::pair<const GriddedSignal*, const GriddedSignal*>> chosen;
    for (const GriddedSignal& first : firsts) {
        for (const GriddedSignal& second : seconds) {
            if (isChosen(first, second))
                chosen.emplace_back(&first, &second);
        }
    }
    std::vector<MeasuredPair> pairs;
    const RunContext run = progressOnTerminal("comparing");
    for (const auto& [first, second] : chosen) {
        run.tick(pairs.size(), chosen.size());
        pairs.push_back(measuredPair(*first, *second, seconds, options, {run.stop, {}}));
    }
    return pairs;
}

int synchrony(const SynchronyArguments& options)
{
    if (!options.out.empty())
        refuseInputsAsOutputs(withListedFiles({}, options.list), std::array{options.out});
    ConversationDataset dataset(options.list, {}); // others than the chosen one give pseudo pairs
    requireConversation(dataset, options.conversation);
    requirePair(dataset, options.pair);
    const double rate = options.options.windows.rate;
    const std::vector<GriddedSignal> firsts = griddedSignals(dataset, options.signal, rate);
    const std::vector<GriddedSignal> seconds
        = options.with.empty() ? firsts : griddedSignals(dataset, options.with, rate);
    const std::vector<MeasuredPair> pairs = measuredPairs(firsts, seconds, options);
    if (pairs.empty())
        throw FormatError("one_participant", dataset.path().string(),
                          "has no conversation with such a pair of participants");
    nlohmann::json json{{"options", synchronyOptionsJson(options)},
                        {"pairs", nlohmann::json::array()},
                        {"undefined", nlohmann::json::array()}};
    for (const MeasuredPair& pair : pairs) {
        json["pairs"].push_back(pairJson(pair, options));
        if (options.wants("wcc") && !pair.found)
            json["undefined"].push_back(fmt::format("{}: {}, {}", pair.first->conversation->id,
                                                    pair.first->who->id, pair.second->who->id));
    }
    addDiscoveries(json["pairs"], "p_strength", "q_strength");
    addDiscoveries(json["pairs"], "p_mean_abs", "q_mean_abs");
    if (!options.out.empty())
        writeMatrices(pairs, options);
    if (options.json)
        fmt::print("{}\n", jsonText(json, 2));
    else
        for (const nlohmann::json& pair : json["pairs"])
            sayPair(pair);
    return 0;
}

}

void addSynchrony(CLI::App& program, Action& action)
{
    auto* command = program.add_subcommand(
        "synchrony", "Whether two people's signals go together, who comes first, and against chance.");
    auto options = std::make_shared<SynchronyArguments>();
    command->add_option("LIST", options->list, "a dataset list, or a folder with dataset.json")->required();
    command->add_option("--signal", options->signal, "a column of a sequence: visual:smile")->required();
    command->add_option("--with", options->with, "the other person's signal (otherwise the same)");
    command->add_option("--conversation", options->conversation, "only this one (otherwise all)");
    command->add_option("--pair", options->pair, "two participants (otherwise all pairs): ada,bert")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->expected(2);
    const auto number = [&](const char* option, double& value, double low, double high, const char* text) {
        command->add_option(option, value, text)->check(CLI::Range(low, high))->capture_default_str();
    };
    LagWindowOptions& windows = options->options.windows;
    number("--rate", windows.rate, 0.1, 1000.0, "Hz of the grid");
    number("--window", windows.window, 0.1, 3600.0, "seconds that are compared at once");
    number("--hop", windows.hop, 0.001, 3600.0, "seconds from one window to the next");
    number("--longest", windows.longest, 0.0, 600.0, "seconds of lag in either direction");
    number("--step", windows.step, 0.001, 60.0, "seconds from one lag to the next");
    command
        ->add_option("--pick", options->pick,
                     "of several peaks of a window the greatest, or the nearest to lag 0")
        ->check(CLI::IsMember({"greatest", "nearest"}))
        ->capture_default_str();
    command->add_option("--surrogates", options->options.surrogates, "0: chance is not asked for")
        ->check(CLI::Range(0, 100'000))
        ->capture_default_str();
    command->add_option("--chance", options->chance, "how surrogates are made")
        ->check(CLI::IsMember({"shift", "shuffle", "pseudo"}))
        ->capture_default_str();
    command->add_option("--seed", options->options.seed, "of the surrogates")->capture_default_str();
    command->add_option("--measure", options->measures, "wcc, dtw, granger (otherwise wcc)")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->check(CLI::IsMember({"wcc", "dtw", "granger"}));
    command->add_option("--out", options->out, "archive for matrices, lags and rows (.npz)");
    command->add_flag("--json", options->json, "for machines");
    command->callback([&action, options] {
        options->options.peaks.pick = options->pick == "nearest" ? PeakPick::Nearest : PeakPick::Greatest;
        options->options.chance = options->chance == "pseudo" ? SurrogateKind::Pseudo
            : options->chance == "shuffle"                    ? SurrogateKind::Shuffle
                                                              : SurrogateKind::Shift;
        action = [options] { return synchrony(*options); };
    });
}

}
