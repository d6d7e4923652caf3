#include "app/document/recorded_tiers.h"

#include "app/document/recorded_tier.h"
#include "engine/annotation/edits.h"
#include "engine/annotation/layers.h"

namespace app {

void RecordedTiers::read(const VideoData& video, const TierName& name)
{
    if (engine::tierCalled(m_annotation, video.id.toStdString(), name))
        return;
    const engine::Change change = recordedTier(m_annotation, video, name);
    m_annotation.apply(change);
    m_ids.insert(change.tiers.front().after->id);
}

void RecordedTiers::remove()
{
    m_annotation.apply(engine::removeTiers(m_annotation, m_ids));
    m_ids.clear();
}

engine::Annotation RecordedTiers::storedAnnotation() const
{
    engine::Annotation stored = m_annotation;
    stored.apply(engine::removeTiers(m_annotation, m_ids));
    return stored;
}

std::shared_ptr<const StoredAnnotation> RecordedTiers::storedForTasks() const
{
    engine::Annotation::Tiers tiers = m_annotation.tiers();
    std::erase_if(tiers, [this](const auto& tier) { return m_ids.contains(tier.first); });
    engine::Annotation::Segments segments;
    if (m_ids.empty()) {
        segments = m_annotation.segments();
    } else {
        segments.reserve(m_annotation.segments().size());
        for (const auto& entry : m_annotation.segments()) {
            if (!m_ids.contains(entry.second.tier))
                segments.insert(entry);
        }
    }
    return std::make_shared<const StoredAnnotation>(std::move(tiers), std::move(segments),
                                                    m_annotation.items());
}

engine::Change RecordedTiers::touchedBy(const engine::Change& change) const
{
    std::set<engine::TierId> touched;
    const auto note = [&](engine::TierId id) {
        if (m_ids.contains(id))
            touched.insert(id);
    };
    for (const auto& replaced : change.tiers) {
        note(replaced.before ? replaced.before->id : replaced.after->id);
        if (replaced.after)
            note(replaced.after->parent);
    }
    for (const auto& replaced : change.segments) {
        if (replaced.before)
            note(replaced.before->tier);
        if (replaced.after)
            note(replaced.after->tier);
    }
    return engine::removeTiers(m_annotation, touched).inverse();
}

const engine::Tier* RecordedTiers::stored(const std::string& video, const TierName& name) const
{
    const engine::Tier* const found = engine::tierCalled(m_annotation, video, name);
    return found && !m_ids.contains(found->id) ? found : nullptr;
}

std::vector<std::string> RecordedTiers::videosWithStored(const TierName& name) const
{
    std::vector<std::string> videos;
    for (const auto& [id, tier] : m_annotation.tiers()) {
        if (tier.name == name && !m_ids.contains(id))
            videos.push_back(tier.video);
    }
    return videos;
}

}
