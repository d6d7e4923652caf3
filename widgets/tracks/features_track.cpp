#include "widgets/tracks/features_track.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace widgets {

namespace {

/// 256 colours from the background to the modality's own; 0 stands for "no number".
std::array<QRgb, 256> heatColours(const Theme& theme, const QColor& colour)
{
    std::array<QRgb, 256> colours{};
    const QColor bright = theme.isDark() ? mixed(colour, Qt::white, 0.35) : mixed(colour, Qt::black, 0.15);
    for (int i = 0; i < 256; ++i) {
        const double part = std::pow(i / 255.0, 1.15);
        const QColor shade = part < 0.75 ? mixed(theme.background, colour, part / 0.75)
                                         : mixed(colour, bright, (part - 0.75) / 0.25);
        colours[static_cast<std::size_t>(i)] = shade.rgb();
    }
    colours[engine::FeaturePyramid::kNoNumber] = mixed(theme.background, theme.attention, 0.3).rgb();
    return colours;
}

}

FeaturesTrack::FeaturesTrack(const QString& title, engine::Modality modality, QObject* parent)
    : Track(parent)
    , m_title(title)
    , m_modality(modality)
{
}

void FeaturesTrack::setFeatures(std::shared_ptr<const engine::FeaturePyramid> features, QStringList names)
{
    m_features = std::move(features);
    m_names = std::move(names);
    emit headChanged();
}

void FeaturesTrack::setDimension(std::optional<std::size_t> dimension, bool zeroIsGap)
{
    m_dimension = dimension;
    m_zeroIsGap = zeroIsGap;
    emit headChanged();
}

void FeaturesTrack::setFilled(std::vector<FilledRow> rows, bool visible)
{
    if (rows == m_filled && visible == m_showsFilled)
        return;
    m_filled = std::move(rows);
    m_showsFilled = visible;
    emit changed();
}

void FeaturesTrack::setCoverage(std::vector<engine::TargetCoverage> coverage)
{
    if (coverage == m_coverage)
        return;
    m_coverage = std::move(coverage);
    emit changed();
}

void FeaturesTrack::setNote(const QString& note)
{
    if (std::exchange(m_note, note) != note)
        emit headChanged();
}

QString FeaturesTrack::title() const
{
    if (m_dimension && static_cast<qsizetype>(*m_dimension) < m_names.size())
        return m_names[static_cast<qsizetype>(*m_dimension)];
    return m_title;
}

QString FeaturesTrack::subtitle() const
{
    if (!m_features)
        return tr("reading…");
    const auto& intervals = m_features->source().intervals;
    if (intervals.empty())
        return tr("no rows for this video");
    if (m_dimension) {
        const engine::DimensionRange& range = m_features->range(*m_dimension);
        return tr("%1[%2] · %3…%4")
            .arg(m_title.toLower())
            .arg(*m_dimension)
            .arg(static_cast<double>(range.low), 0, 'g', 3)
            .arg(static_cast<double>(range.high), 0, 'g', 3);
    }
    if (!m_note.isEmpty())
        return tr("%1 × %n row(s) · %2", nullptr, static_cast<int>(intervals.size()))
            .arg(m_features->dimensions())
            .arg(m_note);
    const double seconds = intervals.back().start - intervals.front().start;
    const double rate
        = intervals.size() > 1 && seconds > 0 ? static_cast<double>(intervals.size() - 1) / seconds : 0.0;
    return tr("%1 × %2 Hz · heat map").arg(m_features->dimensions()).arg(rate, 0, 'f', rate < 10 ? 1 : 0);
}

void FeaturesTrack::paint(TrackCanvas& canvas) const
{
    if (!m_features || m_features->dimensions() == 0)
        return;
    if (m_dimension && *m_dimension < m_features->dimensions())
        paintLine(canvas);
    else
        paintHeatMap(canvas);
    paintFilled(canvas);
    paintCoverage(canvas);
    if (canvas.pointer)
        paintReadout(canvas);
}

