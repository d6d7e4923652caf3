#include "engine/annotation/tier_edits.h"

#include "engine/annotation/edits.h"
#include "engine/annotation/layers.h"

#include <algorithm>
#include <fmt/format.h>

namespace engine {

namespace {

const Tier& existing(const Annotation& annotation, TierId id)
{
    const Tier* tier = annotation.tier(id);
    if (!tier)
        throw Refused("This tier is not there any more.");
    return *tier;
}

int placeBelow(const Annotation& annotation, const std::string& video)
{
    int last = -1;
    for (const Tier* tier : annotation.tiersOf(video))
        last = std::max(last, tier->order);
    return last + 1;
}

/// What becomes of the labels of one tier, which may differ from video to video.
class LabelRevisions {
public:
    LabelRevisions(const std::vector<LabelScheme>& labels, const TierRevision& revision)
    {
        for (const LabelRevision& wanted : revision.labels) {
            const LabelScheme* before = labelBefore(revision, wanted);
            const auto own
                = std::ranges::find(labels, before ? before->name : wanted.now.name, &LabelScheme::name);
            const bool isThere = own != labels.end() && (before || !revision.before.label(own->name));
            if (before && !isThere)
                continue; // this video never had it
            m_labels.push_back(wanted.now);
            if (before)
                m_labels.back().scale = scaleNow(own->scale, before->scale, wanted);
            if (isThere)
                m_became[own->name] = {wanted.now.name, wanted.terms};
        }
        for (const LabelScheme& own : labels) { // that only this video has
            if (!revision.before.label(own.name) && !m_became.contains(own.name)) {
                m_became[own.name] = {own.name, {}};
                m_labels.push_back(own);
            }
        }
    }

    const std::vector<LabelScheme>& labels() const { return m_labels; }

    std::map<std::string, LabelValue> values(const std::map<std::string, LabelValue>& before) const
    {
        std::map<std::string, LabelValue> after;
        for (const auto& [label, value] : before) {
            const auto now = m_became.find(label);
            if (now == m_became.end())
                continue;
            LabelValue carried = value;
            const auto* term = std::get_if<std::string>(&value.value);
            if (const auto other = term ? now->second.terms.find(*term) : now->second.terms.end();
                other != now->second.terms.end())
                carried.value = other->second;
            after[now->second.name] = std::move(carried);
        }
        return after;
    }

private:
    using Scale = decltype(LabelScheme::scale);
    struct Became {
        std::string name;
        std::map<std::string, std::string> terms;
    };

    /// One that is called as another was until now is new, too.
    static const LabelScheme* labelBefore(const TierRevision& revision, const LabelRevision& wanted)
    {
        const bool isTaken = std::ranges::find(revision.labels, wanted.now.name, &LabelRevision::was)
            != revision.labels.end();
        if (wanted.was.empty())
            return isTaken ? nullptr : revision.before.label(wanted.now.name);
        return revision.before.label(wanted.was);
    }

    /// Its own, as long as nobody changed it; terms that only this video has stay.
    static Scale scaleNow(const Scale& own, const Scale& before, const LabelRevision& wanted)
    {
        if (wanted.now.scale == before)
            return own;
        const auto* there = std::get_if<Vocabulary>(&own);
        const auto* known = std::get_if<Vocabulary>(&before);
        Scale now = wanted.now.scale;
        auto* terms = std::get_if<Vocabulary>(&now);
        for (std::size_t i = 0; there && known && terms && i < there->terms.size(); ++i) {
            const Term& term = there->terms[i];
            if (std::ranges::find(known->terms, term.name, &Term::name) == known->terms.end()
                && std::ranges::find(terms->terms, term.name, &Term::name) == terms->terms.end())
                terms->terms.push_back(term);
        }
        return now;
    }

