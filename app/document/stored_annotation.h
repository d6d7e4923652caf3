#pragma once

#include "engine/annotation/annotation.h"

#include <mutex>

namespace app {

/// The annotation of a project at one moment, for tasks. Of a large project most of a copy is its indices, so
/// the thread that has the project copies only what they are made of, and the first who asks makes them.
class StoredAnnotation {
public:
    StoredAnnotation() = default;
    StoredAnnotation(engine::Annotation::Tiers tiers, engine::Annotation::Segments segments,
                     engine::Annotation::Items items);

    /// Any thread may ask. The first time takes O(N log N) of N segments.
    const engine::Annotation& whole() const;

private:
    mutable std::once_flag m_once;
    mutable engine::Annotation::Tiers m_tiers; ///< empty after the first time, as what follows
    mutable engine::Annotation::Segments m_segments;
    mutable engine::Annotation::Items m_items;
    mutable engine::Annotation m_whole;
};

}
