#include "widgets/tracks/waveform_track.h"

#include "widgets/tracks/unreadable_stretches.h"

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr std::size_t kSearched = 2000; // columns in which the loudest sample is sought
constexpr double kMostGain = 20.0; // near silence stays a line
constexpr double kCoarse = 32.0; // samples per pixel; with fewer, peaks are wider than pixels
constexpr double kApart = 0.5; // samples per pixel; with fewer, each is seen
constexpr double kDots = 4.0; // pixels between samples that are drawn as dots too

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

void WaveformTrack::setSamples(std::shared_ptr<const engine::SoundPiece> samples)
{
    m_samples = std::move(samples);
    emit changed();
}

/// All that there is of what is in sight. The last bin of the peaks may be longer than the sound.
bool WaveformTrack::hasSamples(engine::Interval visible) const
{
    if (!m_samples || m_samples->samples.empty())
        return false;
    const engine::Interval span = m_samples->span();
    const double sample = 1.5 / m_samples->sampleRate;
    return span.start <= std::max(0.0, visible.start) + sample
        && span.end >= std::min(m_peaks->duration() - m_peaks->secondsPerBin(), visible.end) - sample;
}

void WaveformTrack::paint(TrackCanvas& canvas) const
{
    const double middle = std::round(canvas.size.height() / 2.0);
    const double half = (middle - 3) * m_gain;
    canvas.painter.setPen(mixed(canvas.theme.background, shownColour(canvas.theme), 0.5));
    canvas.painter.drawLine(QPointF(0, middle + 0.5), QPointF(canvas.size.width(), middle + 0.5));
    if (!m_peaks || canvas.size.isEmpty())
        return;
    paintUnreadable(canvas, m_peaks->gaps());
    const double samplesPerPixel = m_sampleRate / canvas.scale.pixelsPerSecond;
    if (m_sampleRate <= 0 || samplesPerPixel >= kCoarse) {
        paintPeaks(canvas, middle, half);
        return;
    }
    const engine::Interval visible = canvas.scale.visible(canvas.size.width());
    if (!hasSamples(visible)) {
        paintPeaks(canvas, middle, half);
        // Half a screen on both sides, so that panning does not ask at every pixel.
        const double more = visible.length() / 2;
        emit samplesWanted({std::max(0.0, visible.start - more), visible.end + more});
        return;
    }
    if (samplesPerPixel >= kApart)
        paintDenseSamples(canvas, middle, half);
    else
        paintSparseSamples(canvas, middle, half);
}

void WaveformTrack::paintPeaks(TrackCanvas& canvas, double middle, double half) const
{
    const QColor strong = shownColour(canvas.theme);
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

/// Least and greatest sample of each column; the last one of the column before joins them.
void WaveformTrack::paintDenseSamples(TrackCanvas& canvas, double middle, double half) const
{
    const std::vector<float>& samples = m_samples->samples;
    const auto indexAt = [&](double x) {
        const double place = canvas.scale.seconds(x) * m_samples->sampleRate;
        const double index = std::ceil(place - static_cast<double>(m_samples->first));
        return static_cast<std::size_t>(std::clamp(index, 0.0, static_cast<double>(samples.size())));
    };
    QList<QLineF> columns;
    for (int x = 0; x < canvas.size.width(); ++x) {
        std::size_t first = indexAt(x);
        const std::size_t last = indexAt(x + 1);
        if (first == samples.size() || last == 0)
            continue;
        first = first > 0 ? first - 1 : 0;
        const auto [least, greatest]
            = std::minmax_element(samples.begin() + static_cast<std::ptrdiff_t>(first),
                                  samples.begin() + static_cast<std::ptrdiff_t>(std::max(last, first + 1)));
        columns.append(QLineF(x + 0.5, middle - static_cast<double>(*greatest) * half, x + 0.5,
                              middle - static_cast<double>(*least) * half + 1));
    }
    canvas.painter.setPen(shownColour(canvas.theme));
    canvas.painter.drawLines(columns);
}

void WaveformTrack::paintSparseSamples(TrackCanvas& canvas, double middle, double half) const
{
    const engine::Interval visible = canvas.scale.visible(canvas.size.width());
    const double rate = m_samples->sampleRate;
    const auto last = static_cast<std::int64_t>(m_samples->samples.size()) - 1;
    const auto near = [&](double seconds, int beyond) {
        const std::int64_t index = std::llround(seconds * rate) - m_samples->first + beyond;
        return static_cast<std::size_t>(std::clamp<std::int64_t>(index, 0, last));
    };
    QList<QPointF> points;
    for (std::size_t i = near(visible.start, -2); i <= near(visible.end, 2); ++i)
        points.append({canvas.scale.x(m_samples->time(i)),
                       middle + 0.5 - static_cast<double>(m_samples->samples[i]) * half});
    QPainter& painter = canvas.painter;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(shownColour(canvas.theme), 1.2));
    painter.drawPolyline(points.data(), static_cast<int>(points.size()));
    if (canvas.scale.pixelsPerSecond / rate >= kDots) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(shownColour(canvas.theme));
        for (const QPointF& point : points)
            painter.drawEllipse(point, 2.2, 2.2);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

}