    std::vector<LabelScheme> m_labels;
    std::map<std::string, Became> m_became; ///< by the old name
};

/// The tier with everything but its labels as it becomes.
Tier revised(const Annotation& annotation, const Tier& tier, const TierRevision& revision)
{
    const Tier& before = revision.before;
    const Tier& after = revision.after;
    Tier now = tier;
    const auto take = [&](auto field) {
        if (before.*field != after.*field)
            now.*field = after.*field;
    };
    take(&Tier::name);
    take(&Tier::kind);
    take(&Tier::rate);
    take(&Tier::constraint);
    take(&Tier::overlapping);
    take(&Tier::annotator);
    take(&Tier::participant);
    take(&Tier::colour);
    if (before.parent == after.parent)
        return now;
    const Tier* above = after.parent == 0 ? nullptr : &existing(annotation, after.parent);
    const Tier* parent = above ? tierCalled(annotation, tier.video, above->name) : nullptr;
    if (above && !parent)
        throw Refused(
            fmt::format("{} has no tier {} that {} could hang on.", tier.video, above->name, tier.name));
    now.parent = parent ? parent->id : 0;
    return now;
}

/// The tier becomes another, its segments' values follow.
void revise(Change& change, const Annotation& annotation, const Tier& before, Tier after,
            const LabelRevisions& labels)
{
    const auto segments = annotation.byTime(before.id).all();
    if (!segments.empty()
        && (before.kind != after.kind || before.parent != after.parent
            || before.constraint != after.constraint || before.rate != after.rate))
        throw Refused(fmt::format(
            "{} has segments: its kind, its parent tier and its rate stay as long as it has.", before.name));
    if (before != after)
        change.tiers.push_back({before, std::move(after)});
    for (const IntervalIndex::Entry& entry : segments) {
        const Segment& segment = *annotation.segment(entry.id);
        Segment carried = segment;
        carried.values = labels.values(segment.values);
        if (carried != segment)
            change.segments.push_back({segment, std::move(carried)});
    }
}

}

Change addTier(const Annotation& annotation, Tier tier)
{
    tier.id = annotation.unusedTier();
    tier.order = placeBelow(annotation, tier.video);
    Change change;
    change.tiers.push_back({std::nullopt, std::move(tier)});
    return change;
}

Change reviseTiers(const Annotation& annotation, const TierRevision& revision)
{
    const auto tiers = tiersCalled(annotation, revision.before.name);
    if (tiers.empty())
        throw Refused("This tier is not there any more.");
    Change change;
    for (const auto& [video, tier] : tiers) {
        Tier now = revised(annotation, *tier, revision);
        const LabelRevisions labels(tier->labels, revision);
        now.labels = labels.labels();
        revise(change, annotation, *tier, std::move(now), labels);
        for (const Tier* layer : annotation.tiersOf(video)) {
            if (layer->parent != tier->id || layer->constraint != Constraint::SymbolicAssociation
                || layer->labels != tier->labels)
                continue;
            Tier follower = *layer;
            follower.labels = labels.labels();
            revise(change, annotation, *layer, std::move(follower), labels);
        }
    }
    return change;
}

Change removeTierTrees(const Annotation& annotation, std::set<TierId> ids)
{
    for (bool grew = true; grew;) {
        grew = false;
        for (const auto& [id, tier] : annotation.tiers())
            grew = (ids.contains(tier.parent) && ids.insert(id).second) || grew;
    }
    return removeTiers(annotation, ids);
}

Change copyTiers(const Annotation& annotation, const std::set<TierId>& ids, const std::string& name)
{
    Change change;
    TierId nextTier = annotation.unusedTier();
    SegmentId nextSegment = annotation.unusedSegment();
    for (const TierId id : ids) {
        Tier copy = existing(annotation, id);
        copy.id = nextTier++;
        copy.order = placeBelow(annotation, copy.video);
        copy.name = name;
        copy.parent = 0;
        copy.constraint = Constraint::None;
        copy.source.clear();
        copy.locked = false;
        for (const IntervalIndex::Entry& entry : annotation.byTime(id).all()) {
            Segment segment = *annotation.segment(entry.id);
            segment.id = nextSegment++;
            segment.tier = copy.id;
            segment.parent = 0;
            segment.order = 0;
            segment.sourceRow = -1;
            change.segments.push_back({std::nullopt, std::move(segment)});
        }
        change.tiers.push_back({std::nullopt, std::move(copy)});
    }
    return change;
}

}
