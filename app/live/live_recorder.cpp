#include "app/live/live_recorder.h"

#include "engine/live/playing_file.h"

#include <utility>

namespace app {

namespace {

constexpr std::size_t kMostKeptBytes = std::size_t{256} << 20; ///< of pictures that are kept

}

LiveRecorder::~LiveRecorder()
{
    stop();
    m_finishing.waitForDone(); // a recording is not lost because somebody left
}

void LiveRecorder::clear()
{
    stop();
    m_pictures.clear();
    m_sounds.clear();
    m_bytes = 0;
}

void LiveRecorder::add(const std::shared_ptr<const engine::VideoFrame>& picture)
{
    if (m_recording) {
        if (!std::exchange(m_hasPicture, true))
            m_span.start = picture->time;
        m_span.end = picture->time;
        m_recording->addPicture(picture);
    }
    m_pictures.push_back(picture);
    m_bytes += picture->bgra.size();
    while (!m_pictures.empty()
           && (m_pictures.front()->time < picture->time - kKeptSeconds || m_bytes > kMostKeptBytes)) {
        m_bytes -= m_pictures.front()->bgra.size();
        m_pictures.pop_front();
    }
}

void LiveRecorder::add(const LiveSound& sound)
{
    if (m_recording)
        m_recording->addSound(sound.start, sound.samples);
    m_sounds.push_back({sound.start, sound.samples, {}});
    while (m_sounds.front().start < sound.start - kKeptSeconds - 1.0)
        m_sounds.pop_front();
}

std::shared_ptr<engine::ClipRecorder> LiveRecorder::recorderFor(const QString& file, bool hasSound)
{
    const auto finished = [this](const std::filesystem::path& path, const std::string& error) {
        QMetaObject::invokeMethod(this,
                                  [this, file = QString::fromStdString(path.string()),
                                   text = QString::fromStdString(error)] { emit written(file, text); });
    };
    return std::make_shared<engine::ClipRecorder>(std::filesystem::path(file.toStdString()),
                                                  hasSound ? engine::kLiveSoundRate : 0, finished);
}

void LiveRecorder::start(const QString& file, bool hasSound)
{
    m_recording = recorderFor(file, hasSound);
    m_file = file;
    m_hasPicture = false;
    m_span.start = m_span.end = m_pictures.empty() ? 0.0 : m_pictures.back()->time;
}

std::size_t LiveRecorder::dropped() const
{
    return m_recording ? m_recording->dropped() : 0;
}

void LiveRecorder::stop()
{
    if (!m_recording)
        return;
    finish(std::exchange(m_recording, nullptr));
    emit taken(m_file, m_span);
}

bool LiveRecorder::keep(const QString& file, bool hasSound)
{
    if (m_pictures.empty())
        return false;
    const std::shared_ptr<engine::ClipRecorder> recorder = recorderFor(file, hasSound);
    for (const auto& picture : m_pictures)
        recorder->addPicture(picture);
    for (const LiveSound& sound : m_sounds)
        recorder->addSound(sound.start, sound.samples);
    finish(recorder);
    emit taken(file, {m_pictures.front()->time, m_pictures.back()->time});
    return true;
}

/// Encoding what is left takes a while.
void LiveRecorder::finish(std::shared_ptr<engine::ClipRecorder> recorder)
{
    recorder->finish();
    m_finishing.start([recorder = std::move(recorder)]() mutable { recorder.reset(); });
}

}
