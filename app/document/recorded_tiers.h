#pragma once

#include "app/document/stored_annotation.h"
#include "app/document/tier_views.h"
#include "app/document/video_data.h"
#include "engine/annotation/annotation.h"

#include <memory>
#include <set>

namespace app {

/// The tiers of an annotation that are as their files have them. They are no part of the project until an
/// edit touches them, so that what nobody edited follows its file.
class RecordedTiers {
public:
    explicit RecordedTiers(engine::Annotation& annotation) : m_annotation(annotation) { }

    /// Adds a tier of a video from its files. Does nothing where the annotation has that tier.
    void read(const VideoData& video, const TierName& name);
    /// Takes all of them out of the annotation.
    void remove();
    /// The annotation is another one.
    void clear() { m_ids.clear(); }
    /// A tier became part of the project.
    void noteStored(engine::TierId id) { m_ids.erase(id); }

    /// The annotation without them.
    engine::Annotation storedAnnotation() const;
    /// The same for tasks; a quarter of the time for the thread that asks.
    std::shared_ptr<const StoredAnnotation> storedForTasks() const;
    /// The change that adds to a project those of them that `change` touches, as they are before it.
    engine::Change touchedBy(const engine::Change& change) const;

    /// A tier that the project has; null: there is none.
    const engine::Tier* stored(const std::string& video, const TierName& name) const;
    /// Videos of which the project has a tier of this name.
    std::vector<std::string> videosWithStored(const TierName& name) const;

private:
    engine::Annotation& m_annotation;
    std::set<engine::TierId> m_ids;
};

}
