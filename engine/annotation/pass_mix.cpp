#include "engine/annotation/pass_mix.h"

#include "engine/core/seeded_shuffle.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace engine {

namespace {

/// How many a part of a number is; at least one where any are wished.
std::size_t partOf(double part, std::size_t count)
{
    return part <= 0.0 || count == 0
        ? 0
        : std::max<std::size_t>(1, static_cast<std::size_t>(std::llround(part * static_cast<double>(count))));
}

/// The reason of a neighbour, unless it tells something of the segment itself that would not be true here.
ReviewItem disguised(std::size_t unit, const ReviewItem& neighbour)
{
    const bool ofSegment = neighbour.reason == ReviewReason::MissingModality
        || neighbour.reason == ReviewReason::NoWords || neighbour.reason == ReviewReason::TooShort;
    return ofSegment ? ReviewItem{unit, ReviewReason::NotLabelled, 0.0}
                     : ReviewItem{unit, neighbour.reason, neighbour.weight};
}

class PassMixer {
public:
    PassMixer(std::span<const ReviewUnit> units, const std::vector<ReviewItem>& queue,
              const std::set<std::size_t>& gold, const ReviewSettings& settings, const PassMix& mix)
        : m_units(units)
        , m_queue(queue)
        , m_gold(gold)
        , m_settings(settings)
        , m_mix(mix)
        , m_random(settings.seed ^ 0x676f6c64U)
    {
    }

    std::vector<MixedItem> mix()
    {
        if (!m_queue.empty())
            addGold();
        return withRepeats();
    }

private:
    void addGold()
    {
        std::set<std::size_t> further = m_gold;
        std::size_t there = 0;
        for (const ReviewItem& item : m_queue)
            there += further.erase(item.unit);
        std::vector<std::size_t> drawn(further.begin(), further.end());
        shuffleSeeded(drawn, m_random);
        std::set<std::string> videos;
        for (const ReviewItem& item : m_queue)
            videos.insert(m_units[item.unit].video);
        if (m_settings.order == ReviewOrder::Context) // elsewhere they would give themselves away
            std::ranges::stable_partition(
                drawn, [&](std::size_t unit) { return videos.contains(m_units[unit].video); });
        const std::size_t wanted = partOf(m_mix.gold, m_queue.size());
        drawn.resize(std::min(drawn.size(), wanted > there ? wanted - there : 0));
        for (const std::size_t unit : drawn) {
            const std::size_t place = placeFor(
                unit, m_settings.order == ReviewOrder::Context && videos.contains(m_units[unit].video));
            const ReviewItem& neighbour = m_queue[place == 0 ? 0 : place - 1];
            const ReviewItem item = disguised(unit, neighbour);
            m_queue.insert(m_queue.begin() + static_cast<std::ptrdiff_t>(place), item);
        }
    }

    /// Where a segment stands among those of its video, else anywhere.
    std::size_t placeFor(std::size_t unit, bool isInContext)
    {
        if (!isInContext)
            return m_random() % (m_queue.size() + 1);
        const auto place
            = [&](std::size_t of) { return std::tuple(m_units[of].video, m_units[of].span.start, of); };
        const auto next = std::ranges::find_if(
            m_queue, [&](const ReviewItem& item) { return place(item.unit) > place(unit); });
        return static_cast<std::size_t>(next - m_queue.begin());
    }

    std::vector<MixedItem> withRepeats()
    {
        const std::size_t count = m_queue.size();
        const std::size_t apart = std::max<std::size_t>(1, m_mix.apart);
        std::vector<std::size_t> again; // places in the queue
        for (std::size_t place = 0; place + apart <= count; ++place) {
            if (!m_gold.contains(m_queue[place].unit))
                again.push_back(place);
        }
        shuffleSeeded(again, m_random);
        again.resize(std::min(again.size(), partOf(m_mix.repeats, count)));
        std::vector<std::vector<std::size_t>> before(count + 1); // what comes again before each place
        for (const std::size_t place : again) {
            const std::size_t first = place + apart;
            before[first + m_random() % (count + 1 - first)].push_back(place);
        }
        std::vector<MixedItem> mixed;
        for (std::size_t place = 0; place <= count; ++place) {
            for (const std::size_t repeat : before[place])
                mixed.push_back({m_queue[repeat], true});
            if (place < count)
                mixed.push_back({m_queue[place], false});
        }
        return mixed;
    }

    std::span<const ReviewUnit> m_units;
    std::vector<ReviewItem> m_queue;
    const std::set<std::size_t>& m_gold;
    const ReviewSettings& m_settings;
    const PassMix& m_mix;
    std::mt19937 m_random;
};

}

std::vector<MixedItem> mixPass(std::span<const ReviewUnit> units, const std::vector<ReviewItem>& queue,
                               const std::set<std::size_t>& gold, const ReviewSettings& settings,
                               const PassMix& mix)
{
    return PassMixer(units, queue, gold, settings, mix).mix();
}

}
