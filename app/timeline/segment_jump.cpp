#include "app/timeline/segment_jump.h"

#include "app/document/document.h"
#include "app/playback/player.h"
#include "app/video/video_opener.h"

#include <algorithm>

namespace app {

SegmentJump::SegmentJump(Document& document, Player& player, VideoOpener& videos, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_player(player)
    , m_videos(videos)
{
    connect(&document, &Document::videoChanged, this, &SegmentJump::goOn);
    connect(&player, &Player::durationChanged, this, &SegmentJump::goOn);
    connect(&videos, &VideoOpener::datasetOpened, this, [this] { m_video.clear(); });
    connect(&videos, &VideoOpener::opening, this, [this](const QString& id) {
        if (id != m_video)
            m_video.clear(); // the user went elsewhere
    });
}

void SegmentJump::start(const QString& video, std::size_t row)
{
    const auto dataset = m_videos.dataset();
    if (!dataset || dataset->entries.placeOf(video) < 0) {
        emit failed(tr("The dataset has no video “%1”.").arg(video));
        return;
    }
    m_video = video;
    m_row = row;
    if (m_videos.current() == video)
        goOn();
    else
        m_videos.open(video);
}

/// Both the sequences and the media of the video have to be there: each can be the later.
void SegmentJump::goOn()
{
    if (m_video.isEmpty() || m_videos.current() != m_video || !m_document.hasVideo()
        || m_document.video().id != m_video || m_player.duration() <= 0)
        return;
    m_video.clear();
    const auto segment = segmentOf(m_row);
    if (!segment) {
        emit failed(tr("%1 has no segment %2; its segments are counted from 0.")
                        .arg(m_document.video().id)
                        .arg(m_row));
        return;
    }
    m_player.seek(m_document.labels().rows.intervals[*segment].start);
    emit reached(*segment);
}

/// Segments without a sequence are counted in the order of time.
std::optional<std::size_t> SegmentJump::segmentOf(std::size_t row) const
{
    const std::vector<engine::SegmentId>& ids = m_document.labels().ids;
    const engine::Tier* tier = m_document.tier(kLabelsTier);
    if (!tier || tier->source.empty())
        return row < ids.size() ? std::optional(row) : std::nullopt;
    const auto found = std::find_if(ids.begin(), ids.end(), [&](engine::SegmentId id) {
        return m_document.annotation().segment(id)->sourceRow == static_cast<int>(row);
    });
    return found == ids.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - ids.begin()));
}

}
