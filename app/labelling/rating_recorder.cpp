#include "app/labelling/rating_recorder.h"

#include "app/document/document.h"
#include "app/editing/editor.h"
#include "app/playback/player.h"
#include "engine/annotation/trace_edits.h"

#include <limits>

namespace app {

namespace {

constexpr double kLongestGap = 0.5; // seconds that the clock may be late; longer ones were not watched

}

RatingRecorder::RatingRecorder(Document& document, Editor& editor, Player& player, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_editor(editor)
    , m_player(player)
{
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &RatingRecorder::count);
    connect(&player, &Player::positionChanged, this, &RatingRecorder::take);
    connect(&player, &Player::playingChanged, this, [this](bool playing) {
        if (!playing)
            stop();
    });
    connect(&document, &Document::videoChanged, this, &RatingRecorder::stop);
}

void RatingRecorder::start(const TierName& name, double delay)
{
    if (isRecording() || m_countdown > 0) {
        stop();
        return;
    }
    const engine::Tier* tier = m_document.tier(name);
    if (!tier || tier->kind != engine::TierKind::Continuous) {
        m_document.notices().say(
            tr("A rating needs a continuous tier: make one with “New tier…”, or click its track."));
        return;
    }
    if (!m_document.whyReadOnly().isEmpty()) {
        m_document.notices().say(m_document.whyReadOnly());
        return;
    }
    if (!m_editor.knowsAnnotator())
        return;
    m_tier = name;
    m_rate = tier->rate;
    m_delay = delay;
    m_countdown = kCountdown;
    m_second.start();
    emit stateChanged();
}

void RatingRecorder::count()
{
    if (--m_countdown > 0) {
        emit stateChanged();
        return;
    }
    m_second.stop();
    begin();
}

void RatingRecorder::begin()
{
    m_values.clear();
    m_first = engine::tracePlace(m_player.position(), m_rate);
    m_player.play();
    emit stateChanged();
}

/// Every place up to now has a value, also where the clock came late; the one at which it changed has the
/// newest.
void RatingRecorder::take(double seconds)
{
    if (!m_first)
        return;
    const std::int64_t place = engine::tracePlace(seconds, m_rate);
    if (place < *m_first)
        return; // somebody went back: what is there stays
    const auto count = static_cast<std::size_t>(place - *m_first) + 1;
    if (count <= m_values.size())
        return;
    if (count > m_values.size() + static_cast<std::size_t>(kLongestGap * m_rate)) // somebody went ahead
        m_values.resize(count - 1, std::numeric_limits<float>::quiet_NaN());
    m_values.resize(count, m_value);
    emit recorded();
}

double RatingRecorder::startTime() const
{
    return m_first ? static_cast<double>(*m_first) / m_rate - m_delay : 0.0;
}

void RatingRecorder::stop()
{
    const bool wasCounting = std::exchange(m_countdown, 0) > 0;
    m_second.stop();
    if (wasCounting)
        emit stateChanged();
    if (!m_first)
        return;
    std::int64_t first = *std::exchange(m_first, std::nullopt) - engine::tracePlace(m_delay, m_rate);
    std::vector<float> values = std::exchange(m_values, {});
    if (first < 0) { // what was answered to before the video began
        values.erase(values.begin(), values.begin() + std::min<std::ptrdiff_t>(-first, std::ssize(values)));
        first = 0;
    }
    if (m_player.isPlaying())
        m_player.pause();
    const engine::Tier* tier = m_document.tier(m_tier);
    if (tier)
        m_editor.edit(tr("rating of %1").arg(QString::fromStdString(m_tier)),
                      [&, id = tier->id](const engine::Annotation& annotation) {
                          return engine::recordTrace(annotation, id, first, values);
                      });
    emit stateChanged();
}

}
