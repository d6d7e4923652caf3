#include "app/main_window/segment_jump.h"

#include "app/session/session.h"

#include <algorithm>

namespace app {

SegmentJump::SegmentJump(Session& session, QObject* parent) : QObject(parent), m_session(session)
{
    connect(&session.document(), &Document::videoChanged, this, &SegmentJump::goOn);
    connect(&session.player(), &Player::durationChanged, this, &SegmentJump::goOn);
    connect(&session, &Session::datasetOpened, this, [this] { m_video.clear(); });
    connect(&session, &Session::videoOpening, this, [this](const QString& id) {
        if (id != m_video)
            m_video.clear(); // the user went elsewhere
    });
}

void SegmentJump::start(const QString& video, std::size_t row)
{
    const auto dataset = m_session.dataset();
    const bool isKnown = dataset
        && std::any_of(dataset->entries.begin(), dataset->entries.end(),
                       [&](const auto& entry) { return entry->id == video; });
    if (!isKnown) {
        emit failed(tr("The dataset has no video “%1”.").arg(video));
        return;
    }
    m_video = video;
    m_row = row;
    if (m_session.currentVideo() == video)
        goOn();
    else
        m_session.openVideo(video);
}

/// Both the sequences and the media of the video have to be there: each can be the later.
void SegmentJump::goOn()
{
    const Document& document = m_session.document();
    if (m_video.isEmpty() || m_session.currentVideo() != m_video || !document.hasVideo()
        || document.video().id != m_video || m_session.player().duration() <= 0)
        return;
    m_video.clear();
    const auto segment = segmentOf(m_row);
    if (!segment) {
        emit failed(
            tr("%1 has no segment %2; its segments are counted from 0.").arg(document.video().id).arg(m_row));
        return;
    }
    m_session.player().seek(document.labels().rows.intervals[*segment].start);
    emit reached(*segment);
}

/// Segments without a sequence are counted in the order of time.
std::optional<std::size_t> SegmentJump::segmentOf(std::size_t row) const
{
    const Document& document = m_session.document();
    const std::vector<engine::SegmentId>& ids = document.labels().ids;
    const engine::Tier* tier = document.tier(kLabelsTier);
    if (!tier || tier->source.empty())
        return row < ids.size() ? std::optional(row) : std::nullopt;
    const auto found = std::find_if(ids.begin(), ids.end(), [&](engine::SegmentId id) {
        return document.annotation().segment(id)->sourceRow == static_cast<int>(row);
    });
    return found == ids.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - ids.begin()));
}

}
