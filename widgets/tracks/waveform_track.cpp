#include "widgets/tracks/waveform_track.h"

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr std::size_t kSearched = 2000; // columns in which the loudest sample is sought
constexpr double kMostGain = 20.0; // near silence stays a line

}

void WaveformTrack::setPeaks(std::shared_ptr<const engine::PeakPyramid> peaks, const QString& description)
{
    m_peaks = std::move(peaks);
    m_description = description;
    double loudest = 0.0;
    if (m_peaks) {
        for (const engine::Peak& peak :
             m_peaks->columns(m_peaks->start(), m_peaks->duration() / kSearched, kSearched))
            loudest = std::max({loudest, static_cast<double>(peak.max), -static_cast<double>(peak.min)});
    }
    m_gain = loudest > 0 ? std::min(kMostGain, 1.0 / loudest) : 1.0;
    emit headChanged();
}

void WaveformTrack::paint(TrackCanvas& canvas) const
{
    const double middle = std::round(canvas.size.height() / 2.0);
    const double half = (middle - 3) * m_gain;
    const QColor strong = colour(canvas.theme);
    canvas.painter.setPen(mixed(canvas.theme.background, strong, 0.5));
    canvas.painter.drawLine(QPointF(0, middle + 0.5), QPointF(canvas.size.width(), middle + 0.5));
    if (!m_peaks)
        return;
    const std::vector<engine::Peak> columns
        = m_peaks->columns(canvas.scale.origin, 1.0 / canvas.scale.pixelsPerSecond,
                           static_cast<std::size_t>(canvas.size.width()));
    QList<QLineF> extremes;
    QList<QLineF> means;
    extremes.reserve(static_cast<qsizetype>(columns.size()));
    means.reserve(static_cast<qsizetype>(columns.size()));
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const engine::Peak& peak = columns[i];
        const double x = static_cast<double>(i) + 0.5;
        extremes.append(QLineF(x, middle - static_cast<double>(peak.max) * half, x,
                               middle - static_cast<double>(peak.min) * half + 1));
        means.append(QLineF(x, middle - static_cast<double>(peak.rms) * half, x,
                            middle + static_cast<double>(peak.rms) * half + 1));
    }
    canvas.painter.setPen(mixed(canvas.theme.background, strong, 0.55));
    canvas.painter.drawLines(extremes);
    canvas.painter.setPen(strong);
    canvas.painter.drawLines(means);
}

}
