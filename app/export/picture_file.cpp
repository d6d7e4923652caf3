#include "app/export/picture_file.h"

#include "app/export/picture_dialog.h"
#include "app/tasks/tasks.h"
#include "engine/core/error.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileDialog>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSaveFile>
#include <QSvgGenerator>

#include <cmath>

namespace app {

namespace {

constexpr double kMillimetresPerInch = 25.4;
constexpr double kPrintedDots = 300.0; // per inch, of a PNG of a given width

/// The context of the texts below.
struct PictureFile {
    Q_DECLARE_TR_FUNCTIONS(app::PictureFile)
};

/// The height that belongs to a width.
double heightOf(const VectorPicture& picture, double width)
{
    return width * picture.size.height() / std::max(1, picture.size.width());
}

/// Names the fonts that take the place of one that is not there, and the width in print.
QByteArray completed(QByteArray svg, const VectorPicture& picture, double millimetres)
{
    QString text = QString::fromUtf8(svg);
    static const QRegularExpression family(QStringLiteral("font-family=\"([^\",]+)\""));
    text.replace(family,
                 QStringLiteral("font-family=\"\\1, 'Noto Sans', 'DejaVu Sans', Arial, sans-serif\""));
    if (millimetres > 0) {
        static const QRegularExpression extent(QStringLiteral("<svg width=\"[^\"]*\" height=\"[^\"]*\""));
        const qsizetype head = text.indexOf(extent);
        const QString printed = QStringLiteral("<svg width=\"%1mm\" height=\"%2mm\"")
                                    .arg(millimetres)
                                    .arg(heightOf(picture, millimetres));
        if (head >= 0)
            text.replace(head, extent.match(text, head).capturedLength(), printed);
    }
    return text.toUtf8();
}

QByteArray svgOf(const VectorPicture& picture, double millimetres)
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
    return completed(buffer.data(), picture, millimetres);
}

/// One page without margins. Its unit is a pixel of the screen, so that letters have the size that their
/// places were measured for.
QByteArray pdfOf(const VectorPicture& picture, double millimetres)
{
    const double width
        = millimetres > 0 ? millimetres : picture.size.width() * kMillimetresPerInch / picture.dotsPerInch;
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setTitle(picture.name);
        writer.setCreator(QCoreApplication::applicationName());
        writer.setResolution(picture.dotsPerInch);
        writer.setPageSize(QPageSize(QSizeF(width, heightOf(picture, width)), QPageSize::Millimeter,
                                     QString(), QPageSize::ExactMatch));
        writer.setPageMargins({});
        QPainter painter(&writer);
        const double scale = width / kMillimetresPerInch * picture.dotsPerInch / picture.size.width();
        painter.scale(scale, scale);
        picture.paint(painter);
    }
    return buffer.data();
}

QByteArray pngOf(const VectorPicture& picture, double scale, double dotsPerInch)
{
    const bool isWhole = scale == std::floor(scale);
    QImage image((QSizeF(picture.size) * scale).toSize(), QImage::Format_RGB32);
    if (isWhole)
        image.setDevicePixelRatio(scale);
    image.fill(Qt::black);
    QPainter painter(&image);
    if (!isWhole) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.scale(scale, scale);
    }
    picture.paint(painter);
    painter.end();
    if (dotsPerInch > 0) {
        const int perMetre = qRound(dotsPerInch * 1000 / kMillimetresPerInch);
        image.setDotsPerMeterX(perMetre);
        image.setDotsPerMeterY(perMetre);
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

const char* suffixOf(PictureForm::Kind kind)
{
    return kind == PictureForm::Kind::Svg ? "svg" : kind == PictureForm::Kind::Pdf ? "pdf" : "png";
}

QString filterOf(PictureForm::Kind kind)
{
    return kind == PictureForm::Kind::Svg ? PictureFile::tr("SVG, which can be scaled (*.svg)")
        : kind == PictureForm::Kind::Pdf  ? PictureFile::tr("PDF with its fonts (*.pdf)")
                                          : PictureFile::tr("PNG (*.png)");
}

}

QByteArray pictureBytes(const VectorPicture& picture, const PictureForm& form)
{
    using Kind = PictureForm::Kind;
    if (form.millimetres > 0 && picture.arranged) {
        PictureForm fixed = form;
        const double onScreen = form.millimetres / kMillimetresPerInch * picture.dotsPerInch;
        VectorPicture anew = picture.arranged(qRound(onScreen / PictureForm::kLetters));
        anew.arranged = {};
        return pictureBytes(anew, fixed);
    }
    if (form.kind == Kind::Svg)
        return svgOf(picture, form.millimetres);
    if (form.kind == Kind::Pdf)
        return pdfOf(picture, form.millimetres);
    if (form.millimetres > 0)
        return pngOf(picture, form.millimetres / kMillimetresPerInch * kPrintedDots / picture.size.width(),
                     kPrintedDots);
    return pngOf(picture, form.scale, 0.0);
}

QByteArray pictureBytes(const VectorPicture& picture, const QString& path, int scale)
{
    using Kind = PictureForm::Kind;
    const auto endsWith
        = [&path](const char* ending) { return path.endsWith(QLatin1String(ending), Qt::CaseInsensitive); };
    return pictureBytes(picture,
                        {endsWith(".svg")       ? Kind::Svg
                             : endsWith(".pdf") ? Kind::Pdf
                                                : Kind::Png,
                         scale, 0.0});
}

void writePicture(const QByteArray& picture, const QString& path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(picture) != picture.size() || !file.commit())
        throw engine::IoError("io", path.toStdString(), file.errorString().toStdString());
}

void askForPicture(QWidget* window, const QString& title, const std::vector<PictureOffer>& offers,
                   Tasks& tasks, const std::function<void(const QString&)>& tell)
{
    QStringList names;
    for (const PictureOffer& offer : offers)
        names << offer.name;
    PictureDialog form(title, names, window);
    if (form.exec() != QDialog::Accepted)
        return;
    const VectorPicture picture = offers[static_cast<std::size_t>(form.offer())].make();
    QFileDialog dialog(window, title);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setNameFilter(filterOf(form.form().kind));
    dialog.setDefaultSuffix(QLatin1String(suffixOf(form.form().kind)));
    dialog.selectFile(picture.name.toLower());
    if (dialog.exec() != QDialog::Accepted)
        return;
    const QString path = dialog.selectedFiles().value(0);
    tasks.start(
        PictureFile::tr("Writing the picture"), window,
        [path, bytes = pictureBytes(picture, form.form())](const engine::RunContext&) {
            writePicture(bytes, path);
        },
        [path, tell](const Outcome<std::monostate>& end) {
            if (const QString failure = failureOf(end); !failure.isEmpty())
                tell(PictureFile::tr("The picture could not be written: %1").arg(failure));
            else if (!std::holds_alternative<Stopped>(end))
                tell(PictureFile::tr("The picture is in %1.").arg(path));
        });
}

void askForPicture(QWidget* window, const QString& title, const VectorPicture& picture, Tasks& tasks,
                   const std::function<void(const QString&)>& tell)
{
    askForPicture(window, title, std::vector{PictureOffer{picture.name, [picture] { return picture; }}},
                  tasks, tell);
}

}
