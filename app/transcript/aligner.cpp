#include "app/transcript/aligner.h"

#include "engine/core/error.h"
#include "engine/extraction/stretch_asking.h"

#include <QDir>

#include <optional>
#include <utility>

namespace app {

namespace {

constexpr int kPatience
    = 20000; // ms: loading the model and a stretch of 20 s take two seconds on a slow machine
const QString kProgram = QStringLiteral("polylogue-extract");
const QString kServe = QStringLiteral("--serve");

void configure(QProcess& process, const QString& programs)
{
    process.setProgram(QDir(programs).filePath(kProgram));
    process.setArguments({kServe});
    process.setStandardErrorFile(QProcess::nullDevice());
}

QByteArray lineFor(const engine::StretchWish& wish)
{
    return QByteArray::fromStdString(engine::lineOf(wish)) + '\n';
}

QString diedText()
{
    return Aligner::tr("The program that aligns words ended unexpectedly. The words are as before.");
}

}

Aligner::Aligner(const QString& programs, QObject* parent) : QObject(parent)
{
    configure(m_process, programs);
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        giveUp(tr("The program that aligns words did not answer and was ended. The words are as before."));
    });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &Aligner::readReplies);
    connect(&m_process, &QProcess::finished, this, [this] {
        if (std::exchange(m_isEnding, false))
            send(); // what was asked meanwhile
        else
            giveUp(diedText());
    });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            giveUp(tr("The program that aligns words cannot be started."));
    });
}

Aligner::~Aligner()
{
    m_process.disconnect(this);
    m_process.kill();
    m_process.waitForFinished(1000);
}

void Aligner::prepare(engine::StretchWish wish)
{
    for (auto& stretch : wish.stretches)
        stretch.words.clear();
    while (m_waiting.size() > 1 && !engine::isQuestion(m_waiting.back()))
        m_waiting.pop_back();
    ask(std::move(wish));
}

quint64 Aligner::ask(engine::StretchWish wish)
{
    wish.id = ++m_lastId;
    m_waiting.push_back(std::move(wish));
    if (m_waiting.size() == 1)
        send();
    return m_lastId;
}

void Aligner::send()
{
    if (m_waiting.empty() || m_isEnding)
        return;
    if (m_process.state() == QProcess::NotRunning)
        m_process.start();
    m_process.write(lineFor(m_waiting.front()));
    m_patience.start();
}

void Aligner::readReplies()
{
    while (m_process.canReadLine()) {
        engine::StretchReply reply;
        try {
            reply = engine::stretchReplyIn(m_process.readLine().toStdString());
        } catch (const engine::FormatError&) {
            giveUp(diedText());
            return;
        }
        if (m_waiting.empty() || reply.id != m_waiting.front().id)
            continue;
        m_patience.start(); // it is alive
        if (reply.progress)
            continue;
        const bool isForSomebody = engine::isQuestion(m_waiting.front());
        m_waiting.pop_front();
        m_patience.stop();
        send();
        if (!isForSomebody)
            continue;
        if (reply.problem.empty())
            emit answered(reply.id, reply);
        else
            emit failed(reply.id, QString::fromStdString(reply.problem));
    }
}

/// What waits is told so; the next question starts the program anew.
void Aligner::giveUp(const QString& why)
{
    m_patience.stop();
    const std::deque<engine::StretchWish> waiting = std::exchange(m_waiting, {});
    if (m_process.state() != QProcess::NotRunning) {
        m_isEnding = true;
        m_process.kill();
    }
    for (const engine::StretchWish& wish : waiting) {
        if (engine::isQuestion(wish))
            emit failed(wish.id, why);
    }
}

engine::StretchReply Aligner::askAndWait(const QString& programs, engine::StretchWish wish,
                                         const engine::RunContext& run)
{
    try {
        return engine::askStretches(QDir(programs).filePath(kProgram).toStdString(), std::move(wish), run);
    } catch (const engine::Error& error) {
        if (error.code() == std::string_view("aligner_died"))
            throw engine::Error("aligner", diedText().toStdString());
        throw;
    }
}

}
