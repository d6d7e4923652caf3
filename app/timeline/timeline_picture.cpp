#include "app/timeline/timeline_picture.h"

#include "widgets/timeline/timeline_view.h"

#include <QCoreApplication>
#include <QPainter>

namespace app {

namespace {

/// The context of the texts below.
struct TimelinePicture {
    Q_DECLARE_TR_FUNCTIONS(app::TimelinePicture)
};

VectorPicture pictureOf(const widgets::TimelineView& view)
{
    return {TimelinePicture::tr("Timeline"), view.pictureSize(), view.logicalDpiX(),
            [&view](QPainter& painter) { view.paintPicture(painter); }};
}

}

QByteArray timelinePicture(const widgets::TimelineView& view, const QString& path, int scale)
{
    return pictureBytes(pictureOf(view), path, scale);
}

void askForTimelinePicture(QWidget* window, const widgets::TimelineView& view, Tasks& tasks,
                           const std::function<void(const QString&)>& tell)
{
    askForPicture(window, TimelinePicture::tr("Picture of the timeline"), pictureOf(view), tasks, tell);
}

}
