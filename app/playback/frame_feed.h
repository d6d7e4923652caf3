#pragma once

#include "engine/media/frame_server.h"

#include <QImage>
#include <QObject>
#include <QThreadPool>

#include <memory>
#include <optional>

namespace app {

/// Decodes pictures of one file for the GUI thread. A picture that was asked for comes by a signal, unless a
/// newer request replaced it.
class FrameFeed : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Opens a file; no signal comes from the file before. An empty path closes.
    void open(const QString& path, engine::TimeZero zero = engine::TimeZero::EarliestStream);
    void show(double seconds); ///< seconds from the start of the file

    bool isOpening() const { return m_isOpening; }
    /// Absent while the file is being opened, and when opening failed.
    const std::optional<engine::MediaInfo>& info() const { return m_info; }
    /// The number of the frame shown at a time; absent without picture, and until it is known.
    std::optional<std::size_t> frameAt(double seconds) const;
    /// When frame `k` begins; absent past the end, or without picture.
    std::optional<double> frameTime(std::size_t k) const;
    /// Seconds that one frame lasts; absent without picture.
    std::optional<double> frameLength() const;
    /// True when the picture of this time came last, or no picture will come.
    bool hasShown(double seconds) const;

    /// True when all files are closed: destroying the feed then waits for no slow frame.
    bool isClosed() const { return !m_server && m_closing.activeThreadCount() == 0; }

signals:
    void opened(const engine::MediaInfo& info);
    void failed(const QString& message); ///< opening failed; or, when `info` is there, decoding did
    void interrupted(const QString& message); ///< what decodes ended; the picture comes all the same
    void frameReady(const QImage& image, double seconds);

private:
    void take(std::shared_ptr<const engine::VideoFrame> frame);

    QThreadPool m_closing; ///< where servers of closed files end: one may be in the middle of a slow frame
    std::unique_ptr<engine::FrameServer> m_server;
    quint64 m_generation = 0; ///< tells late callbacks of a closed file from those of the open one
    std::optional<engine::MediaInfo> m_info;
    bool m_isOpening = false;
    bool m_hasFailed = false;
    double m_shownFrame = -1.0; ///< presentation time of the picture that came last
};

}
