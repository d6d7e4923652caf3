#include "app/export/picture_file.h"

#include "app/tasks/tasks.h"
#include "engine/core/error.h"

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
struct PictureFile {
    Q_DECLARE_TR_FUNCTIONS(app::PictureFile)
};

QByteArray svgOf(const VectorPicture& picture)
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(picture.size);
    generator.setViewBox(QRect({0, 0}, picture.size));
    generator.setResolution(picture.dotsPerInch);
    generator.setTitle(picture.name);
    QPainter painter(&generator);
    picture.paint(painter);
    painter.end();
    return buffer.data();
}

QByteArray pngOf(const VectorPicture& picture, int scale)
{
    QImage image(picture.size * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(Qt::black);
    QPainter painter(&image);
    picture.paint(painter);
    painter.end();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

}

QByteArray pictureBytes(const VectorPicture& picture, const QString& path, int scale)
{
    return path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive) ? svgOf(picture) : pngOf(picture, scale);
}

void writePicture(const QByteArray& picture, const QString& path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(picture) != picture.size() || !file.commit())
        throw engine::IoError("io", path.toStdString(), file.errorString().toStdString());
}

void askForPicture(QWidget* window, const QString& title, const VectorPicture& picture, Tasks& tasks,
                   const std::function<void(const QString&)>& tell)
{
    const QString sharp = PictureFile::tr("PNG at double resolution (*.png)");
    const QString svg = PictureFile::tr("SVG, which can be scaled (*.svg)");
    QFileDialog dialog(window, title);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setNameFilters({PictureFile::tr("PNG as on the screen (*.png)"), sharp, svg});
    dialog.setDefaultSuffix(QStringLiteral("png"));
    QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog, [&](const QString& filter) {
        dialog.setDefaultSuffix(filter == svg ? QStringLiteral("svg") : QStringLiteral("png"));
    });
    dialog.selectFile(picture.name.toLower());
    if (dialog.exec() != QDialog::Accepted)
        return;
    const QString path = dialog.selectedFiles().value(0);
    const int scale = dialog.selectedNameFilter() == sharp ? 2 : 1;
    tasks.start(
        PictureFile::tr("Writing the picture"), window,
        [path, bytes = pictureBytes(picture, path, scale)](const engine::RunContext&) {
            writePicture(bytes, path);
        },
        [path, tell](const Outcome<std::monostate>& end) {
            if (const QString failure = failureOf(end); !failure.isEmpty())
                tell(PictureFile::tr("The picture could not be written: %1").arg(failure));
            else if (!std::holds_alternative<Stopped>(end))
                tell(PictureFile::tr("The picture is in %1.").arg(path));
        });
}

}
