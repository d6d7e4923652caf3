#include "widgets/tracks/spectrogram_track.h"

#include "widgets/base/heat_colours.h"
#include "widgets/base/scale_number.h"
#include "widgets/timeline/ruler.h"
#include "widgets/tracks/pointer_note.h"
#include "widgets/tracks/unreadable_stretches.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace widgets {

namespace {

constexpr double kLabelDistance = 1.2; // lines of text from one frequency to the next
constexpr double kSmoothTexture = 1.5; // pixels of a column from which on colours flow

using SpectrumColours = std::array<QRgb, 256>;

SpectrumColours coloursOf(const SpectrogramDisplay& display, const Theme& theme, const QColor& colour)
{
    SpectrumColours colours{};
    for (std::size_t level = 0; level < colours.size(); ++level) {
        const float decibels = engine::SpectrogramPiece::decibelsOf(static_cast<std::uint8_t>(level));
        colours[level] = heatColour(theme, colour, display.partOf(static_cast<double>(decibels))).rgb();
    }
    return colours;
}

/// 1, 2 or 5 × 10ⁿ, not below `least`.
double roundStep(double least)
{
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= least)
            return factor * power;
    }
    return 10 * power;
}

}

QString hertzText(double hertz)
{
    return hertz < 1000 ? SpectrogramTrack::tr("%1 Hz").arg(shownNumber(hertz, 0, 'f'))
                        : SpectrogramTrack::tr("%1 kHz").arg(shownNumber(hertz / 1000, 3));
}

void SpectrogramTrack::setSound(double sampleRate, double duration)
{
    m_sampleRate = sampleRate;
    m_duration = duration;
    m_tiles = engine::SpectrogramTiles(m_display.windowMs / 1000);
    m_hasAsked = false;
    emit headChanged();
}

void SpectrogramTrack::setUnreadable(std::vector<engine::Interval> stretches)
{
    m_unreadable = std::move(stretches);
    emit changed();
}

void SpectrogramTrack::setDisplay(const QString& display)
{
    m_display = SpectrogramDisplay::fromText(display);
    if (m_tiles.windowSeconds() != m_display.windowMs / 1000)
        m_tiles = engine::SpectrogramTiles(m_display.windowMs / 1000);
    emit headChanged();
}

void SpectrogramTrack::insert(double windowSeconds, engine::SpectrogramTileKey key,
                              engine::SpectrogramPiece piece)
{
    if (windowSeconds != m_tiles.windowSeconds())
        return;
    m_tiles.insert(key, std::move(piece));
    emit changed();
}

QString SpectrogramTrack::subtitle() const
{
    return tr("%1 ms · %2…%3 dB")
        .arg(m_display.windowMs)
        .arg(signedNumber(m_display.softest), signedNumber(m_display.loudest));
}

double SpectrogramTrack::highestHertz() const
{
    const double most = m_sampleRate / 2;
    return m_display.highestHertz > 0 ? std::min(m_display.highestHertz, most) : most;
}

double SpectrogramTrack::hertzAt(double y, double height) const
{
    return highestHertz() * std::clamp(1.0 - y / height, 0.0, 1.0);
}

void SpectrogramTrack::paint(TrackCanvas& canvas) const
{
    if (m_sampleRate <= 0 || canvas.size.height() <= 0 || canvas.size.width() <= 0)
        return;
    m_level = m_tiles.levelFor(1.0 / canvas.scale.pixelsPerSecond);
    paintLevels(canvas);
    paintUnreadable(canvas, m_unreadable);
    askForTiles(canvas);
    paintAxis(canvas);
    if (canvas.pointer)
        paintPointerNote(canvas, textAt(*canvas.pointer, hertzAt(canvas.pointerY, canvas.size.height())),
                         shownColour(canvas.theme));
}

/// From the middle outwards: that is what is looked at.
void SpectrogramTrack::askForTiles(const TrackCanvas& canvas) const
{
    engine::Interval visible = canvas.scale.visible(canvas.size.width());
    visible.end = std::min(visible.end, m_duration);
    std::vector<engine::SpectrogramTileKey> missing = m_tiles.missing(m_level, visible);
    const double middle = (visible.start + visible.end) / 2;
    const auto distance = [&](engine::SpectrogramTileKey key) {
        const engine::Interval span = m_tiles.span(key);
        return std::abs((span.start + span.end) / 2 - middle);
    };
    std::ranges::sort(missing, {}, distance);
    if (!missing.empty() || m_hasAsked) // none: what is on its way is not needed either
        emit tilesWanted(m_tiles.windowSeconds(), missing);
    m_hasAsked = !missing.empty();
}

