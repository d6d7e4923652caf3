#include "widgets/tracks/filmstrip_track.h"

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr double kStepsPerOctave = 4; // of zoom: a tile is at most 19 % wider than its picture
constexpr std::size_t kMostThumbnails = 600; // of some 30 KiB each

}

void FilmstripTrack::setVideo(double seconds, double aspect, const QString& description)
{
    m_duration = seconds;
    m_aspect = aspect > 0 ? aspect : 16.0 / 9.0;
    m_description = description;
    m_thumbnails.clear();
    m_missing.clear();
    emit headChanged();
}

void FilmstripTrack::setThumbnail(double seconds, const QImage& image)
{
    if (m_thumbnails.size() >= kMostThumbnails)
        m_thumbnails.clear();
    m_thumbnails[seconds] = image;
    m_missing.removeAll(seconds);
    emit changed();
}

void FilmstripTrack::paint(TrackCanvas& canvas) const
{
    const int height = canvas.size.height();
    const double tileWidth = std::max(24.0, height * m_aspect);
    // Tiles lie on a grid of times that depends on the zoom only in steps, so that panning asks for nothing
    // twice.
    const double least = tileWidth / canvas.scale.pixelsPerSecond;
    const double step = std::pow(2.0, std::ceil(std::log2(least) * kStepsPerOctave) / kStepsPerOctave);
    if (!(step > 0.0) || !std::isfinite(step)) // else the tiles below have no end
        return;
    const engine::Interval visible = canvas.scale.visible(canvas.size.width());
    QList<double> missing;
    for (double k = std::floor(std::max(0.0, visible.start) / step);
         k * step < std::min(visible.end, m_duration); ++k) {
        const double middle = std::min((k + 0.5) * step, m_duration);
        const double left = canvas.scale.x(k * step);
        const double right = std::min(canvas.scale.x((k + 1) * step), canvas.scale.x(m_duration));
        const QRectF tile(left, 0, right - left, height);
        const auto found = m_thumbnails.find(middle);
        if (found == m_thumbnails.end()) {
            missing.append(middle);
            canvas.painter.fillRect(tile, mixed(canvas.theme.background, canvas.theme.panel, 0.6));
            continue;
        }
        // The tile is filled, cut at the sides or above and below, never distorted.
        const QImage& image = found->second;
        if (image.isNull()) { // there is none of that time
            canvas.painter.fillRect(tile, QBrush(canvas.theme.line, Qt::BDiagPattern));
            continue;
        }
        const double aspect = tile.width() / tile.height();
        QRectF source(image.rect());
        if (aspect < source.width() / source.height())
            source.adjust((source.width() - source.height() * aspect) / 2, 0,
                          -(source.width() - source.height() * aspect) / 2, 0);
        else
            source.setHeight(source.width() / aspect);
        canvas.painter.setRenderHint(QPainter::SmoothPixmapTransform);
        canvas.painter.drawImage(tile, image, source);
        canvas.painter.setPen(canvas.theme.background);
        canvas.painter.drawLine(QPointF(std::round(left), 0), QPointF(std::round(left), height));
    }
    if (missing != m_missing) {
        m_missing = missing;
        if (!missing.isEmpty())
            emit thumbnailsWanted(missing, qRound(height * canvas.painter.deviceTransform().m22()));
    }
}

}
