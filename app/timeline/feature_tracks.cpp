#include "app/timeline/feature_tracks.h"

#include "app/alignment/alignment.h"
#include "app/document/document.h"
#include "app/document/track_layout_item.h"
#include "app/editing/editor.h"
#include "app/features/feature_reader.h"
#include "app/timeline/sequence_title.h"
#include "engine/extraction/feature_sets.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/timeline/track_order.h"
#include "widgets/tracks/features_track.h"
#include "widgets/tracks/labels_track.h"

#include <algorithm>

namespace app {

namespace {

bool isPitch(const QString& name)
{
    return name.startsWith(QLatin1String("f0"), Qt::CaseInsensitive);
}

QString trackKey(const QString& sequence, std::size_t dimension)
{
    return QStringLiteral("%1/%2").arg(sequence).arg(dimension);
}

/// The dimension of a track of its own; absent for other tracks.
std::optional<std::size_t> dimensionOf(const QString& key, const QString& sequence)
{
    bool ok = false;
    const QString number
        = key.startsWith(sequence + QLatin1Char('/')) ? key.mid(sequence.size() + 1) : QString();
    const qulonglong dimension = number.toULongLong(&ok);
    return ok ? std::optional(static_cast<std::size_t>(dimension)) : std::nullopt;
}

/// The dimension that is worth a line of its own beside the heat map: the pitch, where there is one.
std::optional<std::size_t> lineDimension(const QStringList& names)
{
    const auto found = std::find_if(names.begin(), names.end(), isPitch);
    return found == names.end() ? std::nullopt
                                : std::optional<std::size_t>(static_cast<std::size_t>(found - names.begin()));
}

/// Dimensions that have tracks of their own: the pitch, and those that a person asked for.
std::vector<std::size_t> ownTracks(const FeatureSeries& series, const widgets::TrackLayout& layout)
{
    std::vector<std::size_t> dimensions;
    if (const auto pitch = lineDimension(series.names))
        dimensions.push_back(*pitch);
    for (const widgets::TrackPlace& place : layout) {
        const auto dimension = dimensionOf(place.key, series.key);
        if (dimension && *dimension < series.features->dimensions()
            && std::ranges::find(dimensions, *dimension) == dimensions.end())
            dimensions.push_back(*dimension);
    }
    return dimensions;
}

std::vector<widgets::FeaturesTrack::FilledRow> filledRows(const engine::PreviewedSequence& sequence)
{
    std::vector<widgets::FeaturesTrack::FilledRow> filled;
    for (std::size_t row = 0; row < sequence.marks.size(); ++row) {
        if (sequence.marks[row] == engine::FillMark::None)
            continue;
        const std::string_view method = engine::name(sequence.marks[row]);
        filled.push_back({sequence.rows.intervals[row],
                          QString::fromUtf8(method.data(), static_cast<qsizetype>(method.size()))});
    }
    return filled;
}

}

FeatureTracks::FeatureTracks(const TimelineTracks& tracks, Document& document, Editor& editor,
                             FeatureReader& reader, Alignment& alignment, QObject* parent)
    : QObject(parent)
    , m_tracks(tracks)
    , m_document(document)
    , m_editor(editor)
    , m_reader(reader)
    , m_alignment(alignment)
{
    connect(&reader, &FeatureReader::arrived, this, [this](const engine::FeatureLevels* features) {
        for (widgets::FeaturesTrack* track : m_features) {
            if (track->features().get() == features)
                emit track->headChanged();
        }
    });
    connect(&alignment, &Alignment::appliedChanged, this, &FeatureTracks::showFeatures);
}

bool FeatureTracks::isComplete() const
{
    return m_reader.isIdle();
}

void FeatureTracks::showVideo()
{
    for (widgets::FeaturesTrack* track : m_features)
        m_tracks.view.removeTrack(track);
    m_features.clear();
    if (!m_document.hasVideo())
        return;
    for (const FeatureSeries& series : m_document.video().features) {
        addTrack(series, std::nullopt, &m_tracks.labels);
        if (const auto pitch = lineDimension(series.names))
            addTrack(series, pitch, &m_tracks.labels);
    }
    showDimensionTracks();
    showFeatures();
}

void FeatureTracks::addTrack(const FeatureSeries& series, std::optional<std::size_t> dimension,
                             const widgets::Track* below)
{
    auto* track = new widgets::FeaturesTrack(sequenceTitle(series.key), series.modality, this);
    track->setObjectName(dimension ? trackKey(series.key, *dimension) : series.key);
    track->setProperty("sequence", series.key);
    track->setFeatures(series.features, series.names, series.namesFrom);
    track->setCountsSteps(m_document.video().countsSteps);
    // A pitch of 0 means that there is none.
    track->setDimension(dimension, dimension && isPitch(series.names.value(static_cast<int>(*dimension))));
    track->setRemovable(dimension && dimension != lineDimension(series.names));
    connect(
        track, &widgets::FeaturesTrack::tilesWanted, this,
        [this, tiled = series.tiled](const std::vector<engine::TileKey>& tiles) {
            m_reader.want(tiled, tiles);
        },
        Qt::QueuedConnection);
    connect(track, &widgets::FeaturesTrack::dimensionTrackWished, this,
            [this, sequence = series.key](std::size_t chosen) { addDimensionTrack(sequence, chosen); });
    connect(track, &widgets::FeaturesTrack::removeWished, this,
            [this, key = track->objectName()] { removeDimensionTrack(key); });
    m_tracks.view.addTrack(track, below);
    m_features.push_back(track);
}

/// As many as the layout names: it may have come from undo, or with the project.
void FeatureTracks::showDimensionTracks()
{
    if (!m_document.hasVideo())
        return;
    const widgets::TrackLayout layout = trackLayout(m_document.annotation());
    const std::vector<FeatureSeries>& all = m_document.video().features;
    bool isNew = false;
    for (auto series = all.begin(); series != all.end(); ++series) {
        const std::vector<std::size_t> wanted = ownTracks(*series, layout);
        std::vector<std::size_t> there;
        std::erase_if(m_features, [&](widgets::FeaturesTrack* track) {
            if (track->property("sequence") != series->key || !track->dimension())
                return false;
            const bool stays = std::ranges::find(wanted, *track->dimension()) != wanted.end();
            if (stays)
                there.push_back(*track->dimension());
            else
                m_tracks.view.removeTrack(track);
            return !stays;
        });
        const auto next = std::ranges::find_if(m_features, [&](const widgets::FeaturesTrack* track) {
            return series + 1 != all.end() && track->objectName() == (series + 1)->key;
        });
        const widgets::Track* below = next == m_features.end() ? nullptr : *next;
        for (const std::size_t dimension : wanted) {
            if (std::ranges::find(there, dimension) != there.end())
                continue;
            addTrack(*series, dimension, below ? below : &m_tracks.labels);
            isNew = true;
        }
    }
    if (isNew)
        showFeatures();
}

void FeatureTracks::addDimensionTrack(const QString& sequence, std::size_t dimension)
{
    widgets::TrackLayout layout
        = widgets::completed(m_tracks.view.tracks(), trackLayout(m_document.annotation()));
    const QString key = trackKey(sequence, dimension);
    const auto there = std::ranges::find(layout, key, &widgets::TrackPlace::key);
    if (there != layout.end()) {
        there->hidden = false;
    } else { // below those of the same sequence
        const auto last = std::find_if(layout.rbegin(), layout.rend(), [&](const widgets::TrackPlace& place) {
            return place.key == sequence || dimensionOf(place.key, sequence);
        });
        layout.insert(last.base(), widgets::TrackPlace{key});
    }
    const auto& all = m_document.video().features;
    const auto series = std::ranges::find(all, sequence, &FeatureSeries::key);
    const QString name = series == all.end() ? key : series->names.value(static_cast<int>(dimension), key);
    m_editor.setTrackLayout(layout, tr("a track of %1").arg(name), 0);
}

void FeatureTracks::removeDimensionTrack(const QString& track)
{
    widgets::TrackLayout layout = trackLayout(m_document.annotation());
    std::erase_if(layout, [&](const widgets::TrackPlace& place) { return place.key == track; });
    m_editor.setTrackLayout(layout, tr("remove the track %1").arg(track), 0);
}

/// A sequence that the recipe leaves out, or whose video it drops, shows as its file has it.
void FeatureTracks::showFeatures()
{
    if (!m_document.hasVideo())
        return;
    const VideoData& video = m_document.video();
    const AlignmentPreview::Result* aligned
        = m_showsAligned && m_alignment.applied() ? m_alignment.appliedPreview().result() : nullptr;
    if (aligned && aligned->video != video.id)
        aligned = nullptr; // of the video before; the new one is on its way
    for (widgets::FeaturesTrack* track : m_features) {
        const QString key = track->property("sequence").toString();
        const auto series = std::ranges::find(video.features, key, &FeatureSeries::key);
        if (series == video.features.end())
            continue;
        const AlignmentPreview::Sequence* rows = aligned ? aligned->find(key) : nullptr;
        const bool isLine = track->dimension().has_value();
        if (rows && rows->features && !isLine) {
            track->setFeatures(rows->features, rows->names);
            track->setFilled(filledRows(rows->rows), m_showsImputed);
            track->setNote(tr("aligned"));
        } else if (track->features() != series->features) {
            track->setFeatures(series->features, series->names);
            track->setFilled({}, true);
        }
    }
    showCoverage();
}

/// What one should know of a sequence as its file has it. @param areNewer  words are not those of the file
QString FeatureTracks::noteOf(const FeatureSeries& series, bool areNewer) const
{
    if (m_document.video().countsSteps)
        return tr("steps");
    const auto set = engine::featureSetCalled(series.key.toStdString());
    const bool isOfWords = areNewer
        && ((set && engine::factsOf(*set).needsWords)
            || series.features->intervals() == m_document.recordedWords());
    return isOfWords ? tr("older than the words") : QString();
}

/// Always of the source: what each word would receive, as it is dragged.
void FeatureTracks::showCoverage()
{
    if (!m_document.hasVideo())
        return;
    const bool areNewer = m_document.wordsNotRecorded() > 0;
    for (widgets::FeaturesTrack* track : m_features) {
        const auto series = std::ranges::find(m_document.video().features,
                                              track->property("sequence").toString(), &FeatureSeries::key);
        const bool isKnown = series != m_document.video().features.end();
        if (isKnown && track->features() == series->features)
            track->setNote(noteOf(*series, areNewer));
        const bool isShown = m_showsCoverage && !track->dimension() && isKnown;
        const std::vector<engine::Interval>* rows = isShown ? &series->features->intervals() : nullptr;
        const bool isPerWord = rows && *rows == m_document.recordedWords(); // they move with their words
        track->setCoverage(rows && !isPerWord ? engine::coverage(m_document.words().intervals, *rows)
                                              : std::vector<engine::TargetCoverage>());
    }
}

void FeatureTracks::setShowsAligned(bool aligned)
{
    m_showsAligned = aligned;
    showFeatures();
}

void FeatureTracks::setShowsImputed(bool imputed)
{
    m_showsImputed = imputed;
    showFeatures();
}

void FeatureTracks::setShowsCoverage(bool coverage)
{
    m_showsCoverage = coverage;
    showCoverage();
}

}
