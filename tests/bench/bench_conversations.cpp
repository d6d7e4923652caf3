// Measures of conversations on planted ones (the seeds and bounds of the specification of the measures): how
// often they find what is there, and how long they take. With `--block N` other seeds are drawn; `--only
// NAME` measures a part.
#include "engine/conversations/turn_summary.h"
#include "engine/numbers/quantiles.h"
#include "engine/synchrony/channel_speech.h"
#include "engine/synchrony/lead_lag.h"
#include "engine/synchrony/planted.h"
#include "engine/synchrony/recording_offset.h"
#include "engine/synchrony/synchrony.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <map>
#include <string_view>

#include "tests/bench/bench_row.h"

namespace {

using namespace engine;

std::uint64_t block = 0; // added to all seeds
bool isAllRight = true;

void most(const std::string& name, double measured, const char* unit, double bound, double reference)
{
    isAllRight = bench::printRow(name, measured, unit, bound, reference) && isAllRight;
}

/// A share that has to be large: the row shows what is missing of all.
void least(const std::string& name, double share, double bound, double reference)
{
    most(name + ", missed", std::max(1.0 - share, 0.0), "share", 1.0 - bound + 1e-12, 1.0 - reference);
}

struct SynchronyRates {
    double strength = 0.0; ///< share of seeds with p ≤ 0.05
    double meanAbs = 0.0;
    double lagError = 0.0; ///< seconds, 90 % of the seeds stay below
    double sign = 0.0;
    double leader = 0.0; ///< by peaks
};

SynchronyRates ratesOf(std::size_t seeds, const planted::DyadOptions& made,
                       const SynchronyOptions& options = {})
{
    SynchronyRates rates;
    std::vector<double> errors;
    const auto n = static_cast<double>(seeds);
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        const planted::Dyad dyad = planted::dyad(block + 1000 + seed, made);
        const auto found = synchronyOf(dyad.first, dyad.second, options);
        if (!found || !found->chance)
            std::exit(1);
        rates.strength += (found->chance->pStrength <= 0.05 ? 1.0 : 0.0) / n;
        rates.meanAbs += (found->chance->pMeanAbs <= 0.05 ? 1.0 : 0.0) / n;
        rates.sign += (found->lag * made.lag > 0.0 ? 1.0 : 0.0) / n;
        rates.leader
            += ((found->firstLeads.value_or(0.0) - found->secondLeads.value_or(0.0)) * made.lag > 0.0 ? 1.0
                                                                                                      : 0.0)
            / n;
        errors.push_back(std::abs(found->lag - made.lag));
    }
    rates.lagError = quantile(errors, 0.9);
    return rates;
}

