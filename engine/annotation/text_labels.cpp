#include "engine/annotation/text_labels.h"

#include "engine/annotation/edits.h"

#include <fmt/format.h>

namespace engine {

Change labelOfTexts(const Annotation& annotation, const std::set<TierId>& tiers,
                    const std::vector<LabelScheme>& usual)
{
    const TextsAsLabel texts = textsAsLabel(annotation, tiers, usual);
    if (texts.kind == TextsAsLabel::Kind::Nothing)
        throw Refused("There are no texts here that could become a label.");
    if (texts.kind == TextsAsLabel::Kind::Texts)
        throw Refused(fmt::format("The texts ({} different ones) are neither numbers nor few short classes.",
                                  texts.different));
    Change change;
    for (const TierId id : tiers) {
        const Tier* tier = annotation.tier(id);
        if (!tier || !tier->labels.empty())
            continue;
        Tier labelled = *tier;
        labelled.labels = {texts.label};
        change.tiers.push_back({*tier, std::move(labelled)});
        for (const IntervalIndex::Entry& entry : annotation.byTime(id).all()) {
            const Segment& segment = *annotation.segment(entry.id);
            auto value = valueOfText(texts, segment.text);
            if (!value)
                continue;
            Segment after = segment;
            after.values[texts.label.name] = {*std::move(value), {}};
            change.segments.push_back({segment, std::move(after)});
        }
    }
    return change;
}

}
