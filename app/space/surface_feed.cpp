#include "app/space/surface_feed.h"

#include "app/document/document.h"
#include "app/features/feature_reader.h"
#include "app/playback/player.h"
#include "widgets/space/surface_panel.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

constexpr std::size_t kMoments = 120; // that are seen of a stretch
constexpr std::size_t kMostDimensions = 96; // of which each is a row
constexpr double kNoSegment = 5.0; // seconds that are seen where there is no segment

/// Numbers 0 … count − 1, at most `most` of them, evenly.
std::vector<std::size_t> evenly(std::size_t count, std::size_t most)
{
    std::vector<std::size_t> chosen;
    const std::size_t shown = std::min(count, most);
    for (std::size_t i = 0; i < shown; ++i)
        chosen.push_back(i * count / shown);
    return chosen;
}

widgets::FeatureSurface surfaceOf(const FeatureSeries& series, const engine::FeatureLevels::Columns& columns,
                                  engine::Interval stretch)
{
    widgets::FeatureSurface surface;
    surface.start = stretch.start;
    surface.end = stretch.end;
    surface.columns = kMoments;
    surface.dimensions = series.features->dimensions();
    for (const std::size_t dimension : evenly(surface.dimensions, kMostDimensions)) {
        const auto name = static_cast<qsizetype>(dimension);
        surface.names << (name < series.names.size() ? series.names[name] : QString::number(dimension + 1));
        surface.ranges.push_back(series.features->ranges(dimension).usual);
        const std::size_t before = surface.values.size();
        surface.values.resize(before + kMoments);
        series.features->read(dimension, columns, std::span(surface.values).subspan(before));
    }
    return surface;
}

}

SurfaceFeed::SurfaceFeed(Document& document, Player& player, FeatureReader& reader,
                         widgets::SurfacePanel& panel)
    : QObject(&panel)
    , m_document(document)
    , m_player(player)
    , m_reader(reader)
    , m_panel(panel)
{
    connect(&panel, &widgets::SurfacePanel::sequenceChosen, this, [this](const QString& key) {
        m_sequence = key;
        show();
    });
    connect(&panel, &widgets::SurfacePanel::spanChosen, this, &SurfaceFeed::show);
    connect(&panel, &widgets::SpaceFrame::appeared, this, &SurfaceFeed::show);
    connect(&document, &Document::videoChanged, this, &SurfaceFeed::show);
    connect(&document, &Document::labelsChanged, this, &SurfaceFeed::show);
    connect(&player, &Player::positionChanged, this, &SurfaceFeed::movePlayhead);
    connect(&reader, &FeatureReader::arrived, this, [this](const engine::FeatureLevels* features) {
        const FeatureSeries* shown = series();
        if (shown && shown->features.get() == features)
            show();
    });
}

void SurfaceFeed::setSegment(std::optional<std::size_t> segment)
{
    m_segment = segment;
    show();
}

const FeatureSeries* SurfaceFeed::series() const
{
    if (!m_document.hasVideo() || m_document.video().features.empty())
        return nullptr;
    const auto& all = m_document.video().features;
    const auto found = std::ranges::find(all, m_sequence, &FeatureSeries::key);
    return found == all.end() ? &all.front() : &*found;
}

engine::Interval SurfaceFeed::stretch() const
{
    const auto& segments = m_document.labels().rows.intervals;
    const std::optional<double> span = m_panel.span();
    if (!span && m_segment && *m_segment < segments.size())
        return segments[*m_segment];
    const double length = span.value_or(kNoSegment);
    const double start = std::floor(m_player.position() / length) * length; // turned like pages
    return {start, start + length};
}

void SurfaceFeed::show()
{
    if (!m_panel.isVisible())
        return;
    const FeatureSeries* shown = series();
    if (!shown) {
        m_panel.setSequences({}, {});
        m_panel.setSurface({});
        m_panel.setMessage(m_document.hasVideo()
                               ? tr("This video has no sequence of numbers, which a surface is made of.")
                               : tr("Open a video in the library: its features become a surface."));
        return;
    }
    QStringList keys;
    for (const FeatureSeries& each : m_document.video().features)
        keys << each.key;
    m_panel.setSequences(keys, shown->key);
    m_shown = stretch();
    const auto columns = shown->features->columns(m_shown.start, m_shown.length() / kMoments, kMoments);
    if (const auto missing = shown->features->missing(columns); shown->tiled && !missing.empty())
        m_reader.want(shown->tiled, missing);
    m_panel.setMessage({});
    m_panel.setSurface(surfaceOf(*shown, columns, m_shown));
    m_panel.setPlayhead(m_player.position());
}

void SurfaceFeed::movePlayhead(double seconds)
{
    if (!m_panel.isVisible())
        return;
    if (stretch() != m_shown)
        show();
    m_panel.setPlayhead(seconds);
}

}