void benchSynchrony()
{
    const SynchronyRates nothing = ratesOf(40, {});
    most("synchrony, nothing, strength", nothing.strength, "share", 0.13, 0.025);
    most("synchrony, nothing, mean |z|", nothing.meanAbs, "share", 0.13, 0.05);
    least("synchrony, r 0.2", ratesOf(40, {.coupling = 0.2}).strength, 0.65, 0.825);
    const SynchronyRates clear = ratesOf(40, {.coupling = 0.3});
    least("synchrony, r 0.3", clear.strength, 0.95, 1.0);
    most("synchrony, r 0.3, lag error", clear.lagError, "s", 0.05, 0.012);
    least("synchrony, r 0.3, sign of the lag", clear.sign, 0.95, 1.0);
    const SynchronyRates strong = ratesOf(40, {.coupling = 0.5});
    least("synchrony, r 0.5", strong.strength, 1.0, 1.0);
    most("synchrony, r 0.5, lag error", strong.lagError, "s", 0.05, 0.006);
    const SynchronyRates late = ratesOf(24, {.coupling = 0.3, .lag = -1.5});
    least("synchrony, r 0.3 at -1.5 s", late.strength, 0.95, 1.0);
    least("synchrony, r 0.3 at -1.5 s, sign of the lag", late.sign, 1.0, 1.0);
    least("synchrony, 60 s, r 0.3", ratesOf(40, {.coupling = 0.3, .seconds = 60.0}).strength, 0.65, 0.825);
    least("synchrony, 60 s, r 0.5", ratesOf(40, {.coupling = 0.5, .seconds = 60.0}).strength, 0.95, 1.0);
    least("synchrony, half of the time, r 0.4", ratesOf(40, {.coupling = 0.4, .share = 0.5}).strength, 0.7,
          0.85);
    most("synchrony, memory 3 s, nothing", ratesOf(40, {.memory = 3.0}).strength, "share", 0.15, 0.075);
    least("synchrony, memory 3 s, r 0.3", ratesOf(40, {.coupling = 0.3, .memory = 3.0}).strength, 0.7, 0.875);
    most("synchrony, both rise, nothing", ratesOf(40, {.trend = 3.0}).strength, "share", 0.13, 0.025);
    SynchronyOptions withLine;
    withLine.isDetrended = false;
    most("synchrony, both rise, line left in", ratesOf(40, {.trend = 3.0}, withLine).strength, "share", 0.13,
         0.025);
    for (const auto& [window, reference] : std::map<double, double>{{4.0, 0.9}, {16.0, 0.9}, {30.0, 0.867}}) {
        SynchronyOptions other;
        other.windows.window = window;
        least("synchrony, r 0.2, window " + std::to_string(static_cast<int>(window)) + " s",
              ratesOf(30, {.coupling = 0.2}, other).strength, 0.65, reference);
    }
    SynchronyOptions shuffle;
    shuffle.chance = SurrogateKind::Shuffle;
    most("synchrony, shuffle, nothing", ratesOf(40, {}, shuffle).strength, "share", 0.13, 0.0);
    least("synchrony, shuffle, r 0.2", ratesOf(40, {.coupling = 0.2}, shuffle).strength, 0.65, 0.825);
}

void benchLeadLag()
{
    for (const double coupling : {0.0, 0.2, 0.5}) {
        double forwards = 0.0, backwards = 0.0;
        for (std::uint64_t seed = 0; seed < 100; ++seed) {
            const planted::Dyad dyad
                = planted::dyad(block + 2000 + seed, {.coupling = coupling, .rate = 5.0});
            const auto there = leadLagOf(dyad.first, dyad.second), back = leadLagOf(dyad.second, dyad.first);
            if (!there || !back)
                std::exit(1);
            forwards += there->chance <= 0.05 ? 0.01 : 0.0;
            backwards += back->chance <= 0.05 ? 0.01 : 0.0;
        }
        if (coupling == 0.0)
            most("lead and lag, nothing", forwards, "share", 0.17, 0.11);
        else if (coupling == 0.5)
            least("lead and lag, r 0.5", forwards, 0.97, 1.0);
        most("lead and lag, backwards", backwards, "share", 0.15, 0.09);
    }
}

void benchTurns(const std::vector<std::string>& people, double reference)
{
    double right = 0.0, planted = 0.0, called = 0.0, calls = 0.0, cuts = 0.0, interrupted = 0.0, error = 0.0;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const planted::Talk talk = planted::talk(block + 3000 + seed, {.people = people});
        const TakenTurns taken = takenTurns(talk.speakers);
        const ConversationFigures figures = conversationFigures(taken, people.size(), talk.duration);
        std::vector<double> ftos;
        for (const TurnTransition& truth : talk.transitions) {
            const auto isIt = [&](const TurnTransition& one) {
                return one.from == truth.from && one.to == truth.to && std::abs(one.fto - truth.fto) < 1e-6;
            };
            right += std::ranges::any_of(taken.transitions, isIt) ? 1.0 : 0.0;
            cuts += truth.fto <= -0.25 ? 1.0 : 0.0;
            ftos.push_back(truth.fto);
        }
        planted += static_cast<double>(talk.transitions.size());
        calls += static_cast<double>(talk.backchannels);
        for (const ParticipantTurns& who : figures.participants) {
            called += static_cast<double>(who.backchannels);
            interrupted += static_cast<double>(who.interruptions);
        }
        error = std::max(error, std::abs(*figures.summary.ftoMedian - median(ftos)));
    }
    const std::string name = "turns of " + std::to_string(people.size());
    least(name + ", FTO exact", right / planted, 0.985, reference);
    most(name + ", interruptions", std::abs(interrupted / cuts - 1.0), "share", 0.05, 0.028);
    least(name + ", backchannels", called / calls, 0.92, 0.95);
    most(name + ", median FTO off", error, "s", 0.05, 0.03);
}

