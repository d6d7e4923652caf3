#include "engine/synchrony/planted.h"

#include "engine/conversations/random.h"

#include <algorithm>
#include <cmath>

namespace engine::planted {

namespace {

/// Autoregressive noise of deviation 1.
std::vector<double> course(Random& random, std::size_t count, double keep)
{
    std::vector<double> noise = random.normals(count);
    for (std::size_t t = 1; t < count; ++t)
        noise[t] = keep * noise[t - 1] + std::sqrt(1.0 - keep * keep) * noise[t];
    return noise;
}

/// A course at any place between its samples; outside its first or last one.
double between(const std::vector<double>& course, double place)
{
    if (!(place > 0.0))
        return course.front();
    const double last = static_cast<double>(course.size() - 1);
    if (place >= last)
        return course.back();
    const auto low = static_cast<std::size_t>(place);
    return course[low] + (place - static_cast<double>(low)) * (course[low + 1] - course[low]);
}

double power(double decibel)
{
    return std::pow(10.0, decibel / 10.0);
}

}

Dyad dyad(std::uint64_t seed, const DyadOptions& options)
{
    constexpr std::size_t far = 100;
    const auto count = static_cast<std::size_t>(options.seconds * options.rate);
    const double keep = std::exp(-1.0 / (options.rate * options.memory));
    Random random(seed);
    const std::vector<double> common = course(random, count + 2 * far, keep);
    Dyad made{course(random, count, keep), course(random, count, keep)};
    const auto lag = static_cast<std::ptrdiff_t>(std::nearbyint(options.lag * options.rate));
    const auto minute = static_cast<std::size_t>(60.0 * options.rate);
    for (std::size_t t = 0; t < count; ++t) {
        const bool isOn = static_cast<double>(t % minute) < options.share * 60.0 * options.rate;
        const double c = isOn ? std::sqrt(options.coupling) : 0.0;
        const double own = std::sqrt(1.0 - c * c);
        const double rise = options.trend * static_cast<double>(t) / static_cast<double>(count);
        const auto late = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(far + t) - lag);
        made.first[t] = c * common[far + t] + own * made.first[t] + rise;
        made.second[t] = c * common[late] + own * made.second[t] + rise;
    }
    return made;
}

Talk talk(std::uint64_t seed, const TalkOptions& options)
{
    Talk made;
    made.duration = 60.0 * options.minutes;
    for (const std::string& id : options.people)
        made.speakers.push_back({id, {}});
    const std::size_t people = made.speakers.size();
    Random random(seed);
    double t = 0.5;
    std::size_t who = 0;
    const auto another = [&] { return (who + 1 + random.below(people - 1)) % people; };
    while (t < made.duration - 8.0) {
        std::vector<Interval>& spans = made.speakers[who].spans;
        double length = 1.2 + 4.8 * random.uniform();
        if (random.uniform() < 0.3) { // a pause inside
            const double cut = t + length * (0.3 + 0.4 * random.uniform());
            spans.push_back({t, cut});
            spans.push_back({cut + 0.4, t + length + 0.4});
            length += 0.4;
        } else {
            spans.push_back({t, t + length});
        }
        if (length > 3.5 && random.uniform() < 3.0 * options.backchannels) {
            const double at = t + 1.3 + (length - 3.2) * random.uniform();
            const std::size_t other = another();
            made.speakers[other].spans.push_back({at, at + 0.25 + 0.35 * random.uniform()});
            ++made.backchannels;
        }
        double gap = options.gap + options.spread * random.normal();
        if (random.uniform() < options.interruptions)
            gap = -0.4 - 0.8 * random.uniform();
        gap = std::max(gap, -1.1);
        const std::size_t next = another();
        made.transitions.push_back({who, next, 0.0, gap, TransitionKind::Gap});
        t += length + gap;
        who = next;
    }
    if (!made.transitions.empty())
        made.transitions.pop_back(); // into a turn that was not spoken
    return made;
}

std::vector<TurnValue> speechValues(std::uint64_t seed, std::size_t turns, double pull, double approach)
{
    Random random(seed);
    std::vector<TurnValue> values;
    double last = 0.0;
    for (std::size_t k = 0; k < turns; ++k) {
        const double deviation = pull * last + std::sqrt(1.0 - pull * pull) * random.normal();
        const double mean = (k % 2 == 1 ? 3.0 : -3.0)
            * (1.0 - approach * static_cast<double>(k) / static_cast<double>(turns - 1));
        values.push_back({k % 2, mean + deviation, 5.0 * static_cast<double>(k)});
        last = deviation;
    }
    return values;
}

TwoMicrophones twoMicrophones(std::uint64_t seed, const MicrophoneOptions& options)
{
    TwoMicrophones made;
    made.talk = talk(seed, {.minutes = options.minutes});
    Random random(seed + 7);
    const auto count = static_cast<std::size_t>(made.talk.duration * options.rate);
    std::vector<std::vector<double>> voices;
    for (const Speaker& speaker : made.talk.speakers) {
        std::vector<double> voice = course(random, count, std::exp(-1.0 / 8.0));
        std::vector<bool> speaks(count, false);
        for (const Interval& span : speaker.spans) {
            const auto end = std::min(static_cast<std::size_t>(span.end * options.rate), count);
            for (auto k = static_cast<std::size_t>(span.start * options.rate); k < end; ++k)
                speaks[k] = true;
        }
        for (std::size_t k = 0; k < count; ++k)
            voice[k] = speaks[k] ? 62.0 + 7.0 * voice[k] : -40.0;
        voices.push_back(std::move(voice));
    }
    const auto level = [&](std::size_t own, std::size_t other, double place) {
        return 10.0
            * std::log10(power(between(voices[own], place))
                         + power(between(voices[other], place) - options.bleed) + power(22.0));
    };
    for (std::size_t k = 0; k < count; ++k)
        made.first.push_back(level(0, 1, static_cast<double>(k)) + random.normal());
    const auto later = static_cast<std::size_t>((made.talk.duration - options.offset) * options.rate);
    for (std::size_t k = 0; k < later; ++k) {
        const double place
            = options.offset * options.rate + static_cast<double>(k) * (1.0 + options.drift * 1e-6);
        made.second.push_back(level(1, 0, place) + random.normal());
    }
    return made;
}

}
