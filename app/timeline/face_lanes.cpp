#include "app/timeline/face_lanes.h"

#include "app/document/document.h"
#include "app/document/track_layout_item.h"
#include "app/faces/faces.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/faces_track.h"

#include <algorithm>

namespace app {

FaceLanes::FaceLanes(const TimelineTracks& tracks, Document& document, Faces& faces, QObject* parent)
    : QObject(parent)
    , m_tracks(tracks)
    , m_document(document)
    , m_faces(faces)
{
    connect(&faces, &Faces::changed, this, &FaceLanes::show);
    connect(&document, &Document::videoChanged, this, &FaceLanes::show);
    connect(&tracks.view, &widgets::TimelineView::menuWished, this,
            [this](widgets::Track* track, std::optional<std::size_t> part, double, QPoint where) {
                if (const auto person = personAt(track, part))
                    emit menuWished(*person, where);
            });
    connect(&tracks.view, &widgets::TimelineView::partDoubleClicked, this,
            [this](widgets::Track* track, std::size_t part) {
                if (const auto person = personAt(track, part))
                    emit renameWished(*person);
            });
    show();
}

void FaceLanes::setShown(bool shown)
{
    m_isShown = shown;
    show();
}

void FaceLanes::showLayout()
{
    show();
}

std::optional<std::size_t> FaceLanes::personAt(const widgets::Track* track,
                                               std::optional<std::size_t> part) const
{
    return track == &m_tracks.faces && part && *part < m_faces.lanes().size()
        ? std::optional(m_faces.lanes()[*part].person)
        : std::nullopt;
}

/// What is shown of a video stays until it is read anew.
void FaceLanes::show()
{
    const bool isThere = m_isShown && m_faces.hasLandmarks();
    const widgets::TrackLayout layout = trackLayout(m_document.annotation());
    const auto place = std::ranges::find(layout, m_tracks.faces.objectName(), &widgets::TrackPlace::key);
    m_tracks.faces.setVisible(isThere);
    m_faces.want(this, isThere && (place == layout.end() || !place->hidden));
    const QString video = m_document.hasVideo() ? m_document.video().id : QString();
    if (isThere && !m_faces.isCurrent() && video == m_video)
        return;
    m_video = video;
    std::vector<widgets::FacesTrack::Lane> lanes;
    for (const engine::FaceLane& lane : m_faces.lanes())
        lanes.push_back({m_faces.nameOf(lane.person), m_faces.colourOf(lane.person), lane.seen, lane.speaking,
                         lane.times, lane.mouth});
    m_tracks.faces.setLanes(std::move(lanes));
}

}
