#pragma once

#include "widgets/timeline/track.h"

namespace widgets {

/// Paints a note beside the pointer that says what lies under it, with a bar in this colour. The canvas must
/// have a pointer. An empty text paints nothing.
void paintPointerNote(const TrackCanvas& canvas, const QString& text, const QColor& colour);

}
