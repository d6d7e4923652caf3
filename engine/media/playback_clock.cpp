#include "engine/media/playback_clock.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace engine {

namespace {

constexpr double kWindow = 1.0; ///< seconds over which the sound's place is judged
constexpr double kSmoothing = 0.5; ///< seconds in which most of an error is worked off
constexpr double kMostSlew
    = 0.5; ///< of the rate: the clock runs between half and one and a half times as fast
constexpr double kMostWaiting = 2.0; ///< seconds for a device that does not begin
constexpr double kMoved = 1e-3; ///< seconds by which sound must have moved to count as running

}

double steadySeconds()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

PlaybackClock::PlaybackClock(TimeSource now) : m_now(std::move(now)), m_last(m_now()) { }

void PlaybackClock::play(bool waitForSound)
{
    advance();
    if (m_playing)
        return;
    m_playing = true;
    forgetSound();
    if (waitForSound)
        m_waitUntil = m_last + kMostWaiting;
}

void PlaybackClock::pause()
{
    advance();
    m_playing = false;
    forgetSound();
}

void PlaybackClock::seek(double seconds)
{
    advance();
    m_position = seconds;
    ++m_jumps;
    forgetSound();
}

void PlaybackClock::setRate(double rate)
{
    advance();
    if (rate > 0.0)
        m_rate = rate;
    forgetSound();
}

void PlaybackClock::setLoop(std::optional<Interval> span)
{
    advance();
    m_loop = span && span->length() > 0.0 ? span : std::nullopt;
}

double PlaybackClock::position()
{
    advance();
    return m_position;
}

void PlaybackClock::correct(double audioPosition)
{
    advance();
    if (!m_playing)
        return;
    if (m_waitUntil) {
        if (!m_firstSound)
            m_firstSound = audioPosition;
        if (audioPosition - *m_firstSound < kMoved)
            return;
        m_waitUntil.reset();
    }
    m_offsets.push_back({m_last, audioPosition - m_free});
    while (m_last - m_offsets.front().time > kWindow)
        m_offsets.pop_front();
}

/// Moves on to now: freely, plus a share of the distance to the sound.
void PlaybackClock::advance()
{
    const double now = m_now();
    double elapsed = std::max(0.0, now - m_last);
    m_last = now;
    if (m_waitUntil) {
        if (now < *m_waitUntil)
            return;
        elapsed = std::min(elapsed, now - *m_waitUntil);
        m_waitUntil.reset();
    }
    if (!m_playing)
        return;
    const double before = m_position;
    const double step = elapsed * m_rate;
    m_free += step;
    m_position += step;
    if (!m_offsets.empty()) {
        // The device reports late, in blocks: the largest offset is the truest.
        const double sound = m_free + std::ranges::max_element(m_offsets, {}, &Offset::seconds)->seconds;
        const double share = 1.0 - std::exp(-elapsed / kSmoothing);
        m_position += std::clamp((sound - m_position) * share, -kMostSlew * step, kMostSlew * step);
    }
    if (m_loop && before < m_loop->end && m_position >= m_loop->end) {
        m_position = m_loop->start + std::fmod(m_position - m_loop->end, m_loop->length());
        ++m_jumps;
        forgetSound();
    }
}

/// What the sound said belongs to another course of time; it is waited for no longer than before.
void PlaybackClock::forgetSound()
{
    m_free = m_position;
    m_offsets.clear();
    m_firstSound.reset();
    if (!m_playing)
        m_waitUntil.reset();
}

}
