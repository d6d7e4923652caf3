#pragma once

namespace widgets {

/// Lets screen readers walk through what timelines paint: a timeline is a group, its children are the tracks
/// that are shown, and their children, as list items, the words or segments. Items are made on request, and
/// only the newest few hundred of a track are kept. Calling this more than once has no further effect.
void installTimelineAccessibility();

}
