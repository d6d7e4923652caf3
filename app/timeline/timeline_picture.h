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

/// A picture of the timeline as it is shown now, heads included: SVG when the path ends in `.svg`, else PNG
/// with `scale` pixels for each pixel of the screen.
QByteArray timelinePicture(const widgets::TimelineView& view, const QString& path, int scale);

/// Writes the picture. An existing file is replaced when the new file is complete. It waits for the disk, so
/// it must run in a job.
/// @throws engine::IoError (`io`).
void writePicture(const QByteArray& picture, const QString& path);

/// Asks the person for a name and format, and writes the picture in the background. @param tell  receives a
/// sentence that names the file, or says why it could not be written
void askForTimelinePicture(QWidget* window, const widgets::TimelineView& view, Jobs& jobs,
                           const std::function<void(const QString&)>& tell);

}
