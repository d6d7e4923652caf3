#include "widgets/timeline/kinetic_pan.h"

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr quint64 kRecent = 100; // milliseconds of the hand's motion that count
constexpr quint64 kRest = 60; // so long without motion is a stop
constexpr int kStepMs = 16;
constexpr double kDecay = 0.325; // seconds until a third of the speed is left
constexpr double kSlowest = 20.0; // pixels per second: it has stopped

}

KineticPan::KineticPan(QObject* parent) : QObject(parent)
{
    m_timer.setInterval(kStepMs);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &KineticPan::step);
}

void KineticPan::press(double x, quint64 when)
{
    stop();
    m_samples = {{x, when}};
}

void KineticPan::move(double x, quint64 when)
{
    std::erase_if(m_samples, [&](const Sample& sample) { return sample.when + kRecent < when; });
    m_samples.push_back({x, when});
}

double KineticPan::velocity(quint64 when) const
{
    if (m_samples.size() < 2 || m_samples.back().when + kRest < when
        || m_samples.back().when <= m_samples.front().when)
        return 0.0;
    const double seconds = static_cast<double>(m_samples.back().when - m_samples.front().when) / 1000.0;
    return (m_samples.back().x - m_samples.front().x) / seconds;
}

void KineticPan::release(quint64 when, bool glides)
{
    m_velocity = glides ? velocity(when) : 0.0;
    m_samples.clear();
    if (std::abs(m_velocity) < kSlowest)
        return;
    m_clock.start();
    m_timer.start();
}

void KineticPan::stop()
{
    m_timer.stop();
}

void KineticPan::step()
{
    const double seconds = static_cast<double>(m_clock.restart()) / 1000.0;
    const double left = std::exp(-seconds / kDecay);
    const double pixels = m_velocity * kDecay * (1.0 - left);
    m_velocity *= left;
    if (std::abs(m_velocity) < kSlowest)
        stop();
    emit panned(-pixels);
}

}
