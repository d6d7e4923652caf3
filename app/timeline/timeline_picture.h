#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

class QWidget;

namespace widgets {
class TimelineView;
}

namespace app {

class Jobs;

/// What the timeline shows now, heads included: SVG where the path ends in `.svg`, else PNG with `scale`
/// pixels for one of the screen's.
QByteArray timelinePicture(const widgets::TimelineView& view, const QString& path, int scale);

/// Writes it. A file that was there is replaced when all of the new one is written. For a job.
/// @throws engine::IoError (`io`).
void writePicture(const QByteArray& picture, const QString& path);

/// Asks for name and kind, and writes it in the background. @param tell  gets a sentence: where it lies, or
/// why it does not
void askForTimelinePicture(QWidget* window, const widgets::TimelineView& view, Jobs& jobs,
                           const std::function<void(const QString&)>& tell);

}
