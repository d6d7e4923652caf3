#include "app/document/stored_annotation.h"

#include <utility>

namespace app {

StoredAnnotation::StoredAnnotation(engine::Annotation::Tiers tiers, engine::Annotation::Segments segments,
                                   engine::Annotation::Items items)
    : m_tiers(std::move(tiers))
    , m_segments(std::move(segments))
    , m_items(std::move(items))
{
}

const engine::Annotation& StoredAnnotation::whole() const
{
    std::call_once(m_once, [this] {
        m_whole = engine::Annotation(std::exchange(m_tiers, {}), std::exchange(m_segments, {}),
                                     std::exchange(m_items, {}));
    });
    return m_whole;
}

}