void benchAccommodation()
{
    const auto rates = [](double pull, double approach) {
        std::array<double, 3> found{};
        for (std::uint64_t seed = 0; seed < 60; ++seed) {
            const Accommodation one
                = accommodationOf(planted::speechValues(block + 4000 + seed, 60, pull, approach), {199, 1});
            found[0] += one.proximity.chance <= 0.05 ? 1.0 / 60.0 : 0.0;
            found[1] += one.synchrony.chance <= 0.05 ? 1.0 / 60.0 : 0.0;
            found[2] += one.convergence.chance <= 0.05 ? 1.0 / 60.0 : 0.0;
        }
        return found;
    };
    const auto nothing = rates(0.0, 0.0), little = rates(0.3, 0.0), much = rates(0.6, 0.0);
    most("accommodation, nothing, proximity", nothing[0], "share", 0.12, 0.05);
    most("accommodation, nothing, synchrony", nothing[1], "share", 0.12, 0.03);
    most("accommodation, nothing, convergence", nothing[2], "share", 0.12, 0.03);
    least("accommodation, pull 0.3, proximity", little[0], 0.4, 0.6);
    least("accommodation, pull 0.3, synchrony", little[1], 0.4, 0.63);
    least("accommodation, pull 0.6, proximity", much[0], 0.95, 1.0);
    least("accommodation, pull 0.6, synchrony", much[1], 0.95, 1.0);
    least("accommodation, means come half", rates(0.0, 0.5)[2], 0.8, 0.93);
    least("accommodation, means come together", rates(0.0, 1.0)[2], 0.95, 1.0);
}

void benchRecordings()
{
    for (const double bleed : {20.0, 30.0, 80.0}) {
        double found = 0.0, offset = 0.0, drift = 0.0;
        for (std::uint64_t seed = 0; seed < 10; ++seed) {
            const planted::TwoMicrophones heard
                = planted::twoMicrophones(block + 5000 + seed, {.bleed = bleed});
            const RecordingOffset one = recordingOffset(heard.first, heard.second);
            if (!one.isFound)
                continue;
            found += 0.1;
            offset = std::max(offset, std::abs(one.offset - 1.37));
            drift = std::max(drift, std::abs(one.driftPpm - 40.0));
        }
        const std::string name = "recordings, bleed -" + std::to_string(static_cast<int>(bleed)) + " dB";
        if (bleed > 60.0) {
            most(name + ", found", found, "share", 0.0, 0.0);
            continue;
        }
        least(name, found, 1.0, 1.0);
        most(name + ", offset off", offset * 1000.0, "ms", 10.0, 1.3);
        most(name + ", drift off", drift, "ppm", 8.0, 3.9);
    }
}

