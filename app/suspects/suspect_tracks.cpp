#include "app/suspects/suspect_tracks.h"

#include "widgets/timeline/timeline_view.h"

namespace app {

SuspectTracks::SuspectTracks(widgets::TimelineView& view, QObject* parent)
    : QObject(parent)
    , m_view(view)
    , m_models(new widgets::EvidenceTrack(tr("Models"), tr("out of fold by video"), this))
    , m_neighbours(new widgets::EvidenceTrack(tr("Neighbours"), tr("nearest in the fusion layer"), this))
    , m_alone(new widgets::EvidenceTrack(tr("Alone"), tr("each modality by itself"), this))
    , m_suggestion(new widgets::EvidenceTrack(tr("Suggestion"), tr("A accepts"), this))
{
    for (auto [track, name] : {std::pair(m_models, "suspectModelsTrack"),
                               {m_neighbours, "suspectNeighboursTrack"},
                               {m_alone, "suspectAloneTrack"},
                               {m_suggestion, "suspectSuggestionTrack"}}) {
        track->setObjectName(QLatin1String(name));
        track->setVisible(false);
    }
}

void SuspectTracks::show(const SuspectEvidenceRows& rows)
{
    const bool wasShown = m_models->isVisible();
    if (rows.models && !m_isAdded) { // below those of the video's tiers
        m_isAdded = true;
        for (widgets::EvidenceTrack* track : {m_models, m_neighbours, m_alone, m_suggestion})
            m_view.addTrack(track);
    }
    showOne(*m_models, rows.models);
    showOne(*m_neighbours, rows.neighbours);
    showOne(*m_alone, rows.alone);
    showOne(*m_suggestion, rows.suggestion);
    if (!wasShown && m_models->isVisible()) // once it has its place
        QMetaObject::invokeMethod(
            this, [this] { m_view.ensureVisible(m_suggestion->isVisible() ? m_suggestion : m_alone); },
            Qt::QueuedConnection);
}

void SuspectTracks::showOne(widgets::EvidenceTrack& track,
                            const std::optional<SuspectEvidenceRows::Evidence>& evidence)
{
    track.setEvidence(evidence);
    track.setVisible(evidence.has_value());
}

}
