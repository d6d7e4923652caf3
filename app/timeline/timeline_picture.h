#pragma once

#include "app/export/picture_file.h"

namespace widgets {
class TimelineView;

}

namespace app {

/// A picture of the timeline as it is shown now, heads included: SVG when the path ends in `.svg`, else PNG
/// with `scale` pixels for each pixel of the screen.
QByteArray timelinePicture(const widgets::TimelineView& view, const QString& path, int scale);

/// Asks the person for a name and format, and writes the picture in the background. @param tell  receives a
/// sentence that names the file, or says why it could not be written
void askForTimelinePicture(QWidget* window, const widgets::TimelineView& view, Tasks& tasks,
                           const std::function<void(const QString&)>& tell);

}
