#pragma once

#include "engine/annotation/annotation.h"
#include "widgets/timeline/track_layout.h"

namespace app {

/// The item that holds the timeline's layout.
engine::Item layoutItem(const widgets::TrackLayout& layout);

/// The layout that a project holds; empty where it has none, or one that cannot be read.
widgets::TrackLayout trackLayout(const engine::Annotation& annotation);

/// The object name of the track that shows a tier.
QString trackKey(const std::string& tier);

/// Whether a person locked a track. @param track  its object name
bool isLocked(const engine::Annotation& annotation, const QString& track);

/// Whether a change touches it.
bool touchesLayout(const engine::Change& change);

}
