#include "app/timeline/timeline_picture.h"

#include "app/jobs/jobs.h"
#include "engine/core/error.h"
#include "widgets/timeline/timeline_view.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileDialog>
#include <QImage>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace app {

namespace {

/// The context of the texts below.
struct TimelinePicture {
    Q_DECLARE_TR_FUNCTIONS(app::TimelinePicture)
};

QByteArray svgOf(const widgets::TimelineView& view)
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(view.pictureSize());
    generator.setViewBox(QRect({0, 0}, view.pictureSize()));
    generator.setResolution(view.logicalDpiX());
    generator.setTitle(TimelinePicture::tr("Timeline"));
    QPainter painter(&generator);
    view.paintPicture(painter);
    painter.end();
    return buffer.data();
}

QByteArray pngOf(const widgets::TimelineView& view, int scale)
{
    QImage image(view.pictureSize() * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(Qt::black);
    QPainter painter(&image);
    view.paintPicture(painter);
    painter.end();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

}

QByteArray timelinePicture(const widgets::TimelineView& view, const QString& path, int scale)
{
    return path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive) ? svgOf(view) : pngOf(view, scale);
}

void writePicture(const QByteArray& picture, const QString& path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(picture) != picture.size() || !file.commit())
        throw engine::IoError("io", path.toStdString(), file.errorString().toStdString());
}

void askForTimelinePicture(QWidget* window, const widgets::TimelineView& view, Jobs& jobs,
                           const std::function<void(const QString&)>& tell)
{
    const QString sharp = TimelinePicture::tr("PNG at double resolution (*.png)");
    const QString svg = TimelinePicture::tr("SVG, which can be scaled (*.svg)");
    QFileDialog dialog(window, TimelinePicture::tr("Picture of the timeline"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setNameFilters({TimelinePicture::tr("PNG as on the screen (*.png)"), sharp, svg});
    dialog.setDefaultSuffix(QStringLiteral("png"));
    QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog, [&](const QString& filter) {
        dialog.setDefaultSuffix(filter == svg ? QStringLiteral("svg") : QStringLiteral("png"));
    });
    dialog.selectFile(QStringLiteral("timeline"));
    if (dialog.exec() != QDialog::Accepted)
        return;
    const QString path = dialog.selectedFiles().value(0);
    const int scale = dialog.selectedNameFilter() == sharp ? 2 : 1;
    jobs.startBeside(
        TimelinePicture::tr("Writing the picture"), window,
        [path, picture = timelinePicture(view, path, scale)](const engine::RunContext&) -> QString {
            try {
                writePicture(picture, path);
                return TimelinePicture::tr("The picture is in %1.").arg(path);
            } catch (const std::exception& error) {
                return TimelinePicture::tr("The picture could not be written: %1")
                    .arg(QString::fromUtf8(error.what()));
            }
        },
        tell, [] {});
}

}
