#pragma once

#include "engine/project_items/review_pass.h"

#include <QElapsedTimer>

namespace app {

/// How the annotator comes to the answer in hand: the log of the judgement, and the time since its segment
/// was shown.
class JudgementClock {
public:
    /// Another segment is in hand. @param log  as far as it was kept; absent: this is the first time
    void begin(const std::optional<engine::JudgementLog>& log);
    void start() { m_shown.start(); } ///< the segment can be seen from now on
    void notePlay(double speed);
    /// @param isGiven  a value was given, not taken away
    /// @param wasDone  the answer counted already
    void noteValue(bool isGiven, bool wasDone);
    void notePeek() { m_log.hasPeeked = true; }
    /// The answer counts. @param isGold  the right value is shown after the answer
    void commit(bool isGold);
    const engine::JudgementLog& log() const { return m_log; }

private:
    engine::JudgementLog m_log;
    QElapsedTimer m_shown;
    std::optional<qint64> m_answered; ///< when the first value was given, in ms since it was shown
};

}