void FeaturesTrack::paintHeatMap(TrackCanvas& canvas) const
{
    const int width = canvas.size.width();
    const int rows
        = canvas.size.height(); // one line of the image per pixel: scaling would cost more than all the rest
    if (rows <= 0)
        return;
    if (m_image.width() != width || m_image.height() != rows)
        m_image = QImage(width, rows, QImage::Format_RGB32);
    const auto columns = m_features->columns(canvas.scale.origin, 1.0 / canvas.scale.pixelsPerSecond,
                                             static_cast<std::size_t>(width));
    const auto colours = heatColours(canvas.theme, shownColour(canvas.theme));
    const QRgb gap = canvas.theme.background.rgb();
    std::size_t drawn = m_features->dimensions(); // the dimension of the line before
    for (int row = 0; row < rows; ++row) {
        // Dimension 0 lies at the bottom, as frequencies do.
        const auto dimension = static_cast<std::size_t>(rows - 1 - row) * m_features->dimensions()
            / static_cast<std::size_t>(rows);
        auto* pixels = reinterpret_cast<QRgb*>(m_image.scanLine(row));
        if (dimension == std::exchange(drawn, dimension)) {
            std::copy_n(pixels - m_image.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb)), width,
                        pixels);
            continue;
        }
        const auto values = m_features->values(dimension, columns.level);
        for (int x = 0; x < width; ++x) {
            const int group = columns.groups[static_cast<std::size_t>(x)];
            pixels[x] = group < 0 ? gap : colours[values[static_cast<std::size_t>(group)]];
        }
    }
    canvas.painter.drawImage(0, 0, m_image);
}

void FeaturesTrack::paintLine(TrackCanvas& canvas) const
{
    const int width = canvas.size.width();
    const double height = canvas.size.height() - 8;
    const auto columns = m_features->columns(canvas.scale.origin, 1.0 / canvas.scale.pixelsPerSecond,
                                             static_cast<std::size_t>(width));
    const auto values = m_features->values(*m_dimension, columns.level);
    const engine::DimensionRange& range = m_features->range(*m_dimension);
    const float zero = (range.high - range.low) / 254.0F; // what a byte cannot tell from 0
    QPolygonF line;
    canvas.painter.setRenderHint(QPainter::Antialiasing);
    canvas.painter.setPen(QPen(shownColour(canvas.theme), 1.4));
    const auto flush = [&] {
        if (line.size() > 1)
            canvas.painter.drawPolyline(line);
        line.clear();
    };
    for (int x = 0; x < width; ++x) {
        const int group = columns.groups[static_cast<std::size_t>(x)];
        const std::uint8_t byte
            = group < 0 ? engine::FeaturePyramid::kNoNumber : values[static_cast<std::size_t>(group)];
        const bool gap = byte == engine::FeaturePyramid::kNoNumber
            || (m_zeroIsGap && std::abs(m_features->value(*m_dimension, byte)) <= zero);
        if (gap)
            flush();
        else
            line.append(QPointF(x, 4 + height * (255 - byte) / 254.0));
    }
    flush();
    canvas.painter.setRenderHint(QPainter::Antialiasing, false);
}

void FeaturesTrack::paintReadout(TrackCanvas& canvas) const
{
    const auto row = engine::rowAt(m_features->source().intervals, *canvas.pointer);
    if (!row || !m_dimension)
        return;
    const double value = m_features->source().features.at(*row, *m_dimension);
    const QString text = QString::number(value, 'g', 4);
    const double x = canvas.scale.x(*canvas.pointer);
    const QFontMetrics metrics(canvas.painter.font());
    const int textWidth = metrics.horizontalAdvance(text) + 8;
    const QRectF box(std::min<double>(x + 8, canvas.size.width() - textWidth), 2, textWidth,
                     metrics.height());
    canvas.painter.fillRect(box, mixed(canvas.theme.background, canvas.theme.raised, 0.8));
    canvas.painter.setPen(canvas.theme.text);
    canvas.painter.drawText(box, Qt::AlignCenter, text);
}

