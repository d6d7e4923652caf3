#include "app/timeline/timeline_picture.h"

#include "widgets/timeline/timeline_page.h"
#include "widgets/timeline/timeline_view.h"

#include <QCoreApplication>
#include <QPainter>

namespace app {

namespace {

/// The context of the texts below.
struct TimelinePicture {
    Q_DECLARE_TR_FUNCTIONS(app::TimelinePicture)
};

/// What is in sight, with tracks that are as high as on the screen and letters that stay legible however
/// narrow the figure is.
VectorPicture arrangedPicture(const widgets::TimelineView& view, int width)
{
    QStringList tracks;
    for (const widgets::Track* track : view.shownTracks())
        tracks << track->objectName();
    const QSize size(width, widgets::pageHeight(view.state(), tracks));
    return {TimelinePicture::tr("Timeline"), size, view.logicalDpiX(),
            [&view, size, tracks](QPainter& painter) {
                widgets::paintTimelinePage(painter, view.state(),
                                           {view.scale().visible(view.trackArea().width()), size, tracks,
                                            widgets::themeOf(view.palette()), view.font()});
            }};
}

VectorPicture pictureOf(const widgets::TimelineView& view)
{
    return {TimelinePicture::tr("Timeline"), view.pictureSize(), view.logicalDpiX(),
            [&view](QPainter& painter) { view.paintPicture(painter); },
            [&view](int width) { return arrangedPicture(view, width); }};
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
