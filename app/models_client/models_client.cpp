#include "app/models_client/models_client.h"

#include "engine/core/error.h"
#include "engine/worker/math_environment.h"

#include <QProcessEnvironment>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

namespace app {

namespace {

constexpr int kFirstRestartMs = 100;
constexpr int kLongestRestartMs = 10000;
constexpr int kPatienceMs = 60000; // then it hangs: answers take seconds at most
constexpr int kMostDeaths = 6; // in a row, without an answer between: then restarting it does not help

std::string frameOf(const engine::Request& request)
{
    return engine::encodeFrame(engine::encode(request));
}

}

ModelsClient::ModelsClient(QString program, QObject* parent) : QObject(parent), m_program(std::move(program))
{
    m_restart.setSingleShot(true);
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatienceMs);
    connect(&m_patience, &QTimer::timeout, this, &ModelsClient::endHanging);
    connect(&m_restart, &QTimer::timeout, this, &ModelsClient::launch);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &ModelsClient::readReplies);
    connect(&m_process, &QProcess::finished, this, [this](int, QProcess::ExitStatus status) {
        processEnded(std::exchange(m_isHanging, false)   ? tr("it did not answer for a minute and was ended")
                         : status == QProcess::CrashExit ? tr("it crashed or was killed")
                                                         : tr("it stopped"));
    });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            processEnded(m_process.errorString());
    });
}

ModelsClient::~ModelsClient()
{
    m_process.disconnect(this);
    m_process.closeWriteChannel(); // the worker ends with its input
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(500))
        m_process.kill();
    m_process.waitForFinished(500);
}

void ModelsClient::start(const QString& modelPath)
{
    m_wantedPath = modelPath;
    m_deaths = 0;
    if (m_process.state() == QProcess::NotRunning) {
        launch();
        return;
    }
    m_loadId = ++m_lastId;
    m_loading[m_loadId] = modelPath;
    setState(State::Starting);
    send(engine::LoadModel{m_loadId, modelPath.toStdString()});
    waitForAnswer();
}

void ModelsClient::retire()
{
    disconnect();
    m_process.disconnect(this);
    m_restart.stop();
    m_patience.stop();
    m_making.abandon();
    if (m_process.state() == QProcess::NotRunning) {
        deleteLater();
        return;
    }
    connect(&m_process, &QProcess::finished, this, &QObject::deleteLater);
    connect(&m_process, &QProcess::errorOccurred, this, &QObject::deleteLater);
    m_process.closeWriteChannel();
}

void ModelsClient::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    emit stateChanged(state);
}

void ModelsClient::launch()
{
    m_restart.stop();
    m_reader = engine::FrameReader();
    m_loadId = 0;
    m_loading = {{0, m_wantedPath}};
    setState(State::Starting);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto& [name, value] : engine::mathEnvironment()) {
        if (!environment.contains(QString::fromStdString(name)))
            environment.insert(QString::fromStdString(name), QString::fromStdString(value));
    }
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    waitForAnswer();
    m_process.start(m_program, {QStringLiteral("serve"), QStringLiteral("--model"), m_wantedPath});
}

void ModelsClient::processEnded(const QString& why)
{
    if (m_restart.isActive())
        return;
    ++m_deaths;
    m_patience.stop();
    m_inFlight.reset(); // who asked sees the state and asks again
    if (!m_loadedPath.isEmpty())
        m_wantedPath = m_loadedPath;
    if (m_deaths >= kMostDeaths) {
        setState(State::Stopped);
        emit failed(
            tr("The model process ended %1 times in a row (%2) and is not started again. Your work is "
               "untouched; open a model from the Model menu to try anew.")
                .arg(m_deaths)
                .arg(why));
        return;
    }
    setState(State::Lost);
    emit failed(
        tr("The model process is gone (%1). Your work is untouched; it is being restarted.").arg(why));
    m_restart.start(std::min(kLongestRestartMs, kFirstRestartMs << (m_deaths - 1)));
}

quint64 ModelsClient::ask(Question question)
{
    m_waiting = Waiting{++m_lastId, std::move(question), {}};
    m_waiting->since.start();
    sendWaiting();
    return m_lastId;
}

