#pragma once

#include <QObject>
#include <QString>

#include <optional>

namespace app {

class Document;
class Player;
class VideoOpener;

/// Goes to a labelled segment by the name that a dataset gives it, `video[3]`: row 3 of the video's labels,
/// counted from 0 as in the csd. Opens its video when another video is in sight.
class SegmentJump : public QObject {
    Q_OBJECT
public:
    explicit SegmentJump(Document& document, Player& player, VideoOpener& videos, QObject* parent = nullptr);

    void start(const QString& video, std::size_t row);

signals:
    void reached(std::size_t segment); ///< in the order of time
    void failed(const QString& reason);

private:
    void goOn();
    std::optional<std::size_t> segmentOf(std::size_t row) const;

    Document& m_document;
    Player& m_player;
    VideoOpener& m_videos;
    QString m_video; ///< the video that is being opened; empty: none
    std::size_t m_row = 0;
};

}
