#include "tests/bench/raters_real.h"

#include "engine/agreement/rater_consensus.h"
#include "engine/core/delimited_text.h"
#include "engine/core/error.h"
#include "engine/numbers/draws.h"
#include "engine/numbers/moments.h"
#include "engine/numbers/quantiles.h"
#include "engine/raters/category_votes.h"
#include "engine/raters/routing.h"

#include <fmt/format.h>
#include <fstream>
#include <map>
#include <numeric>
#include <sstream>

#include "tests/bench/bench_row.h"

namespace bench {

namespace {

using namespace engine;

constexpr std::uint32_t kSeeds = 10;

/// Named raters' ratings of comments, from 1 to 5.
struct Popquorn {
    std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>> units; ///< rater, step from 0
    std::size_t raters = 0;
};

Popquorn readPopquorn(const std::filesystem::path& file)
{
    const DelimitedText text = readDelimited(file);
    std::map<std::string, std::size_t> units, raters;
    Popquorn read;
    for (const DelimitedText::Row& row : text.rows) {
        const std::size_t unit = units.try_emplace(row.cells[0], units.size()).first->second;
        const std::size_t rater = raters.try_emplace(row.cells[1], raters.size()).first->second;
        read.units.resize(units.size());
        read.units[unit].emplace_back(static_cast<std::uint32_t>(rater),
                                      static_cast<std::uint32_t>(std::lround(std::stod(row.cells[2])) - 1));
    }
    read.raters = raters.size();
    return read;
}

template <typename T>
void shuffle(std::vector<T>& values, Draws& draws)
{
    for (std::size_t i = values.size(); i > 1; --i)
        std::swap(values[i - 1], values[draws.below(static_cast<std::uint32_t>(i))]);
}

/// What is to be predicted of a unit: the mean of raters who are held out, and how uncertain that mean is.
struct HeldOut {
    std::vector<double> means;
    double noise = 0.0; ///< mean square of the means' own sampling error
};

HeldOut heldOut(const Popquorn& drawn, std::size_t from)
{
    HeldOut found;
    for (const auto& unit : drawn.units) {
        std::vector<double> others;
        for (std::size_t i = from; i < unit.size(); ++i)
            others.push_back(unit[i].second);
        const auto count = static_cast<double>(others.size());
        found.means.push_back(meanOf(others));
        found.noise += populationVariance(others) / (count - 1.0) / static_cast<double>(drawn.units.size());
    }
    return found;
}

/// Units in a drawn order of raters; those with fewer than `least` are left out.
Popquorn shuffled(Popquorn votes, std::size_t least, std::uint32_t seed)
{
    Draws draws(seed);
    std::erase_if(votes.units, [&](const auto& unit) { return unit.size() < least; });
    for (auto& unit : votes.units)
        shuffle(unit, draws);
    return votes;
}

OrdinalRatings firstOf(const Popquorn& drawn, std::size_t each)
{
    OrdinalRatings ratings{drawn.units.size(), drawn.raters, 5, {}};
    for (std::uint32_t unit = 0; unit < drawn.units.size(); ++unit) {
        for (std::size_t i = 0; i < each; ++i)
            ratings.answers.push_back({unit, drawn.units[unit][i].first, drawn.units[unit][i].second});
    }
    return ratings;
}

RatingTable asTable(const OrdinalRatings& ratings)
{
    RatingTable table("offensiveness", std::vector<std::string>(ratings.units),
                      std::vector<std::string>(ratings.raters));
    for (const OrdinalAnswer& answer : ratings.answers)
        table.setValue(answer.unit, answer.rater, answer.step);
    return table;
}

/// rating = mean + unit + rater + noise, the first two drawn towards 0 by their variances (a mixed model, by
/// expectation maximisation). @param withRaters  false: units alone, which draws means towards the grand mean
std::vector<double> additiveValues(const OrdinalRatings& ratings, bool withRaters)
{
    std::vector<double> units(ratings.units, 0.0), raters(ratings.raters, 0.0);
    double ofUnits = 0.5, ofRaters = withRaters ? 0.2 : 1e-12, rest = 0.5, middle = 0.0;
    for (const OrdinalAnswer& answer : ratings.answers)
        middle += answer.step / static_cast<double>(ratings.answers.size());
    const auto settle = [&](std::vector<double>& effects, double& variance, auto placeOf, auto otherOf) {
        std::vector<double> sums(effects.size(), 0.0), counts(effects.size(), 0.0);
        for (const OrdinalAnswer& answer : ratings.answers) {
            sums[placeOf(answer)] += answer.step - middle - otherOf(answer);
            ++counts[placeOf(answer)];
        }
        double squares = 0.0, uncertain = 0.0;
        for (std::size_t i = 0; i < effects.size(); ++i) {
            const double precision = counts[i] / rest + 1.0 / variance;
            effects[i] = sums[i] / rest / precision;
            squares += effects[i] * effects[i] + 1.0 / precision;
            uncertain += counts[i] / precision;
        }
        variance = squares / static_cast<double>(effects.size());
        return uncertain / static_cast<double>(ratings.answers.size());
    };
    for (int round = 0; round < 200; ++round) {
        double uncertain = settle(
            units, ofUnits, [](const auto& answer) { return answer.unit; },
            [&](const auto& answer) { return raters[answer.rater]; });
        if (withRaters)
            uncertain += settle(
                raters, ofRaters, [](const auto& answer) { return answer.rater; },
                [&](const auto& answer) { return units[answer.unit]; });
        double squares = 0.0, mean = 0.0;
        for (const OrdinalAnswer& answer : ratings.answers) {
            const double off = answer.step - units[answer.unit] - raters[answer.rater];
            mean += off / static_cast<double>(ratings.answers.size());
            squares += (off - middle) * (off - middle) / static_cast<double>(ratings.answers.size());
        }
        middle = mean;
        rest = squares + uncertain;
    }
    for (double& unit : units)
        unit += middle;
    return units;
}

struct Score {
    double error = 0.0, r = 0.0, trueError = 0.0;
};

Score scoreOf(const std::vector<double>& values, const HeldOut& truth)
{
    Score score;
    double squares = 0.0;
    for (std::size_t unit = 0; unit < values.size(); ++unit) {
        const double off = values[unit] - truth.means[unit];
        score.error += std::abs(off) / static_cast<double>(values.size());
        squares += off * off / static_cast<double>(values.size());
    }
    score.r = pearson(values, truth.means).value_or(0.0);
    score.trueError = std::sqrt(std::max(0.0, squares - truth.noise));
    return score;
}

std::map<std::string, std::vector<double>> valuesByRule(const OrdinalRatings& ratings)
{
    const RatingTable table = asTable(ratings);
    std::map<std::string, std::vector<double>> values;
    for (std::size_t unit = 0; unit < ratings.units; ++unit) {
        values["mean"].push_back(*table.mean(unit));
        values["median"].push_back(median(table.valuesOf(unit)));
        values["majority"].push_back(*majorityOf(table, unit));
    }
    for (const std::optional<double>& value : raterConsensus(table).values)
        values["weighted consensus"].push_back(*value);
    values["drawn to the grand mean"] = additiveValues(ratings, false);
    values["additive biases"] = additiveValues(ratings, true);
    const OrdinalModel model = fitOrdinalModel(ratings).model;
    for (const OrdinalEstimate& unit : ordinalEstimates(model, placePosteriors(model, ratings))) {
        values["ordinal mean"].push_back(unit.mean);
        values["ordinal crowd"].push_back(unit.crowd);
        values["ordinal label"].push_back(static_cast<double>(unit.label));
    }
    return values;
}

/// @param heldFrom  who comes later in the drawn order is predicted
std::map<std::string, Score> scoresOf(const Popquorn& votes, std::size_t each, std::size_t heldFrom)
{
    std::map<std::string, Score> scores;
    std::map<std::string, std::pair<int, int>> beaten; // by `crowd`, in how many draws: error, true error
    for (std::uint32_t seed = 1; seed <= kSeeds; ++seed) {
        const Popquorn drawn = shuffled(votes, heldFrom + 2, seed);
        const HeldOut truth = heldOut(drawn, heldFrom);
        const auto valuesOf = valuesByRule(firstOf(drawn, each));
        const Score crowd = scoreOf(valuesOf.at("ordinal crowd"), truth);
        for (const auto& [rule, values] : valuesOf) {
            const Score score = scoreOf(values, truth);
            beaten[rule].first += crowd.error < score.error ? 1 : 0;
            beaten[rule].second += crowd.trueError < score.trueError ? 1 : 0;
            scores[rule].error += score.error / kSeeds;
            scores[rule].r += score.r / kSeeds;
            scores[rule].trueError += score.trueError / kSeeds;
        }
    }
    for (const auto& [rule, score] : scores)
        fmt::print(stderr,
                   "POPQUORN, {} of each, {}: MAE {:.3f}, r {:.3f}, true RMSE {:.3f}; crowd has a smaller "
                   "MAE in {} and "
                   "a smaller true RMSE in {} of {} draws\n",
                   each, rule, score.error, score.r, score.trueError, beaten[rule].first, beaten[rule].second,
                   kSeeds);
    return scores;
}

/// The part of `from` ratings that is saved when a trail of ratings and error first comes to this error; 0:
/// never.
double savedOf(const std::vector<std::pair<double, double>>& trail, double from, double error)
{
    for (std::size_t i = 0; i < trail.size(); ++i) {
        if (trail[i].second > error)
            continue;
        double ratings = trail[i].first;
        if (i > 0)
            ratings -= (ratings - trail[i - 1].first) * (error - trail[i].second)
                / (trail[i - 1].second - trail[i].second);
        return 1.0 - ratings / from;
    }
    return 0.0;
}

/// One batch: of each unit's first `offered` raters the one whose answer tells most, for a tenth of the
/// units.
void takeBatch(OrdinalRatings& ratings, const OrdinalModel& model, const Popquorn& drawn, std::size_t offered)
{
    const std::vector<AtPlaces> posteriors = placePosteriors(model, ratings);
    std::vector<std::vector<double>> gains;
    for (std::size_t rater = 0; rater < ratings.raters; ++rater)
        gains.push_back(answerGains(model, posteriors, rater));
    const std::vector<std::vector<bool>> judged = ratings.isJudged();
    std::vector<std::tuple<double, std::uint32_t, OrdinalAnswer>> offers;
    for (std::uint32_t unit = 0; unit < ratings.units; ++unit) {
        for (std::size_t i = 0; i < offered; ++i) {
            const auto [rater, step] = drawn.units[unit][i];
            if (!judged[unit][rater])
                offers.emplace_back(-gains[rater][unit], unit, OrdinalAnswer{unit, rater, step});
        }
    }
    std::ranges::sort(offers, {},
                      [](const auto& offer) { return std::pair(std::get<0>(offer), std::get<1>(offer)); });
    std::vector<bool> isTaken(ratings.units, false);
    std::size_t taken = 0;
    for (const auto& [gain, unit, answer] : offers) {
        if (isTaken[unit] || taken == ratings.units / 10)
            continue;
        isTaken[unit] = true;
        ++taken;
        ratings.answers.push_back(answer);
    }
}

/// Routed from two of each, among the first `offered` of each comment's own raters; the mean of the others is
/// predicted, by `crowd`. How many ratings are saved at the error of the first three of each.
void measureRouting(const Popquorn& votes, std::size_t offered)
{
    std::vector<double> byError, byTrueError;
    for (std::uint32_t seed = 1; seed <= kSeeds; ++seed) {
        const Popquorn drawn = shuffled(votes, offered + 2, seed + 10);
        const HeldOut truth = heldOut(drawn, offered);
        const auto crowdScore = [&](const OrdinalModel& model, const OrdinalRatings& ratings) {
            std::vector<double> values;
            for (const OrdinalEstimate& unit : ordinalEstimates(model, placePosteriors(model, ratings)))
                values.push_back(unit.crowd);
            return scoreOf(values, truth);
        };
        const OrdinalRatings three = firstOf(drawn, 3);
        const Score ofThree = crowdScore(fitOrdinalModel(three).model, three);
        OrdinalRatings ratings = firstOf(drawn, 2);
        OrdinalModel model = fitOrdinalModel(ratings).model;
        std::vector<std::pair<double, double>> errors, trueErrors;
        for (int batch = 0; batch < 10; ++batch) {
            takeBatch(ratings, model, drawn, offered);
            model = fitOrdinalModel(ratings, {.rounds = 10}, &model).model;
            const Score now = crowdScore(model, ratings);
            errors.emplace_back(ratings.answers.size(), now.error);
            trueErrors.emplace_back(ratings.answers.size(), now.trueError);
        }
        const auto all = static_cast<double>(three.answers.size());
        byError.push_back(savedOf(errors, all, ofThree.error));
        byTrueError.push_back(savedOf(trueErrors, all, ofThree.trueError));
        fmt::print(stderr,
                   "POPQUORN routed among {}, {} comments: saved {:.1f} % at the MAE {:.3f}, {:.1f} % at the "
                   "true RMSE "
                   "{:.3f}\n",
                   offered, drawn.units.size(), 100.0 * byError.back(), ofThree.error,
                   100.0 * byTrueError.back(), ofThree.trueError);
    }
    fmt::print(
        stderr,
        "POPQUORN routed among {}: saved {:.1f} % at the MAE, {:.1f} % at the true RMSE, over {} draws\n",
        offered, 100.0 * meanOf(byError), 100.0 * meanOf(byTrueError), kSeeds);
    printRow(fmt::format("votes routed among {} needs", offered), 100.0 - 100.0 * meanOf(byError), "%", 100.0,
             84.0);
}

/// What a lead of two votes is compared with.
struct LeadOfTwo {
    std::string name; ///< `CREMA-D by voice`
    std::string row; ///< of the table
    double reference = 0.0; ///< votes that the reference asked for
};

/// How often the most frequent of three, of five, and of votes up to a lead of two is what most of at least
/// three others say. @param counts  of each unit: how often each emotion was said
void measureLead(const LeadOfTwo& told, const std::vector<std::vector<std::size_t>>& counts)
{
    std::array<double, 3> hits{}; // three, five, a lead of two
    double asked = 0.0, count = 0.0;
    for (std::uint32_t seed = 1; seed <= kSeeds; ++seed) {
        Draws draws(seed);
        for (const std::vector<std::size_t>& of : counts) {
            std::vector<std::size_t> votes;
            for (std::size_t emotion = 0; emotion < of.size(); ++emotion)
                votes.insert(votes.end(), of[emotion], emotion);
            if (votes.size() < 8)
                continue;
            shuffle(votes, draws);
            std::vector<std::size_t> others(of.size(), 0);
            for (std::size_t i = 5; i < votes.size(); ++i)
                ++others[votes[i]];
            const std::size_t most = std::ranges::max(others);
            const auto share = [&](std::size_t used) { // ties of both sides count in parts
                std::vector<std::size_t> said(of.size(), 0);
                for (std::size_t i = 0; i < used; ++i)
                    ++said[votes[i]];
                double hit = 0.0, first = 0.0, tied = 0.0;
                for (std::size_t emotion = 0; emotion < of.size(); ++emotion) {
                    tied += others[emotion] == most ? 1.0 : 0.0;
                    if (said[emotion] != std::ranges::max(said))
                        continue;
                    ++first;
                    hit += others[emotion] == most ? 1.0 : 0.0;
                }
                return hit / first / tied;
            };
            std::vector<std::size_t> said(of.size(), 0);
            std::size_t used = 0;
            while (!areVotesEnough(said))
                ++said[votes[used++]];
            hits[0] += share(3);
            hits[1] += share(5);
            hits[2] += share(used);
            asked += static_cast<double>(used);
            ++count;
        }
    }
    fmt::print(stderr, "{}: majority of 3 {:.3f}, of 5 {:.3f}, a lead of two {:.3f} with {:.2f} votes\n",
               told.name, hits[0] / count, hits[1] / count, hits[2] / count, asked / count);
    printRow("votes lead of two " + told.row + " below 5", (hits[1] - hits[2]) / count, "part", 0.01, 0.002);
    printRow("votes lead of two " + told.row + " asked", asked / count, "votes", 3.5, told.reference);
}

/// CREMA-D's clips, whose six emotions were said by voice, face, and both.
void measureClips(const std::filesystem::path& file)
{
    const DelimitedText text = readDelimited(file);
    const std::array<LeadOfTwo, 3> told{{{"CREMA-D by voice", "voice", 3.4},
                                         {"CREMA-D by face", "face", 3.2},
                                         {"CREMA-D by both", "both", 3.1}}};
    for (std::size_t modality = 0; modality < told.size(); ++modality) {
        std::vector<std::vector<std::size_t>> counts;
        for (const DelimitedText::Row& row : text.rows) {
            if (row.cells[0].front() != static_cast<char>('1' + modality))
                continue;
            counts.emplace_back();
            for (std::size_t emotion = 0; emotion < 6; ++emotion)
                counts.back().push_back(std::stoul(row.cells[1 + emotion]));
        }
        measureLead(told[modality], counts);
    }
}

/// FER+'s faces, of which ten people each said one of eight emotions; *unknown* and *no face* are no votes.
void measureFaces(const std::filesystem::path& folder)
{
    std::vector<std::vector<std::size_t>> counts;
    for (const char* fold : {"train.csv", "valid.csv", "test.csv"}) {
        std::ifstream stream(folder / fold);
        if (!stream)
            throw IoError("file_not_found", (folder / fold).string(), "cannot be opened");
        for (std::string line; std::getline(stream, line);) { // no line of names
            std::istringstream cells(line);
            std::string cell;
            std::getline(cells, cell, ','); // the picture's name
            counts.emplace_back();
            while (counts.back().size() < 8 && std::getline(cells, cell, ','))
                counts.back().push_back(std::stoul(cell));
        }
    }
    measureLead({"FER+", "faces of FER+", 3.0}, counts);
}

/// Readers without names who say how pleasant, rousing and dominant a sentence is, from 1 to 5.
Popquorn readReaders(const DelimitedText& text, std::size_t column)
{
    std::map<std::string, std::size_t> units;
    Popquorn read;
    for (const DelimitedText::Row& row : text.rows) {
        const std::size_t unit = units.try_emplace(row.cells[0], units.size()).first->second;
        read.units.resize(units.size());
        auto& answers = read.units[unit];
        answers.emplace_back(static_cast<std::uint32_t>(answers.size()),
                             static_cast<std::uint32_t>(std::lround(std::stod(row.cells[column])) - 1));
        read.raters = std::max(read.raters, answers.size());
    }
    return read;
}

/// From three readers of each sentence the mean of the others, beside what a constant would do.
void measureReaders(const std::filesystem::path& file)
{
    const DelimitedText text = readDelimited(file);
    for (const char* scale : {"V", "A", "D"}) {
        const Popquorn readers = readReaders(text, text.column(scale).value());
        std::map<std::string, double> errors;
        for (std::uint32_t seed = 1; seed <= kSeeds; ++seed) {
            const Popquorn drawn = shuffled(readers, 5, seed);
            const HeldOut truth = heldOut(drawn, 3);
            const OrdinalRatings ratings = firstOf(drawn, 3);
            const RatingTable table = asTable(ratings);
            std::map<std::string, std::vector<double>> values;
            for (std::size_t unit = 0; unit < ratings.units; ++unit) {
                values["mean"].push_back(*table.mean(unit));
                values["median"].push_back(median(table.valuesOf(unit)));
                values["majority"].push_back(*majorityOf(table, unit));
            }
            values["constant"].assign(ratings.units, meanOf(values["mean"]));
            values["drawn to the grand mean"] = additiveValues(ratings, false);
            for (const auto& [rule, of] : values)
                errors[rule] += scoreOf(of, truth).trueError / kSeeds;
        }
        for (const auto& [rule, error] : errors)
            fmt::print(stderr, "EmoBank {}, 3 of each, {}: true RMSE {:.3f}\n", scale, rule, error);
        printRow(fmt::format("readers {} drawn, true RMSE", scale), errors["drawn to the grand mean"], "step",
                 std::min(errors["mean"], errors["constant"]),
                 scale[0] == 'A'       ? 0.290
                     : scale[0] == 'V' ? 0.31
                                       : 0.0);
    }
}

}

void measureRealVotes(const std::filesystem::path& votes)
{
    const Popquorn popquorn = readPopquorn(votes / "popquorn" / "ratings.csv");
    const auto ofThree = scoresOf(popquorn, 3, 3);
    scoresOf(popquorn, 2, 5);
    const auto ofThreeBeside = scoresOf(popquorn, 3, 5);
    const auto ofFive = scoresOf(popquorn, 5, 5);
    const Score& crowd = ofThree.at("ordinal crowd");
    printRow("votes crowd of 3, MAE", crowd.error, "step", ofThree.at("weighted consensus").error, 0.462);
    printRow("votes crowd of 3, true RMSE", crowd.trueError, "step",
             ofThree.at("weighted consensus").trueError, 0.414);
    printRow("votes crowd of 3 for mean of 5", ofThreeBeside.at("ordinal crowd").trueError, "step",
             ofFive.at("mean").trueError, 0.0);
    measureRouting(popquorn, 4);
    measureRouting(popquorn, 6);
    measureClips(votes / "crema-d" / "tabulatedVotes.csv");
    measureFaces(votes.parent_path() / "ferplus");
    measureReaders(votes / "emobank" / "individual_reader_ratings.csv");
}

}