/// What each line of pixels shows of a column: the loudest that lies in it, so that no tone falls between
/// two.
void SpectrogramTrack::fillProfile(const Column& column, std::vector<float>& levels) const
{
    const std::span<const std::uint8_t> bins = column.levels();
    const auto last = static_cast<double>(bins.size() - 1);
    const auto height = static_cast<double>(levels.size());
    const auto binAt
        = [&](double y) { return std::min(last, hertzAt(y, height) / column.piece->hertzPerBin); };
    const auto between = [&](double place) {
        const auto below = static_cast<std::size_t>(place);
        const std::size_t above = std::min(below + 1, bins.size() - 1);
        return std::lerp(static_cast<float>(bins[below]), static_cast<float>(bins[above]),
                         static_cast<float>(place - static_cast<double>(below)));
    };
    double high = binAt(0.0);
    for (std::size_t y = 0; y < levels.size(); ++y) {
        const double low = binAt(static_cast<double>(y) + 1);
        float loudest = std::max(between(low), between(high));
        for (auto bin = static_cast<std::size_t>(low) + 1; static_cast<double>(bin) < high; ++bin)
            loudest = std::max(loudest, static_cast<float>(bins[bin]));
        levels[y] = loudest;
        high = low;
    }
}

void SpectrogramTrack::paintLevels(TrackCanvas& canvas) const
{
    const int width = canvas.size.width();
    const int height = canvas.size.height();
    if (m_image.width() != width || m_image.height() != height)
        m_image = QImage(width, height, QImage::Format_RGB32);
    const SpectrumColours colours = coloursOf(m_display, canvas.theme, shownColour(canvas.theme));
    const QRgb background = canvas.theme.background.rgb();
    const double half = m_tiles.secondsPerColumn(m_level) / 2;
    m_profile.resize(static_cast<std::size_t>(height));
    m_next.resize(m_profile.size());
    auto* pixels = reinterpret_cast<QRgb*>(m_image.bits());
    const auto stride = static_cast<std::size_t>(m_image.bytesPerLine()) / sizeof(QRgb);
    std::optional<Column> shown; // what the profile is of
    std::optional<Column> behind; // and the one for the next
    for (int x = 0; x < width; ++x) {
        const double seconds = canvas.scale.seconds(x + 0.5);
        const bool isSmooth = half * 2 * canvas.scale.pixelsPerSecond > kSmoothTexture;
        const auto column = seconds < m_duration
            ? m_tiles.at(m_level, isSmooth ? std::max(0.0, seconds - half) : seconds)
            : std::nullopt;
        QRgb* pixel = pixels + x;
        if (!column) {
            for (int y = 0; y < height; ++y, pixel += stride)
                *pixel = background;
            continue;
        }
        const auto isOther = [](const std::optional<Column>& a, const std::optional<Column>& b) {
            return !a || a->piece != b->piece || a->index != b->index;
        };
        if (isOther(shown, column))
            fillProfile(*column, m_profile);
        shown = column;
        const auto next = isSmooth ? m_tiles.at(m_level, seconds + half) : std::nullopt;
        if (!next) {
            for (const float value : m_profile) {
                *pixel = colours[static_cast<std::size_t>(value + 0.5F)];
                pixel += stride;
            }
            continue;
        }
        if (isOther(behind, next))
            fillProfile(*next, m_next);
        behind = next;
        const auto part = static_cast<float>(column->fraction);
        for (std::size_t y = 0; y < m_profile.size(); ++y, pixel += stride)
            *pixel = colours[static_cast<std::size_t>(std::lerp(m_profile[y], m_next[y], part) + 0.5F)];
    }
    canvas.painter.drawImage(0, 0, m_image);
}

/// Frequencies at the left, over what they lie on.
void SpectrogramTrack::paintAxis(TrackCanvas& canvas) const
{
    QFont small = canvas.painter.font();
    small.setPointSizeF(small.pointSizeF() * 0.82);
    canvas.painter.save();
    canvas.painter.setFont(small);
    const QFontMetrics metrics(small);
    const double height = canvas.size.height();
    const double step = roundStep(highestHertz() * kLabelDistance * metrics.height() / height);
    for (double hertz = step; hertz < highestHertz(); hertz += step) {
        const double y = std::round(height * (1 - hertz / highestHertz()));
        if (y < metrics.height() / 2.0)
            break;
        const QString text = hertzText(hertz);
        const QRectF box(6, y - metrics.height() / 2.0, metrics.horizontalAdvance(text) + 6,
                         metrics.height());
        QColor ground = canvas.theme.background;
        ground.setAlpha(170);
        canvas.painter.fillRect(box, ground);
        canvas.painter.setPen(canvas.theme.muted);
        canvas.painter.drawLine(QPointF(0, y), QPointF(4, y));
        canvas.painter.drawText(box, Qt::AlignCenter, text);
    }
    canvas.painter.restore();
}

QString SpectrogramTrack::textAt(double seconds, double hertz) const
{
    if (std::ranges::any_of(m_unreadable, [&](const auto& stretch) { return stretch.contains(seconds); }))
        return tr("%1 · not readable").arg(rulerLabel(seconds, 0.001));
    const auto column = seconds < m_duration ? m_tiles.at(m_level, seconds) : std::nullopt;
    if (!column)
        return {};
    const auto bin = static_cast<std::size_t>(std::lround(hertz / column->piece->hertzPerBin));
    const std::uint8_t level = column->levels()[std::min(bin, column->piece->bins - 1)];
    const QString place = (level == 0 ? tr("%1 · %2 · silence") : tr("%1 · %2 · %3 dB"))
                              .arg(rulerLabel(seconds, 0.001), hertzText(hertz));
    return level == 0
        ? place
        : place.arg(signedNumber(static_cast<double>(engine::SpectrogramPiece::decibelsOf(level))));
}

}
