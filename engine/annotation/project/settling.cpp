#include "engine/annotation/project/settling.h"

#include "engine/annotation/edits.h"
#include "engine/annotation/layers.h"
#include "engine/annotation/project/fitting.h"

namespace engine::settling {

namespace {

bool isRemark(const std::string& field)
{
    return field == "the comment" || field == "the flag" || field == "the confidence";
}

}

bool isTime(const std::string& field)
{
    return field == "the start" || field == "the end";
}

ConflictKind kindOf(const Annotation& annotation, TierId tierId, const std::string& field)
{
    if (isTime(field))
        return ConflictKind::Times;
    if (isRemark(field))
        return ConflictKind::Remark;
    if (field == "the text")
        return ConflictKind::Text;
    if (field.starts_with("the "))
        return ConflictKind::Other;
    const Tier* tier = annotation.tier(tierId);
    const auto layer = tier ? layerOfTier(annotation, *tier) : std::nullopt;
    return !layer ? ConflictKind::Label : layer->isSettled ? ConflictKind::Settled : ConflictKind::Answer;
}

Provenance saidBy(const Annotation& annotation, const Segment& segment, const std::string& field)
{
    if (const auto label = segment.values.find(field); label != segment.values.end())
        return label->second.by;
    const Tier* tier = annotation.tier(segment.tier);
    if (!tier)
        return {};
    Provenance by;
    by.annotator = tier->annotator;
    if (layerOfTier(annotation, *tier)) {
        for (const auto& [label, value] : segment.values) {
            if (value.by.when > by.when)
                by = value.by;
        }
    }
    return by;
}

bool canBeBoth(const Conflict& conflict, const Segment& mine, const Segment& theirs)
{
    if (conflict.kind == ConflictKind::Label) {
        const auto one = mine.values.find(conflict.what);
        const auto other = theirs.values.find(conflict.what);
        return one != mine.values.end() && other != theirs.values.end() && !one->second.by.annotator.empty()
            && !other->second.by.annotator.empty() && one->second.by.annotator != other->second.by.annotator;
    }
    return conflict.what == "the comment" && !mine.comment.empty() && !theirs.comment.empty();
}

void give(Annotation& annotation, const Answer& answer)
{
    const Segment* segment = annotation.segment(answer.segment);
    const Tier* tier = segment ? annotation.tier(segment->tier) : nullptr;
    if (!tier)
        return;
    const Layer layer = annotatorLayer(tier->name, answer.value.by.annotator, 1);
    Change change = judge(annotation, answer.segment, layer,
                          [&](Segment& said) { said.values.emplace(answer.label, answer.value); });
    change.ignoresLocks = true;
    annotation.apply(change);
}

std::string replace(Annotation& annotation, const Segment& segment)
{
    const Tier* tier = annotation.tier(segment.tier);
    if (!tier)
        return "Its tier is not there.";
    std::vector<SegmentId> inTheWay;
    if (!tier->overlapping && !isSymbolic(*tier)) {
        for (const auto& entry :
             annotation.byTime(tier->id).spanning(segment.start.ticks, segment.end.ticks)) {
            const Segment& other = *annotation.segment(entry.id);
            if (other.id != segment.id && other.start < segment.end && segment.start < other.end)
                inTheWay.push_back(other.id);
        }
    }
    Change removal;
    if (!inTheWay.empty())
        removal = removeSegments(annotation, inTheWay);
    removal.ignoresLocks = true;
    if (const std::string why = fitting::refusal(annotation, removal); !why.empty())
        return why;
    const Segment* now = annotation.segment(segment.id);
    Change change{{}, {{now ? std::optional(*now) : std::nullopt, segment}}, {}};
    change.ignoresLocks = true;
    const std::string why = fitting::refusal(annotation, change);
    if (!why.empty())
        annotation.apply(removal.inverse());
    return why;
}

}
