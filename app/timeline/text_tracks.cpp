#include "app/timeline/text_tracks.h"

#include "app/document/document.h"
#include "app/timeline/sequence_title.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/labels_track.h"
#include "widgets/tracks/text_track.h"

#include <utility>

namespace app {

TextTracks::TextTracks(const TimelineTracks& tracks, Document& document, QObject* parent)
    : QObject(parent)
    , m_tracks(tracks)
    , m_document(document)
{
}

void TextTracks::showVideo()
{
    for (widgets::TextTrack* track : std::exchange(m_texts, {}))
        m_tracks.view.removeTrack(track);
    if (!m_document.hasVideo())
        return;
    for (const TextSeries& series : m_document.video().texts) {
        if (series.texts.texts.empty())
            continue;
        auto* track = new widgets::TextTrack(sequenceTitle(series.key), series.texts, this);
        track->setObjectName(series.key);
        track->setVisible(m_document.sight().now().words);
        m_texts.push_back(track);
        m_tracks.view.addTrack(track, &m_tracks.labels);
    }
}

void TextTracks::showSight()
{
    for (widgets::TextTrack* track : m_texts)
        track->setVisible(m_document.sight().now().words);
}

}
