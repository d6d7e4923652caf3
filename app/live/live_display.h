#pragma once

#include "app/live/live_session.h"
#include "app/live/processor_time.h"
#include "widgets/live/live_history.h"

#include <QTimer>

#include <map>

namespace widgets {
class LiveView;
}

namespace app {

/// Shows a live session: pictures with the face in them, what was heard, answers and how old they are.
class LiveDisplay : public QObject {
    Q_OBJECT
public:
    LiveDisplay(LiveSession& session, widgets::LiveView& view, QObject* parent);

    /// Forgets what was shown. @param words  of what plays; empty: none are known
    void begin(std::vector<widgets::LiveWord> words);
    void mark();
    void hold(); ///< or goes on
    /// Ages of all answers so far, capture to screen, in milliseconds.
    const std::vector<double>& ages() const { return m_ages; }
    const widgets::LiveHistory& history() const { return m_history; }

private:
    void showModel();
    void showFace(const std::optional<engine::LiveFace>& face, double milliseconds);
    void showAnswer(const LiveAnswer& answer);
    void notePainted(quint64 number);
    void tick();
    void showMessage();
    void showStatus();
    void showEffects(const engine::LiveReply& reply, std::size_t leading);
    void showWordsNote();

    LiveSession& m_session;
    widgets::LiveView& m_view;
    widgets::LiveHistory m_history;
    QTimer m_tick;
    std::map<quint64, LiveAnswer> m_unpainted; ///< answers that are not on the screen yet, by number
    std::vector<double> m_ages;
    bool m_sawNone = true; ///< the last time that a face was looked for
    std::optional<double> m_lastFace; ///< seconds of the session
    bool m_hasWords = false; ///< what is said is known
    std::array<QString, engine::allModalities.size()> m_off; ///< how the answer moves without each sense
    QString m_problem; ///< of the source or the model
    bool m_hasEnded = false;
    int m_ticks = 0;
    ProcessorTime m_processor;
};

}
