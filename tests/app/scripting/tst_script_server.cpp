#include "app/scripting/script_place.h"
#include "app/scripting/script_server.h"
#include "engine/core/error.h"
#include "engine/worker/frames.h"

#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include "tests/support/waiting.h"

using nlohmann::json;

namespace {

/// A script at the other end of the socket.
class Script {
public:
    explicit Script(const QString& path) { m_socket.connectToServer(path); }

    void send(const json& message) { sendBytes(engine::encodeFrame(message)); }
    void sendBytes(const std::string& bytes)
    {
        m_socket.write(bytes.data(), static_cast<qint64>(bytes.size()));
    }
    /// The next message; null where the connection ended before.
    json next()
    {
        json message;
        const bool isOver = !QTest::qWaitFor(
            [&] {
                const QByteArray piece = m_socket.readAll();
                m_reader.feed({piece.data(), static_cast<std::size_t>(piece.size())});
                if (auto one = m_reader.next()) {
                    message = *one;
                    return true;
                }
                return m_socket.state() == QLocalSocket::UnconnectedState && m_socket.bytesAvailable() == 0;
            },
            support::kPatience);
        return isOver ? json() : message;
    }
    QLocalSocket& socket() { return m_socket; }

private:
    QLocalSocket m_socket;
    engine::FrameReader m_reader;
};

/// As text: QCOMPARE cannot show JSON.
std::string said(const json& value)
{
    return value.dump();
}

std::string tokenBeside(const QString& socket)
{
    QFile file(socket.left(socket.size() - 5) + QStringLiteral(".token"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

app::ScriptLimits strict()
{
    app::ScriptLimits limits;
    limits.messageBytes = 4096;
    limits.values = 50;
    limits.connections = 2;
    limits.open = 3;
    limits.unread = 64 * 1024;
    limits.tokenWait = std::chrono::milliseconds(400);
    limits.readWait = std::chrono::milliseconds(400);
    return limits;
}

}

/// The server of scripts, with limits that a test can reach.
class ScriptServerTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("XDG_RUNTIME_DIR", m_folder.path().toUtf8()); }
    void init()
    {
        m_asked.clear();
        m_work = [](const json& request, const app::ScriptReply& reply) { reply.answer(request["do"]); };
        m_server = std::make_unique<app::ScriptServer>(
            [this](const json& request, const app::ScriptReply& reply) {
                m_asked.push_back(request);
                m_work(request, reply);
            },
            strict());
        m_path = m_server->listen();
    }
    void cleanup() { m_server.reset(); }

    void theSocketIsTheUsersAlone()
    {
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther
            | QFile::ExeGroup | QFile::ExeOther;
        QVERIFY(!(QFileInfo(QFileInfo(m_path).path()).permissions() & others));
        QVERIFY(!(QFileInfo(m_path).permissions() & others));
        QCOMPARE(tokenBeside(m_path).size(), std::size_t(64));
        m_server.reset();
        QVERIFY(!QFileInfo::exists(m_path));
        QVERIFY(tokenBeside(m_path).empty());
    }

    void requestsAreAnsweredInTheirOrder()
    {
        Script script(m_path);
        QVERIFY(welcomed(script));
        for (int i = 0; i < 20; ++i)
            script.send({{"id", i}, {"do", "x" + std::to_string(i)}});
        for (int i = 0; i < 20; ++i)
            QCOMPARE(said(script.next()), said(json({{"id", i}, {"ok", "x" + std::to_string(i)}})));
    }

    void whatWorkThrowsIsTheAnswer()
    {
        Script script(m_path);
        QVERIFY(welcomed(script));
        m_work
            = [](const json&, const app::ScriptReply&) { throw engine::Error("no_video", "There is none."); };
        script.send({{"id", 7}, {"do", "open"}});
        QCOMPARE(said(script.next()),
                 said(json({{"id", 7}, {"error", {{"code", "no_video"}, {"message", "There is none."}}}})));
        m_work = [](const json& request, const app::ScriptReply&) { std::ignore = request.at("absent"); };
        script.send({{"id", 8}, {"do", "open"}});
        QCOMPARE(said(script.next()["error"]["code"]), said(json("bad_request")));
        m_work = [](const json&, const app::ScriptReply&) { throw std::bad_alloc(); };
        script.send({{"id", 9}, {"do", "open"}});
        QCOMPARE(said(script.next()["error"]["code"]), said(json("failed")));
    }

    void onlyTheFirstAnswerCounts()
    {
        Script script(m_path);
        QVERIFY(welcomed(script));
        m_work = [](const json&, const app::ScriptReply& reply) {
            reply.answer(1);
            reply.refuse("late", "too late");
        };
        script.send({{"id", 1}, {"do", "a"}});
        script.send({{"id", 2}, {"do", "a"}});
        QCOMPARE(said(script.next()), said(json({{"id", 1}, {"ok", 1}})));
        QCOMPARE(said(script.next()), said(json({{"id", 2}, {"ok", 1}})));
    }

    void noMoreRequestsAreTakenThanMayBeOpen()
    {
        Script script(m_path);
        QVERIFY(welcomed(script));
        std::vector<app::ScriptReply> waiting;
        m_work = [&](const json&, const app::ScriptReply& reply) { waiting.push_back(reply); };
        for (int i = 0; i < 10; ++i)
            script.send({{"id", i}, {"do", "wait"}});
        QTRY_COMPARE(waiting.size(), std::size_t(3));
        QTest::qWait(50);
        QCOMPARE(waiting.size(), std::size_t(3));
        waiting.front().answer();
        QTRY_COMPARE(waiting.size(), std::size_t(4));
    }

    void answersToAScriptThatIsGoneAreDropped()
    {
        std::vector<app::ScriptReply> waiting;
        m_work = [&](const json&, const app::ScriptReply& reply) { waiting.push_back(reply); };
        {
            Script script(m_path);
            QVERIFY(welcomed(script));
            script.send({{"id", 1}, {"do", "wait"}});
            QTRY_COMPARE(waiting.size(), std::size_t(1));
        }
        QTRY_COMPARE(m_server->count(), 0);
        QTRY_VERIFY(!waiting.front().connection());
        waiting.front().answer();
    }

    void whoSendsNoTokenIsCutOff()
    {
        Script script(m_path);
        QCOMPARE(said(script.next()["code"]), said(json("no_token")));
        QTRY_COMPARE(m_server->count(), 0);
    }

    void whoSendsAnotherTokenIsCutOff()
    {
        Script script(m_path);
        script.send({{"token", std::string(64, '0')}});
        script.send({{"id", 1}, {"do", "x"}});
        QCOMPARE(said(script.next()["code"]), said(json("bad_token")));
        QVERIFY(m_asked.empty());
    }

    void tooLargeAFirstMessageIsCutOff()
    {
        Script script(m_path);
        script.send({{"token", std::string(2000, '0')}});
        QCOMPARE(said(script.next()["code"]), said(json("bad_frame")));
    }

    void tooLargeMessagesAreCutOff()
    {
        Script large(m_path);
        QVERIFY(welcomed(large));
        large.send({{"id", 1}, {"do", std::string(5000, 'x')}});
        QCOMPARE(said(large.next()["code"]), said(json("bad_frame")));
        Script many(m_path);
        QVERIFY(welcomed(many));
        many.send({{"id", 1}, {"do", "x"}, {"ids", std::vector<int>(60, 1)}});
        QCOMPARE(said(many.next()["code"]), said(json("bad_frame")));
        QVERIFY(m_asked.empty());
    }

    void whatIsNoRequestIsCutOff_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char* text : {"[]", "7", "{}", "{\"id\": 1}", "{\"do\": \"x\"}",
                                 "{\"id\": \"1\", \"do\": \"x\"}", "{\"id\": 1, \"do\": 7}"})
            QTest::newRow(text) << QByteArray(text);
    }
    void whatIsNoRequestIsCutOff()
    {
        QFETCH(QByteArray, text);
        Script script(m_path);
        QVERIFY(welcomed(script));
        script.send(json::parse(text.toStdString()));
        QCOMPARE(said(script.next()["code"]), said(json("bad_request")));
        QVERIFY(m_asked.empty());
    }

    void oneTooManyIsToldSo()
    {
        Script first(m_path);
        Script second(m_path);
        QVERIFY(welcomed(first) && welcomed(second));
        Script third(m_path);
        QCOMPARE(said(third.next()["code"]), said(json("too_many")));
        first.send({{"id", 1}, {"do", "x"}});
        QCOMPARE(said(first.next()), said(json({{"id", 1}, {"ok", "x"}})));
    }

    void whoNeverReadsIsCutOffAndFillsNoMemory()
    {
        std::size_t answered = 0;
        m_work = [&](const json&, const app::ScriptReply& reply) {
            ++answered;
            reply.answer(std::string(32 * 1024, 'x'));
        };
        Script silent(m_path);
        QVERIFY(welcomed(silent));
        silent.socket().setReadBufferSize(1);
        for (int i = 0; i < 5000; ++i)
            silent.send({{"id", i}, {"do", "x"}});
        QTRY_COMPARE(m_server->count(), 0);
        QVERIFY2(answered < 100, qPrintable(QString::number(answered))); // what the kernel keeps, and 64 KiB
    }

    void eventsAreToldToThoseThatAreWelcome()
    {
        Script script(m_path);
        QVERIFY(welcomed(script));
        Script stranger(m_path);
        QTRY_COMPARE(m_server->count(), 2);
        m_server->tell([](const app::ScriptConnection&) { return std::optional(json({{"events", 1}})); });
        QCOMPARE(said(script.next()), said(json({{"events", 1}})));
        QCOMPARE(said(stranger.next()["code"]), said(json("no_token")));
    }

private:
    bool welcomed(Script& script)
    {
        script.send({{"token", tokenBeside(m_path)}});
        return script.next().contains("hello");
    }

    QTemporaryDir m_folder;
    std::function<void(const json&, const app::ScriptReply&)> m_work;
    std::vector<json> m_asked;
    std::unique_ptr<app::ScriptServer> m_server;
    QString m_path;
};

QTEST_GUILESS_MAIN(ScriptServerTest)
#include "tst_script_server.moc"
