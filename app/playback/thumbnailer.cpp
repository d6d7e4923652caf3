#include "app/playback/thumbnailer.h"

#include "engine/media/thumbnails.h"
#include "engine/media/video_reader.h"

#include <exception>
#include <memory>

namespace app {

namespace {

constexpr int kEntryHeight = 66; // the library's pictures, sharp at 200 %
constexpr double kEntryTime = 1.0; // seconds into the video: people have begun to speak
constexpr double kTolerance = 0.2; // seconds that a tile may be off

QImage copied(const engine::VideoFrame& frame)
{
    return QImage(frame.bgra.data(), frame.width, frame.height, frame.width * 4, QImage::Format_RGB32).copy();
}

}

Thumbnailer::Thumbnailer(QObject* parent)
    : QObject(parent)
    , m_thread([this](const std::stop_token& stop) { work(stop); })
{
}

Thumbnailer::~Thumbnailer()
{
    m_thread.request_stop();
    m_wake.notify_all();
}

void Thumbnailer::open(const QString& path, engine::TimeZero zero)
{
    const std::lock_guard lock(m_mutex);
    m_path = path;
    m_zero = zero;
    m_wanted.clear();
}

void Thumbnailer::want(const QList<double>& seconds, int height)
{
    const std::lock_guard lock(m_mutex);
    m_wanted = seconds;
    m_height = height * 2; // sharp at 200 %
    m_wake.notify_all();
}

void Thumbnailer::wantEntries(const QList<EntryWish>& entries)
{
    const std::lock_guard lock(m_mutex);
    m_entries = entries;
    m_entries.removeIf([this](const EntryWish& wish) { return wish.id == m_entryInWork; });
    m_wake.notify_all();
}

bool Thumbnailer::isIdle() const
{
    const std::lock_guard lock(m_mutex);
    return m_wanted.isEmpty() && m_entries.isEmpty() && !m_busy;
}

void Thumbnailer::work(const std::stop_token& stop)
{
    std::unique_ptr<engine::VideoReader> reader; // of the filmstrip's video, kept open
    std::optional<engine::MediaFile> readerFile;
    std::unique_lock lock(m_mutex);
    while (m_wake.wait(lock, stop, [this] { return !m_wanted.isEmpty() || !m_entries.isEmpty(); })) {
        m_busy = true;
        const QString path = m_path;
        const engine::TimeZero zero = m_zero;
        const bool filmstrip = !m_wanted.isEmpty();
        const double seconds = filmstrip ? m_wanted.takeFirst() : kEntryTime;
        const EntryWish entry = filmstrip ? EntryWish{} : m_entries.takeFirst();
        m_entryInWork = entry.id;
        const int height = filmstrip ? m_height : kEntryHeight;
        lock.unlock();
        QImage image;
        try {
            const engine::MediaFile file(path.toStdString(), zero);
            if (filmstrip && (!reader || readerFile != file)) {
                reader = std::make_unique<engine::VideoReader>(file);
                readerFile = file;
            }
            if (filmstrip) {
                if (const auto there = engine::pictureOfTime(*reader, seconds, kTolerance, height, stop))
                    image = copied(*there);
            } else {
                engine::VideoReader other(entry.path.toStdString());
                image = copied(*engine::thumbnail(other, kEntryTime, kEntryTime, height, stop));
            }
        } catch (const std::exception&) { // nothing may leave the thread
            image = {}; // no picture to be had; the player says why when it is opened
            reader.reset();
        }
        if (filmstrip)
            emit thumbnailReady(path, seconds, image);
        else
            emit entryReady(entry.id, image);
        lock.lock();
        m_entryInWork.clear();
        m_busy = false;
    }
}

}
