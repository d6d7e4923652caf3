#pragma once

#include <random>

#include "tests/support/annotations.h"

/// Edits drawn at random, and annotations that they make.
namespace engine::test {

/// A tier of this kind below tier 1, or beside it when it depends on nothing.
inline Tier dependentTier(TierId id, TierKind kind, Constraint constraint, bool overlapping)
{
    Tier result = tier(id, "tier " + std::to_string(id));
    result.kind = kind;
    result.constraint = constraint;
    result.parent = constraint == Constraint::None ? 0 : 1;
    result.overlapping = overlapping;
    result.rate = kind == TierKind::Continuous ? 10.0 : 0.0;
    return result;
}

/// Intervals, a subdivision and an ordered list below them, and a fourth below the subdivision.
inline std::vector<Tier> tiersOfManyKinds()
{
    using enum Constraint;
    Tier grandchild = dependentTier(4, TierKind::Interval, SymbolicAssociation, false);
    grandchild.parent = 2;
    return {dependentTier(1, TierKind::Interval, None, false),
            dependentTier(2, TierKind::Interval, TimeSubdivision, false),
            dependentTier(3, TierKind::Interval, SymbolicSubdivision, true), grandchild};
}

/// Draws edits on the tiers that there are; most are sensible, some are not.
class EditGenerator {
public:
    explicit EditGenerator(unsigned seed) : m_random(seed) { }

    int below(int bound) { return std::uniform_int_distribution(0, bound - 1)(m_random); }

    Change draw(const Annotation& annotation)
    {
        const Tier& tier
            = std::next(annotation.tiers().begin(), below(static_cast<int>(annotation.tiers().size())))
                  ->second;
        const SegmentId any = drawSegment(annotation, tier.id);
        if (any == 0 || below(4) == 0)
            return insertSegment(annotation, newSegment(annotation, tier));
        switch (below(8)) {
        case 0:
            return removeSegments(annotation, std::vector<SegmentId>{any});
        case 1:
        case 2:
            return moveEdge(annotation, any, below(2) == 0, drawTime(), static_cast<EdgeMode>(below(3)));
        case 3:
            return splitSegment(annotation, any, drawTime(), "b");
        case 4:
            return mergeSegments(annotation, any, drawSegment(annotation, tier.id));
        case 5:
            return setText(annotation, any, std::string(1, static_cast<char>('a' + below(26))));
        case 6:
            return setValue(annotation, any, "sentiment",
                            below(4) == 0
                                ? std::nullopt
                                : std::optional(LabelValue{below(8) - 3.0, {"ada", below(100), 1, "video"}}));
        default:
            return shiftSegments(annotation, std::vector<SegmentId>{any, drawSegment(annotation, tier.id)},
                                 test::ticks(below(9) - 4));
        }
    }

private:
    TimePoint drawTime() { return TimePoint::ofTicks(test::ticks(below(60)) / 2); }

    SegmentId drawSegment(const Annotation& annotation, TierId tier)
    {
        const std::vector<IntervalIndex::Entry> all = annotation.byTime(tier).all();
        return all.empty() ? 0 : all[static_cast<std::size_t>(below(static_cast<int>(all.size())))].id;
    }

    Segment newSegment(const Annotation& annotation, const Tier& tier)
    {
        Segment segment;
        segment.tier = tier.id;
        segment.start = drawTime();
        segment.end = TimePoint::ofTicks(segment.start.ticks + test::ticks(below(12)) / 2);
        if (tier.kind == TierKind::Point)
            segment.end = segment.start;
        if (tier.kind == TierKind::Continuous)
            segment.samples.resize(static_cast<std::size_t>(static_cast<double>(segment.length())
                                                            / kTicksPerSecond * tier.rate));
        if (tier.parent == 0)
            return segment;
        segment.parent = drawSegment(annotation, tier.parent);
        const Segment* parent = annotation.segment(segment.parent);
        if (parent && (isSymbolic(tier) || below(2) == 0)) {
            segment.start = parent->start;
            segment.end = parent->end;
            for (const Segment* sibling : annotation.childrenOf(segment.parent))
                segment.order += sibling->tier == tier.id ? 1 : 0;
        }
        if (tier.constraint != Constraint::SymbolicSubdivision)
            segment.order = 0;
        return segment;
    }

    std::mt19937 m_random;
};

/// Does so many random edits; those that are refused do not count.
inline void editAtRandom(Annotation& annotation, EditGenerator& generator, int count)
{
    for (int done = 0, tried = 0; done < count && tried < 100 * count; ++tried) {
        try {
            const Change change = generator.draw(annotation);
            annotation.apply(change);
            done += change.empty() ? 0 : 1;
        } catch (const Refused&) { // the next may do
        }
    }
}

/// Tiers of many kinds, filled by so many random edits.
inline Annotation annotationAtRandom(EditGenerator& generator, int edits)
{
    Annotation annotation;
    for (const Tier& each : tiersOfManyKinds())
        annotation.apply({{{std::nullopt, each}}, {}, {}});
    editAtRandom(annotation, generator, edits);
    return annotation;
}

}
