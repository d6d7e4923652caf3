#pragma once

#include "engine/core/run_context.h"
#include "engine/extraction/stretch_messages.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

#include <deque>

namespace app {

/// The other end of `polylogue-extract --serve`: starts it when it is first needed, asks it, and ends it when
/// it hangs. It keeps the speech model loaded; it may crash without harm to the window.
class Aligner : public QObject {
    Q_OBJECT
public:
    /// @param programs  the folder with `polylogue-extract`
    explicit Aligner(const QString& programs, QObject* parent = nullptr);
    ~Aligner() override; ///< the program ends with it

    /// Starts the program and lets it prepare what is no question, so that the next answer comes soon. What
    /// was to be prepared and was not begun is dropped.
    void prepare(engine::StretchWish wish);
    /// Asks; questions are answered one after the other. @return the number that comes back with the answer
    quint64 ask(engine::StretchWish wish);
    bool isIdle() const { return m_waiting.empty(); }
    quint64 askedCount() const { return m_lastId; } ///< questions and preparations so far
    /// How long an answer may take before the program counts as hung, in milliseconds.
    void setPatience(int milliseconds) { m_patience.setInterval(milliseconds); }
    qint64 processId() const { return m_process.processId(); }

    /// Asks a program of its own, on this thread, for as long as it takes; for a task.
    /// @throws engine::Error with a sentence; Cancelled, after which that program has ended.
    static engine::StretchReply askAndWait(const QString& programs, engine::StretchWish wish,
                                           const engine::RunContext& run);

signals:
    void answered(quint64 id, const engine::StretchReply& reply);
    void failed(quint64 id, const QString& why); ///< a sentence

private:
    void send();
    void readReplies();
    void giveUp(const QString& why);

    QProcess m_process;
    QTimer m_patience;
    std::deque<engine::StretchWish> m_waiting; ///< the first was sent
    quint64 m_lastId = 0;
    bool m_isEnding = false; ///< the program was killed and is not gone yet
};

}