void benchChannels()
{
    for (const auto& [bleed, bound] : std::map<double, double>{{30.0, 0.99}, {20.0, 0.99}, {12.0, 0.0}}) {
        double hit = 0.0, found = 0.0, truth = 0.0;
        for (std::uint64_t seed = 0; seed < 10; ++seed) {
            const planted::TwoMicrophones heard = planted::twoMicrophones(
                block + 6000 + seed, {.minutes = 3.0, .offset = 0.0, .drift = 0.0, .bleed = bleed});
            const std::vector<std::vector<double>> levels{heard.first, heard.second};
            const auto speech = channelSpeech(levels);
            const auto isIn = [](const std::vector<Interval>& spans, std::size_t k) {
                return std::ranges::any_of(spans, [&](const Interval& span) {
                    return k >= static_cast<std::size_t>(span.start * 100.0)
                        && k < static_cast<std::size_t>(span.end * 100.0);
                });
            };
            for (std::size_t who = 0; who < 2; ++who) {
                for (std::size_t k = 0; k < heard.first.size(); ++k) {
                    const bool told = isIn(speech[who], k), is = isIn(heard.talk.speakers[who].spans, k);
                    hit += told && is ? 1.0 : 0.0;
                    found += told ? 1.0 : 0.0;
                    truth += is ? 1.0 : 0.0;
                }
            }
        }
        least("channels, bleed -" + std::to_string(static_cast<int>(bleed)) + " dB, F1",
              2.0 * hit / (found + truth), bound, bleed > 15.0 ? 0.999 : 0.81);
    }
}

double millisecondsOf(const std::function<void()>& work)
{
    std::vector<double> times;
    for (int round = 0; round < 5; ++round) {
        const bench::Stopwatch watch;
        work();
        times.push_back(watch.milliseconds());
    }
    return median(times);
}

void benchTimes()
{
    const planted::Dyad ten = planted::dyad(1, {.coupling = 0.3, .seconds = 600.0});
    SynchronyOptions options;
    options.surrogates = 0;
    most("10 minutes at 10 Hz, without chance",
         millisecondsOf([&] { synchronyOf(ten.first, ten.second, options); }), "ms", 50.0, 700.0 / 199.0);
    options.surrogates = 199;
    most("10 minutes at 10 Hz, 199 surrogates",
         millisecondsOf([&] { synchronyOf(ten.first, ten.second, options); }), "ms", 3000.0, 2300.0);
    const planted::Dyad hour = planted::dyad(1, {.coupling = 0.3, .seconds = 3600.0});
    options.surrogates = 0;
    most("2 x 1 h at 10 Hz, without chance",
         millisecondsOf([&] { synchronyOf(hour.first, hour.second, options); }), "ms", 300.0, 0.0);
    options.surrogates = 199;
    most("2 x 1 h at 10 Hz, 199 surrogates",
         millisecondsOf([&] { synchronyOf(hour.first, hour.second, options); }), "ms", 18'000.0, 0.0);
    const planted::Talk day = planted::talk(1, {.minutes = 660.0});
    most("turns of " + std::to_string(takenTurns(day.speakers).turns.size()) + " turns", millisecondsOf([&] {
             const TakenTurns taken = takenTurns(day.speakers);
             conversationFigures(taken, day.speakers.size(), day.duration);
         }),
         "ms", 50.0, 0.0);
    const planted::TwoMicrophones heard = planted::twoMicrophones(1, {.minutes = 60.0});
    most("offset and drift of 2 x 1 h of levels",
         millisecondsOf([&] { recordingOffset(heard.first, heard.second); }), "ms", 2000.0, 0.0);
}

}

int main(int count, char** arguments)
{
    std::string_view only;
    for (int i = 1; i + 1 < count; ++i) {
        if (std::string_view(arguments[i]) == "--block")
            block = std::strtoull(arguments[i + 1], nullptr, 10);
        else if (std::string_view(arguments[i]) == "--only")
            only = arguments[i + 1];
    }
    const std::map<std::string_view, std::function<void()>> parts{
        {"accommodation", benchAccommodation},
        {"channels", benchChannels},
        {"lead_lag", benchLeadLag},
        {"recordings", benchRecordings},
        {"synchrony", benchSynchrony},
        {"times", benchTimes},
        {"turns", [] {
             benchTurns({"ada", "bert"}, 0.995);
             benchTurns({"ada", "bert", "cleo", "dan"}, 0.995);
         }}};
    for (const auto& [name, measure] : parts) {
        if (only.empty() || only == name)
            measure();
    }
    return isAllRight ? 0 : 1;
}
