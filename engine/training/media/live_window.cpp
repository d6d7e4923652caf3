#include "engine/training/media/live_window.h"

#include "engine/core/stopwatch.h"
#include "engine/training/media/segment_reader.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

std::int64_t sampleAt(double seconds)
{
    return std::llround(seconds * kSegmentSoundRate);
}

constexpr double kFrameTolerance = 1e-6; ///< seconds, as FrameIndex::at()
constexpr double kSpare = 2.0; ///< seconds that are kept beside those asked for

}

LiveWindow::LiveWindow(const MediaOptions& options, double seconds)
    : m_options(options)
    , m_seconds(seconds + kSpare)
    , m_parts(partsFor(options))
    , m_senses(options, m_parts)
{
}

void LiveWindow::addPicture(std::shared_ptr<const VideoFrame> picture)
{
    m_pictures.push_back({std::move(picture)});
    forget();
}

void LiveWindow::addSound(double start, std::span<const float> samples)
{
    const std::int64_t first = sampleAt(start);
    if (!m_hasSound) {
        m_firstSample = first;
        m_hasSound = true;
    }
    const auto place = static_cast<std::ptrdiff_t>(std::max<std::int64_t>(0, first - m_firstSample));
    m_sound.resize(static_cast<std::size_t>(place), 0.0F); // what overlaps counts as it came last
    m_sound.insert(m_sound.end(), samples.begin(), samples.end());
    knowVoice(samples);
    const auto most = static_cast<std::size_t>(2.0 * m_seconds * kSegmentSoundRate);
    if (m_sound.size() > most) { // seldom: what is left is moved to the front
        const std::size_t tooOld = m_sound.size() - most / 2;
        m_sound.erase(m_sound.begin(), m_sound.begin() + static_cast<std::ptrdiff_t>(tooOld));
        m_firstSample += static_cast<std::int64_t>(tooOld);
    }
}

/// By what was heard in the session so far.
void LiveWindow::knowVoice(std::span<const float> samples)
{
    if (!m_parts || !m_parts->hearsVoices())
        return;
    constexpr auto stretch = static_cast<std::size_t>(2 * kSegmentSoundRate);
    constexpr auto most = static_cast<std::size_t>(MediaParts::kKnownBy / 2.0);
    m_unheard.insert(m_unheard.end(), samples.begin(), samples.end());
    while (m_unheard.size() >= stretch) {
        const std::vector<VoiceStretch> heard = stretchesOf(std::span(m_unheard).first(stretch));
        m_heard.insert(m_heard.end(), heard.begin(), heard.end());
        m_unheard.erase(m_unheard.begin(), m_unheard.begin() + static_cast<std::ptrdiff_t>(stretch));
        if (m_heard.size() > most)
            m_heard.erase(m_heard.begin(), m_heard.end() - static_cast<std::ptrdiff_t>(most));
        m_senses.setUsualVoice(m_parts->usualVoice(m_heard));
    }
}

void LiveWindow::forget()
{
    const double oldest = m_pictures.back().picture->time - m_seconds;
    while (m_pictures.size() > 1 && m_pictures[1].picture->time < oldest)
        m_pictures.pop_front();
}

std::shared_ptr<const VideoFrame> LiveWindow::newest() const
{
    return m_pictures.empty() ? nullptr : m_pictures.back().picture;
}

/// The last picture that has begun by then, else the first.
LiveWindow::Held* LiveWindow::shownAt(double seconds)
{
    const auto later = std::ranges::partition_point(
        m_pictures, [seconds](const Held& held) { return held.picture->time <= seconds + kFrameTolerance; });
    if (m_pictures.empty())
        return nullptr;
    return later == m_pictures.begin() ? &m_pictures.front() : &*std::prev(later);
}

/// Less than the span where nothing was heard yet.
std::vector<float> LiveWindow::soundOf(Interval span) const
{
    const std::int64_t first = sampleAt(std::max(0.0, span.start));
    const std::int64_t last = std::min(first + sampleAt(span.end - std::max(0.0, span.start)),
                                       m_firstSample + static_cast<std::int64_t>(m_sound.size()));
    std::vector<float> sound(static_cast<std::size_t>(std::max<std::int64_t>(0, last - first)), 0.0F);
    for (std::int64_t sample = std::max(first, m_firstSample); sample < last; ++sample)
        sound[static_cast<std::size_t>(sample - first)]
            = m_sound[static_cast<std::size_t>(sample - m_firstSample)];
    return sound;
}

void LiveWindow::see(double time, SegmentMedia& result, Spent& spent)
{
    Held& held = *shownAt(time);
    if (!held.isLookedAt) {
        const Stopwatch looking;
        held.face = m_senses.faceIn(*held.picture);
        held.isLookedAt = true;
        spent.faces += looking.milliseconds();
    }
    m_senses.see(*held.picture, held.face, result);
}

SegmentMedia LiveWindow::readAhead(Progress& done, std::size_t most, Spent& spent)
{
    const Interval span = inMilliseconds(done.span);
    SegmentMedia result;
    const Stopwatch all;
    const std::vector<double> times = m_senses.timesIn(span);
    const std::size_t before = done.frames;
    while (done.frames < times.size() && !m_pictures.empty()
           && times[done.frames] < m_pictures.back().picture->time)
        ++done.frames;
    if (done.frames > before) {
        m_senses.begin(); // a box may hold from one frame to the next
        for (std::size_t frame = 0; frame < done.frames; ++frame)
            see(times[frame], result, spent);
        const std::size_t size = result.faces.size() / done.frames;
        result.faces.erase(result.faces.begin(),
                           result.faces.begin() + static_cast<std::ptrdiff_t>(before * size));
        result.frames -= before;
    }
    if (m_hasSound) {
        const std::vector<float> sound = soundOf(span);
        while (result.count < most && sound.size() >= (done.pieces + 1) * kPieceSamples)
            m_senses.hearPiece(sound, done.pieces++, result);
    }
    spent.features += all.milliseconds() - spent.faces;
    return result;
}

SegmentMedia LiveWindow::read(Interval span, Spent& spent, const RunContext& run)
{
    span = inMilliseconds(span);
    SegmentMedia result;
    const Stopwatch all;
    m_newestInSpan = span.end;
    if (!m_pictures.empty()) {
        m_senses.begin();
        for (const double time : m_senses.timesIn(span)) {
            run.tick(0, 1);
            see(time, result, spent);
            m_newestInSpan = shownAt(time)->picture->time;
        }
    }
    if (m_hasSound)
        m_senses.hear(soundOf(span), result, run);
    spent.features += all.milliseconds() - spent.faces;
    return result;
}

}
