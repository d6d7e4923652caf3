#include "engine/faces/speaking.h"

#include "engine/faces/face_measures.h"
#include "engine/numbers/pair_sums.h"
#include "engine/numbers/quantiles.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace engine {

namespace {

constexpr double kLevelsPerSecond = 100.0;
constexpr double kAround = 1.5; ///< seconds before and after a frame
constexpr double kTogether = 0.15; ///< the least correlation
constexpr double kFewestFrames = 4; ///< around a frame: of no more nothing is said
constexpr double kMoves = 0.008; ///< the least standard deviation of a mouth's opening
constexpr float kLoud = 25.0F; ///< dB below the loudest twentieth that still count as sound
constexpr double kLeastSeen = 3.0; ///< seconds
constexpr std::ptrdiff_t kStretches = 10; ///< of a video that are compared
constexpr double kLeastError = 0.01; ///< seconds

/// The loudness of each level: 1 is full scale, compressed as the ear does.
std::vector<double> loudnessOf(std::span<const float> levels)
{
    std::vector<double> loudness(levels.size());
    std::transform(levels.begin(), levels.end(), loudness.begin(),
                   [](float level) { return std::pow(10.0, static_cast<double>(level) / 40.0); });
    return loudness;
}

/// The mean over a span of time; 0 outside of the sound.
double meanOver(std::span<const double> loudness, double from, double to)
{
    const auto first = static_cast<std::size_t>(std::max(0.0, std::round(from * kLevelsPerSecond)));
    const auto last = std::min(
        loudness.size(),
        std::max(first + 1, static_cast<std::size_t>(std::max(0.0, std::round(to * kLevelsPerSecond)))));
    if (first >= last)
        return 0.0;
    return std::accumulate(loudness.begin() + static_cast<std::ptrdiff_t>(first),
                           loudness.begin() + static_cast<std::ptrdiff_t>(last), 0.0)
        / static_cast<double>(last - first);
}

/// For each sight, how much the mouth goes with the sound around it; 0 where it does not, or hardly moves.
std::vector<double> evidenceOf(const FaceTracks& tracks, const FacePerson& person,
                               std::span<const double> loudness)
{
    std::vector<double> mouth;
    std::vector<double> sound;
    std::vector<double> times;
    for (const StoredSight& sight : person.sights) {
        const Interval frame = tracks.frames[sight.frame];
        mouth.push_back(static_cast<double>(measuresOf(landmarksOf(sight)).mouthOpen));
        sound.push_back(meanOver(loudness, frame.start, frame.end));
        times.push_back(frame.start);
    }
    std::vector<double> evidence(times.size());
    PairSums window;
    std::size_t first = 0;
    std::size_t next = 0;
    for (std::size_t i = 0; i < times.size(); ++i) {
        for (; next < times.size() && times[next] <= times[i] + kAround; ++next)
            window.add(mouth[next], sound[next]);
        for (; times[first] < times[i] - kAround; ++first)
            window.remove(mouth[first], sound[first]);
        const std::optional<double> r = window.correlation();
        if (window.size() > kFewestFrames && r && *r > kTogether && window.deviationOfFirst() > kMoves)
            evidence[i] = *r * window.deviationOfFirst();
    }
    return evidence;
}

/// Which levels are sound, with what lies up to 0.2 s around it.
std::vector<bool> soundingOf(std::span<const float> levels)
{
    if (levels.empty())
        return {};
    const float loud = atRank(std::vector<float>(levels.begin(), levels.end()), levels.size() * 19 / 20);
    const float least = std::max(-70.0F, loud - kLoud);
    std::vector<bool> sounding(levels.size());
    constexpr std::size_t around = 20;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        if (levels[i] < least)
            continue;
        for (std::size_t at = i > around ? i - around : 0; at < std::min(levels.size(), i + around); ++at)
            sounding[at] = true;
    }
    return sounding;
}

/// A mouth's opening 100 times a second, between the middles of frames; what is not seen counts as the mean.
std::vector<double> mouthOverTime(const FaceTracks& tracks, const FacePerson& person, std::size_t count)
{
    std::vector<double> result(count);
    std::vector<bool> isSeen(count);
    double sum = 0.0;
    double seen = 0.0;
    for (std::size_t i = 0; i + 1 < person.sights.size(); ++i) {
        const Interval a = tracks.frames[person.sights[i].frame];
        const Interval b = tracks.frames[person.sights[i + 1].frame];
        if (person.sights[i].frame + 1 != person.sights[i + 1].frame)
            continue;
        const double from = (a.start + a.end) / 2.0;
        const double to = (b.start + b.end) / 2.0;
        const auto opening = [&](std::size_t k) {
            return static_cast<double>(measuresOf(landmarksOf(person.sights[k])).mouthOpen);
        };
        const double first = opening(i);
        const double last = opening(i + 1);
        for (auto k = static_cast<std::size_t>(std::max(0.0, std::ceil(from * kLevelsPerSecond - 0.5)));
             k < count && (static_cast<double>(k) + 0.5) / kLevelsPerSecond < to; ++k) {
            const double part = ((static_cast<double>(k) + 0.5) / kLevelsPerSecond - from) / (to - from);
            result[k] = first + (last - first) * part;
            isSeen[k] = true;
            sum += result[k];
            seen += 1.0;
        }
    }
    for (std::size_t k = 0; k < count; ++k)
        result[k] = isSeen[k] ? result[k] - sum / seen : 0.0;
    return seen >= kLeastSeen * kLevelsPerSecond ? result : std::vector<double>();
}

