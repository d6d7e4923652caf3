#pragma once

#include "app/tasks/task.h"
#include "engine/worker/frames.h"
#include "engine/worker/messages.h"

#include <QElapsedTimer>
#include <QObject>
#include <QProcess>
#include <QTimer>

#include <functional>
#include <map>
#include <optional>

namespace app {

/// The other end of `polylogue-models serve`: starts it, asks it, restarts it when it dies.
///
/// One question is in flight at a time; a newer one replaces the one that waits, so only the newest is
/// answered.
class ModelsClient : public QObject {
    Q_OBJECT
public:
    enum class State { Stopped, Starting, Ready, Lost };
    Q_ENUM(State)

    explicit ModelsClient(QString program, QObject* parent = nullptr);
    ~ModelsClient() override;

    /// Loads this model, in the running worker or in a new one; the state tells when it is ready. When
    /// loading fails, the model that was loaded before goes on answering.
    void start(const QString& modelPath);
    /// Lets the process end and deletes this when it has: nobody waits for it. No signal comes any more.
    void retire();
    State state() const { return m_state; }
    const std::optional<engine::ModelInfo>& model() const { return m_model; }
    const QString& loadedPath() const { return m_loadedPath; } ///< path of the model that answers
    void setPatience(int milliseconds) { m_patience.setInterval(milliseconds); } ///< a minute, if not set
    qint64 processId() const { return m_process.processId(); }

    struct Question {
        std::function<engine::SegmentInput()> input; ///< makes the input; runs on another thread
        engine::EnabledModalities enabled{true, true, true};
        bool explain = false;
        std::string media = {}; ///< the recording and the span in it, for models that look at recordings
        engine::Interval span = {};
        std::optional<engine::ExplanationWish> explanation = {};
        bool isPacked = false; ///< the input is rows of packed segments
        std::string transcript = {}; ///< what is said in the span
    };
    /// Asks; returns the id that comes back with the answer. A question that still waits is dropped.
    quint64 ask(Question question);
    /// The same of a live session: nothing that was handed over takes the place of anything else, so this is
    /// to be called only when nothing is in flight. The request gets its id here.
    quint64 askLive(engine::LiveRequest request);
    bool isBusy() const { return m_inFlight.has_value() || m_waiting.has_value(); }

signals:
    void stateChanged(app::ModelsClient::State state);
    void modelChanged(); ///< another model answers from now on, also while a newer one is being loaded
    void answered(const engine::Prediction& prediction, double milliseconds);
    void liveAnswered(const engine::LiveReply& reply, double milliseconds);
    void loadFailed(const QString& message); ///< the model before it, if any, goes on; `failed` says it, too
    void refused(quint64 id, const QString& message); ///< the model cannot take this input
    void failed(const QString& message); ///< for the message list: the worker died, was not found, …

private:
    struct InFlight {
        quint64 id;
        QElapsedTimer since;
    };
    struct Waiting {
        quint64 id;
        Question question;
        QElapsedTimer since;
    };

    void setState(State state);
    void launch();
    void readReplies();
    void handle(const engine::Reply& reply);
    void processEnded(const QString& why);
    void endHanging();
    void waitForAnswer(); ///< or for nothing
    void send(const engine::Request& request);
    void write(const std::string& frame);
    void sendWaiting();
    void sendMade(quint64 id, const Outcome<std::string>& frame);

    QString m_program;
    QString m_wantedPath; ///< of the model that was asked for last
    std::map<quint64, QString> m_loading; ///< paths of models that are not there yet, by request
    QString m_loadedPath; ///< of the one that answers; a new worker begins with it
    quint64 m_loadId = 0; ///< of the request to load; 0 for the one on the command line
    QProcess m_process;
    QTimer m_restart;
    bool m_isHanging = false; ///< the program was ended since it did not answer
    QTimer m_patience; ///< runs while an answer is due
    int m_deaths = 0; ///< since the last answer; the wait before a restart grows with it
    engine::FrameReader m_reader;
    State m_state = State::Stopped;
    std::optional<engine::ModelInfo> m_model;
    quint64 m_lastId = 0;
    std::optional<InFlight> m_inFlight;
    std::optional<Waiting> m_waiting;
    Task m_making; ///< of the input of the question that is in flight, on a thread of its own
};

}
