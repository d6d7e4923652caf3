#include "app/main_window/timeline_panel.h"
#include "app/session/session.h"
#include "widgets/tracks/features_track.h"
#include "widgets/tracks/labels_track.h"

#include <algorithm>

// The timeline's features: as their files have them, or as they were aligned.
namespace app {

namespace {

QString sequenceTitle(QString key)
{
    key.replace(QLatin1Char('_'), QLatin1Char(' '));
    key.front() = key.front().toUpper();
    return key;
}

/// The dimension that is worth a line of its own beside the heat map: the pitch, where there is one.
std::optional<std::size_t> lineDimension(const QStringList& names)
{
    const auto found = std::find_if(names.begin(), names.end(), [](const QString& name) {
        return name.startsWith(QLatin1String("f0"), Qt::CaseInsensitive);
    });
    return found == names.end() ? std::nullopt
                                : std::optional<std::size_t>(static_cast<std::size_t>(found - names.begin()));
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

void TimelinePanel::makeFeatureTracks()
{
    for (widgets::FeaturesTrack* track : m_features)
        m_view->removeTrack(track);
    m_features.clear();
    if (!m_session.document().hasVideo())
        return;
    const auto addTrack = [this](const FeatureSeries& series, std::optional<std::size_t> dimension) {
        auto* track = new widgets::FeaturesTrack(sequenceTitle(series.key), series.modality, this);
        track->setObjectName(series.key + (dimension ? QStringLiteral("/%1").arg(*dimension) : QString()));
        track->setProperty("sequence", series.key);
        track->setFeatures(series.features, series.names);
        track->setDimension(dimension, dimension.has_value()); // a pitch of 0 means that there is none
        m_view->addTrack(track, m_labels);
        m_features.push_back(track);
    };
    for (const FeatureSeries& series : m_session.document().video().features) {
        addTrack(series, std::nullopt);
        if (const auto dimension = lineDimension(series.names))
            addTrack(series, dimension);
    }
    showFeatures();
}

/// A sequence that the recipe leaves out, or whose video it drops, shows as its file has it.
void TimelinePanel::showFeatures()
{
    if (!m_session.document().hasVideo())
        return;
    const VideoData& video = m_session.document().video();
    const AlignmentPreview::Result* aligned = m_showsAligned && m_session.alignment().applied()
        ? m_session.alignment().appliedPreview().result()
        : nullptr;
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
            track->setNote({});
        }
    }
    showCoverage();
}

/// Always of the source: what each word would receive, as it is dragged.
void TimelinePanel::showCoverage()
{
    const Document& document = m_session.document();
    if (!document.hasVideo())
        return;
    for (widgets::FeaturesTrack* track : m_features) {
        const auto series = std::ranges::find(document.video().features,
                                              track->property("sequence").toString(), &FeatureSeries::key);
        const bool isShown
            = m_showsCoverage && !track->dimension() && series != document.video().features.end();
        const std::vector<engine::Interval>* rows = isShown ? &series->features->source().intervals : nullptr;
        const bool isPerWord = rows && *rows == document.recordedWords(); // they move with their words
        track->setCoverage(rows && !isPerWord ? engine::coverage(document.words().intervals, *rows)
                                              : std::vector<engine::TargetCoverage>());
    }
}

void TimelinePanel::setShowsAligned(bool aligned)
{
    m_showsAligned = aligned;
    showFeatures();
}

void TimelinePanel::setShowsImputed(bool imputed)
{
    m_showsImputed = imputed;
    showFeatures();
}

void TimelinePanel::setShowsCoverage(bool coverage)
{
    m_showsCoverage = coverage;
    showCoverage();
}

}
