#include "engine/suspects/label_planting.h"

#include "engine/core/seeded_shuffle.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace engine {

namespace {

class Planter {
public:
    Planter(const PredictionEvidence& evidence, const LabelScale& scale, const SegmentChains& chains,
            std::mt19937_64& random)
        : m_evidence(evidence)
        , m_scale(scale)
        , m_random(random)
        , m_before(evidence.labels.size(), kNobody)
        , m_behind(evidence.labels.size(), kNobody)
        , m_planted{evidence.labels, std::vector<bool>(evidence.labels.size(), false)}
    {
        for (const std::vector<std::size_t>& chain : chains) {
            for (std::size_t t = 1; t < chain.size(); ++t) {
                m_before[chain[t]] = chain[t - 1];
                m_behind[chain[t - 1]] = chain[t];
            }
        }
    }

    PlantedLabels plant(SuspectKind kind, double share)
    {
        const auto wanted
            = static_cast<std::size_t>(std::lround(share * static_cast<double>(m_evidence.labels.size())));
        std::vector<std::size_t> places(m_evidence.labels.size());
        std::iota(places.begin(), places.end(), 0);
        shuffleSeeded(places, m_random);
        for (const std::size_t place : places) {
            if (m_count >= wanted)
                break;
            if (kind == SuspectKind::Shift)
                shiftFrom(place, wanted);
            else if (kind == SuspectKind::Swap)
                swap(place);
            else if (!m_planted.isWrong[place])
                set(place, wrongValue(place, kind));
        }
        return std::move(m_planted);
    }

private:
    static constexpr std::size_t kNobody = static_cast<std::size_t>(-1);

    void set(std::size_t place, double value)
    {
        m_planted.labels[place] = value;
        if (value == m_evidence.labels[place])
            return;
        m_planted.isWrong[place] = true;
        ++m_count;
    }

    /// The label itself where it cannot be wrong in this way.
    double wrongValue(std::size_t place, SuspectKind kind)
    {
        const double label = m_evidence.labels[place];
        const std::vector<double>& classes = m_evidence.classes;
        if (!classes.empty()) {
            const auto own = static_cast<std::size_t>(std::ranges::find(classes, label) - classes.begin());
            return classes[(own + 1 + m_random() % (classes.size() - 1)) % classes.size()];
        }
        if (kind == SuspectKind::Flip) {
            const double fromNeutral = label - m_scale.neutral;
            return std::abs(fromNeutral) >= m_scale.one() - 1e-6 ? m_scale.neutral - fromNeutral : label;
        }
        if (kind == SuspectKind::OffByTwo) {
            const double by = m_random() % 2 == 0 ? m_scale.two() : -m_scale.two();
            const auto isOnScale
                = [&](double value) { return value >= m_scale.low - 1e-6 && value <= m_scale.high + 1e-6; };
            return isOnScale(label + by) ? label + by : isOnScale(label - by) ? label - by : label;
        }
        const double other = m_evidence.labels[m_random() % m_evidence.labels.size()];
        return std::abs(other - label) < 0.5 * m_scale.one() ? label : other;
    }

    void shiftFrom(std::size_t place, std::size_t wanted)
    {
        std::size_t length = 5 + m_random() % 6;
        for (; length > 0 && m_count < wanted && place != kNobody; --length, place = m_behind[place]) {
            if (m_before[place] == kNobody || m_isMoved.contains(place))
                return;
            m_isMoved.insert(place);
            set(place, m_evidence.labels[m_before[place]]);
        }
    }

    void swap(std::size_t place)
    {
        const std::size_t other = m_behind[place];
        if (other == kNobody || m_isMoved.contains(place) || m_isMoved.contains(other)
            || m_evidence.labels[place] == m_evidence.labels[other])
            return;
        m_isMoved.insert(place);
        m_isMoved.insert(other);
        set(place, m_evidence.labels[other]);
        set(other, m_evidence.labels[place]);
    }

    const PredictionEvidence& m_evidence;
    const LabelScale m_scale;
    std::mt19937_64& m_random;
    std::vector<std::size_t> m_before, m_behind; ///< in the video
    PlantedLabels m_planted;
    std::set<std::size_t> m_isMoved;
    std::size_t m_count = 0;
};

}

std::size_t PlantedLabels::count() const
{
    return static_cast<std::size_t>(std::ranges::count(isWrong, true));
}

std::vector<SuspectKind> plantableKinds(const PredictionEvidence& evidence, const SegmentChains& chains)
{
    std::vector<SuspectKind> kinds;
    if (evidence.classes.empty())
        kinds = {SuspectKind::Flip, SuspectKind::OffByTwo, SuspectKind::Uniform};
    else
        kinds = {evidence.classes.size() == 2 ? SuspectKind::Flip : SuspectKind::Uniform};
    if (std::ranges::any_of(chains, [](const auto& chain) { return chain.size() > 1; }))
        kinds.insert(kinds.end(), {SuspectKind::Swap, SuspectKind::Shift});
    return kinds;
}

PlantedLabels plantedLabels(const PredictionEvidence& evidence, const LabelScale& scale,
                            const SegmentChains& chains, SuspectKind kind, double share,
                            std::mt19937_64& random)
{
    return Planter(evidence, scale, chains, random).plant(kind, share);
}

}
