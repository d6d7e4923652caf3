#include "engine/tier_export/all_tiers.h"

#include "engine/annotation/layers.h"
#include "engine/annotation/tier_roles.h"
#include "engine/dataset_opening/recorded_labels.h"

#include <algorithm>

namespace engine {

namespace {

ExchangedTier exchanged(const Annotation& annotation, const Tier& tier)
{
    ExchangedTier result{tier, {}, {}, {}};
    for (const IntervalIndex::Entry& entry : annotation.byTime(tier.id).all())
        result.segments.push_back(*annotation.segment(entry.id));
    return result;
}

std::string mimeTypeOf(const std::filesystem::path& file)
{
    const std::string ending = file.extension().string();
    return ending == ".wav"                     ? "audio/x-wav"
        : ending == ".mpg" || ending == ".mpeg" ? "video/mpeg"
                                                : "video/mp4";
}

}

AllTiers::AllTiers(const Annotation& annotation, const OpenedSequences* dataset)
    : m_annotation(annotation)
    , m_dataset(dataset)
    , m_offsets(projectOffsets(annotation))
    , m_lastTier(annotation.unusedTier() - 1)
    , m_lastSegment(annotation.unusedSegment() - 1)
{
    if (dataset)
        m_videos = dataset->ids;
    for (const auto& [id, tier] : annotation.tiers()) {
        if (!tier.video.empty())
            m_videos.insert(tier.video);
    }
}

std::set<std::string> AllTiers::tierNames() const
{
    std::set<std::string> names;
    for (const auto& [id, tier] : m_annotation.tiers())
        names.insert(tier.name);
    if (m_dataset && m_dataset->withRole(SequenceRole::Words))
        names.insert(kWordsTier);
    if (m_dataset && m_dataset->withRole(SequenceRole::Labels))
        names.insert(kLabelsTier);
    return names;
}

bool AllTiers::hasOwn(const std::string& video, const std::string& name) const
{
    return tierCalled(m_annotation, video, name) != nullptr;
}

void AllTiers::addRecorded(ExchangedTiers& tiers, const Change& change)
{
    Annotation recorded; // alone: a copy of all others would take longer than the reading
    recorded.apply(change);
    for (const auto& [id, tier] : recorded.tiers()) {
        tiers.tiers.push_back(exchanged(recorded, tier));
        m_lastTier = std::max(m_lastTier, id);
        for (const Segment& segment : tiers.tiers.back().segments)
            m_lastSegment = std::max(m_lastSegment, segment.id);
    }
}

ExchangedTiers AllTiers::of(const std::string& video, const std::set<std::string>& names,
                            const std::filesystem::path& folder)
{
    const auto isWanted = [&](const std::string& name) { return names.empty() || names.contains(name); };
    ExchangedTiers result;
    const bool isKnown = m_dataset && m_dataset->ids.contains(video);
    Annotation numbers; // what recorded tiers are numbered after
    const auto afterAll = [&]() -> const Annotation& {
        numbers.reserveTiers(m_lastTier);
        numbers.reserveSegments(m_lastSegment);
        return numbers;
    };
    const SequenceOffsets offsets = offsetsOfVideo(m_offsets, video);
    if (isKnown && isWanted(kWordsTier) && !hasOwn(video, kWordsTier)) {
        const TimedText words = readRecordedWords(*m_dataset, video, offsets);
        const OpenedSequence* sequence = m_dataset->withRole(SequenceRole::Words);
        if (!words.texts.empty())
            addRecorded(result,
                        wordsTier(afterAll(), video, sequence ? sequence->key : std::string(),
                                  words.intervals, words.texts, readSureness(*m_dataset, video, words)));
    }
    if (isKnown && isWanted(kLabelsTier) && !hasOwn(video, kLabelsTier)) {
        const RecordedLabels labels = readRecordedLabels(*m_dataset, video, offsets);
        if (!labels.rows.intervals.empty())
            addRecorded(result, recordedLabelsTier(afterAll(), video, labels, {}));
    }
    std::set<TierId> taken;
    for (const Tier* tier : m_annotation.tiersOf(video)) {
        if (!isWanted(tier->name))
            continue;
        result.tiers.push_back(exchanged(m_annotation, *tier));
        taken.insert(tier->id);
    }
    for (ExchangedTier& tier : result.tiers) {
        if (tier.tier.parent != 0 && !taken.contains(tier.tier.parent)) { // its parent stays behind
            tier.tier.parent = 0;
            tier.tier.constraint = Constraint::None;
            for (Segment& segment : tier.segments)
                segment.parent = 0;
        }
    }
    if (const auto* media = m_dataset ? m_dataset->list.mediaOf(video) : nullptr) {
        const std::filesystem::path file = std::filesystem::absolute(media->file).lexically_normal();
        const std::filesystem::path nearer
            = file.lexically_relative(std::filesystem::absolute(folder).lexically_normal());
        result.media.push_back({"file://" + file.string(),
                                nearer.empty() ? file.filename().string() : nearer.generic_string(),
                                mimeTypeOf(file)});
    }
    return result;
}

}
