#pragma once

namespace widgets {

/// Lets screen readers walk through what timelines paint: a group whose children are the tracks that are
/// shown, and of these, as list items, the words or segments. Items come into being when they are asked for,
/// and only the newest few hundred of a track are kept. Once per program, as often as it is called.
void installTimelineAccessibility();

}