quint64 ModelsClient::askLive(engine::LiveRequest request)
{
    request.id = ++m_lastId;
    m_inFlight = InFlight{request.id, {}};
    m_inFlight->since.start();
    send(request);
    waitForAnswer();
    return m_lastId;
}

void ModelsClient::sendWaiting()
{
    if (m_state != State::Ready || m_inFlight || !m_waiting)
        return;
    const quint64 id = m_waiting->id;
    m_inFlight = InFlight{id, m_waiting->since};
    m_making.start(
        QString(),
        [id, question = std::move(m_waiting->question)](const TaskRun&) {
            return frameOf(engine::PredictRequest{id, question.input(), question.enabled, question.explain,
                                                  question.media, question.span, question.explanation,
                                                  question.isPacked, question.transcript});
        },
        [this, id](const Outcome<std::string>& frame) { sendMade(id, frame); });
    m_waiting.reset();
}

void ModelsClient::sendMade(quint64 id, const Outcome<std::string>& frame)
{
    if (!m_inFlight || m_inFlight->id != id)
        return; // the program ended meanwhile, and who asked knows
    if (const auto* made = std::get_if<std::string>(&frame)) {
        write(*made);
        waitForAnswer();
        return;
    }
    m_inFlight.reset();
    emit refused(id, failureOf(frame));
    sendWaiting();
}

void ModelsClient::waitForAnswer()
{
    const bool isAsked = m_inFlight && !m_making.isRunning(); // not while a disk is waited for
    if (isAsked || m_state == State::Starting)
        m_patience.start();
    else
        m_patience.stop();
}

/// Whoever asked sees the state, and asks again.
void ModelsClient::endHanging()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_isHanging = true;
    m_process.kill();
}

void ModelsClient::send(const engine::Request& request)
{
    write(frameOf(request));
}

void ModelsClient::write(const std::string& frame)
{
    m_process.write(frame.data(), static_cast<qint64>(frame.size()));
}

void ModelsClient::readReplies()
{
    const QByteArray bytes = m_process.readAllStandardOutput();
    try {
        m_reader.feed({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        while (const auto message = m_reader.next())
            handle(engine::decodeReply(*message));
    } catch (const std::exception& error) {
        emit failed(tr("The model process answered nonsense (%1).").arg(QString::fromUtf8(error.what())));
        m_process.kill();
    }
}

void ModelsClient::handle(const engine::Reply& reply)
{
    if (const auto* info = std::get_if<engine::ModelInfo>(&reply)) {
        const auto asked = m_loading.extract(info->id);
        const QString path = asked ? asked.mapped() : m_loadedPath;
        const bool another = !m_model || m_model->card != info->card || m_loadedPath != path;
        m_model = *info;
        m_loadedPath = path;
        if (another)
            emit modelChanged();
        if (info->id == m_loadId) // else a newer one is being loaded
            setState(State::Ready);
    } else if (const auto* prediction = std::get_if<engine::Prediction>(&reply)) {
        if (m_inFlight && m_inFlight->id == prediction->id) {
            const double milliseconds = static_cast<double>(m_inFlight->since.nsecsElapsed()) / 1e6;
            m_inFlight.reset();
            m_deaths = 0;
            emit answered(*prediction, milliseconds);
        }
    } else if (const auto* live = std::get_if<engine::LiveReply>(&reply)) {
        if (m_inFlight && m_inFlight->id == live->id) {
            const double milliseconds = static_cast<double>(m_inFlight->since.nsecsElapsed()) / 1e6;
            m_inFlight.reset();
            m_deaths = 0;
            emit liveAnswered(*live, milliseconds);
        }
    } else if (const auto* failure = std::get_if<engine::Failure>(&reply)) {
        const QString message = QString::fromStdString(failure->message);
        if (m_inFlight && m_inFlight->id == failure->id) {
            m_inFlight.reset();
            emit refused(failure->id, message);
        } else {
            m_loading.erase(failure->id);
            emit failed(message);
            if (m_state == State::Starting && failure->id == m_loadId) {
                m_wantedPath = m_loadedPath;
                setState(m_model ? State::Ready : State::Stopped);
                emit loadFailed(message);
            }
        }
    }
    waitForAnswer();
    sendWaiting();
}

}