/// Hatched, with the method's name where there is room; several in a row are one.
void FeaturesTrack::paintFilled(TrackCanvas& canvas) const
{
    const double right = canvas.size.width();
    const auto first = std::partition_point(m_filled.begin(), m_filled.end(), [&](const FilledRow& row) {
        return canvas.scale.x(row.interval.end) < 0;
    });
    const QFontMetrics metrics(canvas.painter.font());
    for (auto row = first; row != m_filled.end() && canvas.scale.x(row->interval.start) <= right;) {
        const double left = canvas.scale.x(row->interval.start);
        double end = canvas.scale.x(row->interval.end);
        const QString method = row->method;
        for (++row; row != m_filled.end() && row->method == method
             && canvas.scale.x(row->interval.start) - end < 2.0;
             ++row)
            end = std::max(end, canvas.scale.x(row->interval.end));
        const QRectF box = QRectF(left, 0, std::max(1.0, end - left), canvas.size.height())
                               .intersected(QRectF(0, 0, right, canvas.size.height()));
        if (!m_showsFilled) {
            canvas.painter.fillRect(box, canvas.theme.background);
            continue;
        }
        canvas.painter.fillRect(
            box, QBrush(mixed(canvas.theme.background, canvas.theme.text, 0.75), Qt::BDiagPattern));
        canvas.painter.setPen(canvas.theme.muted);
        canvas.painter.drawLine(box.topLeft(), box.bottomLeft());
        canvas.painter.drawLine(box.topRight(), box.bottomRight());
        const QString text = tr("imputed: %1").arg(method);
        const double width = metrics.horizontalAdvance(text) + 8;
        if (width > box.width())
            continue;
        const QRectF label(box.left() + 2, 2, width, metrics.height() + 2);
        canvas.painter.fillRect(label, canvas.theme.panel);
        canvas.painter.setPen(canvas.theme.text);
        canvas.painter.drawText(label, Qt::AlignCenter, text);
    }
}

/// Covered words in the sequence's colour, partly covered ones fainter, empty ones in red; a dark notch where
/// a row counts for two words. Narrower than a pixel, the worst of a pixel shows.
void FeaturesTrack::paintCoverage(TrackCanvas& canvas) const
{
    if (m_coverage.empty())
        return;
    constexpr int kHeight = 4;
    const int width = canvas.size.width();
    const int top = canvas.size.height() - kHeight;
    const auto first = std::partition_point(m_coverage.begin(), m_coverage.end(), [&](const auto& cell) {
        return canvas.scale.x(cell.target.end) < 0;
    });
    canvas.painter.fillRect(QRect(0, top - 1, width, kHeight + 1), canvas.theme.background);
    const QColor full = colour(canvas.theme);
    const QColor part = mixed(canvas.theme.background, full, 0.5);
    int redUntil = -1;
    for (auto cell = first; cell != m_coverage.end(); ++cell) {
        const double start = canvas.scale.x(cell->target.start);
        if (start > width)
            break;
        const int left = static_cast<int>(std::floor(std::max(-1.0, start)));
        const int right
            = static_cast<int>(std::ceil(std::min<double>(width + 1, canvas.scale.x(cell->target.end))));
        if (cell->rows == 0) {
            redUntil = std::max(left + 1, right - 1);
            canvas.painter.fillRect(QRect(left, top, redUntil - left, kHeight), canvas.theme.attention);
            continue;
        }
        const int from = std::max(left, redUntil);
        if (from >= right)
            continue;
        const double length = cell->target.end - cell->target.start;
        canvas.painter.fillRect(QRect(from, top, std::max(1, right - from - 1), kHeight),
                                cell->seconds >= 0.95 * length ? full : part);
        if (cell->shared > 0 && right - left > 6)
            canvas.painter.fillRect(QRect(right - 2, top - 1, 2, kHeight + 1), canvas.theme.text);
    }
}

}
