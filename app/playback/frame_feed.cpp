#include "app/playback/frame_feed.h"

#include "app/playback/frame_image.h"

#include <cmath>

namespace app {

namespace {

constexpr int kMostWidth = 1920; // pictures are scaled down to this while decoding
constexpr int kMostHeight = 1080;

}

void FrameFeed::open(const QString& path, engine::TimeZero zero)
{
    if (m_server)
        m_closing.start([closing = std::shared_ptr<engine::FrameServer>(std::move(m_server))]() mutable {
            closing.reset();
        });
    const quint64 generation = ++m_generation;
    m_info.reset();
    m_shownFrame = -1.0;
    m_hasFailed = false;
    m_isOpening = !path.isEmpty();
    if (path.isEmpty())
        return;
    const auto onThisThread = [this, generation](auto work) {
        QMetaObject::invokeMethod(this, [this, generation, work = std::move(work)] {
            if (generation == m_generation)
                work();
        });
    };
    engine::FrameServer::Callbacks callbacks;
    callbacks.opened = [this, onThisThread](const engine::MediaInfo& info) {
        onThisThread([this, info] {
            m_isOpening = false;
            m_info = info;
            emit opened(info);
        });
    };
    callbacks.frame = [this, onThisThread](std::shared_ptr<const engine::VideoFrame> frame) {
        onThisThread([this, frame = std::move(frame)] { take(frame); });
    };
    callbacks.failed = [this, onThisThread](const std::string& message) {
        onThisThread([this, message] {
            m_isOpening = false;
            m_hasFailed = true;
            emit failed(QString::fromStdString(message));
        });
    };
    callbacks.interrupted = [this, onThisThread](const std::string& message) {
        onThisThread([this, message] { emit interrupted(QString::fromStdString(message)); });
    };
    m_server = std::make_unique<engine::FrameServer>(engine::MediaFile(path.toStdString(), zero), kMostWidth,
                                                     kMostHeight, std::move(callbacks));
}

void FrameFeed::show(double seconds)
{
    if (m_server)
        m_server->show(seconds);
}

void FrameFeed::take(std::shared_ptr<const engine::VideoFrame> frame)
{
    m_shownFrame = frame->time;
    m_hasFailed = false;
    const double seconds = frame->time;
    emit frameReady(imageOf(std::move(frame)), seconds);
}

std::optional<std::size_t> FrameFeed::frameAt(double seconds) const
{
    return m_server && m_info && m_info->hasVideo ? m_server->frameAt(seconds) : std::nullopt;
}

std::optional<double> FrameFeed::frameTime(std::size_t k) const
{
    return m_server ? m_server->frameTime(k) : std::nullopt;
}

std::optional<double> FrameFeed::frameLength() const
{
    return m_info && m_info->hasVideo && m_info->frameRate > 0 ? std::optional(1.0 / m_info->frameRate)
                                                               : std::nullopt;
}

bool FrameFeed::hasShown(double seconds) const
{
    if (m_isOpening)
        return false;
    if (!m_server || !m_info || !m_info->hasVideo || m_hasFailed)
        return true;
    const auto index = m_server->frameAt(seconds);
    const auto time = index ? m_server->frameTime(*index) : std::nullopt;
    return time && m_shownFrame >= 0 && std::abs(*time - m_shownFrame) < 1e-6;
}

}
