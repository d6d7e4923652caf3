#include "app/review/judgement_clock.h"

#include <QDateTime>

namespace app {

namespace {

constexpr qint64 kCorrection = 2000; // ms in which another answer takes back a slip

}

void JudgementClock::begin(const std::optional<engine::JudgementLog>& log)
{
    m_log = log.value_or(engine::JudgementLog());
    m_answered.reset();
    m_shown.start();
}

void JudgementClock::notePlay(double speed)
{
    ++m_log.plays;
    m_log.speed = speed;
}

void JudgementClock::noteValue(bool isGiven, bool wasDone)
{
    if (wasDone || (isGiven && m_answered && m_shown.elapsed() - *m_answered > kCorrection))
        ++m_log.revisions;
    if (isGiven)
        m_answered = m_shown.elapsed();
}

void JudgementClock::commit(bool isGold)
{
    if (isGold && m_log.committed != 0)
        m_log.hasPeeked = true; // answered anew after the right value was shown
    m_log.seconds += static_cast<double>(m_shown.restart()) / 1000.0;
    m_log.committed = QDateTime::currentMSecsSinceEpoch();
}

}