/// Sums of products of mouth and loudness for each lag from −lags to lags, by parts of the video.
std::vector<std::vector<double>> productsOf(const std::vector<double>& mouth,
                                            const std::vector<double>& loudness, std::ptrdiff_t lags)
{
    const auto count = static_cast<std::ptrdiff_t>(mouth.size());
    std::vector<std::vector<double>> parts;
    for (std::ptrdiff_t part = 0; part < kStretches; ++part) {
        const std::ptrdiff_t first = count * part / kStretches;
        const std::ptrdiff_t last = count * (part + 1) / kStretches;
        std::vector<double>& sums = parts.emplace_back();
        for (std::ptrdiff_t lag = -lags; lag <= lags; ++lag) { // the sound is late by so many levels
            const std::ptrdiff_t from = std::max(first, -lag);
            const std::ptrdiff_t to = std::min(last, count - lag);
            sums.push_back(from < to ? std::inner_product(mouth.begin() + from, mouth.begin() + to,
                                                          loudness.begin() + from + lag, 0.0)
                                     : 0.0);
        }
    }
    return parts;
}

/// Where a series is highest, between its places: the top of the parabola through three of them.
double peakOf(const std::vector<double>& series)
{
    const auto best = std::max_element(series.begin(), series.end());
    const auto place = static_cast<double>(best - series.begin());
    if (best == series.begin() || best + 1 == series.end())
        return place;
    const double bend = *(best - 1) - 2.0 * *best + *(best + 1);
    return place + (bend < 0.0 ? 0.5 * (*(best - 1) - *(best + 1)) / bend : 0.0);
}

/// The standard error of the peak of `all`, by leaving out one of its parts after the other.
double jackknife(const std::vector<double>& all, const std::vector<std::vector<double>>& parts)
{
    std::vector<double> peaks;
    for (const std::vector<double>& part : parts) {
        std::vector<double> rest(all.size());
        std::transform(all.begin(), all.end(), part.begin(), rest.begin(), std::minus());
        peaks.push_back(peakOf(rest));
    }
    const auto count = static_cast<double>(peaks.size());
    const double mean = std::accumulate(peaks.begin(), peaks.end(), 0.0) / count;
    double squares = 0.0;
    for (const double peak : peaks)
        squares += (peak - mean) * (peak - mean);
    return std::sqrt(squares * (count - 1.0) / count);
}

}

FaceTracks withSpeaking(FaceTracks tracks, std::span<const float> levels)
{
    const std::vector<double> loudness = loudnessOf(levels);
    const std::vector<bool> sounding = soundingOf(levels);
    std::vector<double> most(tracks.frames.size());
    std::vector<std::size_t> speaker(tracks.frames.size(), tracks.people.size());
    for (std::size_t p = 0; p < tracks.people.size(); ++p) {
        const std::vector<double> evidence = evidenceOf(tracks, tracks.people[p], loudness);
        for (std::size_t i = 0; i < evidence.size(); ++i) {
            const std::size_t frame = tracks.people[p].sights[i].frame;
            if (evidence[i] > most[frame]) {
                most[frame] = evidence[i];
                speaker[frame] = p;
            }
        }
    }
    for (std::size_t p = 0; p < tracks.people.size(); ++p) {
        for (StoredSight& sight : tracks.people[p].sights) {
            const Interval frame = tracks.frames[sight.frame];
            const auto level
                = static_cast<std::size_t>(std::max(0.0, (frame.start + frame.end) / 2.0 * kLevelsPerSecond));
            sight.isSpeaking = speaker[sight.frame] == p && level < sounding.size() && sounding[level];
        }
    }
    return tracks;
}

FaceTracks withSpeaker(FaceTracks tracks, std::size_t person, Interval span)
{
    for (FacePerson& someone : tracks.people) {
        for (StoredSight& sight : someone.sights) {
            const double start = tracks.frames[sight.frame].start;
            if (start >= span.start && start < span.end)
                sight.isSpeaking = someone.id == person;
        }
    }
    return tracks;
}

std::optional<SoundOffset> soundOffset(const FaceTracks& tracks, std::span<const float> levels, double reach)
{
    if (tracks.people.empty() || levels.empty())
        return std::nullopt;
    const std::vector<double> mouth = mouthOverTime(tracks, tracks.people.front(), levels.size());
    if (mouth.empty())
        return std::nullopt;
    std::vector<double> loudness = loudnessOf(levels);
    const double mean
        = std::accumulate(loudness.begin(), loudness.end(), 0.0) / static_cast<double>(loudness.size());
    for (double& value : loudness)
        value -= mean;
    const auto squares = [](const std::vector<double>& values) {
        return std::inner_product(values.begin(), values.end(), values.begin(), 0.0);
    };
    const double norm = std::sqrt(squares(mouth) * squares(loudness));
    if (norm <= 0.0)
        return std::nullopt;
    const auto lags = static_cast<std::ptrdiff_t>(reach * kLevelsPerSecond);
    const std::vector<std::vector<double>> parts = productsOf(mouth, loudness, lags);
    std::vector<double> all(parts.front().size());
    for (const std::vector<double>& part : parts)
        std::transform(all.begin(), all.end(), part.begin(), all.begin(), std::plus());
    const double most = *std::max_element(all.begin(), all.end()) / norm;
    if (most < kTogether)
        return std::nullopt;
    return SoundOffset{(peakOf(all) - static_cast<double>(lags)) / kLevelsPerSecond, most,
                       std::max(kLeastError, jackknife(all, parts) / kLevelsPerSecond)};
}

}
