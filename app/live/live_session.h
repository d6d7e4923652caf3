#pragma once

#include "app/live/live_model.h"
#include "app/live/live_recorder.h"
#include "app/live/live_source.h"
#include "app/live/recent_rate.h"
#include "app/models_client/models_client.h"
#include "engine/live/hop_clock.h"
#include "engine/live/picture_sieve.h"
#include "widgets/live/live_history.h"

#include <QTimer>

#include <optional>

namespace app {

/// An answer, and how old it was at each stage; milliseconds.
struct LiveAnswer {
    engine::LiveReply reply;
    quint64 number = 0; ///< from 1 on
    double waited = 0.0; ///< from the newest picture in it to the question
    double decoding = 0.0; ///< of the file, since the last answer
    double onTheWay = 0.0; ///< to the model's process and back
};

/// A session that goes on: takes what a source gives, asks a process of its own about the last seconds, and
/// hands on what it answers. A question that comes due while another is answered is left out.
class LiveSession : public QObject {
    Q_OBJECT
public:
    static constexpr double kWindow = 4.0; ///< seconds that an answer is about
    static constexpr double kHop = 0.5; ///< seconds from one question to the next

    /// @param programs  the folder with the programs
    explicit LiveSession(const QString& programs, QObject* parent = nullptr);
    ~LiveSession() override;

    /// Loads a model; the process is started when the first is wanted.
    void setModel(const QString& path);
    const QString& wantedModel() const { return m_wantedModel; } ///< the path that was set last; empty: none
    const std::optional<LiveModel>& model() const { return m_model; }
    QString modelPath() const { return m_client ? m_client->loadedPath() : QString(); }
    void setEnabled(const engine::EnabledModalities& enabled) { m_enabled = enabled; }
    /// What is said in the session that goes on, in order of time: a model of parts reads what was said by
    /// then.
    void setWords(std::vector<widgets::LiveWord> words) { m_words = std::move(words); }

    /// Begins anew with this source, which it takes over.
    void begin(LiveSource* source);
    /// Ends what goes on; the process of the model ends with it.
    void end();
    bool isRunning() const { return m_source != nullptr; }
    bool hasSound() const { return m_source && m_source->hasSound(); }
    double now() const { return m_source ? std::max(0.0, m_source->now()) : 0.0; }
    double reachedUntil() const { return m_reached; }

    LiveRecorder& recorder() { return m_recorder; }

    // Since the session began:
    std::size_t pictures() const { return m_pictures; }
    std::size_t answers() const { return m_answered; }
    std::size_t skipped() const { return m_clock.skipped(); }
    double pictureRate() { return m_pictureRate.perSecond(m_reached); } ///< a second, of the last ones
    double answerRate() { return m_answerRate.perSecond(m_reached); }
    /// Process id of the model; 0: none runs.
    qint64 modelProcess() const { return m_client ? m_client->processId() : 0; }

signals:
    void begun(); ///< another source, from its start
    void modelChanged();
    void modelFailed(const QString& message);
    void opened(const QStringList& lines);
    void pictureTaken(const std::shared_ptr<const engine::VideoFrame>& picture);
    void soundHeard(const app::LiveSound& sound);
    /// @param face  nothing: none was found in the last picture
    void faceLookedFor(const std::optional<engine::LiveFace>& face, double milliseconds);
    void answered(const app::LiveAnswer& answer);
    void ended(); ///< the source has nothing more
    void failed(const QString& message);

private:
    void launchClient();
    void takeModel();
    void takePicture(const std::shared_ptr<const engine::VideoFrame>& picture);
    void takeSound(const LiveSound& sound);
    void takeReached(double until, double decoding);
    void takeReply(const engine::LiveReply& reply, double milliseconds);
    void refuse(const QString& message);
    QString saidIn(engine::Interval span) const;
    void ask();
    void putPicture(const std::shared_ptr<const engine::VideoFrame>& picture);
    bool isReady() const;

    QString m_programs;
    std::unique_ptr<ModelsClient> m_client;
    QString m_wantedModel;
    std::optional<LiveModel> m_model;
    std::vector<widgets::LiveWord> m_words;
    engine::EnabledModalities m_enabled{true, true, true};
    LiveSource* m_source = nullptr;
    LiveRecorder m_recorder;
    engine::HopClock m_clock{kWindow, kHop};
    engine::PictureSieve m_sieve{kHop};
    engine::LiveRequest m_next; ///< what was seen and heard since the last request
    bool m_begins = true; ///< the next request is the first of the session
    std::optional<engine::Interval> m_asked; ///< what the request in flight is about
    double m_askedAt = 0.0;
    double m_lastTime = 0.0; ///< of the last request, in seconds of the session
    double m_reached = 0.0;
    double m_decoding = 0.0; ///< milliseconds since the last answer
    double m_decodingOfAsked = 0.0;
    std::size_t m_pictures = 0;
    std::size_t m_answered = 0;
    bool m_explains = false; ///< there is time to ask what each modality contributes
    RecentRate m_pictureRate{2.0};
    RecentRate m_answerRate{5.0};
};

}
