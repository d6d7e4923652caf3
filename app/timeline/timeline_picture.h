#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace widgets {
class TimelineView;
}

namespace app {

/// Writes what the timeline shows now, heads included: SVG where the name ends in `.svg`, else PNG with
/// `scale` pixels for one of the screen's. A file that was there is replaced when all of the new one is
/// written. @throws engine::IoError (`io`).
void writeTimelinePicture(const widgets::TimelineView& view, const QString& path, int scale);

/// Asks for name and kind, and writes it. @param tell  gets a sentence: where it lies, or why it does not
void askForTimelinePicture(QWidget* window, const widgets::TimelineView& view,
                           const std::function<void(const QString&)>& tell);

}
