#include "engine/conversations/stretch_kinds.h"

#include <algorithm>

namespace engine {

namespace {

/// The stretches of each speaker: starts and ends both ascend.
class KindTeller {
public:
    KindTeller(std::span<const SpeechStretch> stretches, std::size_t speakers, const TurnOptions& options)
        : m_all(stretches)
        , m_options(options)
        , m_places(speakers)
    {
        for (std::size_t i = 0; i < stretches.size(); ++i)
            m_places[stretches[i].speaker].push_back(i);
    }

    StretchKind kindOf(std::size_t place) const
    {
        const SpeechStretch& one = m_all[place];
        const bool isShort = one.length() <= m_options.backchannelLongest + 1e-9;
        if (isShort && isAlone(place) && anyOther(one, [&](std::size_t who) { return speaksOn(who, one); }))
            return StretchKind::Backchannel;
        return anyOther(one, [&](std::size_t who) { return covers(who, place); }) ? StretchKind::Attempt
                                                                                  : StretchKind::Turn;
    }

private:
    template <typename Test>
    bool anyOther(const SpeechStretch& one, Test test) const
    {
        for (std::size_t who = 0; who < m_places.size(); ++who) {
            if (who != one.speaker && test(who))
                return true;
        }
        return false;
    }

    /// No other stretch of the same speaker lies within `backchannelAlone` of it.
    bool isAlone(std::size_t place) const
    {
        const SpeechStretch& one = m_all[place];
        const std::vector<std::size_t>& own = m_places[one.speaker];
        const auto at = std::ranges::lower_bound(own, place);
        if (at != own.begin() && !(m_all[*(at - 1)].end <= one.start - m_options.backchannelAlone))
            return false;
        return at + 1 == own.end() || m_all[*(at + 1)].start >= one.end + m_options.backchannelAlone;
    }

    /// Through the stretch, or within `backchannelAlone` before and after.
    bool speaksOn(std::size_t who, const SpeechStretch& one) const
    {
        const std::vector<std::size_t>& theirs = m_places[who];
        const auto startOf = [&](std::size_t place) { return m_all[place].start; };
        const auto endOf = [&](std::size_t place) { return m_all[place].end; };
        const auto before = std::ranges::lower_bound(theirs, one.start, {}, startOf);
        if (before == theirs.begin() || endOf(*(before - 1)) < one.start - m_options.backchannelAlone)
            return false;
        const auto after = std::ranges::upper_bound(theirs, one.end, {}, endOf);
        return after != theirs.end() && startOf(*after) <= one.end + m_options.backchannelAlone;
    }

    /// The speaker's last stretch that begins no later is the only one that can last as long.
    bool covers(std::size_t who, std::size_t place) const
    {
        const SpeechStretch& one = m_all[place];
        const std::vector<std::size_t>& theirs = m_places[who];
        const auto behind = std::ranges::upper_bound(theirs, one.start, {},
                                                     [&](std::size_t other) { return m_all[other].start; });
        if (behind == theirs.begin())
            return false;
        const std::size_t last = *(behind - 1);
        return m_all[last].end >= one.end && (m_all[last].length() > one.length() || last < place);
    }

    std::span<const SpeechStretch> m_all;
    const TurnOptions& m_options;
    std::vector<std::vector<std::size_t>> m_places; ///< of each speaker
};

}

void tellKinds(std::span<SpeechStretch> stretches, std::size_t speakers, const TurnOptions& options)
{
    const KindTeller teller(stretches, speakers, options);
    for (std::size_t i = 0; i < stretches.size(); ++i)
        stretches[i].kind = teller.kindOf(i);
}

}
