#include "app/live/live_display.h"

#include "app/playback/frame_image.h"
#include "app/prediction/parts_text.h"
#include "engine/faces/face_measures.h"
#include "engine/faces/face_pose.h"
#include "engine/numbers/quantiles.h"
#include "widgets/base/scale_number.h"
#include "widgets/live/live_bars.h"
#include "widgets/live/live_panel.h"
#include "widgets/live/live_picture.h"
#include "widgets/live/live_tracks.h"
#include "widgets/live/live_view.h"
#include "widgets/live/live_why.h"
#include "widgets/live/live_word_strip.h"

#include <QCoreApplication>
#include <QThread>

#include <algorithm>
#include <cmath>

namespace app {

namespace {

constexpr int kPaintMs = 50;
constexpr int kTicksOfStatus = 10;
constexpr double kNoFaceAfter = 3.0; ///< seconds
constexpr double kSlowAfter = 3.0 * LiveSession::kWindow; ///< seconds without a first answer
constexpr double kMeanSeconds = 10.0;
constexpr double kMilliseconds = 1000.0;
constexpr double kPercent = 100.0;

engine::FaceLandmarks landmarksOf(const engine::LiveFace& face)
{
    engine::FaceLandmarks landmarks{};
    for (std::size_t i = 0; i < landmarks.size() && 2 * i + 1 < face.landmarks.size(); ++i)
        landmarks[i] = {face.landmarks[2 * i], face.landmarks[2 * i + 1]};
    return landmarks;
}

bool hasLandmarks(const engine::LiveFace& face)
{
    return face.landmarks.size() == 2 * std::tuple_size_v<engine::FaceLandmarks>;
}

/// As part of its picture.
widgets::ShownFace shownFace(const engine::LiveFace& face, double milliseconds)
{
    widgets::ShownFace shown;
    shown.name = app::LiveDisplay::tr("1 face · detector %1 · %2 ms")
                     .arg(widgets::shownNumber(static_cast<double>(face.score), 2, 'f'))
                     .arg(std::lround(milliseconds));
    const double width = std::max(1, face.width), height = std::max(1, face.height);
    shown.box = QRectF(QPointF(face.box[0] / width, face.box[1] / height),
                       QPointF(face.box[2] / width, face.box[3] / height));
    if (!hasLandmarks(face))
        return shown;
    for (const engine::FacePoint& point : landmarksOf(face))
        shown.landmarks.emplace_back((point.x + 0.5) / width, (point.y + 0.5) / height);
    const engine::FacePose pose = engine::poseOf(landmarksOf(face));
    shown.yaw = static_cast<double>(pose.yaw);
    shown.pitch = static_cast<double>(pose.pitch);
    shown.roll = static_cast<double>(pose.roll);
    return shown;
}

}

LiveDisplay::LiveDisplay(LiveSession& session, widgets::LiveView& view, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_view(view)
{
    view.tracks().setHistory(&m_history);
    connect(&session, &LiveSession::modelChanged, this, &LiveDisplay::showModel);
    connect(&session, &LiveSession::modelFailed, this,
            [this](const QString& message) { m_problem = message; });
    connect(&session, &LiveSession::failed, this, [this](const QString& message) { m_problem = message; });
    connect(&session, &LiveSession::ended, this, [this] { m_hasEnded = true; });
    connect(&session, &LiveSession::opened, &view.picture(), &widgets::LivePicture::setSource);
    connect(&session, &LiveSession::pictureTaken, this,
            [this](const auto& picture) { m_view.picture().setPicture(imageOf(picture)); });
    connect(&session, &LiveSession::soundHeard, this, [this](const LiveSound& sound) {
        m_history.addSound(sound.columns.start, sound.columns.levels);
    });
    connect(&session, &LiveSession::faceLookedFor, this, &LiveDisplay::showFace);
    connect(&session, &LiveSession::answered, this, &LiveDisplay::showAnswer);
    connect(&view.panel().bars(), &widgets::LiveBars::painted, this, &LiveDisplay::notePainted);
    connect(&m_tick, &QTimer::timeout, this, &LiveDisplay::tick);
    showModel();
}

void LiveDisplay::begin(std::vector<widgets::LiveWord> words)
{
    m_history.clear();
    m_hasWords = !words.empty();
    m_history.setWords(words);
    m_view.words().setWords(words);
    m_view.words().setNote(tr("No transcript is at hand: the model goes without text."));
    showWordsNote();
    m_unpainted.clear();
    m_ages.clear();
    m_lastFace.reset();
    m_sawNone = true;
    m_problem.clear();
    m_hasEnded = false;
    m_view.setHeld(false);
    m_view.picture().setPicture({});
    m_view.picture().setFace(std::nullopt);
    m_view.picture().setSource({});
    showModel();
    m_tick.start(kPaintMs);
    showMessage();
}

void LiveDisplay::mark()
{
    m_history.addMark(m_session.now());
    m_view.tracks().update();
}

void LiveDisplay::hold()
{
    m_view.setHeld(!m_view.tracks().isHeld());
}

void LiveDisplay::showModel()
{
    const std::optional<LiveModel>& model = m_session.model();
    widgets::LivePanel& panel = m_view.panel();
    panel.setHeadline({}, {});
    panel.setAge({}, {}, {});
    m_off = {};
    m_history.clearAnswers();
    m_view.why().setNote(
        tr("Every fourth answer is asked for once more without each sense, where the model is fast "
           "enough. None was so far."));
    if (!model) {
        panel.setOutputs({});
        panel.setLearntFrom({});
        panel.setCaution({}, {});
        m_view.tracks().setAnswers({}, {}, LiveSession::kHop);
        return;
    }
    m_problem.clear();
    panel.setOutputs(model->outputs);
    panel.setTaken(model->taken);
    panel.setMeansNote(tr("mark: mean of the last 10 s"));
    panel.setLearntFrom(model->isOfParts ? tr("parts that learnt from real people: no measure of you")
                            : model->videos > 0
                            ? tr("learnt from %n other video(s): no measure of you", nullptr, model->videos)
                            : tr("no measure of you"));
    const AnswerCaution caution = model->caution.value_or(AnswerCaution());
    panel.setCaution(caution.sentence, caution.about);
    m_view.tracks().setAnswers(model->name.section(QLatin1Char(','), 0, 0), model->outputs,
                               LiveSession::kHop);
    m_view.tracks().setHasParts(model->isOfParts);
    showWordsNote();
    if (!model->looksAtRecordings)
        m_problem
            = tr("%1 reads rows of features. Choose a model that looks at pictures and hears sound itself.")
                  .arg(model->name);
}

void LiveDisplay::showFace(const std::optional<engine::LiveFace>& face, double milliseconds)
{
    m_sawNone = !face;
    if (!face) {
        m_view.picture().setFace(std::nullopt);
        m_history.addNoFace();
        return;
    }
    m_lastFace = face->time;
    m_view.picture().setFace(shownFace(*face, milliseconds));
    if (hasLandmarks(*face)) {
        const engine::FaceMeasures measures = engine::measuresOf(landmarksOf(*face));
        m_history.addFace(
            {face->time, static_cast<double>(measures.smile), static_cast<double>(measures.brow)});
    }
}

void LiveDisplay::showAnswer(const LiveAnswer& answer)
{
    m_problem.clear();
    const engine::LiveReply& reply = answer.reply;
    m_history.addAnswer(
        {reply.span->end, reply.values,
         reply.parts.empty() ? decltype(widgets::LiveAnswerPoint::parts)() : partsOnOneScale(reply.parts)});
    m_unpainted.emplace(answer.number, answer);
    widgets::LivePanel& panel = m_view.panel();
    panel.bars().setValues(reply.values, answer.number);
    panel.bars().setMeans(m_history.means(reply.span->end - kMeanSeconds));
    if (!m_session.model() || m_session.model()->outputs.size() != reply.values.size())
        return;
    const std::vector<widgets::LiveOutput>& outputs = m_session.model()->outputs;
    const std::size_t leading = widgets::leadingOutput(outputs, reply.values);
    const auto value = static_cast<double>(reply.values[leading]);
    const QString seconds = widgets::shownNumber(reply.span->length(), 3);
    if (outputs[leading].isSigned())
        panel.setHeadline(outputs[leading].name + QLatin1Char(' ') + widgets::signedNumber(value, 1),
                          tr("%1 s").arg(seconds));
    else
        panel.setHeadline(outputs[leading].name,
                          tr("%1 · last %2 s").arg(widgets::shownNumber(value, 2, 'f'), seconds));
    showEffects(reply, leading);
    if (!std::ranges::all_of(reply.occlusion, &std::vector<float>::empty))
        m_view.why().setEffects(outputNames(*m_session.model()), reply.occlusion,
                                tr("The answer about %1 … %2 s, minus that without the sense.")
                                    .arg(widgets::shownNumber(reply.span->start, 1, 'f'),
                                         widgets::shownNumber(reply.span->end, 1, 'f')));
}

/// How far the leading output moves without a modality; of a model of parts what each part found, too.
void LiveDisplay::showEffects(const engine::LiveReply& reply, std::size_t leading)
{
    const bool hasParts = !reply.parts.empty();
    const auto found
        = hasParts ? shortPartsText(reply.parts) : std::array<QString, engine::allModalities.size()>();
    for (const engine::Modality modality : engine::allModalities) {
        const auto place = static_cast<std::size_t>(modality);
        const std::vector<float>& effects = reply.occlusion[place];
        if (leading < effects.size())
            m_off[place]
                = tr("%1 when off").arg(widgets::signedNumber(-static_cast<double>(effects[leading]), 2));
        if (hasParts)
            m_view.panel().setEffect(
                modality,
                m_off[place].isEmpty() ? found[place] : found[place] + QStringLiteral(" · ") + m_off[place]);
        else if (leading < effects.size())
            m_view.panel().setEffect(modality, m_off[place]);
    }
}

/// Whether what is said is read.
void LiveDisplay::showWordsNote()
{
    const bool areRead = m_session.model() && m_session.model()->isOfParts;
    m_view.tracks().setWordsNote(!m_hasWords   ? tr("no transcript")
                                     : areRead ? tr("read as they are said")
                                               : tr("of the video's transcript"));
}

void LiveDisplay::notePainted(quint64 number)
{
    const auto found = m_unpainted.find(number);
    if (found == m_unpainted.end())
        return;
    const LiveAnswer answer = found->second;
    m_unpainted.erase(m_unpainted.begin(), std::next(found));
    const engine::LiveReply& reply = answer.reply;
    const double age = kMilliseconds * (m_session.now() - reply.newest);
    m_ages.push_back(age);
    const double known = answer.waited + reply.faceMilliseconds + reply.featureMilliseconds
        + reply.modelMilliseconds + answer.onTheWay;
    m_view.panel().setAge(tr("age %1 ms").arg(std::lround(age)),
                          tr("p50 %1 · p95 %2 ms")
                              .arg(std::lround(engine::quantile(m_ages, 0.5)))
                              .arg(std::lround(engine::quantile(m_ages, 0.95))),
                          {{tr("waited"), answer.waited, 0},
                           {tr("face"), reply.faceMilliseconds, 3},
                           {tr("features"), reply.featureMilliseconds, 2},
                           {tr("model"), reply.modelMilliseconds, 4},
                           {tr("sent"), answer.onTheWay, 1},
                           {tr("screen"), std::max(0.0, age - known), 0}});
}

void LiveDisplay::tick()
{
    if (!m_session.isRunning()) {
        m_tick.stop();
        return;
    }
    const double now = m_session.reachedUntil();
    m_view.tracks().setNow(now);
    m_view.words().setNow(m_view.tracks().shownUntil());
    m_view.picture().setRecording(m_session.recorder().isRecording()
                                      ? std::optional(std::max(0.0, now - m_session.recorder().since()))
                                      : std::nullopt);
    if (m_ticks++ % kTicksOfStatus == 0)
        showStatus();
    showMessage();
}

/// Why there is no answer, or none of now.
void LiveDisplay::showMessage()
{
    const double now = m_session.reachedUntil();
    const bool lacksFace
        = m_sawNone && now - m_lastFace.value_or(0.0) > kNoFaceAfter && m_session.pictures() > 0;
    QString message;
    if (!m_problem.isEmpty())
        message = m_problem;
    else if (m_hasEnded && m_session.answers() == 0)
        message = tr("The recording has ended before there was an answer: each is about %1 s.")
                      .arg(widgets::shownNumber(LiveSession::kWindow, 3));
    else if (m_hasEnded)
        message = tr("The recording has ended. Esc leaves; “Another source” begins anew.");
    else if (!m_session.model())
        message = tr("The model is being loaded.");
    else if (m_session.answers() == 0 && now > kSlowAfter)
        message = tr("No answer for %1 s: the machine is too slow for this model, or busy.")
                      .arg(std::lround(std::floor(now)));
    else if (m_session.answers() == 0)
        message = tr("The first answer comes after %1 s.").arg(widgets::shownNumber(LiveSession::kWindow, 3));
    else if (lacksFace)
        message = tr("No face for %1 s.").arg(std::lround(std::floor(now - m_lastFace.value_or(0.0))));
    m_view.picture().setMessage(message);
    m_view.panel().bars().setMuted(lacksFace || m_hasEnded);
}

void LiveDisplay::showStatus()
{
    QStringList parts;
    const auto dropped = static_cast<int>(m_session.recorder().dropped());
    parts << (dropped == 0 ? tr("%1 pictures a second, none dropped")
                           : tr("%1 pictures a second, %n dropped", nullptr, dropped))
                 .arg(std::lround(m_session.pictureRate()));
    const auto skipped = static_cast<int>(m_session.skipped());
    parts << (skipped == 0 ? tr("%1 answers a second, none left out")
                           : tr("%1 answers a second, %n left out", nullptr, skipped))
                 .arg(widgets::shownNumber(m_session.answerRate(), 1, 'f'));
    const auto load = m_processor.load({QCoreApplication::applicationPid(), m_session.modelProcess()});
    if (load)
        parts << tr("CPU %1 % of %n core(s)", nullptr, QThread::idealThreadCount())
                     .arg(std::lround(kPercent * *load));
    m_view.setStatus(parts);
    const int seconds = static_cast<int>(m_session.reachedUntil());
    m_view.panel().setSession(tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60));
}

}
