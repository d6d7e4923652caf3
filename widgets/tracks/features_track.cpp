#include "widgets/tracks/features_track.h"

#include "engine/sequences/column_names.h"
#include "widgets/base/scale_number.h"
#include "widgets/tracks/pointer_note.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace widgets {

namespace {

constexpr std::size_t kMostLines = 16; // that can be told apart

}

FeaturesTrack::FeaturesTrack(const QString& title, engine::Modality modality, QObject* parent)
    : Track(parent)
    , m_title(title)
    , m_modality(modality)
{
}

void FeaturesTrack::setFeatures(std::shared_ptr<const engine::FeatureLevels> features, QStringList names,
                                const QString& namesFrom)
{
    m_features = std::move(features);
    m_names = std::move(names);
    m_namesFrom = namesFrom;
    emit headChanged();
}

void FeaturesTrack::setDimension(std::optional<std::size_t> dimension, bool zeroIsGap)
{
    m_dimension = dimension;
    m_zeroIsGap = zeroIsGap;
    emit headChanged();
}

void FeaturesTrack::setDisplay(const QString& display)
{
    m_display = FeatureDisplay::fromText(display);
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

/// None: the heat map of all.
std::vector<std::size_t> FeaturesTrack::lineDimensions() const
{
    const std::size_t all = m_features ? m_features->dimensions() : 0;
    if (m_dimension)
        return *m_dimension < all ? std::vector{*m_dimension} : std::vector<std::size_t>();
    if (m_display.form != FeatureDisplay::Form::Lines)
        return {};
    std::vector<std::size_t> chosen;
    std::copy_if(m_display.dimensions.begin(), m_display.dimensions.end(), std::back_inserter(chosen),
                 [&](std::size_t dimension) { return dimension < all; });
    if (chosen.empty()) {
        chosen.resize(std::min(kMostLines, all));
        std::iota(chosen.begin(), chosen.end(), std::size_t{0});
    }
    return chosen;
}

QString FeaturesTrack::dimensionName(std::size_t dimension) const
{
    const auto index = static_cast<qsizetype>(dimension);
    return index < m_names.size() ? m_names[index] : QString::number(dimension);
}

engine::DimensionRange FeaturesTrack::shownRange(std::size_t dimension) const
{
    return m_display.rangeOf(m_features->ranges(dimension));
}

QString FeaturesTrack::title() const
{
    return m_dimension && static_cast<qsizetype>(*m_dimension) < m_names.size() ? dimensionName(*m_dimension)
                                                                                : m_title;
}

QString FeaturesTrack::headTip() const
{
    const QString tip = Track::headTip();
    return m_namesFrom.isEmpty() ? tip
                                 : tip + QLatin1Char('\n')
            + tr("The file does not name its columns. The names shown are those of %1.").arg(m_namesFrom);
}

QString FeaturesTrack::subtitle() const
{
    if (!m_features)
        return tr("reading…");
    const auto& intervals = m_features->intervals();
    if (intervals.empty())
        return tr("no rows for this video");
    const std::vector<std::size_t> lines = lineDimensions();
    if (m_dimension && !lines.empty()) {
        const engine::DimensionRange range = shownRange(*m_dimension);
        return tr("%1[%2] · %3…%4")
            .arg(m_title.toLower())
            .arg(*m_dimension)
            .arg(shownNumber(static_cast<double>(range.low), 3))
            .arg(shownNumber(static_cast<double>(range.high), 3));
    }
    if (!m_note.isEmpty())
        return tr("%1 × %n row(s) · %2", nullptr, static_cast<int>(intervals.size()))
            .arg(m_features->dimensions())
            .arg(m_note);
    const double seconds = intervals.back().start - intervals.front().start;
    const double rate
        = intervals.size() > 1 && seconds > 0 ? static_cast<double>(intervals.size() - 1) / seconds : 0.0;
    const QString form
        = lines.empty() ? tr("heat map") : tr("%n line(s)", nullptr, static_cast<int>(lines.size()));
    return tr("%1 × %2 Hz · %3")
        .arg(m_features->dimensions())
        .arg(shownNumber(rate, rate < 10 ? 1 : 0, 'f'))
        .arg(form);
}

void FeaturesTrack::paint(TrackCanvas& canvas) const
{
    if (!m_features || m_features->dimensions() == 0 || canvas.size.height() <= 0)
        return;
    const auto width = static_cast<std::size_t>(std::max(0, canvas.size.width()));
    const engine::FeatureLevels::Columns columns
        = m_features->columns(canvas.scale.origin, 1.0 / canvas.scale.pixelsPerSecond, width);
    const QColor colour = shownColour(canvas.theme);
    if (const std::vector<std::size_t> lines = lineDimensions(); lines.empty())
        m_heatMap.paint(canvas, *m_features, columns, m_display, colour);
    else
        m_lines.paint(canvas, {*m_features, columns, lines, m_display, m_zeroIsGap, colour});
    const std::vector<engine::TileKey> missing = m_features->missing(columns);
    if (!missing.empty()) {
        paintNotRead(canvas);
        emit tilesWanted(missing);
    }
    paintFilledRows(canvas, m_filled, m_showsFilled);
    paintCoverage(canvas, m_coverage, this->colour(canvas.theme));
    if (canvas.pointer)
        paintReadout(canvas);
}

/// A quiet word in the corner; the places that are empty stay so.
void FeaturesTrack::paintNotRead(TrackCanvas& canvas) const
{
    const QString text = tr("reading…");
    const QFontMetrics metrics(canvas.painter.font());
    const QRect box(canvas.size.width() - metrics.horizontalAdvance(text) - 12, 2,
                    metrics.horizontalAdvance(text) + 8, metrics.height() + 2);
    canvas.painter.fillRect(box, mixed(canvas.theme.background, canvas.theme.panel, 0.8));
    canvas.painter.setPen(canvas.theme.muted);
    canvas.painter.drawText(box, Qt::AlignCenter, text);
}

/// Name, value and unit of the dimension under the pointer, and the row's time; of lines, the one that is
/// nearest.
void FeaturesTrack::paintReadout(TrackCanvas& canvas) const
{
    const auto row = engine::rowAt(m_features->intervals(), *canvas.pointer);
    if (!row)
        return;
    const std::vector<std::size_t> lines = lineDimensions();
    const double height = canvas.size.height() - 2 * FeatureLines::kMargin;
    std::size_t dimension = FeatureHeatMap::dimensionAt(static_cast<int>(canvas.pointerY),
                                                        canvas.size.height(), m_features->dimensions());
    QColor colour = canvas.theme.text;
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t line = 0; line < lines.size(); ++line) {
        const auto value = m_features->valueAt(*row, lines[line]);
        const engine::DimensionRange range = shownRange(lines[line]);
        const double part = value && !range.constant()
            ? static_cast<double>((value->value - range.low) / (range.high - range.low))
            : 0.5;
        const double distance
            = std::abs(FeatureLines::kMargin + height * (1 - std::clamp(part, 0.0, 1.0)) - canvas.pointerY);
        if (distance < nearest || line == 0) { // not smaller where it is no number
            nearest = distance;
            dimension = lines[line];
            colour = lines.size() > 1 ? FeatureLines::colour(canvas.theme, line) : canvas.theme.text;
        }
    }
    const auto value = m_features->valueAt(*row, dimension);
    if (!value)
        return;
    const QString text = QStringLiteral("%1  %2  ·  %3")
                             .arg(dimensionName(dimension), valueText(*value, dimension), timeText(*row));
    paintPointerNote(canvas, text, lines.size() > 1 ? colour : shownColour(canvas.theme));
}

QString FeaturesTrack::valueText(const engine::FeatureLevels::Value& value, std::size_t dimension) const
{
    if (std::isnan(value.value))
        return tr("no number");
    const QString number
        = (value.exact ? QString() : tr("≈ ")) + shownNumber(static_cast<double>(value.value), 4);
    const QString unit = QString::fromStdString(engine::unitOfColumn(dimensionName(dimension).toStdString()));
    return unit.isEmpty() ? number : number + QChar::Nbsp + unit;
}

/// As fine as the row is long.
QString FeaturesTrack::timeText(std::size_t row) const
{
    const engine::Interval& interval = m_features->intervals()[row];
    if (m_countsSteps)
        return tr("step %1").arg(row + 1);
    const int decimals
        = std::clamp(static_cast<int>(std::ceil(-std::log10(std::max(interval.length(), 1e-9)))), 2, 3);
    return tr("%1 s").arg(shownNumber(interval.start, decimals, 'f'));
}

}
