#include "app/live/live_session.h"

#include "engine/live/playing_file.h"

#include <algorithm>

namespace app {

namespace {

constexpr double kFaceEvery = 0.2; ///< seconds
constexpr double kMostForExplaining = 120.0; ///< milliseconds of the model: else its answers come first
constexpr std::size_t kExplainedEvery = 4; ///< answers; to explain takes three times as long
// Seconds that wait for a model that is not there yet, or that is slow: of pictures what can still be asked
// about, of sound also what says how the voice usually is.
constexpr double kPicturesKept = LiveSession::kWindow + 2.0 * LiveSession::kHop;
constexpr double kSoundKept = 30.0;

}

LiveSession::LiveSession(const QString& programs, QObject* parent) : QObject(parent), m_programs(programs) { }

LiveSession::~LiveSession()
{
    end();
}

void LiveSession::launchClient()
{
    m_client = std::make_unique<ModelsClient>(m_programs + QStringLiteral("/polylogue-models"));
    connect(m_client.get(), &ModelsClient::modelChanged, this, &LiveSession::takeModel);
    connect(m_client.get(), &ModelsClient::liveAnswered, this, &LiveSession::takeReply);
    connect(m_client.get(), &ModelsClient::refused, this,
            [this](quint64, const QString& message) { refuse(message); });
    connect(m_client.get(), &ModelsClient::loadFailed, this, &LiveSession::modelFailed);
    connect(m_client.get(), &ModelsClient::stateChanged, this, [this](ModelsClient::State state) {
        if (state == ModelsClient::State::Lost || state == ModelsClient::State::Stopped) {
            m_asked.reset(); // what the process knew of the session is gone with it
            m_begins = true;
        }
    });
    connect(m_client.get(), &ModelsClient::failed, this, &LiveSession::failed);
}

void LiveSession::setModel(const QString& path)
{
    m_wantedModel = path;
    if (!m_client)
        launchClient();
    m_client->start(path);
}

void LiveSession::takeModel()
{
    m_model = liveModelOf(*m_client->model());
    m_sieve = engine::PictureSieve(engine::pictureStep(kHop, m_model->every));
    m_begins = true;
    emit modelChanged();
}

void LiveSession::begin(LiveSource* source)
{
    if (m_source)
        m_source->retire();
    m_source = source;
    m_words.clear();
    m_recorder.clear();
    m_clock = engine::HopClock(kWindow, kHop);
    m_sieve = engine::PictureSieve(engine::pictureStep(kHop, m_model ? m_model->every : kHop));
    m_next = {};
    m_begins = true;
    m_asked.reset();
    m_reached = m_lastTime = m_decoding = 0.0;
    m_pictures = m_answered = 0;
    m_pictureRate.clear();
    m_answerRate.clear();
    if (!m_client && !m_wantedModel.isEmpty())
        setModel(m_wantedModel);
    connect(source, &LiveSource::opened, this, &LiveSession::opened);
    connect(source, &LiveSource::pictureTaken, this, &LiveSession::takePicture);
    connect(source, &LiveSource::soundHeard, this, &LiveSession::takeSound);
    connect(source, &LiveSource::reached, this, &LiveSession::takeReached);
    connect(source, &LiveSource::ended, this, &LiveSession::ended);
    connect(source, &LiveSource::failed, this, &LiveSession::failed);
    emit begun();
}

void LiveSession::end()
{
    if (m_source)
        std::exchange(m_source, nullptr)->retire();
    m_recorder.stop();
    if (m_client) {
        m_client->disconnect(this);
        m_client.release()->retire();
    }
    m_model.reset();
}

void LiveSession::takePicture(const std::shared_ptr<const engine::VideoFrame>& picture)
{
    ++m_pictures;
    m_pictureRate.add(picture->time);
    m_recorder.add(picture);
    putPicture(m_sieve.next(picture));
    emit pictureTaken(picture);
}

void LiveSession::putPicture(const std::shared_ptr<const engine::VideoFrame>& picture)
{
    if (!picture)
        return;
    m_next.pictures.push_back({picture->time, picture->width, picture->height, picture->bgra.copied()});
    while (m_next.pictures.front().time < picture->time - kPicturesKept)
        m_next.pictures.erase(m_next.pictures.begin());
}

void LiveSession::takeSound(const LiveSound& sound)
{
    m_recorder.add(sound);
    if (m_next.sound.empty())
        m_next.soundStart = sound.start;
    m_next.sound.insert(m_next.sound.end(), sound.samples.begin(), sound.samples.end());
    const auto most = static_cast<std::size_t>(kSoundKept * engine::kLiveSoundRate);
    if (m_next.sound.size() > 2 * most) {
        const std::size_t tooOld = m_next.sound.size() - most;
        m_next.sound.erase(m_next.sound.begin(), m_next.sound.begin() + static_cast<std::ptrdiff_t>(tooOld));
        m_next.soundStart += static_cast<double>(tooOld) / engine::kLiveSoundRate;
    }
    emit soundHeard(sound);
}

void LiveSession::takeReached(double until, double decoding)
{
    m_reached = until;
    m_decoding += decoding;
    constexpr double below = 1e-3; // a picture that is shown just now may be followed at once
    putPicture(m_sieve.until(until - below));
    ask();
}

bool LiveSession::isReady() const
{
    return m_source && m_client && m_client->state() == ModelsClient::State::Ready && !m_client->isBusy()
        && m_model && m_model->looksAtRecordings;
}

void LiveSession::ask()
{
    if (!isReady())
        return;
    const std::optional<engine::Interval> span = m_clock.take(m_reached);
    const bool wantsFace = !m_next.pictures.empty() && m_reached - m_lastTime >= kFaceEvery;
    if (!span && !wantsFace)
        return;
    engine::LiveRequest request = std::exchange(m_next, {});
    request.begins = std::exchange(m_begins, false);
    request.window = kWindow;
    request.span = span;
    request.upcoming = m_clock.next();
    request.enabled = m_enabled;
    request.explain = span && m_explains && m_answered % kExplainedEvery == 0;
    request.findsFace = true;
    if (span)
        request.transcript = saidIn(*span).toStdString();
    m_asked = span;
    m_askedAt = now();
    m_lastTime = m_reached;
    m_decodingOfAsked = m_decoding;
    if (span)
        m_decoding = 0.0;
    m_client->askLive(std::move(request));
}

void LiveSession::takeReply(const engine::LiveReply& reply, double milliseconds)
{
    if (!m_source)
        return;
    emit faceLookedFor(reply.face, reply.faceMilliseconds);
    if (!reply.span || !m_asked)
        return;
    m_asked.reset();
    ++m_answered;
    m_answerRate.add(m_reached);
    m_clock.pass(m_reached); // late: what came due in the meantime is left out
    if (std::ranges::all_of(reply.occlusion, &std::vector<float>::empty))
        m_explains = reply.modelMilliseconds < kMostForExplaining;
    constexpr double perSecond = 1000.0;
    const double computed = reply.faceMilliseconds + reply.featureMilliseconds + reply.modelMilliseconds;
    emit answered(LiveAnswer{reply, m_answered, perSecond * (m_askedAt - reply.newest), m_decodingOfAsked,
                             std::max(0.0, milliseconds - computed)});
    ask();
}

/// Words that have ended by then.
QString LiveSession::saidIn(engine::Interval span) const
{
    QStringList said;
    for (const widgets::LiveWord& word : m_words) {
        if (word.interval.overlap(span) > 0.0 && word.interval.end <= span.end)
            said << word.text;
    }
    return said.join(QLatin1Char(' '));
}

void LiveSession::refuse(const QString& message)
{
    m_asked.reset();
    emit failed(message);
}

}
